import { sizeOf, type ExactTensor, type Fraction, type Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import {
  EQUALS,
  type EquationPiece,
  exactText,
  factorText,
  type NamedEquation,
  PLUS,
  TIMES
} from '$lib/describe';
import type { KindWords } from '../shared/kind';
import type { MovingPatternRun, MovingPatternSettings, PatternMoment } from './model';
import type { wrong } from './wrong';

const counted = ({ row, column }: Position) => ({ row: row + 1, column: column + 1 });

function valueAt(image: ExactTensor, { row, column }: Position): Fraction {
  return image.data[row * sizeOf(image).width + column] as Fraction;
}

/** Products that are not 0 and their sum; where all are 0, how many of them there are. */
function sumPieces(
  values: readonly Fraction[],
  weights: readonly Fraction[],
  total: Fraction
): EquationPiece[] {
  const result: EquationPiece = { text: exactText(total), tone: 'output' };
  const terms = values
    .map((value, index) => ({ value, weight: weights[index] as Fraction }))
    .filter(({ value, weight }) => !value.equals(0) && !weight.equals(0));
  const pieces = terms.flatMap(({ value, weight }, index): EquationPiece[] => [
    ...(index > 0 ? [PLUS] : []),
    { text: factorText(value), tone: 'input' },
    TIMES,
    { text: factorText(weight), tone: 'kernel' }
  ]);
  if (pieces.length > 0) return [...pieces, EQUALS, result];
  const none: EquationPiece = { text: '0', tone: 'product' };
  return [{ text: `${values.length}`, tone: 'sign' }, TIMES, none, EQUALS, result];
}

/** The window of the image that lies under the pattern at a place of the map. */
function windowAt(image: ExactTensor, pattern: ExactTensor, at: Position): Fraction[] {
  const { width } = sizeOf(pattern);
  return pattern.data.map((_, index) =>
    valueAt(image, { row: at.row + Math.floor(index / width), column: at.column + (index % width) })
  );
}

/** The largest value of the map and the dense unit's answer at one place of the pattern, as sums. */
export function patternEquations(
  run: MovingPatternRun,
  { image, map, peak, dense }: PatternMoment,
  locale: Locale
): NamedEquation[] {
  return [
    {
      title: m.pattern_equation_peak(counted(peak), { locale }),
      pieces: sumPieces(windowAt(image, run.pattern, peak), run.pattern.data, valueAt(map, peak))
    },
    {
      title: m.pattern_equation_dense({}, { locale }),
      pieces: sumPieces(image.data, run.denseWeights.data, dense)
    }
  ];
}

/** The line over the caption of a step. */
function heading(run: MovingPatternRun, step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  return m.pattern_title({ step, ...counted(run.moment(step).place) }, { locale });
}

/** The caption of a step. */
function caption(run: MovingPatternRun, step: number, locale: Locale): string {
  if (step === 0) return m.pattern_start(counted(run.home), { locale });
  const { place, map, peak, dense } = run.moment(step);
  return m.pattern_caption(
    {
      ...counted(place),
      peakRow: peak.row + 1,
      peakColumn: peak.column + 1,
      peak: exactText(valueAt(map, peak)),
      dense: exactText(dense)
    },
    { locale }
  );
}

/** What the live region says of a step. */
function sentence(run: MovingPatternRun, step: number, locale: Locale): string {
  if (step === 0) return m.pattern_live_start(counted(run.home), { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

export const words: KindWords<MovingPatternSettings, MovingPatternRun, keyof typeof wrong> = {
  heading,
  sentence,
  caption,
  wrong: { 'stayed-behind': m.wrong_stayed_behind, 'middle-of-pattern': m.wrong_middle_of_pattern },
  otherwise: m.pattern_wrong,
  watch: m.pattern_watch
};
