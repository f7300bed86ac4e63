import * as m from '$lib/paraglide/messages';
import { questionKind, type GivenMatrix } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { paddedRows } from '../shared/padded';
import { readPlace } from '../shared/places';
import { wayScene } from '../shared/way-scene';
import { originOf, outputPlace, wayOf, type WayParameters } from '../shared/window-way';
import { exercise } from './exercise';

/** The output cell as readers count it. */
const place = (parameters: WayParameters) => readPlace(outputPlace(wayOf(parameters), parameters.cell));

/** The map, empty but for the cell that is asked about. */
function emptyMap(parameters: WayParameters): GivenMatrix {
  const geometry = wayOf(parameters);
  const { height, width } = geometry.output;
  const asked = outputPlace(geometry, parameters.cell);
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => (row === asked.row && column === asked.column ? '?' : ''))
  );
  return { type: 'matrix', role: 'output', label: m.feature_map(), rows, marked: [asked] };
}

export default questionKind<WayParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_place_title,
  ask: (parameters) => {
    const { side, stride, padding } = parameters;
    const words = { side, stride, ...place(parameters) };
    return padding > 0 ? m.q_place_ask_padded(words) : m.q_place_ask(words);
  },
  givens: (parameters) => [
    givenMatrix(
      'input',
      parameters.padding > 0 ? m.q_place_padded_input() : m.input(),
      paddedRows(parameters.input, parameters.padding)
    ),
    emptyMap(parameters)
  ],
  hints: (parameters) => {
    const { row, column } = place(parameters);
    return [
      m.q_place_hint_1(),
      m.q_place_hint_2({ stride: parameters.stride }),
      m.q_place_hint_3({ down: row - 1, across: column - 1, stride: parameters.stride })
    ];
  },
  wrong: {
    'moved-by-one': ({ stride }) => m.q_place_moved_by_one({ stride }),
    'swapped-axes': (parameters) => m.q_place_swapped_axes(place(parameters)),
    'counted-from-one': () => m.q_place_counted_from_one(),
    'ignored-padding': () => m.q_place_ignored_padding(),
    'moved-by-size': ({ stride }) => m.q_place_moved_by_size({ stride })
  },
  why: (parameters) => {
    const { row, column } = place(parameters);
    const origin = readPlace(originOf(parameters));
    const { stride } = parameters;
    return m.q_place_why({
      down: `${row - 1}×${stride}`,
      across: `${column - 1}×${stride}`,
      top: origin.row,
      left: origin.column
    });
  },
  scene: (parameters, rule) => {
    if (!rule) return wayScene(parameters, parameters.cell, parameters.cell);
    if (rule !== 'moved-by-one' && rule !== 'moved-by-size') return null;
    const moved = { ...parameters, stride: rule === 'moved-by-one' ? 1 : parameters.side };
    const { row, column } = outputPlace(wayOf(parameters), parameters.cell);
    const cell = row * wayOf(moved).output.width + column;
    return wayScene(moved, cell, cell);
  }
});
