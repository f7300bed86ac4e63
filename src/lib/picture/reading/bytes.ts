/** Characters of a file, one a byte; nothing where it ends before. */
export function ascii(view: DataView, start: number, length: number): string {
  return start + length > view.byteLength
    ? ''
    : Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(start + index))).join('');
}
