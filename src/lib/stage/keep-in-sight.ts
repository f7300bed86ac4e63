/**
 * Scrolls the area of the stage so far that the output cell of the step is seen, and nothing else: where the
 * picture fits into its area, which is the rule, nothing happens.
 * @param stage the element around the area
 */
export function keepInSight(stage: HTMLElement): void {
  const cell = stage.querySelector('.output :is(.now, .counted)');
  const area = cell?.closest('.area');
  if (!cell || !area) return;
  const inner = cell.getBoundingClientRect();
  const frame = area.getBoundingClientRect();
  const beyond = (low: 'left' | 'top', high: 'right' | 'bottom') =>
    Math.min(0, inner[low] - frame[low]) + Math.max(0, inner[high] - frame[high]);
  area.scrollBy(beyond('left', 'right'), beyond('top', 'bottom'));
}
