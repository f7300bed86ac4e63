/**
 * A name or number in the one way in which it is used: `７ `, `7` and `007` are the same student, and so is a Korean name
 * whether its syllables were typed whole or in parts. Null where nothing is left.
 */
export function normalisedVariant(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const variant = /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
  return variant === '' ? null : variant;
}
