import { NO_PROGRESS, type Progress } from '$lib/course';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'stride-progress';

/** A storage of the tests: it holds at most so many characters, and can be closed. */
function makeStorage(room = Infinity) {
  const texts: Record<string, string> = {};
  const used = () => Object.entries(texts).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  Object.defineProperties(texts, {
    getItem: { value: (key: string) => (Object.hasOwn(texts, key) ? texts[key] : null) },
    setItem: {
      value: (key: string, text: string) => {
        if (used() - (texts[key]?.length ?? -key.length) + text.length > room) throw new Error('full');
        texts[key] = text;
      }
    },
    removeItem: { value: (key: string) => Reflect.deleteProperty(texts, key) }
  });
  return texts;
}

const reached = (step: number, scene = 'one'): Progress => ({
  ...NO_PROGRESS,
  scenes: { [`convolution/${scene}`]: { step, length: 16, outcomes: {} } }
});

let texts: Record<string, string>;
let course: typeof import('$lib/course');
const changed = vi.fn();

/** A document that has just been opened: nothing is remembered. */
async function open() {
  vi.resetModules();
  course = await import('$lib/course');
}

function add(progress: Progress) {
  course.updateProgress((known) => course.mergeProgress(known, progress));
}

beforeEach(async () => {
  texts = makeStorage();
  vi.stubGlobal('localStorage', texts);
  vi.stubGlobal('dispatchEvent', changed);
  changed.mockClear();
  await open();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('progress', () => {
  it('is none at first, and reading it stores nothing', () => {
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
    expect(Object.keys(texts)).toEqual([]);
  });

  it('is kept from one document to the next, and the window hears of it', async () => {
    add(reached(7));
    expect(changed).toHaveBeenCalledOnce();
    await open();
    expect(course.loadProgress()).toEqual(reached(7));
  });

  it('of two tabs is merged', () => {
    add(reached(7));
    texts[KEY] = JSON.stringify(course.mergeProgress(reached(5), reached(3, 'two')));
    add(reached(6));
    expect(course.loadProgress().scenes).toMatchObject({
      'convolution/one': { step: 6 },
      'convolution/two': { step: 3 }
    });
  });

  it('can be forgotten', async () => {
    add(reached(7));
    course.forgetProgress();
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
    expect(Object.keys(texts)).toEqual([]);
  });
});

describe('a stored text that cannot be read', () => {
  const NEWER = '{"format":"stride-progress","version":2,"more":true}';

  it.each(['', 'null', '{"format":"stride-progress"', NEWER])('is set aside, to the letter: %s', (text) => {
    texts[KEY] = text;
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
    expect(texts).toEqual({ [`${KEY}-set-aside-1`]: text });
    add(reached(2));
    expect(course.loadProgress()).toEqual(reached(2));
    expect(course.listSetAside().map((one) => one.text)).toEqual([text]);
  });

  it('never overwrites what was set aside before', () => {
    for (const text of ['first', NEWER, 'third']) {
      texts[KEY] = text;
      add(reached(1));
    }
    expect(course.listSetAside().map(({ text, problem }) => [text, problem])).toEqual([
      ['first', 'unreadable'],
      [NEWER, 'newer'],
      ['third', 'unreadable']
    ]);
    const [, second] = course.listSetAside();
    course.discardSetAside(second?.key ?? '');
    expect(course.listSetAside().map(({ text }) => text)).toEqual(['first', 'third']);
  });

  it('stays where it is when there is no room to move it, and what is learnt is remembered', () => {
    texts = makeStorage(200);
    vi.stubGlobal('localStorage', texts);
    texts[KEY] = 'x'.repeat(150);
    add(reached(2));
    expect(texts).toEqual({ [KEY]: 'x'.repeat(150) });
    expect(course.loadProgress()).toEqual(reached(2));
  });

  it('is taken back once it can be read', () => {
    texts[`${KEY}-set-aside-1`] = JSON.stringify(reached(9));
    texts[`${KEY}-set-aside-2`] = 'broken';
    add(reached(4));
    course.takeBackSetAside();
    expect(course.loadProgress()).toEqual(reached(9));
    expect(course.listSetAside().map(({ text }) => text)).toEqual(['broken']);
  });
});

describe('where nothing can be stored', () => {
  it.each([
    ['because storage is closed', () => vi.stubGlobal('localStorage', undefined)],
    ['because storage is full', () => vi.stubGlobal('localStorage', makeStorage(10))]
  ])('%s, progress lives as long as the document', async (_, close) => {
    close();
    expect(course.canKeep()).toBe(false);
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
    expect(course.listSetAside()).toEqual([]);
    add(reached(3));
    add(reached(5, 'two'));
    expect(Object.keys(course.loadProgress().scenes)).toEqual(['convolution/one', 'convolution/two']);
    course.takeBackSetAside();
    course.forgetProgress();
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
    add(reached(1));
    await open();
    expect(course.loadProgress()).toEqual(NO_PROGRESS);
  });

  it('and later can, what was remembered is stored with the next change', () => {
    vi.stubGlobal('localStorage', makeStorage(10));
    add(reached(3));
    vi.stubGlobal('localStorage', texts);
    add(reached(5, 'two'));
    expect(Object.keys(JSON.parse(texts[KEY] ?? '').scenes)).toEqual(['convolution/one', 'convolution/two']);
    expect(course.canKeep()).toBe(true);
    expect(Object.keys(texts)).toEqual([KEY]);
  });
});
