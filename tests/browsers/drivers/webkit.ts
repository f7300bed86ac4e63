import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Driver, Key, Point } from './driver';
import { found } from './found';

/** How long the browser may take to be there, in milliseconds. */
const START = 30_000;

/** Keys without a letter, as WebDriver writes them. */
const KEYS: Readonly<Record<Key | 'Control', string>> = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Control: '\uE009',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  F2: '\uE032',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E'
};

/** Something about one key, as WebDriver writes it. */
const down = (value: string) => ({ type: 'keyDown', value });
const up = (value: string) => ({ type: 'keyUp', value });

/** WebKitGTK's small browser on a screen that nobody sees, by WebDriver. */
export async function startWebkit(): Promise<Driver> {
  const port = await freePort();
  const screen = ['-a', '-s', '-screen 0 1600x1100x24'];
  const child = spawn(
    'xvfb-run',
    [...screen, 'dbus-run-session', '--', 'WebKitWebDriver', `--port=${port}`],
    {
      // A group of its own, so that all of it can be ended.
      detached: true,
      stdio: 'ignore',
      // As root, which it does not want to be without being told.
      env: { ...process.env, LANG: 'en_US.UTF-8', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }
    }
  );
  const runs = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const kill = () => {
    if (runs() && child.pid !== undefined) process.kill(-child.pid);
  };
  // Nothing is left behind by a run that breaks off.
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    const gone = once(child, 'exit');
    kill();
    if (runs()) await gone;
  };
  try {
    const ask = asker(`http://127.0.0.1:${port}`);
    await answering(ask);
    const { sessionId } = (await ask('POST', '/session', CAPABILITIES)) as { sessionId: string };
    const inSession: Ask = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    const close = async () => {
      await inSession('DELETE', '').catch(() => null);
      await stop();
    };
    return driverOf(inSession, (await inSession('GET', '/window')) as string, close);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In a full screen, windows can be as narrow as phones. */
const CAPABILITIES = {
  capabilities: {
    alwaysMatch: {
      'webkitgtk:browserOptions': {
        binary: process.env.MINIBROWSER_PATH,
        args: ['--automation', '--full-screen']
      }
    }
  }
};

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

function asker(server: string): Ask {
  return async (method, path, body) => {
    const answer = await fetch(server + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

async function answering(ask: Ask): Promise<void> {
  const end = performance.now() + START;
  while (!(await ask('GET', '/status').catch(() => null))) {
    if (performance.now() > end) throw new Error('WebKitWebDriver does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Drives one window of a session.
 *
 * @param inSession asks the session, which attends to one window at a time
 * @param handle the window's
 */
function driverOf(inSession: Ask, handle: string, close: () => Promise<void>): Driver {
  const ask: Ask = async (method, path, body) => {
    await inSession('POST', '/window', { handle });
    return inSession(method, path, body);
  };
  const keys = (actions: readonly object[]) =>
    ask('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  return {
    async open(url) {
      await ask('POST', '/url', { url });
    },
    run: <Arguments extends unknown[], Result>(
      script: (...parameters: Arguments) => Result,
      ...parameters: Arguments
    ) =>
      ask('POST', '/execute/sync', {
        script: `return (${script}).apply(null, arguments)`,
        args: parameters
      }) as Promise<Result>,
    async press(key) {
      await keys([down(KEYS[key]), up(KEYS[key])]);
    },
    async type(text) {
      await keys([...text].flatMap((letter) => [down(letter), up(letter)]));
    },
    async control(letter) {
      await keys([down(KEYS.Control), down(letter), up(letter), up(KEYS.Control)]);
    },
    async click(at) {
      await ask('POST', '/actions', { actions: [clickAt(at)] });
    },
    async drag(from, to) {
      await ask('POST', '/actions', { actions: [dragAlong(from, to)] });
    },
    async opened(path) {
      const other = await found(async () => {
        for (const each of (await inSession('GET', '/window/handles')) as string[]) {
          await inSession('POST', '/window', { handle: each });
          const address = (await inSession('GET', '/url')) as string;
          if (new URL(address).pathname.endsWith(path)) return each;
        }
        return undefined;
      });
      return driverOf(inSession, other, async () => {
        await inSession('POST', '/window', { handle: other });
        await inSession('DELETE', '/window');
      });
    },
    async resize(width, height) {
      await ask('POST', '/window/rect', { x: 0, y: 0, width, height });
    },
    close
  };
}

const mouse = (actions: readonly object[]) => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions
});
const move = ({ x, y }: Point) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
const press = { type: 'pointerDown', button: 0 };
const release = { type: 'pointerUp', button: 0 };

const clickAt = (at: Point) => mouse([move(at), press, release]);

function dragAlong(from: Point, to: Point): object {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return mouse([move(from), press, move(middle), move(to), release]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
