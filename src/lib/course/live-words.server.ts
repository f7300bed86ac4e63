import type MarkdownIt from 'markdown-it';

/** What a text names: things on stage, and numbers of the scene. */
export interface NamedInProse {
  readonly things: readonly string[];
  readonly values: readonly string[];
}

const THING = 'stage:';
const VALUE = 'value:';

/** The names that made HTML holds, in their order. */
export function namedIn(html: string): NamedInProse {
  const names = (attribute: string) =>
    [...html.matchAll(new RegExp(` data-${attribute}="([^"]*)"`, 'g'))].map(([, name]) => name ?? '');
  return { things: names('names'), values: names('value') };
}

/**
 * Live words for Markdown: `[필터](stage:kernel)` becomes a button that names a thing on stage, and
 * `[](value:stride)` the place of a number of the scene. What the names mean is the kind's to say; the page brings
 * them to life.
 */
export function liveWords(markdown: InstanceType<typeof MarkdownIt>): void {
  markdown.core.ruler.push('live_words', (state) => {
    for (const { children } of state.tokens) {
      let open: string | null = null;
      for (const token of children ?? []) {
        const address = token.type === 'link_open' ? `${token.attrGet('href')}` : '';
        if (address.startsWith(THING)) {
          open = token.tag = 'button';
          token.attrs = [
            ['type', 'button'],
            ['class', 'thing'],
            ['data-names', address.slice(THING.length)]
          ];
        } else if (address.startsWith(VALUE)) {
          open = token.tag = 'span';
          token.attrs = [
            ['class', 'live'],
            ['data-value', address.slice(VALUE.length)]
          ];
        } else if (token.type === 'link_close' && open !== null) {
          token.tag = open;
          open = null;
        }
      }
    }
  });
}
