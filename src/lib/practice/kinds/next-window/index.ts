import * as m from '$lib/paraglide/messages';
import { questionKind } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { paddedRows } from '../shared/padded';
import { readPlace } from '../shared/places';
import { wayScene } from '../shared/way-scene';
import { originOf, outputPlace, wayOf, type WayParameters } from '../shared/window-way';
import { exercise } from './exercise';

/** The cells under the window as it stands. */
function covered(parameters: WayParameters) {
  const { row, column } = originOf(parameters);
  const { side } = parameters;
  return Array.from({ length: side * side }, (_, tap) => ({
    row: row + Math.floor(tap / side),
    column: column + (tap % side)
  }));
}

/** Whether the window has to begin a new row. */
function isRowsEnd(parameters: WayParameters): boolean {
  const geometry = wayOf(parameters);
  return outputPlace(geometry, parameters.cell).column === geometry.output.width - 1;
}

export default questionKind<WayParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_next_title,
  ask: ({ side, stride, padding }) =>
    padding > 0 ? m.q_next_ask_padded({ side, stride }) : m.q_next_ask({ side, stride }),
  givens: (parameters) => [
    givenMatrix(
      'input',
      parameters.padding > 0 ? m.q_next_padded_input() : m.input(),
      paddedRows(parameters.input, parameters.padding),
      covered(parameters)
    )
  ],
  hints: ({ stride }) => [m.q_next_hint_1(), m.q_next_hint_2({ stride }), m.q_next_hint_3({ stride })],
  wrong: {
    'moved-by-one': ({ stride }) => m.q_next_moved_by_one({ stride }),
    'not-moved-down': ({ stride }) => m.q_next_not_moved_down({ stride }),
    'column-kept': () => m.q_next_column_kept(),
    'squeezed-in': ({ stride }) => m.q_next_squeezed_in({ stride }),
    'column-by-column': () => m.q_next_column_by_column(),
    'moved-by-size': ({ stride }) => m.q_next_moved_by_size({ stride })
  },
  why: (parameters) => {
    const { stride } = parameters;
    const place = readPlace(originOf(parameters, parameters.cell + 1));
    return isRowsEnd(parameters)
      ? m.q_next_why_row({ stride, ...place })
      : m.q_next_why({ stride, ...place });
  },
  scene: (parameters, rule) => {
    if (!rule) return wayScene(parameters, parameters.cell, parameters.cell + 1);
    // With stride 1 a row ends elsewhere.
    if (rule !== 'moved-by-one' || isRowsEnd(parameters)) return null;
    const byOne = { ...parameters, stride: 1 };
    const { row, column } = originOf(parameters);
    const cell = row * wayOf(byOne).output.width + column;
    return wayScene(byOne, cell, cell + 1);
  }
});
