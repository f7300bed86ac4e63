import { holdPage } from '$lib/ui';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Whether the browser is kept from doing what it does with what is dropped. */
function isHeld(target: Element, carried: DataTransfer): boolean {
  document.body.append(target);
  const event = new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  target.remove();
  return event.defaultPrevented;
}

function files(): DataTransfer {
  const carried = new DataTransfer();
  carried.items.add(new File(['x'], 'cat.png', { type: 'image/png' }));
  return carried;
}

function words(): DataTransfer {
  const carried = new DataTransfer();
  carried.setData('text/plain', '1 2');
  return carried;
}

describe('what is dropped on a page that does not want it', () => {
  beforeEach(() => addEventListener('drop', holdPage));
  afterEach(() => removeEventListener('drop', holdPage));

  it('does not take the page away when it is a file', () => {
    expect(isHeld(document.createElement('p'), files())).toBe(true);
  });

  it('is the business of the browser when it is text, or dropped into a field', () => {
    expect(isHeld(document.createElement('p'), words())).toBe(false);
    expect(isHeld(document.createElement('textarea'), files())).toBe(false);
  });
});
