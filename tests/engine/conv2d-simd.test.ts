import {
  conv2d,
  NonFiniteError,
  planConvolution,
  realTensor,
  toReal,
  type ConvolutionOptions,
  type ConvolutionPlan,
  type RealData
} from '$lib/engine';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inputGradient } from '../../src/lib/engine/kernels/convolution-backward';
import { convolve } from '../../src/lib/engine/kernels/convolution';
import { plainKernel } from '../../src/lib/engine/kernels/plain-kernel';
import type { RowKernelMaker } from '../../src/lib/engine/kernels/row-kernel';
import { loopsWith } from '../../src/lib/engine/kernels/simd/instance';
import { loops } from '../../src/lib/engine/kernels/simd/loops';
import { fastKernel, simdKernel } from '../../src/lib/engine/kernels/simd/simd-kernel';
import { bruteConvolution, range } from '../data/brute-convolution';
import { bothOf, cellsOfPadding, pairOf, upTo, wildData } from '../data/convolution-cases';
import { cellsIn, wholesOf } from '../data/gradients';

type Four = [number, number, number, number];
type Precision = typeof Float32Array | typeof Float64Array;

/** Every setting of a convolution, of one to nine filters a group and of rows longer and shorter than any block. */
const settings = fc
  .record({
    images: upTo(2),
    groups: upTo(3),
    groupChannels: upTo(3),
    groupFilters: upTo(9),
    size: fc.tuple(upTo(6), upTo(40)),
    kernel: fc.tuple(upTo(4), upTo(4)),
    stride: pairOf(upTo(3)),
    dilation: pairOf(upTo(3)),
    padding: fc.oneof(cellsOfPadding, fc.constantFrom('same' as const, 'valid' as const)),
    hasBias: fc.boolean(),
    precision: fc.constantFrom<Precision[]>(Float32Array, Float64Array),
    from: fc.nat(10_000)
  })
  .map(({ images, groups, groupChannels, groupFilters, size, kernel, ...rest }) => ({
    ...rest,
    input: [images, groups * groupChannels, ...size] as Four,
    weight: [groups * groupFilters, groupChannels, ...kernel] as Four,
    groups
  }))
  .filter(({ input, weight, padding, dilation }) => {
    if (padding === 'same') return true;
    const [height, width] = bothOf(dilation);
    const sides = typeof padding === 'object' && 'top' in padding ? padding : null;
    const [vertical, horizontal] = sides || padding === 'valid' ? [0, 0] : bothOf(padding as number);
    const down = input[2] + (sides ? sides.top + sides.bottom : 2 * vertical);
    const across = input[3] + (sides ? sides.left + sides.right : 2 * horizontal);
    return (weight[2] - 1) * height < down && (weight[3] - 1) * width < across;
  });

/** The numbers that rounding, signs of zero and overflow make a difference to. */
const extremes = fc.constantFrom(
  ...[0, -0, 1, -1, 5e-324, -1e-310, 1e-45, 3e38, -1e308, 1.7e308],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]
);

/** What lies in the memory of the loops before a convolution must not matter. */
function spoilMemory(): void {
  const memory = loopsWith(1)?.memory;
  if (memory) new Float64Array(memory.buffer).fill(Number.NaN);
}

/** The kernel of vectors and no other. */
const onlySimd: RowKernelMaker = (plan, roomCells, precision) => {
  spoilMemory();
  const kernel = simdKernel(plan, roomCells, precision);
  if (!kernel) throw new Error('there are no vectors here');
  expect(kernel.room.buffer).toBe(loopsWith(1)?.memory.buffer);
  return kernel;
};

/** Numbers are the same when not one bit differs; all that are none count as one. */
function expectSameBits(found: RealData, expected: RealData): void {
  expect(found.constructor).toBe(expected.constructor);
  expect(found.length).toBe(expected.length);
  const place = found.findIndex((value, cell) => !Object.is(value, expected[cell]));
  expect([place, found[place]]).toEqual([-1, undefined]);
}

