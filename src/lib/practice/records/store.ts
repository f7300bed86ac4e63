/**
 * The answers of this browser, in IndexedDB: there may be thousands. An answer is written by its own key, so that two
 * tabs add to each other and a file taken twice changes nothing. What cannot be written is remembered as long as the
 * document lives.
 */
import type { IDBPDatabase } from 'idb';
import { isRecord, mergeRecords, type AnswerRecord } from './record';

const NAME = 'stride-practice';
const VERSION = 1;
const ANSWERS = 'answers';
const KEY: (keyof AnswerRecord)[] = ['at', 'kind', 'level', 'seed'];
/** What other tabs are told, and this one, when there are new answers. */
const ANSWERS_CHANGED = 'stride-answers';

/** Why answers are not kept: the browser allows none, has no room, or a later version of this site keeps its own. */
export type KeepProblem = 'forbidden' | 'full' | 'newer';

let memory: readonly AnswerRecord[] = [];
let opened: Promise<IDBPDatabase> | null = null;

async function openDatabase(): Promise<IDBPDatabase> {
  const { openDB } = await import('idb');
  return openDB(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore(ANSWERS, { keyPath: KEY });
    },
    blocking(_current, _blocked, event) {
      // A later version waits in another tab: it goes first.
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    }
  });
}

function database(): Promise<IDBPDatabase> {
  opened ??= openDatabase();
  // What failed is tried again with the next answer.
  opened.catch(() => (opened = null));
  return opened;
}

function problemOf(error: unknown): KeepProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return 'newer';
  return name === 'QuotaExceededError' ? 'full' : 'forbidden';
}

function tell(): void {
  dispatchEvent(new Event(ANSWERS_CHANGED));
  const channel = new BroadcastChannel(ANSWERS_CHANGED);
  channel.postMessage(null);
  channel.close();
}

/** Calls back whenever there are new answers, here or in another tab. */
export function onAnswersChanged(callback: () => void): () => void {
  const channel = new BroadcastChannel(ANSWERS_CHANGED);
  channel.onmessage = callback;
  addEventListener(ANSWERS_CHANGED, callback);
  return () => {
    channel.close();
    removeEventListener(ANSWERS_CHANGED, callback);
  };
}

/** All answers, the oldest first, and what keeps them from being kept. Never rejects. */
export async function loadAnswers(): Promise<{
  readonly answers: readonly AnswerRecord[];
  readonly problem: KeepProblem | null;
}> {
  try {
    const stored: unknown[] = await (await database()).getAll(ANSWERS);
    // What is not understood stays where it is.
    return { answers: mergeRecords(stored.filter(isRecord), memory), problem: null };
  } catch (error) {
    return { answers: memory, problem: problemOf(error) };
  }
}

/** Keeps answers; those that are there already once more, which changes nothing. Never rejects. */
export async function keepAnswers(answers: readonly AnswerRecord[]): Promise<KeepProblem | null> {
  try {
    const writing = (await database()).transaction(ANSWERS, 'readwrite');
    await Promise.all([...memory, ...answers].map((answer) => writing.store.put({ ...answer })));
    await writing.done;
    memory = [];
    tell();
    return null;
  } catch (error) {
    memory = mergeRecords(memory, answers);
    tell();
    return problemOf(error);
  }
}

/** Forgets all answers. Never rejects. */
export async function forgetAnswers(): Promise<KeepProblem | null> {
  memory = [];
  try {
    await (await database()).clear(ANSWERS);
    tell();
    return null;
  } catch (error) {
    tell();
    return problemOf(error);
  }
}
