// A PostCSS plugin: on a projected canvas the window's size means nothing.
import { readFileSync } from 'node:fs';

/** The named windows that have an arrangement of the stage of their own, by what `data-canvas` calls it. */
const ARRANGEMENTS = { narrow: '--narrow', low: '--short' };

const PARTS_OF_STAGES = /\/src\/lib\/(?:stage|kinds|picture)\//;
/** Svelte scopes selectors between two runs: the first one is not for us. */
const BEFORE_SCOPING = /\.vite-preprocess\.css$/;

/** The plugin that puts conditions in the place of names drops some brackets. */
const plain = (/** @type {string} */ text) =>
  text
    .replace(/[\s()]+/g, ' ')
    .replace(/ ?, ?/g, ',')
    .trim();

/**
 * The condition of each named window.
 * @param {string} css
 * @returns {Map<string, string>}
 */
function namedWindows(css) {
  const found = css.matchAll(/@custom-media\s+(--[\w-]+)\s+([^;]+);/g);
  return new Map([...found].map(([, name = '', condition = '']) => [name, plain(condition)]));
}

/**
 * Adds a condition to what a selector matches, before any pseudo-element of it; it weighs nothing.
 * @param {string} selector
 * @param {string} condition
 */
function where(selector, condition) {
  const [, matched, pseudoElement = ''] = /^([^]*?)(::[\w-]+[^\s>+~]*)?$/.exec(selector) ?? [];
  return `${matched}:where(${condition})${pseudoElement}`;
}

/**
 * Whatever stands on a canvas of fixed size, which is scaled as a whole (`data-canvas`), takes no notice of the size
 * of the window: rules for windows pass it over. Those that belong to an arrangement of the stage hold on a canvas
 * that shows this arrangement, whatever the window.
 *
 * @param {string} file the list of named windows
 * @returns {import('postcss').Plugin}
 */
export function canvasMedia(file) {
  const windows = namedWindows(readFileSync(file, 'utf8'));
  return {
    postcssPlugin: 'stride-canvas-media',
    OnceExit(root, { result }) {
      const from = result.opts.from?.replaceAll('\\', '/') ?? '';
      if (!PARTS_OF_STAGES.test(from) || BEFORE_SCOPING.test(from)) return;
      root.walkAtRules('media', (media) => {
        if (!/\b(?:width|height|orientation)\b/.test(media.params)) return;
        const arrangement = Object.entries(ARRANGEMENTS).find(
          ([, name]) => windows.get(name) === plain(media.params)
        )?.[0];
        const copies = arrangement ? media.clone().nodes : undefined;
        media.walkRules((rule) => {
          rule.selectors = rule.selectors.map((selector) => where(selector, ':not([data-canvas] *)'));
        });
        if (!copies) return;
        for (const node of copies.toReversed()) {
          if (node.type !== 'rule') continue;
          node.selectors = node.selectors.map((one) => where(one, `[data-canvas='${arrangement}'] *`));
          media.after(node);
        }
      });
    }
  };
}
