import { exactText, plainText } from '$lib/describe';
import { rowsOf, sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf, type GivenMatrix } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { cellEquation } from '../shared/sums';
import { mapOf, placeOf } from '../shared/window';
import { exercise, knownOf, type MissingParameters } from './exercise';

/** The kernel with something else in the place of the missing weight. */
function kernelWith<Cell>(
  { kernel, missing }: MissingParameters,
  cell: (weight: number) => Cell,
  other: Cell
) {
  return kernel.map((row, rowIndex) =>
    row.map((weight, column) => (rowIndex * row.length + column === missing ? other : cell(weight)))
  );
}

/** The map, of which only the given cell is filled in. */
function givenOutput(parameters: MissingParameters): GivenMatrix {
  const place = placeOf(parameters);
  const rows = rowsOf(mapOf(parameters)).map((row, rowIndex) =>
    row.map((value, column) => (rowIndex === place.row && column === place.column ? exactText(value) : ''))
  );
  return { type: 'matrix', role: 'output', label: m.feature_map(), rows, marked: [place] };
}

/** The output, and its place as readers count it. */
function output(parameters: MissingParameters) {
  const { row, column } = placeOf(parameters);
  return { row: row + 1, column: column + 1, output: exactText(knownOf(parameters).output) };
}

/** The input cell under the missing weight. */
function under(parameters: MissingParameters): string {
  const value = knownOf(parameters).values[parameters.missing];
  return value ? exactText(value) : '';
}

export default questionKind<MissingParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_weight_title,
  ask: (parameters) => m.q_weight_ask(output(parameters)),
  givens: (parameters) => {
    const { height, width } = sizeOf(mapOf(parameters));
    const { row, column } = placeOf(parameters);
    const isAlone = height * width === 1;
    const kernel = kernelWith(parameters, plainText, '?');
    const { missing } = parameters;
    const columns = kernel[0]?.length ?? 1;
    const unknown = { row: Math.floor(missing / columns), column: missing % columns };
    // Where the window has several places, finding the one of the output is part of the question.
    const marked = isAlone ? [{ row: row + unknown.row, column: column + unknown.column }] : [];
    return [
      givenMatrix('input', m.input(), parameters.input, marked),
      { type: 'matrix', role: 'kernel', label: m.kernel(), rows: kernel, marked: [unknown] },
      givenOutput(parameters)
    ];
  },
  hints: (parameters) => [
    m.q_weight_hint_1(output(parameters)),
    m.q_weight_hint_2(),
    m.q_weight_hint_3({ under: under(parameters) })
  ],
  wrong: {
    'not-divided': (parameters) => m.q_weight_not_divided({ under: under(parameters) }),
    'ignored-others': () => m.q_weight_ignored_others(),
    'added-others': () => m.q_weight_added_others(),
    'subtracted-cell': () => m.q_weight_subtracted_cell(),
    'turned-kernel': () => m.q_weight_turned_kernel()
  },
  why: (parameters) => m.q_weight_why({ equation: cellEquation(parameters) }),
  scene: (parameters, rule) => {
    const [value] = rule ? (exercise.wrong[rule](parameters)[0] ?? []) : exercise.answer(parameters);
    if (!value) return null;
    const { input, cell } = parameters;
    // With the weight of a wrong rule the output becomes another one than it is.
    const kernel = kernelWith<number | string>(parameters, (weight) => weight, value.toFraction());
    return sceneOf({
      kind: 'sliding-window',
      settings: { input, kernel },
      grain: 'product',
      cells: [cell + 1, cell + 1]
    });
  }
});
