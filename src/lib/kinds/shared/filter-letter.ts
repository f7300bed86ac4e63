/** The letter by which a filter, its bias and its map are told from others; none where there is one filter. */
export function filterLetter(filter: number, filters: number): string {
  return filters === 1 ? '' : String.fromCharCode('A'.charCodeAt(0) + filter);
}
