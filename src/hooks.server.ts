import { baseLocale, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import type { Handle } from '@sveltejs/kit';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import beforePaint from './before-paint.js?raw';
import findHome from './find-home.js?raw';
import { withOwnHead } from './page-head.server';

// Pages of both languages are rendered at the same time: each one keeps its own.
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

const script = `<script>${beforePaint}</script>`;

/** The policy's list of scripts, and the same with the one that only the page of missing addresses has. */
const SCRIPTS = "script-src 'self'";
const scriptsThere = `${SCRIPTS} 'sha256-${createHash('sha256').update(findHome).digest('base64')}'`;

/** That page answers at any depth. Without scripts it takes the site to stand at the root of its host, as most do. */
function withHome(html: string): string {
  return html
    .replace(SCRIPTS, scriptsThere)
    .replace('<!--before-paint-->', () => `<base href="/" /><script>${findHome}</script><!--before-paint-->`);
}

export const handle: Handle = ({ event, resolve }) => {
  const here = (event.params.lang as Locale | undefined) ?? baseLocale;
  const isMissing = event.route.id === '/404.html';
  return language.run(here, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        withOwnHead(
          (isMissing ? withHome(html) : html)
            .replace('%lang%', here)
            .replace('<!--before-paint-->', () => script),
          event.locals.fonts
        )
    })
  );
};
