import { splitBrackets, type Nested } from './pasted-brackets';

/** What keeps a text from being rows of entries. Words are made of it at the edge. */
export type LayoutProblem =
  /** A bracket is not closed, or closes what was not opened. */
  | { readonly code: 'brackets' }
  /** More than one matrix, with words between them. */
  | { readonly code: 'several' }
  /** Four dimensions and more that are not of length 1. */
  | { readonly code: 'dimensions'; readonly count: number }
  /** Words where a number should be, before or behind all of them. */
  | { readonly code: 'words'; readonly entry: string };

/** Planes of rows of entries, none of them read yet. */
export type Layout = readonly (readonly (readonly string[])[])[];

/** Characters that take no room and mean nothing: they come along from web pages and word processors. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** What an interactive session writes before a line. */
const PROMPT = /^\s*(?:(?:In|Out)\s*\[\d+\]:|>>>)/gm;
/** Numbers as NumPy 2 shows them in a list. */
const NUMPY_SCALAR = /\b(?:np|numpy)\.\w+\(([^()[\]]*)\)/g;
/** A name, a call or both, before the brackets or the number: 'x = np.array('. */
const BEFORE = /^$|[(=:]$/;
/** What a call has behind them: ", dtype=float32)", ", device='cuda:0')>". */
const BEHIND = /^(?:,\s*[A-Za-z_'"][^[\]]*?)?\)*\s*>?\s*[;,.]?$/;
/** A number alone in a call: 'tensor(5., requires_grad=True)'. */
const CALLED = /^[^()[\]]*?(?:array|tensor)\(([^()[\],]*)((?:,[^[\]]*)?\).*)$/is;

const LATEX = /\\begin\{(\w*matrix\*?|array)\}(?:\s*\{[^}]*\}|\s*\[[^\]]*\])?([\s\S]*?)\\end\{\1\}/g;

/** A row of a LaTeX matrix, between two \\. */
function latexEntries(row: string): string[] {
  return row
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\hline|\\[,;:! ]|[{}$]/g, ' ')
    .split('&')
    .map((entry) => entry.trim());
}

function latexRows(body: string): string[][] {
  const rows = body.split(/\\\\(?:\s*\[[^\]]*\])?|\\cr\b/).map(latexEntries);
  // A \\ may stand behind the last row as well.
  return rows.filter((entries, index) => index < rows.length - 1 || entries.some((entry) => entry !== ''));
}

/**
 * The entries of one row. Cells of a spreadsheet stand between tabs, and an empty one between two of them. Elsewhere
 * commas and blanks separate; but where some numbers are kept apart by blanks alone, a comma between two digits may
 * as well belong to one number, as in '1,5 2,5' and '1,000 2,000', and its entry is left whole.
 */
function entriesOf(row: string): string[] {
  if (row.includes('\t')) return row.split('\t').map((entry) => entry.trim().replace(/,$/, ''));
  const bare = row.trim().replace(/\s*,$/, '');
  const isByBlanks = /[^\s,]\s+[^\s,]/.test(bare);
  if (isByBlanks && /\d,\d/.test(bare)) return bare.split(/\s*,\s+|\s+,\s*|\s+/);
  // Nobody writes zeros before a number: '1,000' is a thousand, or one of three decimals.
  if (/(?:^|[\s,])\d{1,3},0\d\d(?!\d)/.test(bare)) return bare.split(/\s*,\s+|\s+,\s*|\s+/);
  return bare.split(/\s*,\s*|\s+/);
}

const isBlank = (text: string) => text.trim() === '';

/** Rows on lines, or between semicolons. */
function rowsOf(text: string): string[][] {
  return text
    .split(/[\n\r;]+/)
    .filter((line) => !isBlank(line) || line.includes('\t'))
    .map(entriesOf);
}

/** The rows of brackets that hold no others: one, unless semicolons or, in MATLAB, lines of one length divide it. */
function innerRows(text: string, isOutermost: boolean): string[][] {
  if (text.includes(';')) return rowsOf(text);
  if (isOutermost && !/,\s*[\n\r]/.test(text)) {
    const lines = rowsOf(text);
    if (lines.every((line) => line.length === lines[0]?.length)) return lines;
  }
  // NumPy breaks a long row into lines.
  const row = text.replace(/[\n\r]+/g, ' ');
  return isBlank(row) ? [] : [entriesOf(row)];
}

/** How many brackets stand around the first row. */
function depthOf(nested: Nested): number {
  return typeof nested === 'string' ? 0 : 1 + (nested[0] === undefined ? 0 : depthOf(nested[0]));
}

/** Rows of what is nested no deeper than a matrix. */
function matrixRows(nested: Nested, isOutermost: boolean): string[][] {
  if (typeof nested === 'string') return innerRows(nested, isOutermost);
  return nested.flatMap((inner) => matrixRows(inner, isOutermost && nested.length === 1));
}

function layOut(nested: readonly Nested[]): Layout | LayoutProblem {
  let list = nested;
  // Images and channels of which there is one are no dimensions to speak of: (1, 1, H, W) is a matrix.
  while (list.length === 1 && typeof list[0] === 'object' && depthOf(list) > 2) list = list[0];
  const depth = depthOf(list);
  if (depth > 3) return { code: 'dimensions', count: depth };
  if (depth < 3) return [matrixRows(list, true)];
  return list.map((plane) => matrixRows(plane, false));
}

function inBrackets(text: string): Layout | LayoutProblem {
  const split = splitBrackets(text);
  if (split === null) return { code: 'brackets' };
  const { before, groups, between, behind } = split;
  const words = between.find((part) => !/^[\s,]*$/.test(part));
  if (words !== undefined) {
    return /[a-z]/i.test(words) ? { code: 'several' } : { code: 'words', entry: words.trim() };
  }
  const odd = [BEFORE.test(before.trim()) ? '' : before, BEHIND.test(behind.trim()) ? '' : behind].find(
    Boolean
  );
  if (odd !== undefined) return { code: 'words', entry: odd.trim() };
  const only = groups[0];
  return layOut(groups.length === 1 && typeof only === 'object' ? only : groups);
}

/**
 * The entries of a matrix, or of planes, as people paste them: cells of a spreadsheet, what NumPy, PyTorch, TensorFlow
 * or MATLAB print, a list of a program, a matrix of LaTeX, or rows on lines.
 */
export function layOutPasted(text: string): Layout | LayoutProblem {
  const bare = text.replace(INVISIBLE, '');
  const typeset = [...bare.matchAll(LATEX)];
  if (typeset.length > 1) return { code: 'several' };
  if (typeset[0]) return [latexRows(typeset[0][2] ?? '')];
  if (bare.includes('&') && bare.includes('\\\\')) return [latexRows(bare)];
  const plain = bare.replace(PROMPT, '').replace(NUMPY_SCALAR, '$1').replace(/\{/g, '[').replace(/\}/g, ']');
  if (/[[\]]/.test(plain)) return inBrackets(plain);
  const called = CALLED.exec(plain.trim());
  return [rowsOf(called && BEHIND.test((called[2] ?? '').trim()) ? (called[1] ?? '') : plain)];
}
