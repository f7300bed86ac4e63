import { baseLocale, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import type { Handle } from '@sveltejs/kit';
import { AsyncLocalStorage } from 'node:async_hooks';
import beforePaint from './before-paint.js?raw';
import findHome from './find-home.js?raw';
import { withOwnHead } from './page-head.server';

// Pages of both languages are rendered at the same time: each one keeps its own.
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

const script = `<script>${beforePaint}</script>`;

/** Without scripts, the page of missing addresses takes the site to stand at the root of its host, as it mostly does. */
const home = `<base href="/" /><script>${findHome}</script>`;

export const handle: Handle = ({ event, resolve }) => {
  const here = (event.params.lang as Locale | undefined) ?? baseLocale;
  const first = event.route.id === '/404.html' ? home + script : script;
  return language.run(here, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        withOwnHead(html.replace('%lang%', here).replace('<!--before-paint-->', () => first))
    })
  );
};
