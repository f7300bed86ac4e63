import {
  countText,
  EQUALS,
  piecesText,
  stepNumber,
  TIMES,
  type EquationPiece,
  type NamedEquation
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import { MOMENTS, type Moment, type PoolingCountRun, type PoolingCountSettings } from './model';
import type { wrong } from './wrong';

type Tone = EquationPiece['tone'];

const piece = (count: number, tone: Tone): EquationPiece => ({ text: countText(count), tone });

/** A product with what it comes to. */
function product(factors: readonly EquationPiece[], result: EquationPiece): EquationPiece[] {
  const joined = factors.flatMap((factor, index) => (index === 0 ? [factor] : [TIMES, factor]));
  return [...joined, EQUALS, result];
}

/** Height, width and channels, multiplied. */
function valuesOf([channels = 1, height = 1, width = 1]: readonly number[], tone: Tone): EquationPiece[] {
  const factors = [height, width, channels].map((length) => piece(length, tone));
  return product(factors, piece(height * width * channels, tone));
}

/** The size rule on one side. */
function sidePieces(side: number, size: number, output: number): EquationPiece[] {
  const sign = (text: string): EquationPiece => ({ text, tone: 'sign' });
  const window = piece(size, 'kernel');
  return [
    sign('('),
    piece(side, 'input'),
    sign(' − '),
    window,
    sign(')/'),
    window,
    sign(' + 1'),
    EQUALS,
    piece(output, 'output')
  ];
}

function equationsOf(moment: Moment, run: PoolingCountRun, locale: Locale): NamedEquation[] {
  const { settings, pooling, nextPooled, nextWhole } = run;
  const { shape, size, filters, kernel } = settings;
  const [channels, height, width] = shape;
  const [, pooledHeight = 1, pooledWidth = 1] = pooling.outputShape;
  const both = (whole: EquationPiece[], pooled: EquationPiece[]): NamedEquation[] => [
    { title: m.pool_count_whole({}, { locale }), pieces: whole },
    { title: m.pool_count_pooled({}, { locale }), pieces: pooled }
  ];
  const work = ({ outputShape, multiplyAdds }: typeof nextPooled, tone: Tone) => {
    const [, rows = 1, columns = 1] = outputShape;
    const outputs = [rows, columns, filters].map((length) => piece(length, tone));
    const taps = [kernel, kernel, channels].map((length) => piece(length, 'kernel'));
    return product([...outputs, ...taps], piece(multiplyAdds, 'product'));
  };
  const weights = ({ parameters }: typeof nextPooled) => {
    const factors = [kernel, kernel, channels, filters].map((length) => piece(length, 'kernel'));
    return product(factors, piece(parameters, 'kernel'));
  };
  const equations: Record<Moment, () => NamedEquation[]> = {
    shape: () => [
      { title: m.pool_count_height({}, { locale }), pieces: sidePieces(height, size, pooledHeight) },
      { title: m.pool_count_width({}, { locale }), pieces: sidePieces(width, size, pooledWidth) }
    ],
    values: () => both(valuesOf(shape, 'input'), valuesOf(pooling.outputShape, 'output')),
    parameters: () => [
      {
        title: m.pool_count_parameters({}, { locale }),
        pieces: product([piece(channels, 'input'), piece(0, 'kernel')], piece(pooling.parameters, 'kernel'))
      }
    ],
    'multiply-adds': () => both(work(nextWhole, 'input'), work(nextPooled, 'output')),
    'next-weights': () => both(weights(nextWhole), weights(nextPooled))
  };
  return equations[moment]();
}

/** What is counted at a step. */
export function poolingCountEquations(run: PoolingCountRun, step: number, locale: Locale): NamedEquation[] {
  const moment = MOMENTS[step - 1];
  return moment ? equationsOf(moment, run, locale) : [];
}

function caption(step: number, locale: Locale): string {
  const moment = MOMENTS[step - 1];
  const captions = {
    shape: m.pool_count_caption_shape,
    values: m.pool_count_caption_values,
    parameters: m.pool_count_caption_parameters,
    'multiply-adds': m.pool_count_caption_work,
    'next-weights': m.pool_count_caption_weights
  };
  return moment ? captions[moment]({}, { locale }) : m.pool_count_start({}, { locale });
}

function sentence(run: PoolingCountRun, step: number, locale: Locale): string {
  const equations = poolingCountEquations(run, step, locale)
    .map(({ title, pieces }) => `${title} ${piecesText(pieces)}`)
    .join('; ');
  return [stepNumber(step, locale), caption(step, locale), equations].filter(Boolean).join('. ');
}

export const words: KindWords<PoolingCountSettings, PoolingCountRun, keyof typeof wrong> = {
  values: (_, { pooling }) => ({ parameters: { text: `${pooling.parameters}` } }),
  heading: (_, step, locale) => stepNumber(step, locale),
  sentence,
  caption: (_, step, locale) => caption(step, locale),
  wrong: {
    'window-of-weights': m.wrong_window_of_weights,
    'filters-with-bias': m.wrong_filters_with_bias,
    'one-per-channel': m.wrong_one_per_channel
  },
  otherwise: m.pool_count_wrong,
  watch: m.pool_count_watch
};
