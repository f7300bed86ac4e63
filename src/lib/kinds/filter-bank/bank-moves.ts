import { boxNamed, type ArrangementName, type Box, type Move, type Placement } from '$lib/stage';
import type { ConvolutionStep } from '$lib/trace';
import type { BankLayout } from './layout';
import type { BankRun } from './run';
import { channelsSeen } from './settings';

const inBox = ({ x, y }: Box, row = 0, column = 0) => ({ x: x + column, y: y + row });

/** What gathers in the cell of a step: the sum of each channel, and the bias; product by product only the newest. */
export function bankMoves(
  { settings, trace }: BankRun,
  { cell, filter, terms, done, channelSums, bias }: ConvolutionStep,
  bank: BankLayout,
  name: ArrangementName
): Move[] {
  if (cell === null || filter === null) return [];
  const { first } = channelsSeen(settings, filter);
  const { height, width } = trace.geometry.kernel;
  const boxOf = (place: Placement) => boxNamed(place, name) ?? place.wide;
  const to = inBox(boxOf(bank.map(filter)), cell.row, cell.column);
  const added: Move[] = bias
    ? [{ key: 'bias', tone: 'bias', value: bias, from: inBox(boxOf(bank.bias(filter))), to }]
    : [];
  if (trace.grain === 'product') {
    const term = terms[done - 1];
    if (bias || !term) return added;
    const box = boxOf(bank.kernel(filter, term.channel));
    const from = inBox(box, term.kernelRow, term.kernelColumn);
    return [{ key: 'product', tone: 'product', value: term.product, from, to }];
  }
  const sums = channelSums.map((value, plane): Move => {
    const box = boxOf(bank.kernel(filter, first + plane));
    const from = inBox(box, (height - 1) / 2, (width - 1) / 2);
    return { key: `${plane}`, tone: 'product', value, from, to };
  });
  return [...sums, ...added];
}
