/** How long a window may take to open, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Asks until there is an answer.
 *
 * @throws when there is none after a while
 */
export async function found<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error('no such window has opened');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
