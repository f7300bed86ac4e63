// A plain static server over build/, as any host of static files would serve it: no route is
// rendered here, a missing page is 404.html with status 404.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { filesUnder } from './files.mjs';
import { launch } from './launch.mjs';
import { isStarted, root } from './processes.mjs';
import { Problem } from './setup.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8'
};

/**
 * @typedef {{ body: Buffer, compressed?: Buffer, type: string, tag: string, cache: string }} Asset
 * `compressed` is made at the first request that accepts it
 */

/**
 * Reads a built site into memory, by the address of each file.
 * @param {string} folder
 * @param {string} prefix the folder of the host in which the site stands, such as `/x/y`; '' is the root
 * @returns {Map<string, Asset>}
 */
function readSite(folder, prefix) {
  const site = new Map();
  for (const path of filesUnder(folder)) {
    const asset = readAsset(join(folder, path), `/${path}`);
    for (const address of addressesOf(`/${path}`)) site.set(prefix + address, asset);
  }
  return site;
}

/**
 * @param {string} file
 * @param {string} address
 * @returns {Asset}
 */
function readAsset(file, address) {
  const body = readFileSync(file);
  return {
    body,
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    tag: `"${createHash('sha1').update(body).digest('base64url')}"`,
    // Names under immutable/ carry a hash of what is in them.
    cache: address.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  };
}

/**
 * A page answers to its file's address and to the one that people write.
 * @param {string} address
 */
function addressesOf(address) {
  if (address.endsWith('/index.html')) return [address, address.slice(0, -'index.html'.length)];
  if (address.endsWith('.html')) return [address, address.slice(0, -'.html'.length)];
  return [address];
}

/**
 * @param {Map<string, Asset>} site
 * @param {string} prefix outside of it there is nothing, not even the site's page for what is missing
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function answer(site, prefix, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const address = decode(path);
  const asset = site.get(address);
  if (asset !== undefined) send(asset, 200, request, response);
  else if (site.has(`${address}/`)) {
    response.writeHead(308, { Location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
  } else {
    const missing = address.startsWith(`${prefix}/`) ? site.get(`${prefix}/404.html`) : undefined;
    sendMissing(missing, request, response);
  }
}

/** @param {string} path */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * @param {Asset | undefined} page
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function sendMissing(page, request, response) {
  if (page !== undefined) send(page, 404, request, response);
  else response.writeHead(404).end();
}

/**
 * @param {Asset} asset
 * @param {number} status
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function send(asset, status, request, response) {
  const known = { ETag: asset.tag, 'Cache-Control': asset.cache, Vary: 'Accept-Encoding' };
  if (status === 200 && request.headers['if-none-match'] === asset.tag) {
    response.writeHead(304, known).end();
    return;
  }
  const zipped = isText(asset.type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const body = zipped ? (asset.compressed ??= gzipSync(asset.body)) : asset.body;
  response.writeHead(status, {
    ...known,
    'Content-Type': asset.type,
    'Content-Length': body.length,
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {})
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** @param {string} type */
function isText(type) {
  return type.includes('charset');
}

/**
 * Serves a built site, at the first free port from `port` on.
 * @param {{ folder?: string, port?: number, host?: string, prefix?: string }} [options] `prefix` is the path under
 *   which the site stands, such as `/x/y`; without it, it is the root
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({
  folder = join(root, 'build'),
  port = 4173,
  host = 'localhost',
  prefix = ''
} = {}) {
  if (!existsSync(folder)) throw new Problem('There is no build/ to serve yet: run `npm run build` first.');
  const site = readSite(folder, prefix);
  const server = createServer((request, response) => answer(site, prefix, request, response));
  const freePort = await listen(server, port, host);
  return { url: `http://${host}:${freePort}${prefix}`, close: () => stop(server) };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const retry = (error) => {
      if (error.code !== 'EADDRINUSE' || port >= 65_535) return reject(error);
      port += 1;
      server.listen(port, host);
    };
    server.on('error', retry);
    server.listen(port, host, () => {
      server.off('error', retry);
      resolve(port);
    });
  });
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads `--port 4173 --host localhost --prefix /x/y` from the command line. */
export function readServerOptions() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, prefix: { type: 'string' } }
  });
  return {
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.prefix === undefined ? {} : { prefix: values.prefix.replace(/\/+$/, '') })
  };
}

if (isStarted(import.meta.url)) {
  launch(async () => {
    const { url } = await serve(readServerOptions());
    console.log(url);
  });
}
