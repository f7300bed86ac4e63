/** Seeds of a link are whole numbers up to this one, so that all that follow are exact. */
export const LARGEST_SEED = 999_999_999;

/** A seed that nobody chose. */
export function someSeed(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number % (LARGEST_SEED + 1);
}
