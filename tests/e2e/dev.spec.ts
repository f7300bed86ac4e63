import { expect as quickly, test, type ConsoleMessage, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/processes.mjs';

/** After a change the server compiles, reads and renders anew: on a busy machine that takes half a minute. */
const expect = quickly.configure({ timeout: 60_000 });

// One after another, since they share a server, which on a busy machine takes a minute to start.
const START = 120_000;
test.describe.configure({ mode: 'default', timeout: 2 * START });

/** All that the development server reads; the packages are lent. */
const SOURCES = [
  ...['src', 'lessons', 'messages', 'static', 'scripts', 'project.inlang'],
  ...['package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json']
];

/** Run in the copy. What Vite prepares stays there, and the packages may be read where they really are. */
const SERVER = `
  import { createServer } from 'vite';
  const server = await createServer({
    cacheDir: '.vite',
    logLevel: 'silent',
    server: { port: 5300, fs: { strict: false } }
  });
  await server.listen();
  process.send(new URL(server.resolvedUrls.local[0]).origin);
`;

let copy: string;
let server: ChildProcess;
let url: string;

/** A copy of the project, in which files may be changed, and its development server. */
test.beforeAll(async () => {
  test.setTimeout(START);
  copy = mkdtempSync(join(tmpdir(), 'stride-dev-'));
  for (const name of SOURCES) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  server = spawn(process.execPath, ['--input-type=module', '--eval', SERVER], {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  });
  [url] = (await once(server, 'message')) as [string];
});

test.afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(copy, { recursive: true });
});

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} has nothing like ${from}`).not.toBe(before);
  writeFileSync(path, after);
}

/** Opens a page and waits until it hears of changes: it says so in its console. */
async function openListening(page: Page, path: string): Promise<void> {
  const isConnected = (message: ConsoleMessage) => message.text() === '[vite] connected.';
  const connected = page.waitForEvent('console', { predicate: isConnected, timeout: START });
  await page.goto(url + path, { timeout: START });
  await connected;
}

const LESSON = 'lessons/04-bias';

test.describe('what is written reaches the open page by itself', () => {
  test('a lesson, its words and its numbers', async ({ page }) => {
    await openListening(page, '/ko/lessons/bias/');
    change(`${LESSON}/ko.md`, /^title: .*$/m, 'title: 다른 제목');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/다른 제목/);

    await expect(page.getByRole('grid', { name: /^입력 4×4$/ })).toBeVisible();
    change(`${LESSON}/lesson.ts`, '[2, 0, 3, 2]\n', '[2, 0, 3, 2],\n[9, 9, 9, 9]\n');
    await expect(page.getByRole('grid', { name: /^입력 5×4$/ })).toBeVisible();
  });

  test('the words of the interface', async ({ page }) => {
    await openListening(page, '/ko/');
    change('messages/ko.json', /"theme": "[^"]*"/, '"theme": "겉모습"');
    await expect(page.getByRole('combobox', { name: '겉모습' })).toBeVisible();
  });

  test('the glossary', async ({ page }) => {
    await openListening(page, '/en/glossary/');
    change('lessons/glossary.en.yaml', /name: pixel$/m, 'name: tiny square');
    await expect(page.getByText('tiny square').first()).toBeVisible();
  });
});
