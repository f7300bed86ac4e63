import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'ko'));
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  writeFileSync(join(folder, 'ko/index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'missing');
  writeFileSync(join(folder, '_app/immutable/a.js'), 'let a;'.repeat(100));
  server = await serve({ folder, port: 4290 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks without following redirects or unpacking anything. */
function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(server.url + path, { headers }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}

describe('the static server', () => {
  it('serves the page of a folder', async () => {
    const response = await ask('/ko/?step=3');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('redirects to the trailing slash and keeps the question', async () => {
    const response = await ask('/ko?step=3');
    expect(response.statusCode).toBe(308);
    expect(response.headers.location).toBe('/ko/?step=3');
  });

  it.each(['/nowhere/', '/../package.json', '/%2e%2e/package.json', '/%'])(
    'answers 404 to %s',
    async (path) => {
      const response = await ask(path);
      expect(response.statusCode).toBe(404);
      expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  );

  it('keeps hashed files for long and packs text', async () => {
    const response = await ask('/_app/immutable/a.js', { 'Accept-Encoding': 'gzip, br' });
    expect(response.headers['cache-control']).toContain('immutable');
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(Number(response.headers['content-length'])).toBeLessThan(100);
  });

  it('does not send again what the browser has', async () => {
    const { headers } = await ask('/ko/');
    const again = await ask('/ko/', { 'If-None-Match': String(headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it('serves the site in a folder, and has nothing outside of it', async () => {
    const inFolder = await serve({ folder, port: 4290, prefix: '/x/y' });
    expect(inFolder.url).toMatch(/:\d+\/x\/y$/);
    const { origin } = new URL(inFolder.url);
    const ask = (path: string) => fetch(origin + path, { redirect: 'manual' });
    expect(await (await ask('/x/y/ko/')).text()).toBe('home');
    expect((await ask('/x/y/_app/immutable/a.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/x/y/ko')).headers.get('location')).toBe('/x/y/ko/');
    const inside = await ask('/x/y/nowhere');
    expect([inside.status, await inside.text()]).toEqual([404, 'missing']);
    for (const path of ['/', '/ko/', '/x/ko/', '/404.html']) {
      const outside = await ask(path);
      expect([outside.status, await outside.text()], path).toEqual([404, '']);
    }
    await inFolder.close();
  });

  it('takes the next port when one is taken', async () => {
    const second = await serve({ folder, port: Number(new URL(server.url).port) });
    expect(second.url).not.toBe(server.url);
    await second.close();
  });
});
