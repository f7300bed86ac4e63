/** What input methods give as the code of a key that they take for themselves. */
const TAKEN = 229;

/**
 * Whether a key belongs to a syllable that is being composed. Safari tells of the key that ends the composing only
 * afterwards, when nothing is composed any more, but still with the code of a key that was taken.
 */
export function isComposing(
  event: Pick<KeyboardEvent, 'isComposing'> & { readonly keyCode?: number }
): boolean {
  return event.isComposing || event.keyCode === TAKEN;
}
