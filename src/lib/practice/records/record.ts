import { LEVELS, type Level } from '$lib/exercise';

/** How sure somebody was before the answer was checked. */
export const CONFIDENCES = ['guess', 'fairly', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One question that was answered: what became of the first answer. */
export interface AnswerRecord {
  /** The name of the kind of exercise. One that this version does not have is kept all the same. */
  readonly kind: string;
  readonly level: Level;
  readonly seed: number;
  readonly points: number;
  readonly of: number;
  /** The misconception that explains a wrong answer, where one does. */
  readonly rule: string | null;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  readonly confidence: Confidence | null;
}

export const isRight = ({ points, of }: Pick<AnswerRecord, 'points' | 'of'>): boolean => points === of;

/** Two records of the same answer have the same key. */
const keyOf = ({ at, kind, level, seed }: AnswerRecord): string => `${at}/${kind}.${level}.${seed}`;

/** Both lists as one, each answer once, the oldest first. */
export function mergeRecords(
  one: readonly AnswerRecord[],
  other: readonly AnswerRecord[]
): readonly AnswerRecord[] {
  const byKey = new Map([...one, ...other].map((record) => [keyOf(record), record]));
  return [...byKey.values()].sort((first, second) => first.at - second.at);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isName = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value);
/** A day later than any calendar of a browser knows is no day. */
const LATEST = 8.64e15;

/** Whether something that was stored or read is a record. */
export function isRecord(value: unknown): value is AnswerRecord {
  if (value === null || typeof value !== 'object') return false;
  const { kind, level, seed, points, of, rule, at, confidence } = value as Record<string, unknown>;
  return (
    isName(kind) &&
    LEVELS.some((known) => known === level) &&
    Number.isSafeInteger(seed) &&
    isCount(points) &&
    isCount(of) &&
    of > 0 &&
    points <= of &&
    (rule === null || isName(rule)) &&
    isCount(at) &&
    at <= LATEST &&
    (confidence === null || CONFIDENCES.some((known) => known === confidence))
  );
}
