import { building } from '$app/environment';
import { kindSourcesIn } from '$lib/kinds/sources.server';
import { PAGE_FONTS, pageFontRules, type PageFont } from '$lib/ui';
import { existsSync, readFileSync } from 'node:fs';

/** What the bundler says of a chunk: its file, the chunks that it imports, its style sheets. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Where SvelteKit leaves what browsers fetch; it is there before pages are prerendered. */
const CLIENT = '.svelte-kit/output/client';
const MANIFEST = `${CLIENT}/.vite/manifest.json`;

const manifest: Readonly<Record<string, Chunk>> =
  building && existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {};

/** The chunk under a key of the manifest and all that it imports. */
function chunksOf(key: string, found = new Set<Chunk>()): Set<Chunk> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk)) return found;
  found.add(chunk);
  for (const imported of chunk.imports ?? []) chunksOf(imported, found);
  return found;
}

/** The way from a page up to where the site begins, as the page's own addresses have it: `./`, `../../`. */
function wayUp(html: string): string {
  return /\bhref="([./]*)_app\//.exec(html)?.[1] ?? '';
}

/** The scripts that a page announces, with their styles. */
function announced(html: string): Chunk[] {
  const up = wayUp(html);
  return Object.values(manifest).filter(
    ({ file }) => file.endsWith('.js') && html.includes(`href="${up}${file}"`)
  );
}

/** The page of errors, whose script SvelteKit fetches on every page as soon as it runs. */
const ERROR_PAGE = '.svelte-kit/generated/client-optimized/nodes/1.js';

/**
 * Links that fetch at once what the page will ask for when it wakes up: the scripts of a lesson's kinds of scene, and
 * that of the page of errors. Without them the browser would hear of these one round trip later, from a link that is
 * put into the page while it wakes, which costs more time than any other line then.
 */
function withScripts(html: string): string {
  if (announced(html).length === 0) return html;
  const keys = [ERROR_PAGE, ...kindSourcesIn(html)];
  const up = wayUp(html);
  const links = [...new Set(keys.flatMap((key) => [...chunksOf(key)]))]
    .filter(({ file }) => !html.includes(file))
    .map(({ file }) => `<link rel="modulepreload" href="${up}${file}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

const styleOf = (file: string) => readFileSync(`${CLIENT}/${file}`, 'utf8').trim();

/**
 * Sees to it that the page has the styles of the scripts that it announces, and no others. SvelteKit writes those of all
 * kinds of scene and of all dialogs into each lesson, but not those of what several kinds share: these would come with
 * the scripts, after the page, and move it. A page without any script keeps what it has.
 *
 * @throws {Error} when a style is not written into the page as its file has it
 */
function withOwnStyles(html: string): string {
  const own = new Set(announced(html).flatMap(({ css = [] }) => css));
  if (own.size === 0) return html;
  const ofKinds = new Set(kindSourcesIn(html).flatMap((source) => manifest[source]?.css ?? []));
  const written: string[] = [];
  let page = html.replace(
    /<link href="[./]*([^"]+\.css)" rel="stylesheet"[^>]*>\s*/g,
    (link, file: string) => {
      written.push(file);
      return own.has(file) ? link : '';
    }
  );
  const missing = [...own].filter((file) => !written.includes(file));
  let from = 0;
  let shared: number | null = null;
  // One after the other, as they were written: a short style may also be a part of a longer one.
  for (const file of written) {
    const style = styleOf(file);
    const at = page.indexOf(style, from);
    if (own.has(file)) {
      // What is shared goes before what is particular. Fonts have other addresses in the page than in their file.
      if (at >= 0 && ofKinds.has(file)) shared ??= at;
      if (at >= 0) from = at + style.length;
      continue;
    }
    if (at < 0) throw new Error(`The page does not hold the styles of ${file} as they are.`);
    page = page.slice(0, at) + page.slice(at + style.length);
  }
  if (missing.length === 0) return page;
  const place = shared ?? page.indexOf('</style>');
  const links = missing.map(
    (file) => `<link href="${wayUp(html)}${file}" rel="stylesheet" disabled media="(max-width: 0)">`
  );
  page = page.slice(0, place) + missing.map(styleOf).join('') + page.slice(place);
  return page.replace('</head>', `${links.join('')}</head>`);
}

/**
 * Links that fetch the pictures of the first sight before all scripts, which would take their place on the line: those
 * that say so themselves.
 */
function withPictures(html: string): string {
  const images = html.match(/<img [^>]*fetchpriority="high"[^>]*>/g) ?? [];
  const links = images.map((image) => {
    const address = /\bsrc="([^"]+)"/.exec(image)?.[1];
    return `<link rel="preload" as="image" href="${address}" fetchpriority="high">`;
  });
  return html.replace(/<link [^>]*rel="modulepreload"/, `${links.join('')}$&`);
}

/** The page's own fonts. Their rules stand last in the head: of two that claim a character the later one has it. */
function withFonts(html: string, fonts: readonly PageFont[]): string {
  const rules = pageFontRules(fonts, building ? wayUp(html) : '/');
  return html.replace('<!--page-fonts-->', () => (rules ? `<style id="${PAGE_FONTS}">${rules}</style>` : ''));
}

/** A page with its own fonts and, when it is prerendered, with the head that it needs and no more. */
export function withOwnHead(html: string, fonts: readonly PageFont[] = []): string {
  return withFonts(building ? withPictures(withOwnStyles(withScripts(html))) : html, fonts);
}
