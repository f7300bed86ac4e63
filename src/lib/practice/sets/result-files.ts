/** Files of results have at most this many bytes; a code has about a hundred. */
const MOST_BYTES = 100_000;

export interface FileProblem {
  readonly name: string;
  readonly problem: 'too-large' | 'closed';
}

/** Reads files with codes, in their order. A file that is too large is not even opened. */
export async function readResultFiles(
  files: readonly File[]
): Promise<{ readonly text: string; readonly problems: readonly FileProblem[] }> {
  const texts: string[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    if (file.size > MOST_BYTES) {
      problems.push({ name: file.name, problem: 'too-large' });
      continue;
    }
    try {
      texts.push((await file.text()).trim());
    } catch {
      problems.push({ name: file.name, problem: 'closed' });
    }
  }
  return { text: texts.join('\n'), problems };
}

/** A name for the file of a result, without what no file may be called. */
export function resultFileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '');
  return plain === '' ? 'stride-result.txt' : `stride-result-${plain}.txt`;
}
