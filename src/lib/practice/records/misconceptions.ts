import { groups } from 'd3';
import type { AnswerRecord } from './record';

/** A wrong rule that explained answers. */
export interface Misconception {
  readonly kind: string;
  readonly rule: string;
  readonly count: number;
  /** The newest answer that it explained. */
  readonly last: AnswerRecord;
}

/**
 * The wrong rules that explained answers, the most frequent first.
 *
 * @param answers the oldest first
 */
export function misconceptions(answers: readonly AnswerRecord[]): readonly Misconception[] {
  const explained = answers.filter((answer) => answer.rule !== null);
  return groups(explained, ({ kind, rule }) => `${kind}/${rule}`)
    .flatMap(([, same]) => {
      const last = same.at(-1);
      return last?.rule ? [{ kind: last.kind, rule: last.rule, count: same.length, last }] : [];
    })
    .sort((one, other) => other.count - one.count || other.last.at - one.last.at);
}
