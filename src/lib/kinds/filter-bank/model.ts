import { exactTensor, matrix, rowsOf, sameTensor, type ExactTensor, type Fraction } from '$lib/engine';
import { convolutionTrace, filterPart, type SlidingTrace } from '$lib/trace';
import type { SceneModel } from '../shared/model';
import { reached } from './goal';
import type { BankGoal } from './goal-schema';
import { bankLink } from './link';
import type { BankRun } from './run';
import { channelsSeen, type BankSettings, type RawBankSettings } from './settings';

const stacked = (planes: readonly ExactTensor[]): Fraction[][][] => planes.map(rowsOf);

const sameNumbers = (left: readonly ExactTensor[], right: readonly ExactTensor[]): boolean =>
  left.every((plane, index) => sameTensor(plane, right[index] as ExactTensor));

/** The planes of a filter that its group uses. */
const usedPlanes = (settings: BankSettings, filter: number): readonly ExactTensor[] => {
  const { first, count } = channelsSeen(settings, filter);
  return (settings.filters[filter] ?? []).slice(first, first + count);
};

/** Filters over an input of several channels, each with its bias. */
export const model: SceneModel<RawBankSettings, BankSettings, BankRun> = {
  grains: ['cell', 'product'],
  read: ({ input, filters, biases, groups }) => ({
    input: input.map((plane) => matrix(plane)),
    filters: filters.map((filter) => filter.map((plane) => matrix(plane))),
    biases: exactTensor(biases).data,
    groups
  }),
  same: (left, right) =>
    left.groups === right.groups &&
    sameNumbers(left.input, right.input) &&
    left.filters.every((filter, index) => sameNumbers(filter, right.filters[index] ?? [])) &&
    left.biases.every((bias, index) => bias.equals(right.biases[index] ?? Number.NaN)),
  run(settings, grain) {
    const { biases, groups } = settings;
    const input = exactTensor([stacked(settings.input)]);
    const weight = exactTensor(settings.filters.map((_, filter) => stacked(usedPlanes(settings, filter))));
    const bias = exactTensor([biases.length], biases);
    const trace = convolutionTrace({ input, weight, bias, groups }, grain);
    const parts = biases.map((_, filter): SlidingTrace => {
      const { first, count } = channelsSeen(settings, filter);
      // A filter's own window lies on the channels of its group only.
      const seen = exactTensor([stacked(settings.input.slice(first, first + count))]);
      return { ...filterPart(trace, filter), input: seen };
    });
    return {
      length: trace.length,
      cellsAt: (step) => trace.step(step).finished,
      stepAfter: (cells) => trace.stepAfter(cells),
      settings,
      trace,
      biases,
      parts,
      weights: weight.data.length
    };
  },
  link: bankLink,
  things: [
    ...['input', 'equation'],
    ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((letter) => [
      `kernel-${letter}`,
      `bias-${letter}`,
      `output-${letter}`
    ])
  ],
  values: ['channels', 'filters', 'groups', 'taps', 'weights', 'biases', 'parameters', 'cells'],
  reached: (goal, settings, run) => reached(goal as BankGoal, settings, run),
  value: ({ trace }, cell) => trace.step(trace.stepAfter(cell)).total
};
