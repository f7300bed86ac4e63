import { exactText, plainText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { pooledCells, pooledMap, type PooledParameters } from '../shared/pooled';
import { exercise } from './exercise';

const numbers = ({ size, stride }: PooledParameters) => ({ size, stride });

export default questionKind<PooledParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_max_pool_title,
  ask: (parameters) => m.q_max_pool_ask(numbers(parameters)),
  givens: ({ input }) => [givenMatrix('input', m.input(), input)],
  hints: (parameters) => [
    m.q_max_pool_hint_1(),
    m.q_max_pool_hint_2(numbers(parameters)),
    m.q_max_pool_hint_3(numbers(parameters))
  ],
  wrong: {
    'largest-magnitude': () => m.q_max_pool_largest_magnitude(),
    'other-pooling': () => m.q_max_pool_other_pooling(),
    'never-negative': () => m.q_max_pool_never_negative(),
    'first-value': () => m.q_max_pool_first_value(),
    'added-up': () => m.q_max_pool_added_up(),
    'moved-by-one': (parameters) => m.q_max_pool_moved_by_one(numbers(parameters)),
    'moved-by-size': (parameters) => m.q_max_pool_moved_by_size(numbers(parameters))
  },
  why(parameters) {
    const [first] = pooledCells(parameters, 'max');
    const [largest] = pooledMap(parameters, 'max').data;
    const values = first?.values.map((value) => plainText(value.valueOf())).join(', ') ?? '';
    return m.q_max_pool_why({ values, largest: largest ? exactText(largest) : '' });
  },
  scene: ({ input, size, stride }, rule) =>
    sceneOf({
      kind: 'pooling',
      settings: {
        channels: [input],
        show: rule === 'other-pooling' ? 'both' : 'max',
        size,
        stride: rule === 'moved-by-one' ? 1 : rule === 'moved-by-size' ? size : stride
      },
      grain: 'cell'
    })
});
