import { matrix, sameShape, sameTensor, type ExactTensor } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { readMatrixPart } from '../shared/window/link';
import { canSplit, MOST_CHANNELS, MOST_FILTERS, type BankSettings } from './settings';
import { filterLetter } from '../shared/filter-letter';

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index);

/** input-1 is the first channel of the input, a-1 that of filter A. */
const inputPart = (channel: number) => `input-${channel + 1}`;
const filterPart = (filter: number, channel: number) =>
  `${filterLetter(filter, MOST_FILTERS).toLowerCase()}-${channel + 1}`;

const rowOf = ({ biases }: BankSettings): ExactTensor => matrix([biases]);

/** input-1=1,0;0,1&a-1=1,0;0,1&bias=1,-1&groups=2. Planes keep the size that the lesson gives them. */
export const bankLink: LinkCodec<BankSettings> = {
  parts: [
    ...numbers(MOST_CHANNELS).map(inputPart),
    ...numbers(MOST_FILTERS).flatMap((filter) =>
      numbers(MOST_CHANNELS).map((channel) => filterPart(filter, channel))
    ),
    'bias',
    'groups'
  ],
  read(parameters, own) {
    const problems = new Set<LinkedNumberProblem>();
    const read = (name: string, plane: ExactTensor, problem: LinkedNumberProblem): ExactTensor => {
      const read = readMatrixPart(parameters.get(name), plane);
      if (read && sameShape(read.shape, plane.shape)) return read;
      problems.add(problem);
      return plane;
    };
    // A plane of a channel or of a filter that the scene does not have.
    const isThere = (filter: number, channel: number) =>
      channel < own.input.length && filter < own.filters.length;
    for (const channel of numbers(MOST_CHANNELS)) {
      if (!isThere(0, channel) && parameters.has(inputPart(channel))) problems.add('channels');
      for (const filter of numbers(MOST_FILTERS)) {
        if (!isThere(filter, channel) && parameters.has(filterPart(filter, channel)))
          problems.add('channels');
      }
    }
    const input = own.input.map((plane, channel) => read(inputPart(channel), plane, 'plane'));
    const filters = own.filters.map((filter, index) =>
      filter.map((plane, channel) => read(filterPart(index, channel), plane, 'kernel'))
    );
    const biases = read('bias', rowOf(own), 'bias').data;
    const text = parameters.get('groups') ?? `${own.groups}`;
    const isGroups = /^[1-9]$/.test(text) && canSplit(own, Number(text));
    if (!isGroups) problems.add('groups');
    const settings = { input, filters, biases, groups: isGroups ? Number(text) : own.groups };
    return { settings, problems: [...problems] };
  },
  write(settings, own) {
    const changed = (name: string, plane: ExactTensor, before: ExactTensor | undefined): string[] =>
      before && sameTensor(plane, before) ? [] : [`${name}=${writeLinkMatrix(plane)}`];
    return [
      ...settings.input.flatMap((plane, channel) => changed(inputPart(channel), plane, own.input[channel])),
      ...settings.filters.flatMap((filter, index) =>
        filter.flatMap((plane, channel) =>
          changed(filterPart(index, channel), plane, own.filters[index]?.[channel])
        )
      ),
      ...changed('bias', rowOf(settings), rowOf(own)),
      ...(settings.groups === own.groups ? [] : [`groups=${settings.groups}`])
    ];
  }
};
