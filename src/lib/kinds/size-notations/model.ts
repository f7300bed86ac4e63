import { Fraction } from '$lib/engine';
import { lineLink, sameLine, type LineSettings } from '../shared/line/settings';
import { walkOf, type LineWalk } from '../shared/line/walk';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';

/** How a text writes the rule. */
export type NotationName = 'textbook' | 'floored' | 'height' | 'pooling';

/** A rule with the scene's numbers in it. */
export interface Notation {
  readonly name: NotationName;
  /** How far it lets the window go: a rule that knows no padding leaves it out. */
  readonly room: number;
  /** Room through stride, plus 1, not rounded. */
  readonly exact: Fraction;
  /** The same rounded down. */
  readonly floored: number;
}

/** The notations one by one, and last a look at all of them. */
export interface NotationsRun extends SceneRun {
  readonly walk: LineWalk;
  readonly notations: readonly Notation[];
}

const NAMES: readonly NotationName[] = ['textbook', 'floored', 'height', 'pooling'];

function notationOf(name: NotationName, { input, kernel, stride, padding }: LineSettings): Notation {
  const room = input + (name === 'pooling' ? 0 : 2 * padding) - kernel;
  const exact = new Fraction(room, stride).add(1);
  return { name, room, exact, floored: exact.floor().valueOf() };
}

/** Whether what a rule gives is the output's length: as it stands, rounded down, or not at all. */
export function verdictOn(
  { name, exact, floored }: Notation,
  { outputs }: LineWalk
): 'right' | 'rounded' | 'wrong' {
  if (outputs === 0 || floored !== outputs) return 'wrong';
  return name === 'floored' || exact.equals(outputs) ? 'right' : 'rounded';
}

export const model: SceneModel<LineSettings, LineSettings, NotationsRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: sameLine,
  run(settings) {
    const notations = NAMES.map((name) => notationOf(name, settings));
    return { ...plainRun(notations.length + 1), walk: walkOf(settings), notations };
  },
  link: lineLink(['input', 'kernel', 'stride', 'padding']),
  things: ['notations', 'equation'],
  values: ['input', 'kernel', 'stride', 'padding', 'room', 'outputs', 'leftover'],
  /** The output's length. */
  value({ walk, length }, cell) {
    if (cell < 1 || cell > length) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(walk.outputs);
  },
  reached: (_goal, { stride, padding }, { walk }) =>
    stride > 1 && padding > 0 && walk.outputs > 0 && walk.leftover === 0
};
