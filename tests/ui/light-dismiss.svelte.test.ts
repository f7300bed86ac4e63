import { lightDismiss } from '$lib/ui';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

let dialog: HTMLDialogElement;

beforeEach(() => {
  dialog = document.createElement('dialog');
  dialog.style.cssText = 'width: 200px; height: 100px; padding: 20px';
  dialog.innerHTML = '<p>Words that can be marked</p>';
  document.body.append(dialog);
  const stop = lightDismiss(dialog);
  onTestFinished(() => {
    stop?.();
    dialog.remove();
  });
  dialog.showModal();
});

/** A press at one place that ends at another; the browser sends the click to what both have in common. */
function press(from: { x: number; y: number }, to = from): void {
  const eventAt = ({ x, y }: typeof from) => ({ clientX: x, clientY: y, bubbles: true });
  dialog.dispatchEvent(new PointerEvent('pointerdown', eventAt(from)));
  dialog.dispatchEvent(new MouseEvent('click', eventAt(to)));
}

const beside = { x: 2, y: 2 };
function inside() {
  const { left, top } = dialog.getBoundingClientRect();
  return { x: left + 5, y: top + 5 };
}

describe('a modal dialog', () => {
  it('closes when one presses beside it', () => {
    press(beside);
    expect(dialog.open).toBe(false);
  });

  it('stays when one presses on it, also where it is empty', () => {
    press(inside());
    expect(dialog.open).toBe(true);
  });

  it('stays when a press that marks its words ends beside it', () => {
    press(inside(), beside);
    expect(dialog.open).toBe(true);
  });

  it('stays when a key presses one of its buttons', () => {
    dialog.querySelector('p')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dialog.open).toBe(true);
  });
});
