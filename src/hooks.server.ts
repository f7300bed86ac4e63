import { baseLocale, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import type { Handle } from '@sveltejs/kit';
import { AsyncLocalStorage } from 'node:async_hooks';
import beforePaint from './before-paint.js?raw';
import { withOwnHead } from './page-head.server';

// Pages of both languages are rendered at the same time: each one keeps its own.
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

const script = `<script>${beforePaint}</script>`;

export const handle: Handle = ({ event, resolve }) => {
  const here = (event.params.lang as Locale | undefined) ?? baseLocale;
  return language.run(here, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        withOwnHead(html.replace('%lang%', here).replace('<!--before-paint-->', () => script))
    })
  );
};
