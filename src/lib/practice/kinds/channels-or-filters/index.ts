import { shapeText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind } from '../../question-kind';
import { layerScene } from '../shared/layer-shown';
import { exercise, type RolesParameters } from './exercise';

type Counted = RolesParameters['counted'];

const layerOf = ({ channels, filters, side, kernel }: RolesParameters) => {
  return { channels, filters, height: side, width: side, kernel, stride: 1, padding: 0 };
};

/** What is said differently for each thing that is counted. */
const byCount =
  <Said>(said: Readonly<Record<Counted, (numbers: { channels: number; filters: number }) => Said>>) =>
  ({ counted, channels, filters }: RolesParameters) =>
    said[counted]({ channels, filters });

const question = byCount({
  filters: m.q_roles_ask_filters,
  'filter-channels': m.q_roles_ask_filter_channels,
  maps: m.q_roles_ask_maps,
  biases: m.q_roles_ask_biases,
  planes: m.q_roles_ask_planes
});

/** Where there is no filter to be told, the output is. */
function layer({ counted, channels, filters, side, kernel }: RolesParameters): string {
  const mapSide = side - kernel + 1;
  const input = shapeText([channels, side, side]);
  return counted === 'filters'
    ? m.q_roles_layer_by_output({ input, kernel, output: shapeText([filters, mapSide, mapSide]) })
    : m.q_roles_layer({ input, kernel, filters });
}

export default questionKind<RolesParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_roles_title,
  ask: (parameters) => `${layer(parameters)} ${question(parameters)}`,
  givens: ({ counted, channels, filters, side, kernel }) => [
    { type: 'fact', label: '(C, H, W)', text: shapeText([channels, side, side]) },
    ...(counted === 'filters' ? [] : [{ type: 'fact' as const, label: 'K', text: `${filters}` }]),
    { type: 'fact', label: 'F', text: `${kernel}` }
  ],
  choices: ({ choices }) => choices.map((count) => m.q_roles_choice({ count })),
  hints: (parameters) => [
    m.q_roles_hint_1(),
    m.q_roles_hint_2(),
    byCount({
      filters: m.q_roles_hint_filters,
      'filter-channels': m.q_roles_hint_filter_channels,
      maps: m.q_roles_hint_maps,
      biases: m.q_roles_hint_biases,
      planes: m.q_roles_hint_planes
    })(parameters)
  ],
  wrong: {
    'channels-as-filters': (parameters) =>
      parameters.counted === 'filter-channels'
        ? m.q_roles_filters_as_channels()
        : m.q_roles_channels_as_filters(),
    'not-summed': ({ channels }) => m.q_roles_not_summed({ channels }),
    'flat-filter': ({ channels }) => m.q_roles_flat_filter({ channels }),
    'one-for-all': () => m.q_roles_one_for_all()
  },
  why: byCount({
    filters: m.q_roles_why_filters,
    'filter-channels': m.q_roles_why_filter_channels,
    maps: m.q_roles_why_maps,
    biases: m.q_roles_why_biases,
    planes: m.q_roles_why_planes
  }),
  scene: (parameters) => {
    const isOfOne = parameters.counted === 'filter-channels' || parameters.counted === 'planes';
    const isBias = parameters.counted === 'biases';
    const shown = layerOf(parameters);
    if (isOfOne) return layerScene(shown, 'weights');
    return isBias ? layerScene(shown, 'bias', 'parameters') : layerScene(shown, 'map', 'maps');
  }
});
