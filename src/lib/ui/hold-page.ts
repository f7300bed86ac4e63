/** Fields take what is dropped into them. */
const isField = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=file]), textarea, [contenteditable=true]') !== null;

/**
 * Keeps the page when files are dragged over it or dropped on it: a browser would leave the page for the file. Who wants
 * the files takes them all the same, and sets the effect that the pointer shows.
 */
export function holdPage(event: DragEvent): void {
  if (event.defaultPrevented || isField(event.target)) return;
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}
