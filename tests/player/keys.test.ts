import { actionOf, KEYS, type Action } from '$lib/player/keys';
import { describe, expect, it } from 'vitest';

type Press = Parameters<typeof actionOf>[0];

const NO_PRESS: Press = {
  code: '',
  key: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false
};

/** What a US keyboard writes with a key. */
const WRITES: Readonly<Record<string, string>> = {
  Space: ' ',
  KeyP: 'p',
  Digit1: '1',
  Digit2: '2',
  Slash: '/'
};

const press = (code: string, changes: Partial<Press> = {}): Press => ({
  ...NO_PRESS,
  code,
  key: WRITES[code] ?? code,
  ...changes
});
const HELP = press('Slash', { key: '?', shiftKey: true });

/** What stands in the documentation, written out once more. */
const DECLARED: readonly [Press, Action][] = [
  [press('ArrowRight'), 'next'],
  [press('Space'), 'next'],
  [press('PageDown'), 'next'],
  [press('ArrowLeft'), 'back'],
  [press('Space', { shiftKey: true }), 'back'],
  [press('PageUp'), 'back'],
  [press('Home'), 'first'],
  [press('End'), 'last'],
  [press('ArrowUp'), 'previous-scene'],
  [press('ArrowDown'), 'next-scene'],
  [press('KeyP'), 'play'],
  [press('Digit1'), 'cell'],
  [press('Digit2'), 'product'],
  [press('KeyA'), 'answer'],
  [HELP, 'help']
];
const ARROWS_AND_ENDS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** An element as far as `closest` goes, with selectors that its own kind, or one around it, answers to. */
function focused(...kinds: string[]): Element {
  const closest = (selector: string) => (kinds.some((kind) => selector === kind) ? {} : null);
  return { closest } as unknown as Element;
}

/** The selectors that keys.ts asks for, one for each sort of control. */
const TEXT = 'input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable=true]';
const BUTTON = 'button, summary, input[type=checkbox]';
const GRID = '[role=grid], .term';

const performed = (element: Element | null) =>
  DECLARED.filter(([event]) => actionOf(event, element) !== null).map(([event]) => event);
const kept = (element: Element) => {
  const left = performed(element);
  return DECLARED.map(([event]) => event).filter((event) => !left.includes(event));
};
const codes = (events: readonly Press[]) => [...new Set(events.map(({ code }) => code))].sort();

describe('a key', () => {
  it.each(DECLARED)('does what is declared of it: %o is %s', (event, action) => {
    expect(actionOf(event, null)).toBe(action);
    expect(actionOf(event, focused('main'))).toBe(action);
  });

  it('is declared for every action, and nothing beyond', () => {
    expect(DECLARED).toHaveLength(KEYS.flatMap(({ presses }) => presses).length);
    expect(KEYS.map(({ action }) => action)).toEqual([...new Set(DECLARED.map(([, action]) => action))]);
  });

  it('never means two actions', () => {
    const presses = KEYS.flatMap((entry) =>
      entry.presses.map((one) => `${one.key ?? ''} ${one.code ?? ''} ${one.shift ?? false}`)
    );
    expect(new Set(presses).size).toBe(presses.length);
  });

  it('works by its place while the Korean layout writes another letter', () => {
    expect(actionOf(press('KeyP', { key: 'ㅔ' }), null)).toBe('play');
    expect(actionOf(press('KeyQ', { key: 'p' }), null)).toBeNull();
  });

  it('asks for help by what it writes, wherever that stands', () => {
    expect(actionOf(press('Minus', { key: '?', shiftKey: true }), null)).toBe('help');
    expect(actionOf(press('Slash'), null)).toBeNull();
  });

  it('that is not declared does nothing', () => {
    for (const code of ['KeyZ', 'Enter', 'Escape', 'Tab', 'Digit3', 'F5', 'Numpad1', 'Backspace']) {
      expect(actionOf(press(code), null)).toBeNull();
    }
  });
});

describe('a press that is meant for somebody else', () => {
  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('does nothing: with %s', (modifier) => {
    for (const [event] of DECLARED) expect(actionOf({ ...event, [modifier]: true }, null)).toBeNull();
  });

  it('does nothing with Shift, but for the space bar and the question mark', () => {
    for (const [event] of DECLARED) {
      const exempt = event.code === 'Space' || event.key === '?';
      if (!exempt) expect(actionOf({ ...event, shiftKey: true }, null)).toBeNull();
    }
  });

  it('does nothing while Hangul is being composed', () => {
    for (const [event] of DECLARED) {
      expect(actionOf({ ...event, isComposing: true }, null)).toBeNull();
      expect(actionOf({ ...event, key: 'Process' }, null)).toBeNull();
    }
  });

  it('does nothing when it has been answered already', () => {
    for (const [event] of DECLARED) expect(actionOf({ ...event, defaultPrevented: true }, null)).toBeNull();
  });
});

describe('the focused control keeps', () => {
  it('every key while somebody types, or a dialog is open', () => {
    expect(performed(focused(TEXT))).toEqual([]);
    expect(performed(focused('dialog, [popover]'))).toEqual([]);
    expect(performed(focused(BUTTON, 'dialog, [popover]'))).toEqual([]);
  });

  it('nothing once its dialog is closed, though the focus has not moved yet', () => {
    expect(kept(focused(TEXT, 'dialog, [popover]', 'dialog:not([open])'))).toEqual([]);
  });

  it('a select: everything but the page keys and help', () => {
    expect(codes(performed(focused('select')))).toEqual(['PageDown', 'PageUp', 'Slash']);
  });

  it('a slider: the keys that move it', () => {
    expect(codes(kept(focused('input[type=range]')))).toEqual([...ARROWS_AND_ENDS].sort());
  });

  it('a radio button: arrows and the space bar', () => {
    const arrows = ARROWS_AND_ENDS.filter((code) => code.startsWith('Arrow'));
    expect(codes(kept(focused('input[type=radio]')))).toEqual([...arrows, 'Space'].sort());
  });

  it('a button: the space bar', () => {
    expect(codes(kept(focused(BUTTON)))).toEqual(['Space']);
    expect(kept(focused(BUTTON))).toHaveLength(2);
  });

  it('a text that scrolls: the keys that scroll it by lines and to its ends', () => {
    expect(codes(kept(focused('.scrolls:focus')))).toEqual([...ARROWS_AND_ENDS].sort());
  });

  it('a grid or a term: the keys that move in it; the page keys still step', () => {
    const grid = focused(GRID);
    expect(codes(kept(grid))).toEqual([...ARROWS_AND_ENDS].sort());
    expect(actionOf(press('PageDown'), grid)).toBe('next');
    expect(actionOf(press('PageUp'), grid)).toBe('back');
    expect(actionOf(press('KeyP'), grid)).toBe('play');
  });

  it('a term: the space bar as well, for it is a button', () => {
    expect(codes(kept(focused(BUTTON, GRID)))).toEqual([...ARROWS_AND_ENDS, 'Space'].sort());
  });
});
