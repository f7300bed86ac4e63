// Answers as files: JSON whole, CSV for a spreadsheet; both can be taken back.
import { csvFormat, csvParseRows } from 'd3';
import { isRecord, type AnswerRecord } from './record';

/** What stands at the head of a file, and tells ours from others. */
const FORMAT = 'stride-answers';
/** Goes up when what is written could no longer be understood by those who wrote before. */
const VERSION = 1;
const COLUMNS = ['at', 'kind', 'level', 'seed', 'points', 'of', 'rule', 'confidence'] as const;

/** A file has at most this many bytes: some thirty thousand answers. */
const MOST_BYTES = 5_000_000;

/** Why a file was not taken: nothing of it was understood, it is not ours, of a later version, or ours and broken. */
export type AnswersProblem = 'unreadable' | 'foreign' | 'newer' | 'damaged' | 'too-large' | 'closed';

export type AnswersReading =
  | { readonly ok: true; readonly records: readonly AnswerRecord[] }
  | { readonly ok: false; readonly problem: AnswersProblem };

const problem = (name: AnswersProblem): AnswersReading => ({ ok: false, problem: name });

function checked(values: readonly unknown[]): AnswersReading {
  return values.every(isRecord) ? { ok: true, records: values } : problem('damaged');
}

export function answersJson(answers: readonly AnswerRecord[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, answers });
}

function readJson(text: string): AnswersReading {
  let value: { format?: unknown; version?: unknown; answers?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('unreadable');
  }
  if (value?.format !== FORMAT) return problem('foreign');
  if (Number(value.version) > VERSION) return problem('newer');
  return Array.isArray(value.answers) ? checked(value.answers) : problem('damaged');
}

/** A row for each answer; the moment as the calendar and the clock of Greenwich write it. */
export function answersCsv(answers: readonly AnswerRecord[]): string {
  const rows = answers.map((answer) => ({ ...answer, at: new Date(answer.at).toISOString() }));
  return csvFormat(rows, [...COLUMNS]);
}

function readCsv(text: string): AnswersReading {
  // Row by row: what makes objects of them at once would have to be allowed to make code.
  const [head = [], ...rows] = csvParseRows(text);
  if (!COLUMNS.every((column) => head.includes(column))) return problem('foreign');
  const number = (entry: string) => (entry.trim() === '' ? NaN : Number(entry));
  return checked(
    rows.map((row) => {
      const entry = (column: (typeof COLUMNS)[number]) => row[head.indexOf(column)] ?? '';
      return {
        kind: entry('kind'),
        level: number(entry('level')),
        seed: number(entry('seed')),
        points: number(entry('points')),
        of: number(entry('of')),
        rule: entry('rule') || null,
        at: Date.parse(entry('at')),
        confidence: entry('confidence') || null
      };
    })
  );
}

/** Reads answers from a text of either format; whatever the text is, it never throws. */
export function readAnswers(text: string): AnswersReading {
  const bare = text.replace(/^\ufeff/, '').trim();
  if (bare === '') return problem('unreadable');
  return /^[[{"]/.test(bare) && !bare.startsWith('"at"') ? readJson(bare) : readCsv(bare);
}

/** Reads answers from a file that a learner chose. A file that is too large is not even opened. */
export async function readAnswersFile(file: Blob): Promise<AnswersReading> {
  if (file.size > MOST_BYTES) return problem('too-large');
  try {
    return readAnswers(await file.text());
  } catch {
    return problem('closed');
  }
}
