import { keepTextAlive } from '$lib/ui';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

let root: HTMLElement;
let text: Text;

beforeEach(() => {
  root = document.createElement('p');
  text = document.createTextNode('six');
  root.append('a ', text, ' b');
  document.body.append(root);
  const stop = keepTextAlive(root);
  onTestFinished(() => {
    stop();
    root.remove();
  });
});

/** A translator's element, with its words. */
function replaced(words: string): HTMLElement {
  const font = document.createElement('font');
  font.textContent = words;
  return font;
}

describe('a text that a translator has replaced', () => {
  it.each([
    ['in one stroke', (font: HTMLElement) => text.replaceWith(font)],
    ['in two', (font: HTMLElement) => (text.before(font), text.remove())]
  ])('%s shows the new words, until something is written into it', async (_, replace) => {
    replace(replaced('sechs'));
    await tick();
    expect(root.textContent).toBe('a sechs b');
    text.data = 'seven';
    await tick();
    expect(root.textContent).toBe('a seven b');
    // And again.
    replace(replaced('sieben'));
    await tick();
    expect(root.textContent).toBe('a sieben b');
    text.data = '';
    await tick();
    expect(root.textContent).toBe('a  b');
  });

  it('is gone with its translation when it is taken away', async () => {
    text.replaceWith(replaced('sechs'));
    await tick();
    text.remove();
    await tick();
    expect(root.textContent).toBe('a  b');
  });

  it('has its own words again when the translation is taken back', async () => {
    const font = replaced('sechs');
    text.replaceWith(font);
    await tick();
    font.remove();
    await tick();
    expect(root.textContent).toBe('a six b');
  });

  it('is left alone by whatever else changes', async () => {
    root.append(document.createElement('b'));
    text.replaceWith('nine');
    await tick();
    expect(root.textContent).toBe('a nine b');
  });
});
