/** What stands in brackets: further brackets, or the text of innermost ones. */
export type Nested = string | readonly Nested[];

/** A text taken apart at its outermost brackets. */
export interface SplitBrackets {
  readonly before: string;
  readonly groups: readonly Nested[];
  /** What stands between two groups. */
  readonly between: readonly string[];
  readonly behind: string;
}

/**
 * Takes a text apart at its square brackets.
 *
 * @returns null when brackets are not closed, close what was not opened, or stand beside a number in one pair
 */
export function splitBrackets(text: string): SplitBrackets | null {
  const outside: string[] = [''];
  const groups: Nested[] = [];
  /** The brackets that are open, each with what has been found in it. */
  const open: { lists: Nested[]; text: string }[] = [];
  for (const character of text) {
    const innermost = open.at(-1);
    if (character === '[') {
      open.push({ lists: [], text: '' });
    } else if (character === ']') {
      const closed = open.pop();
      if (!closed) return null;
      const isSeparated = /^[\s,;]*$/.test(closed.text);
      if (closed.lists.length > 0 && !isSeparated) return null;
      const group: Nested = closed.lists.length > 0 ? closed.lists : [closed.text];
      const around = open.at(-1);
      if (around) around.lists.push(group);
      else {
        groups.push(group);
        outside.push('');
      }
    } else if (innermost) innermost.text += character;
    else outside.push((outside.pop() ?? '') + character);
  }
  if (open.length > 0) return null;
  return {
    before: outside[0] ?? '',
    groups,
    between: outside.slice(1, -1),
    behind: outside.at(-1) ?? ''
  };
}
