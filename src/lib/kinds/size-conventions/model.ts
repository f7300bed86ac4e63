import { Fraction } from '$lib/engine';
import { lineLink, sameLine, type LineSettings } from '../shared/line/settings';
import { walkOf, type Convention, type LineWalk } from '../shared/line/walk';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';

/** What a framework does with the end of a line. */
export type ConventionName = 'torch' | 'same' | 'pool' | 'pool-ceil';

/** One line as it is done there. */
export interface ConventionLine {
  readonly name: ConventionName;
  readonly walk: LineWalk;
}

/** The conventions one by one; each step is a whole walk. */
export interface ConventionsRun extends SceneRun {
  readonly lines: readonly [ConventionLine, ...ConventionLine[]];
}

/** Pooling is shown as it is used most: without padding. */
const walkBy = (settings: LineSettings, convention: Convention, padding = settings.padding): LineWalk =>
  walkOf({ ...settings, padding }, convention);

export const model: SceneModel<LineSettings, LineSettings, ConventionsRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: sameLine,
  run(settings) {
    const lines = [
      { name: 'torch', walk: walkBy(settings, 'symmetric') },
      { name: 'same', walk: walkBy(settings, 'same') },
      { name: 'pool', walk: walkBy(settings, 'symmetric', 0) },
      { name: 'pool-ceil', walk: walkBy(settings, 'ceil', 0) }
    ] as const;
    return { ...plainRun(lines.length), lines };
  },
  link: lineLink(['input', 'kernel', 'stride', 'padding']),
  things: ['torch', 'same', 'pool', 'pool-ceil', 'tally', 'equation'],
  values: ['input', 'kernel', 'stride', 'padding', 'same-before', 'same-after'],
  /** How many places the window has on the line of the cell. */
  value({ lines }, cell) {
    const line = lines[cell - 1];
    if (!line) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(line.walk.outputs);
  },
  reached(_goal, { stride }, { lines: [torch, same] }) {
    const ends = ({ walk }: ConventionLine) => `${walk.before} ${walk.after}`;
    return stride > 1 && torch.walk.before > 0 && same !== undefined && ends(torch) === ends(same);
  }
};
