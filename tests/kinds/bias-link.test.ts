import { model as biasModel } from '$lib/kinds/bias/model';
import type { BiasSettings } from '$lib/kinds/bias/settings';
import { exactTensor, matrix } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { link, same } = biasModel;
const OWN = biasModel.read({
  input: [
    [1, 2],
    [3, 4]
  ],
  kernels: [[[1, -1]]],
  biases: [-2],
  activation: 'relu'
});

const entry = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 9 }))
  .map(([n, d]) => `${n}/${d}`);
const rowsOf = (rows: number, columns: number) =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const settings: fc.Arbitrary<BiasSettings> = fc
  .tuple(rowsOf(3, 4), rowsOf(2, 3), fc.array(entry, { minLength: 1, maxLength: 1 }))
  .map(([input, kernel, biases]) => ({
    ...OWN,
    input: matrix(input),
    kernels: [matrix(kernel)],
    biases: exactTensor(biases).data
  }));

const read = (query: string) => link.read(new URLSearchParams(query), OWN);

describe('the link of filters with bias', () => {
  it('leads back to the same numbers', () => {
    fc.assert(
      fc.property(settings, (changed) => {
        const { settings: found, problems } = read(link.write(changed, OWN).join('&'));
        expect(problems).toEqual([]);
        expect(same(found, changed)).toBe(true);
      })
    );
  });

  it('says nothing of what is the lesson’s own', () => {
    expect(link.write(OWN, OWN)).toEqual([]);
    expect(link.write({ ...OWN, biases: exactTensor(['1/2']).data }, OWN)).toEqual(['bias=1/2']);
  });

  it.each([
    ['bias=1,2', 'bias'],
    // As it was when there were three.
    ['bias=1,0,3', 'bias'],
    ['bias=1;2', 'bias'],
    ['bias=x', 'bias'],
    ['bias=', 'bias'],
    ['input=1,2;3', 'input'],
    ['kernel=1,y', 'kernel'],
    ['kernel=1,2,3', 'kernel-too-large']
  ])('%s is a problem, and the lesson’s own is there instead', (query, problem) => {
    const { settings: found, problems } = read(query);
    expect(problems).toEqual([problem]);
    expect(same(found, OWN)).toBe(true);
  });

  it('does not change several kernels', () => {
    const several = {
      ...OWN,
      kernels: [matrix([[1]]), matrix([[2]]), matrix([[3]])],
      biases: exactTensor([-2, 0, 3]).data
    };
    const { settings: found, problems } = link.read(new URLSearchParams('kernel=5&bias=1,1,1'), several);
    expect(problems).toEqual(['kernel']);
    expect(found.kernels).toEqual(several.kernels);
    expect(found.biases.map((bias) => bias.valueOf())).toEqual([1, 1, 1]);
  });
});
