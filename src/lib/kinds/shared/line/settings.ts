import { linkedNumber } from '../limits';
import type { LinkCodec, LinkedNumberProblem } from '../model';

/** One line of an input and the window that walks along it. All lengths in cells. */
export interface LineSettings {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  /** On either end alike. */
  readonly padding: number;
  /** From one tap of the window to the next. */
  readonly dilation: number;
}

export type LineLength = keyof LineSettings;

/** How long they may be, so that the whole line stays readable. */
export const LINE_BOUNDS = {
  input: { least: 1, most: 12 },
  kernel: { least: 1, most: 7 },
  stride: { least: 1, most: 5 },
  padding: { least: 0, most: 4 },
  dilation: { least: 1, most: 3 }
} as const;

/** What a link that cannot be used is named by. */
const PROBLEMS: Readonly<Record<LineLength, LinkedNumberProblem>> = {
  input: 'size',
  kernel: 'kernel',
  stride: 'stride',
  padding: 'padding',
  dilation: 'size'
};

export function sameLine(left: LineSettings, right: LineSettings): boolean {
  return (Object.keys(LINE_BOUNDS) as LineLength[]).every((key) => left[key] === right[key]);
}

/** input=8&kernel=3&stride=2, of the lengths that the scene lets the learner change. */
export function lineLink(keys: readonly LineLength[]): LinkCodec<LineSettings> {
  return {
    parts: keys,
    read(parameters, own) {
      const problems = new Set<LinkedNumberProblem>();
      let settings = own;
      for (const key of keys) {
        const { least, most } = LINE_BOUNDS[key];
        const length = linkedNumber(least, most)(parameters.get(key) ?? `${own[key]}`);
        if (length.success) settings = { ...settings, [key]: length.output };
        else problems.add(PROBLEMS[key]);
      }
      return { settings: sameLine(settings, own) ? own : settings, problems: [...problems] };
    },
    write: (settings, own) =>
      keys.filter((key) => settings[key] !== own[key]).map((key) => `${key}=${settings[key]}`)
  };
}