function expectSameConvolution(
  plan: ConvolutionPlan,
  operands: { input: RealData; weight: RealData; bias: RealData | null }
): void {
  const by = (kernel: RowKernelMaker) =>
    convolve(plan, operands.input, operands.weight, operands.bias, kernel);
  expectSameBits(by(onlySimd), by(plainKernel));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the loops of vectors', () => {
  it('give the bits that the plain loops give, whatever the setting', () => {
    fc.assert(
      fc.property(settings, ({ input, weight, hasBias, precision, from, ...options }) => {
        const plan = planConvolution('a test', input, weight, options);
        expectSameConvolution(plan, {
          input: precision.from(wildData(cellsIn(input), from)),
          weight: precision.from(wildData(cellsIn(weight), from + 0.5)),
          bias: hasBias ? precision.from(wildData(plan.filters, from + 0.25)) : null
        });
      }),
      { numRuns: 1000 }
    );
  });

  it('give the same bits for negative zeros, numbers near none, overflow, infinities and what is no number', () => {
    fc.assert(
      fc.property(
        settings,
        fc.array(extremes, { minLength: 1, maxLength: 9 }),
        fc.array(extremes, { minLength: 1, maxLength: 7 }),
        ({ input, weight, hasBias, precision, stride, padding, dilation, groups }, values, factors) => {
          const plan = planConvolution('a test', input, weight, { stride, padding, dilation, groups });
          const repeated = (list: readonly number[], length: number) =>
            precision.from(range(length).map((cell) => list[cell % list.length] as number));
          expectSameConvolution(plan, {
            input: repeated(values, cellsIn(input)),
            weight: repeated(factors, cellsIn(weight)),
            bias: hasBias ? repeated(factors, plan.filters) : null
          });
        }
      ),
      { numRuns: 500 }
    );
  });

  it('give the same bits for gradients, whose cells lie a stride apart', () => {
    fc.assert(
      fc.property(settings, ({ input, weight, precision, from, stride, padding, dilation, groups }) => {
        const plan = planConvolution('a test', input, weight, { stride, padding, dilation, groups });
        const gradient = precision.from(wildData(cellsIn(plan.outputShape), from));
        const factors = precision.from(wildData(cellsIn(weight), from + 0.5));
        const by = (kernel: RowKernelMaker) => inputGradient(plan, gradient, factors, null, kernel);
        expectSameBits(by(onlySimd), by(plainKernel));
      }),
      { numRuns: 300 }
    );
  });

  it('give the same bits where the filters need more than one reading of the input', () => {
    // 67 filters are more than 64; 4 · 5000 weights are more than 2¹⁴.
    for (const [channels, filters, kernel] of [
      [1, 67, 1],
      [200, 9, 5]
    ] as const) {
      const [input, weight] = [
        [2, channels, 6, 7],
        [filters, channels, kernel, kernel]
      ];
      expectSameConvolution(planConvolution('a test', input, weight), {
        input: Float64Array.from(wildData(cellsIn(input))),
        weight: Float64Array.from(wildData(cellsIn(weight), 0.5)),
        bias: null
      });
    }
  });

  it('make a module that browsers compile at once, of fewer than 4096 bytes', () => {
    expect(WebAssembly.validate(loops() as Uint8Array<ArrayBuffer>)).toBe(true);
    expect(loops().length).toBeLessThan(4096);
  });
});

