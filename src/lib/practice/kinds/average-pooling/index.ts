import { exactText, factorText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { pooledCells, pooledMap, type PooledParameters } from '../shared/pooled';
import { exercise } from './exercise';

const numbers = ({ size, stride }: PooledParameters) => ({ size, stride, count: size ** 2 });

export default questionKind<PooledParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_mean_pool_title,
  ask: (parameters) => m.q_mean_pool_ask(numbers(parameters)),
  givens: ({ input }) => [givenMatrix('input', m.input(), input)],
  hints: (parameters) => [
    m.q_mean_pool_hint_1(),
    m.q_mean_pool_hint_2(numbers(parameters)),
    m.q_mean_pool_hint_3(numbers(parameters))
  ],
  wrong: {
    'added-up': (parameters) => m.q_mean_pool_added_up(numbers(parameters)),
    'wrong-divisor': (parameters) => m.q_mean_pool_wrong_divisor(numbers(parameters)),
    'other-pooling': () => m.q_mean_pool_other_pooling(),
    'first-value': () => m.q_mean_pool_first_value(),
    'moved-by-one': (parameters) => m.q_mean_pool_moved_by_one(numbers(parameters))
  },
  why(parameters) {
    const [first] = pooledCells(parameters, 'average');
    const [mean] = pooledMap(parameters, 'average').data;
    const values = first?.values.map(factorText).join(' + ') ?? '';
    return m.q_mean_pool_why({ values, count: parameters.size ** 2, mean: mean ? exactText(mean) : '' });
  },
  scene: ({ input, size, stride }, rule) =>
    sceneOf({
      kind: 'pooling',
      settings: {
        channels: [input],
        show: rule === 'other-pooling' ? 'both' : 'average',
        size,
        stride: rule === 'moved-by-one' ? 1 : stride
      },
      grain: 'cell'
    })
});
