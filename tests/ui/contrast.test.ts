import { rgb } from 'd3';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Without indentation: a rule is found wherever it stands. */
const CSS = readFileSync('src/lib/ui/tokens.css', 'utf8').replace(/^ +/gm, '');

type Palette = Readonly<Record<string, string>>;

/** The colours set in the rule of a selector. */
function coloursOf(selector: string): Palette {
  const start = CSS.indexOf(`\n${selector} {`);
  const rule = start < 0 ? '' : CSS.slice(start, CSS.indexOf('}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex])
  );
}

const LIGHT = coloursOf(':root');
const THEMES: readonly [theme: string, palette: Palette][] = [
  ['light', LIGHT],
  ['dark', { ...LIGHT, ...coloursOf(":root[data-theme='dark']") }],
  ['contrast', { ...LIGHT, ...coloursOf(":root[data-theme='contrast']") }]
];

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const linear = (channel: number) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
function contrast(one: string, two: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

type Pair = readonly [foreground: string, background: string];

/** What is written in which colour on what. */
const TONES = ['input', 'kernel', 'product', 'output'];
const WRITTEN: readonly Pair[] = [
  ...['ink', 'soft', ...TONES].flatMap((tone): Pair[] => [
    [tone, 'paper'],
    [tone, 'panel']
  ]),
  ...TONES.map((tone): Pair => [tone, `${tone}-soft`]),
  // Captions and notices lie on the kernel's colour, an answer that is right on the output's.
  ['ink', 'kernel-soft'],
  ['ink', 'output-soft'],
  ['on-output', 'output'],
  // Products as they fall into their cell of the output.
  ['product', 'output-soft'],
  // The number of the current scene; the play button; a panel that is open.
  ['panel', 'kernel'],
  ['paper', 'ink'],
  ['ink', 'todo'],
  ['soft', 'todo'],
  // The factors of a product that counts; the line of the code that is being run; weights over the window.
  ['input', 'product-soft'],
  ['kernel', 'product-soft'],
  ['ink', 'product-soft'],
  ['kernel', 'input-soft'],
  // A padding zero, on its stripes.
  ['ink', 'hatch'],
  ['input', 'hatch'],
  ['kernel', 'hatch']
];
/** Outlines without which something could not be told: the window, marks, the focus, what can be edited. */
const DRAWN: readonly Pair[] = [
  ...['kernel', 'input', 'product', 'output', 'focus', 'soft', 'ink'].flatMap((tone): Pair[] => [
    [tone, 'paper'],
    [tone, 'panel']
  ]),
  ['kernel', 'input-soft'],
  ['focus', 'input-soft'],
  ['focus', 'kernel-soft'],
  // The window that is only announced.
  ['soft', 'input-soft'],
  ['input', 'output-soft'],
  ['input', 'todo'],
  ['output', 'output-soft']
];

const failing = (palette: Palette, pairs: readonly Pair[], least: number) =>
  pairs
    .map(([foreground, background]) => ({
      pair: `${foreground} on ${background}`,
      ratio: contrast(palette[foreground] ?? '', palette[background] ?? '')
    }))
    // A colour that is not there has no ratio, and fails as well.
    .filter(({ ratio }) => !(ratio >= least));

describe('the measure', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  it('finds a pair that is too faint, and one whose colour is missing', () => {
    const palette = { ink: '#777777', paper: '#ffffff' };
    expect(failing(palette, [['ink', 'paper']], 4.5)).toHaveLength(1);
    expect(failing(palette, [['ink', 'nothing']], 4.5)).toHaveLength(1);
  });
});

describe.each(THEMES)('in the %s theme', (_, palette) => {
  it('everything written has a contrast of 4.5 to 1', () => {
    expect(failing(palette, WRITTEN, 4.5)).toEqual([]);
  });

  it('every outline that carries meaning has a contrast of 3 to 1', () => {
    expect(failing(palette, DRAWN, 3)).toEqual([]);
  });

  it('sets every colour itself', () => {
    expect(Object.keys(palette).sort()).toEqual(Object.keys(LIGHT).sort());
    expect(new Set(THEMES.map(([, other]) => other['ink'])).size).toBe(THEMES.length);
  });
});
