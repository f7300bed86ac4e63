import type { KeyList } from '$lib/player';

/** What a key can do in front of a class. */
export type PresentAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'previous-scene'
  | 'next-scene'
  | 'go-to'
  | 'play'
  | 'cell'
  | 'product'
  | 'speaker'
  | 'laser'
  | 'pen'
  | 'clear'
  | 'zoom'
  | 'edit'
  | 'reset'
  | 'black'
  | 'contrast'
  | 'fullscreen'
  | 'code'
  | 'help'
  | 'leave';

/** The keys of a projected lesson, clickers' included: they send Page Up and Page Down, a full stop or B, F5 and Esc. */
export const PRESENT_KEYS: KeyList<PresentAction> = [
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
  { action: 'go-to', presses: [{ code: 'KeyG', cap: 'G' }] },
  { action: 'play', presses: [{ code: 'KeyP', cap: 'P' }] },
  { action: 'cell', presses: [{ code: 'Digit1', cap: '1' }] },
  { action: 'product', presses: [{ code: 'Digit2', cap: '2' }] },
  { action: 'speaker', presses: [{ code: 'KeyS', cap: 'S' }] },
  { action: 'laser', presses: [{ code: 'KeyL', cap: 'L' }] },
  { action: 'pen', presses: [{ code: 'KeyD', cap: 'D' }] },
  { action: 'clear', presses: [{ code: 'KeyX', cap: 'X' }] },
  { action: 'zoom', presses: [{ code: 'KeyZ', cap: 'Z' }] },
  { action: 'edit', presses: [{ code: 'KeyE', cap: 'E' }] },
  { action: 'reset', presses: [{ code: 'KeyR', cap: 'R' }] },
  {
    action: 'black',
    presses: [
      { code: 'KeyB', cap: 'B' },
      { key: '.', cap: '.' }
    ]
  },
  {
    action: 'contrast',
    presses: [
      { code: 'KeyH', cap: 'H' },
      { code: 'KeyC', cap: 'C' }
    ]
  },
  { action: 'fullscreen', presses: [{ code: 'KeyF', cap: 'F' }] },
  { action: 'code', presses: [{ code: 'KeyQ', cap: 'Q' }] },
  { action: 'help', presses: [{ key: '?', cap: '?' }] },
  { action: 'leave', presses: [{ code: 'Escape', cap: 'Esc' }] }
];
