import { actionOf } from '$lib/player/keys';
import { PRESENT_KEYS, type PresentAction } from '$lib/present/keys';
import { describe, expect, it } from 'vitest';

const press = (code: string, key: string, shiftKey = false) => ({
  code,
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false
});

/** What the documentation says, written out once more: the key's place, what it writes, what it does. */
const DECLARED: readonly [ReturnType<typeof press>, PresentAction | null][] = [
  [press('ArrowRight', 'ArrowRight'), 'next'],
  [press('Space', ' '), 'next'],
  [press('PageDown', 'PageDown'), 'next'],
  [press('ArrowLeft', 'ArrowLeft'), 'back'],
  [press('Space', ' ', true), 'back'],
  [press('PageUp', 'PageUp'), 'back'],
  [press('Home', 'Home'), 'first'],
  [press('End', 'End'), 'last'],
  [press('ArrowUp', 'ArrowUp'), 'previous-scene'],
  [press('ArrowDown', 'ArrowDown'), 'next-scene'],
  [press('KeyP', 'p'), 'play'],
  [press('KeyB', 'b'), 'black'],
  [press('Period', '.'), 'black'],
  // A clicker that takes the machine for a French one: the key with the semicolon writes a full stop with Shift.
  [press('Comma', '.', true), 'black'],
  [press('KeyF', 'f'), 'fullscreen'],
  [press('KeyS', 's'), 'speaker'],
  [press('KeyG', 'g'), 'go-to'],
  [press('KeyL', 'l'), 'laser'],
  [press('KeyD', 'd'), 'pen'],
  [press('KeyX', 'x'), 'clear'],
  [press('KeyZ', 'z'), 'zoom'],
  [press('KeyE', 'e'), 'edit'],
  [press('KeyR', 'r'), 'reset'],
  [press('KeyH', 'h'), 'contrast'],
  [press('KeyC', 'c'), 'contrast'],
  [press('KeyQ', 'q'), 'code'],
  [press('Slash', '?', true), 'help'],
  [press('Escape', 'Escape'), 'leave'],
  // Loading anew is the browser's, so that it works as everywhere.
  [press('F5', 'F5'), null],
  [press('KeyW', 'w'), null]
];

describe('the keys of the projection', () => {
  it.each(DECLARED)('%o does what is declared', (event, action) => {
    expect(actionOf(event, null, PRESENT_KEYS)).toBe(action);
  });

  it('are the same while the Korean layout is on', () => {
    const hangul = {
      KeyB: 'ㅠ',
      KeyP: 'ㅔ',
      KeyS: 'ㄴ',
      KeyF: 'ㄹ',
      KeyD: 'ㅇ',
      KeyL: 'ㅣ',
      KeyG: 'ㅎ',
      KeyZ: 'ㅋ'
    };
    for (const [code, key] of Object.entries(hangul)) {
      const latin = press(code, code.slice(3).toLowerCase());
      expect(actionOf(press(code, key), null, PRESENT_KEYS)).toBe(actionOf(latin, null, PRESENT_KEYS));
    }
  });

  it('are silent while Hangul is composed, and leave the browser its own', () => {
    const b = press('KeyB', 'b');
    expect(actionOf({ ...b, isComposing: true }, null, PRESENT_KEYS)).toBeNull();
    expect(actionOf({ ...b, ctrlKey: true }, null, PRESENT_KEYS)).toBeNull();
    expect(actionOf({ ...press('KeyR', 'r'), metaKey: true }, null, PRESENT_KEYS)).toBeNull();
  });

  it('say each thing once, and no press means two', () => {
    const actions = PRESENT_KEYS.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
    const presses = PRESENT_KEYS.flatMap((each) =>
      each.presses.map(({ code, key, shift = false }) => `${code ?? key} ${shift}`)
    );
    expect(new Set(presses).size).toBe(presses.length);
  });
});
