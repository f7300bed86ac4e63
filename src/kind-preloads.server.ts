import { building } from '$app/environment';
import { existsSync, readFileSync } from 'node:fs';

/** What the bundler says of a chunk: its file, and the chunks that it imports. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Where SvelteKit leaves the client's manifest; it is there before pages are prerendered. */
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

const manifest: Readonly<Record<string, Chunk>> =
  building && existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {};

/** The files of a chunk and of all that it imports. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

/**
 * A prerendered lesson with links that fetch the scripts of its kinds of scene at once. The page imports only the
 * kinds that it has, when it wakes up; without these links the browser would hear of them one round trip later.
 */
export function withKindPreloads(html: string): string {
  const names = new Set([...html.matchAll(/\bkind:"([a-z-]+)"/g)].map(([, name]) => name));
  const files = [...names].flatMap((name) => {
    const key = Object.keys(manifest).find(
      (path) => path.startsWith('src/lib/stage/kinds/') && path.endsWith(`/${name}.ts`)
    );
    return key ? [...filesOf(key)] : [];
  });
  const links = [...new Set(files)]
    .filter((file) => !html.includes(file))
    .map((file) => `<link rel="modulepreload" href="/${file}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}
