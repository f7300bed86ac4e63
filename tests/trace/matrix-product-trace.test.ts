import { exactTensor, matmul, ShapeError } from '$lib/engine';
import { matrixProductTrace, type Grain } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import { wishes } from './arbitrary-settings';
import { at, countingUp, expectProducts, expectRandomAccess, expectSum, multiplications, walk } from './laws';

const side = fc.integer({ min: 1, max: 4 });
const factors = fc
  .tuple(side, side, side)
  .chain(([rows, inner, columns]) =>
    fc.record({ left: tensorsOf([rows, inner], everyday), right: tensorsOf([inner, columns], everyday) })
  );
const grain = fc.constantFrom<Grain>('cell', 'product');

describe('any step of any matrix product', () => {
  it('is a row times a column, term by term', () => {
    fc.assert(
      fc.property(factors, grain, ({ left, right }, grain) => {
        for (const { cell, terms, done, total } of walk(matrixProductTrace({ left, right }, grain)).slice(
          1
        )) {
          if (!cell) throw new Error('no place');
          expectProducts(terms);
          expectSum(
            terms.slice(0, done).map(({ product }) => product),
            total
          );
          expect(terms).toHaveLength(left.shape[1] as number);
          terms.forEach(({ inner, value, weight }, index) => {
            expect(inner).toBe(index);
            expect(value).toBe(at(left, cell.row, inner));
            expect(weight).toBe(at(right, inner, cell.column));
          });
        }
      })
    );
  });

  it('ends, cell for cell, in the output of matmul', () => {
    fc.assert(
      fc.property(factors, grain, ({ left, right }, grain) => {
        const trace = matrixProductTrace({ left, right }, grain);
        const output = matmul(left, right);
        expect(trace.output()).toEqual(output);
        expect(output.data.map((_, cell) => trace.step(trace.stepAfter(cell + 1)).total)).toEqual(
          output.data
        );
        expect(trace.length).toBe(output.data.length * (grain === 'cell' ? 1 : (left.shape[1] as number)));
      })
    );
  });

  it('is the same whichever steps were asked for before', () => {
    fc.assert(
      fc.property(factors, grain, wishes, (factors, grain, wishes) => {
        expectRandomAccess(() => matrixProductTrace(factors, grain), wishes);
      })
    );
  });

  it('multiplies one row with one column', () => {
    const trace = matrixProductTrace({ left: countingUp([5, 4]), right: countingUp([4, 6]) }, 'product');
    for (const index of [1, 2, 60, trace.length]) {
      expect(multiplications(() => trace.step(index))).toBe(4);
    }
  });
});

describe('worked examples', () => {
  // "Dive into Deep Learning", section 2.3: the numbers 0 to 5 times ones.
  it('(0 1 2 / 3 4 5) times ones is 3s over 12s', () => {
    const ones = exactTensor([3, 4], new Array<number>(12).fill(1));
    const left = exactTensor([
      [0, 1, 2],
      [3, 4, 5]
    ]);
    const steps = walk(matrixProductTrace({ left, right: ones }, 'cell')).slice(1);
    expect(steps.map(({ total }) => Number(total))).toEqual([3, 3, 3, 3, 12, 12, 12, 12]);
  });

  it('the sum of a cell grows product by product', () => {
    const left = exactTensor([[1, 2, 3]]);
    const right = exactTensor([[4], [5], [6]]);
    const totals = walk(matrixProductTrace({ left, right }, 'product')).map(({ total }) => Number(total));
    expect(totals).toEqual([0, 4, 14, 32]);
  });
});

it('refuses matrices that do not fit', () => {
  const settings = { left: countingUp([2, 3]), right: countingUp([2, 3]) };
  expect(() => matrixProductTrace(settings, 'cell')).toThrow(ShapeError);
});
