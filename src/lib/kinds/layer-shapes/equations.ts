import { countText, EQUALS, PLUS, TIMES, type EquationPiece, type NamedEquation } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { MOMENTS, type LayerRun, type Moment } from './run';

type Tone = EquationPiece['tone'];

const piece = (count: number, tone: Tone): EquationPiece => ({ text: countText(count), tone });
const sign = (text: string): EquationPiece => ({ text, tone: 'sign' });
const product = (factors: readonly EquationPiece[], result: EquationPiece): EquationPiece[] => [
  ...factors.flatMap((factor, index) => (index === 0 ? [factor] : [TIMES, factor])),
  EQUALS,
  result
];

/** How many places one side of a map has: ⌊(28 + 2×0 − 3) / 1⌋ + 1 = 26. */
function sidePieces({ settings }: LayerRun, inputSide: number, mapSide: number): EquationPiece[] {
  const { kernel, stride, padding } = settings;
  return [
    ...[sign('⌊('), piece(inputSide, 'input'), sign(' + 2×'), sign(`${padding}`), sign(' − ')],
    ...[piece(kernel, 'kernel'), sign(') / '), sign(`${stride}`), sign('⌋ + 1'), EQUALS],
    piece(mapSide, 'output')
  ];
}

/** What is counted at each step. */
export function momentPieces(run: LayerRun, moment: Moment): EquationPiece[] {
  const { settings, taps, one, all, outputHeight, outputWidth } = run;
  const { channels, filters, kernel, height } = settings;
  const values = filters * outputHeight * outputWidth;
  const pieces: Record<Moment, () => EquationPiece[]> = {
    weights: () =>
      product(
        [piece(channels, 'input'), piece(kernel, 'kernel'), piece(kernel, 'kernel')],
        piece(taps, 'kernel')
      ),
    bias: () => [piece(taps, 'kernel'), PLUS, piece(1, 'bias'), EQUALS, piece(one.parameters, 'kernel')],
    map: () => sidePieces(run, height, outputHeight),
    parameters: () =>
      product([piece(filters, 'kernel'), piece(one.parameters, 'kernel')], piece(all.parameters, 'kernel')),
    maps: () =>
      product(
        [piece(filters, 'kernel'), piece(outputHeight, 'output'), piece(outputWidth, 'output')],
        piece(values, 'output')
      ),
    'multiply-adds': () =>
      product([piece(values, 'output'), piece(taps, 'kernel')], piece(all.multiplyAdds, 'product'))
  };
  return pieces[moment]();
}

/** What each equation counts. */
export function momentTitle(moment: Moment, locale: Locale): string {
  const titles: Record<Moment, string> = {
    weights: m.layer_title_weights({}, { locale }),
    bias: m.layer_title_bias({}, { locale }),
    map: m.layer_title_rows({}, { locale }),
    parameters: m.layer_parameters({}, { locale }),
    maps: m.layer_title_values({}, { locale }),
    'multiply-adds': m.layer_multiply_adds({}, { locale })
  };
  return titles[moment];
}

/** What has been counted up to a step: of the parameters the newest count, and of a map its rows and its columns. */
export function layerEquations(run: LayerRun, step: number, locale: Locale): NamedEquation[] {
  const { height, width } = run.settings;
  const done = MOMENTS.slice(0, step);
  const isCount = (moment: Moment) => moment === 'weights' || moment === 'bias' || moment === 'parameters';
  const newest = done.findLast(isCount);
  const shown = done.filter((moment) => !isCount(moment) || moment === newest);
  return shown.flatMap((moment): NamedEquation[] => {
    const equation = { title: momentTitle(moment, locale), pieces: momentPieces(run, moment) };
    if (moment !== 'map' || height === width) return [equation];
    const columns = sidePieces(run, width, run.outputWidth);
    return [equation, { title: m.layer_title_columns({}, { locale }), pieces: columns }];
  });
}
