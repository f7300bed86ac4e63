import type { Attachment } from 'svelte/attachments';

/**
 * Closes a modal dialog when somebody presses beside it, which is what `closedby="any"` says to newer browsers only. A
 * press that begins in the dialog, such as one that marks text, closes nothing wherever it ends.
 */
export const lightDismiss: Attachment<HTMLDialogElement> = (dialog) => {
  let beganBeside = false;

  const liesBeside = (event: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    return event.target === dialog && !inside;
  };
  const onpointerdown = (event: PointerEvent) => (beganBeside = liesBeside(event));
  const onclick = (event: MouseEvent) => {
    if (beganBeside && liesBeside(event)) dialog.close();
    beganBeside = false;
  };

  dialog.addEventListener('pointerdown', onpointerdown);
  dialog.addEventListener('click', onclick);
  return () => {
    dialog.removeEventListener('pointerdown', onpointerdown);
    dialog.removeEventListener('click', onclick);
  };
};
