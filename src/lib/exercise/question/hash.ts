/** FNV-1a (Fowler, Noll, Vo), 32 bits: equal seeds of different kinds and levels have nothing to do with each other. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
