/**
 * What of the styles one of the oldest browsers in package.json does not know (by MDN's data), and what stands there
 * instead. Anything else that is too new for them fails the check.
 */
const FALLBACKS = {
  // The slider is painted in the browser's own colour.
  'properties.accent-color': 'Safari',
  // A sum of one line stands at the top of its box, not in the middle.
  'properties.align-content.flex_context.safe_unsafe': 'Safari',
  // Until the site's own font has arrived, lines are as high as the letters of the one that stands in.
  'at-rules.font-face.ascent-override': 'Safari',
  'at-rules.font-face.descent-override': 'Safari',
  'at-rules.font-face.line-gap-override': 'Safari',
  // All worksheets of a class are laid out at once, which takes a little longer.
  'properties.content-visibility': 'Safari',
  // It has no forced colours.
  'properties.forced-color-adjust': 'Safari',
  // The field keeps its height and scrolls.
  'properties.resize': 'Safari on iPhones',
  // Only iPhones enlarge letters by themselves, and they know the prefixed name.
  'properties.text-size-adjust': 'Firefox and Safari on a desk',
  // Lines break where they are full.
  'properties.text-wrap': 'Safari',
  // The thumb of a slider has two names, and each browser finds its own.
  'selectors.-webkit-slider-thumb': 'Firefox',
  'selectors.-moz-range-thumb': 'Chrome and Safari'
};

/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-browser-compat'],
  overrides: [{ files: ['**/*.svelte'], customSyntax: 'postcss-html' }],
  rules: {
    'plugin/browser-compat': [true, { allow: { features: Object.keys(FALLBACKS) } }]
  }
};