describe('a real convolution', () => {
  /** A convolution that is worth the loops, and one that is not. */
  const sizable = { input: [1, 3, 16, 15], weight: [7, 3, 3, 3] };
  const small = { input: [1, 1, 5, 5], weight: [1, 1, 3, 3] };
  const kernelOf = ({ input, weight }: typeof sizable, roomCells = 1000) =>
    fastKernel(planConvolution('a test', input, weight), roomCells, new Float64Array());
  const usesLoops = (room: Float64Array) => room.buffer === loopsWith(1)?.memory.buffer;

  it('is computed by the loops when it has many products, and without them when it has few', () => {
    expect(usesLoops(kernelOf(sizable).room)).toBe(true);
    expect(usesLoops(kernelOf(small).room)).toBe(false);
  });

  it('is computed without them when they would need more than 8 MB', () => {
    expect(usesLoops(kernelOf(sizable, 2 ** 20).room)).toBe(false);
    expect(loopsWith(1)?.memory.buffer.byteLength).toBeLessThanOrEqual(2 ** 23);
  });

  it('is its definition written out when the loops compute it', () => {
    const options = { stride: [1, 2], padding: [1, 2], dilation: [2, 1] } satisfies ConvolutionOptions;
    const operands = fc.tuple(wholesOf(sizable.input), wholesOf(sizable.weight), wholesOf([7]));
    fc.assert(
      fc.property(operands, ([input, weight, bias]) => {
        spoilMemory();
        const found = conv2d(toReal(input), toReal(weight), { ...options, bias: toReal(bias) });
        const grid = bruteConvolution(input, weight, bias, {
          stride: [1, 2],
          dilation: [2, 1],
          sides: { top: 1, bottom: 1, left: 2, right: 2 },
          groups: 1
        });
        expect(found.shape).toEqual(grid.shape);
        expect(Array.from(found.data)).toEqual(grid.values.map(({ n, d }) => Number(n) / Number(d)));
      }),
      { numRuns: 3 }
    );
  });

  it('is refused when it leaves the finite numbers', () => {
    const input = realTensor(sizable.input, new Float64Array(cellsIn(sizable.input)).fill(1e200));
    const weight = realTensor(sizable.weight, new Float64Array(cellsIn(sizable.weight)).fill(1e200));
    expect(() => conv2d(input, weight)).toThrow(NonFiniteError);
    expect(() => conv2d(input, weight)).toThrow(
      'conv2d: the result must be finite; entry 0 of [1, 7, 14, 13] is Infinity'
    );
  });

  it.each([Float64Array, Float32Array])(
    'is refused even where it has more cells than the input: %o',
    (Precision) => {
      const largest = Precision === Float32Array ? (2 - 2 ** -23) * 2 ** 127 : Number.MAX_VALUE;
      const side = 40;
      const input = (value: number) => realTensor([1, 1, side, side], new Precision(side * side).fill(value));
      const weight = realTensor([12, 1, 3, 3], new Precision(108).fill(1));
      expect(() => conv2d(input(largest / 8.5), weight)).toThrow('entry 0 of [1, 12, 38, 38] is Infinity');
      // Not surely finite, and finite all the same.
      const { data } = conv2d(input(largest / 10), weight);
      expect(data.every(Number.isFinite)).toBe(true);
    }
  );

  it('holds rows, weights and taps outside the heap in less than its padded input and its output take', () => {
    const before = loopsWith(1)?.memory.buffer.byteLength ?? 0;
    const input = realTensor([1, 32, 56, 56], Float64Array.from(wildData(32 * 56 * 56)));
    const weight = realTensor([32, 32, 3, 3], Float64Array.from(wildData(32 * 32 * 9)));
    const { data } = conv2d(input, weight, { padding: 1 });
    const after = loopsWith(1)?.memory.buffer.byteLength ?? Number.NaN;
    expect(after).toBeLessThanOrEqual(Math.max(before, 8 * (32 * 58 * 58 + data.length)));
  });
});

describe('where there are no vectors', () => {
  const input = realTensor([1, 3, 16, 15], Float64Array.from(wildData(720)));
  const weight = realTensor([7, 3, 3, 3], Float64Array.from(wildData(189, 0.5)));
  const plan = planConvolution('a test', input.shape, weight.shape);
  const expected = convolve(plan, input.data, weight.data, null, plainKernel);

  /** The engine as a page gets it that loads it now. */
  async function freshEngine() {
    vi.resetModules();
    return (await import('$lib/engine')).conv2d;
  }

  it('the numbers are the same without WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    expectSameBits((await freshEngine())(input, weight).data, expected);
  });

  it('the numbers are the same when compiling is forbidden, which is tried once', async () => {
    const Module = vi.fn(function () {
      throw new WebAssembly.CompileError('violates the content security policy');
    });
    const { CompileError, Instance, Memory } = WebAssembly;
    vi.stubGlobal('WebAssembly', { CompileError, Instance, Memory, Module });
    const convolved = await freshEngine();
    for (let time = 0; time < 2; time++) expectSameBits(convolved(input, weight).data, expected);
    expect(Module).toHaveBeenCalledTimes(1);
  });

  it('the numbers are the same when there is no memory', async () => {
    const Memory = vi.fn(function () {
      throw new RangeError('could not allocate memory');
    });
    const { Module, Instance } = WebAssembly;
    vi.stubGlobal('WebAssembly', { Module, Instance, Memory });
    expectSameBits((await freshEngine())(input, weight).data, expected);
  });
});
