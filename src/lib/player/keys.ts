/** What a key can do. */
export type Action =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'previous-scene'
  | 'next-scene'
  | 'play'
  | 'cell'
  | 'product'
  | 'answer'
  | 'help';

/**
 * One way to press a key. Letters and named keys are matched by their place on the keyboard (`code`), so that
 * they work while the Korean layout is on; punctuation by what it writes (`key`), because its place differs.
 */
export interface KeyPress {
  readonly code?: string;
  readonly key?: string;
  readonly shift?: boolean;
  /** What stands on the key; 'space' is named in the reader's language. */
  readonly cap: string;
}

/** What keys can do in one place, each with the ways to press it; listener and help are both made from such a list. */
export type KeyList<Name> = readonly { readonly action: Name; readonly presses: readonly KeyPress[] }[];

/** The keys of a lesson page. */
export const KEYS: KeyList<Action> = [
  {
    action: 'next',
    presses: [
      { code: 'ArrowRight', cap: '→' },
      { code: 'Space', cap: 'space' },
      { code: 'PageDown', cap: 'Page Down' }
    ]
  },
  {
    action: 'back',
    presses: [
      { code: 'ArrowLeft', cap: '←' },
      { code: 'Space', shift: true, cap: 'Shift + space' },
      { code: 'PageUp', cap: 'Page Up' }
    ]
  },
  { action: 'first', presses: [{ code: 'Home', cap: 'Home' }] },
  { action: 'last', presses: [{ code: 'End', cap: 'End' }] },
  { action: 'previous-scene', presses: [{ code: 'ArrowUp', cap: '↑' }] },
  { action: 'next-scene', presses: [{ code: 'ArrowDown', cap: '↓' }] },
  { action: 'play', presses: [{ code: 'KeyP', cap: 'P' }] },
  { action: 'cell', presses: [{ code: 'Digit1', cap: '1' }] },
  { action: 'product', presses: [{ code: 'Digit2', cap: '2' }] },
  { action: 'answer', presses: [{ code: 'KeyA', cap: 'A' }] },
  { action: 'help', presses: [{ key: '?', cap: '?' }] }
];

export type PressedKey = Pick<
  KeyboardEvent,
  'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'
>;

function matches(press: KeyPress, event: PressedKey): boolean {
  if (press.key !== undefined) return event.key === press.key;
  return event.code === press.code && event.shiftKey === (press.shift ?? false);
}

const ARROWS_AND_ENDS = /^(Arrow(Up|Down|Left|Right)|Home|End)$/;

/** Keys that a focused control of each sort keeps for itself. */
const OWN_KEYS: readonly { readonly selector: string; readonly owns: (event: PressedKey) => boolean }[] = [
  {
    selector: 'input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable=true]',
    owns: () => true
  },
  { selector: 'dialog, [popover]', owns: () => true },
  {
    selector: 'select',
    owns: (event) => event.code !== 'PageUp' && event.code !== 'PageDown' && event.key !== '?'
  },
  {
    selector: 'input[type=range]',
    owns: (event) => ARROWS_AND_ENDS.test(event.key)
  },
  {
    selector: 'input[type=radio]',
    owns: (event) => event.key.startsWith('Arrow') || event.code === 'Space'
  },
  { selector: 'button, summary, input[type=checkbox]', owns: (event) => event.code === 'Space' },
  { selector: '[role=grid], .term', owns: (event) => ARROWS_AND_ENDS.test(event.key) },
  // A text that scrolls keeps the keys that scroll it, but not for the links and buttons inside it.
  { selector: '.scrolls:focus', owns: (event) => ARROWS_AND_ENDS.test(event.key) }
];

/**
 * What a key press asks of the player, if anything: nothing while somebody types or composes Hangul, nothing
 * that the focused control handles itself.
 */
export function actionOf(event: PressedKey, focused: Element | null): Action | null;
export function actionOf<Name>(event: PressedKey, focused: Element | null, keys: KeyList<Name>): Name | null;
export function actionOf(event: PressedKey, focused: Element | null, keys: KeyList<unknown> = KEYS): unknown {
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  // Until the next frame the focus may be where it was in a dialog that has just closed: nobody types there any more.
  const holder = focused?.closest('dialog:not([open])') ? null : focused;
  if (OWN_KEYS.some(({ selector, owns }) => holder?.closest(selector) && owns(event))) return null;
  return keys.find(({ presses }) => presses.some((press) => matches(press, event)))?.action ?? null;
}
