import { countText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf, type GivenFact } from '../../question-kind';
import { countedOf, exercise, type WeightParameters } from './exercise';

const sizeText = (rows: number, columns: number) => `${rows}×${columns}`;

/** The sizes, as sentences name them. */
function sizes(parameters: WeightParameters) {
  const { height, width, kernel } = parameters;
  const { rows, columns } = countedOf(parameters);
  return {
    image: sizeText(height, width),
    filter: sizeText(kernel, kernel),
    output: sizeText(rows, columns)
  };
}

export default questionKind<WeightParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_dense_title,
  ask: (parameters) => m.q_dense_ask(sizes(parameters)),
  givens: (parameters) => {
    const { image, filter, output } = sizes(parameters);
    const facts: GivenFact[] = [
      { type: 'fact', label: m.q_dense_image(), text: image },
      { type: 'fact', label: m.q_dense_kernel(), text: filter }
    ];
    if (parameters.told) facts.push({ type: 'fact', label: m.q_dense_output(), text: output });
    return facts;
  },
  fields: () => [m.q_dense_field_dense(), m.q_dense_field_filter()],
  hints: (parameters) => [
    m.q_dense_hint_1(),
    m.q_dense_hint_2(sizes(parameters)),
    m.q_dense_hint_3(sizes(parameters))
  ],
  wrong: {
    'weights-per-position': () => m.q_dense_weights_per_position(),
    'one-weight-per-output': () => m.q_dense_one_weight_per_output(),
    'one-output': () => m.q_dense_one_output(),
    'added-units': () => m.q_dense_added_units(),
    'kept-length': () => m.q_dense_kept_length()
  },
  why: (parameters) => {
    const { inputs, outputs, dense, weights } = countedOf(parameters);
    const { kernel } = parameters;
    return m.q_dense_why({
      dense: `${inputs}×${outputs} = ${countText(dense)}`,
      filter: `${kernel}×${kernel} = ${weights}`
    });
  },
  // The lesson counts for square images.
  scene: ({ height, width, kernel }, rule) => {
    if (height !== width || (rule && rule !== 'one-output')) return null;
    const scene = { kind: 'weight-count', settings: { side: height, kernel }, grain: 'cell' } as const;
    // The first thing that it counts is one output of the dense layer.
    return sceneOf(rule ? { ...scene, cells: [1, 1] } : scene);
  }
});
