import { decodeResult, PREFIX, type CodeProblem, type ReadResult } from './result-code';

/** A result, and the line where its code begins, counted from 1. */
export interface FoundResult {
  readonly line: number;
  readonly result: ReadResult;
}

export interface LineProblem {
  readonly line: number;
  readonly problem: CodeProblem;
}

export interface ResultLines {
  readonly found: readonly FoundResult[];
  /** Codes that cannot be used. */
  readonly problems: readonly LineProblem[];
  /** Lines with something on them that is no code. */
  readonly without: readonly number[];
}

const CODE = new RegExp(`${PREFIX}[-\\sA-Z0-9]*?(?=$|[^-\\sA-Z0-9]|${PREFIX})`, 'gi');
const GOES_ON = /^[A-Z0-9]+(?:-[A-Z0-9]*)*$/i;

/** Messengers and mail break long words: a line that ends within a code goes on in the next one. */
function joinedLines(text: string): { line: number; text: string }[] {
  const joined: { line: number; text: string }[] = [];
  for (const [index, each] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = each.trim();
    const last = joined.at(-1);
    if (last && /-$/.test(last.text) && last.text.toUpperCase().includes(PREFIX) && GOES_ON.test(trimmed)) {
      last.text += trimmed;
    } else joined.push({ line: index + 1, text: trimmed });
  }
  return joined.filter((each) => each.text !== '');
}

/** Words may follow a code on its line: the longest beginning that is a code is taken. */
function readCode(text: string) {
  const words = text.trim().split(/\s+/);
  for (let count = words.length; count > 1; count--) {
    const reading = decodeResult(words.slice(0, count).join(''));
    if (reading.ok) return reading;
  }
  return decodeResult(words[0] ?? '');
}

/** Finds the codes in what somebody pasted: one a line, or within messages. */
export function readResultLines(text: string): ResultLines {
  const found: FoundResult[] = [];
  const problems: LineProblem[] = [];
  const without: number[] = [];
  for (const { line, text: words } of joinedLines(text)) {
    const codes = words.match(CODE) ?? [];
    if (codes.length === 0) without.push(line);
    for (const code of codes) {
      const reading = readCode(code);
      if (reading.ok) found.push({ line, result: reading.result });
      else problems.push({ line, problem: reading.problem });
    }
  }
  return { found, problems, without };
}
