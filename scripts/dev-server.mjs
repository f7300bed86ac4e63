// The development server: the site with changes shown as they are made.
import { createServer } from 'vite';
import { node, root } from './processes.mjs';
import { Problem } from './setup.mjs';

/**
 * Starts the development server, at the first free port from its own on.
 * @param {import('vite').ServerOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws {Problem} when the fonts cannot be made
 */
export async function serveDev(options = {}) {
  const { code } = await node(['scripts/fonts.mjs']);
  if (code !== 0) throw new Problem('The fonts could not be made; the reason is just above.');
  const server = await createServer({ root, server: options });
  await server.listen();
  server.printUrls();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url: url.replace(/\/$/, ''), close: () => server.close() };
}
