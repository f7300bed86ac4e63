/**
 * Does something after the next frame has been drawn: what somebody has just asked for comes first.
 *
 * @returns forgets it, as long as it has not been done
 */
export function afterFrame(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(task)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
