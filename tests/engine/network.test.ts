import {
  adam,
  avgPool2d,
  backward,
  conv2d,
  exactTensor,
  flatten,
  forward,
  initialState,
  KernelTooLargeError,
  linear,
  momentum,
  mseLoss,
  mseLossBackward,
  network,
  NonFiniteError,
  realTensor,
  relu,
  SettingError,
  sgd,
  ShapeError,
  stateFromData,
  stateToData,
  TooLargeError,
  type ExactTensor,
  type Layer,
  type Network,
  type NetworkState,
  type Optimizer,
  type ParameterSet,
  type RealTensor,
  type StateData
} from '$lib/engine';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { describe, expect, it } from 'vitest';

/** Numbers from −1 to 1, the same for the same seed. */
function drawn(shape: number[], seed: number): RealTensor {
  const generator = mersenne(seed);
  const cells = shape.reduce((product, length) => product * length, 1);
  return realTensor(
    shape,
    Array.from({ length: cells }, () => 2 * uniformFloat64(generator) - 1)
  );
}

const dot = (left: RealTensor, right: RealTensor) =>
  Array.from(left.data).reduce((sum, value, cell) => sum + value * (right.data[cell] as number), 0);

const small: Layer[] = [
  { type: 'conv2d', filters: 2, kernelSize: 3, padding: 1 },
  { type: 'relu' },
  { type: 'avgPool2d', kernelSize: 2 },
  { type: 'flatten' },
  { type: 'linear', outFeatures: 3 }
];

describe('a network', () => {
  it('is plain data: shapes, parameters and multiply-adds of each layer and of all', () => {
    const built = network([1, 4, 4], small);
    expect(JSON.parse(JSON.stringify(built))).toEqual(built);
    expect(
      built.layers.map(({ name, inputShape, outputShape, parameters, multiplyAdds }) => [
        name,
        inputShape,
        outputShape,
        parameters,
        multiplyAdds
      ])
    ).toEqual([
      ['conv2d-1', [1, 4, 4], [2, 4, 4], 20, 32 * 9],
      ['relu-1', [2, 4, 4], [2, 4, 4], 0, 0],
      ['avgPool2d-1', [2, 4, 4], [2, 2, 2], 0, 0],
      ['flatten-1', [2, 2, 2], [8], 0, 0],
      ['linear-1', [8], [3], 27, 24]
    ]);
    expect(built).toMatchObject({
      inputShape: [1, 4, 4],
      outputShape: [3],
      parameters: 47,
      multiplyAdds: 312
    });
  });

  it('counts the layers of a type, and takes names', () => {
    const built = network([2], [{ type: 'relu' }, { type: 'tanh', name: 'bend' }, { type: 'relu' }]);
    expect(built.layers.map(({ name }) => name)).toEqual(['relu-1', 'bend', 'relu-2']);
  });

  it('keeps running statistics apart from parameters', () => {
    const [layer] = network([3, 2, 2], [{ type: 'batchNorm' }]).layers;
    expect(layer).toMatchObject({
      parameterShapes: { weight: [3], bias: [3] },
      bufferShapes: { runningMean: [3], runningVar: [3] },
      parameters: 6
    });
  });

  it('has shapes behind every type of layer', () => {
    const shape = (layer: Layer) => network([4, 6, 6], [layer]).outputShape;
    expect(shape({ type: 'maxPool2d', kernelSize: 3, stride: 2, ceilMode: true })).toEqual([4, 3, 3]);
    expect(shape({ type: 'adaptiveAvgPool2d', outputSize: [2, 3] })).toEqual([4, 2, 3]);
    expect(shape({ type: 'globalAvgPool2d' })).toEqual([4, 1, 1]);
    expect(shape({ type: 'conv2d', filters: 8, kernelSize: 3, padding: 'same', stride: 2 })).toEqual([
      8, 3, 3
    ]);
    const keeping: Layer[] = [
      { type: 'leakyRelu' },
      { type: 'step' },
      { type: 'sigmoid' },
      { type: 'tanh' },
      { type: 'softmax' },
      { type: 'logSoftmax' },
      { type: 'batchNorm' },
      { type: 'dropout' }
    ];
    expect(keeping.map(shape)).toEqual(keeping.map(() => [4, 6, 6]));
  });

  it.each<[string, new (...given: never[]) => Error, () => unknown, RegExp]>([
    ['no input', ShapeError, () => network([], small), /^network: .*\[\]/],
    ['an empty input', ShapeError, () => network([1, 0, 4], small), /^network: .*\[1, 0, 4\]/],
    ['a broken input', ShapeError, () => network([1.5], []), /^network: .*\[1\.5\]/],
    [
      'a type that there is not',
      SettingError,
      () => network([1], [{ type: 'conv3d' } as unknown as Layer]),
      /^network: layer 0 has the type 'conv3d'; there are conv2d, /
    ],
    [
      'a type that every object has',
      SettingError,
      () => network([1], [{ type: 'toString' } as unknown as Layer]),
      /^network: layer 0 has the type 'toString'/
    ],
    [
      'a linear layer on maps',
      ShapeError,
      () => network([1, 4, 4], [{ type: 'relu' }, { type: 'linear', outFeatures: 2 }]),
      /^network: layer 1 \(linear-1\): linear: .*\[1, 4, 4\]/
    ],
    [
      'a kernel that does not fit',
      KernelTooLargeError,
      () => network([1, 4, 4], [{ type: 'conv2d', filters: 1, kernelSize: 5, name: 'C1' }]),
      /^network: layer 0 \(C1\): .*5.*4/
    ]
  ])('cannot be with %s', (_, kind, action, message) => {
    expect(action).toThrow(kind);
    expect(action).toThrow(message);
  });
});

describe('the numbers that a network begins with', () => {
  const built = network(
    [4, 8, 8],
    [
      { type: 'conv2d', filters: 6, kernelSize: [3, 5], groups: 2 },
      { type: 'flatten' },
      { type: 'linear', outFeatures: 10 }
    ]
  );

  it('are uniform within 1 / √fan-in, drawn weight before bias, layer by layer', () => {
    const generator = mersenne(7);
    const draw = (count: number, fanIn: number) =>
      Float64Array.from(
        { length: count },
        () => (2 * uniformFloat64(generator) - 1) * (1 / Math.sqrt(fanIn))
      );
    // A filter of the two groups sees 2 channels of 15 taps; the maps have 6 by 4 cells.
    const expected = [
      { weight: draw(6 * 30, 30), bias: draw(6, 30) },
      {},
      { weight: draw(10 * 144, 144), bias: draw(10, 144) }
    ];
    const { parameters, buffers } = initialState(built, { seed: 7 });
    expect(
      parameters.map((named) =>
        Object.fromEntries(Object.entries(named).map(([name, { data }]) => [name, data]))
      )
    ).toEqual(expected);
    expect(parameters[0]?.weight?.shape).toEqual([6, 2, 3, 5]);
    expect(buffers).toEqual([{}, {}, {}]);
    const weights = parameters[2]?.weight?.data as Float64Array;
    // Of 1440 draws from −1/12 to 1/12 the variance is (1/12)²/3 to a few percent.
    const variance = weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length;
    expect(variance * 3 * 144).toBeGreaterThan(0.9);
    expect(variance * 3 * 144).toBeLessThan(1.1);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(initialState(built, { seed: 3 })).toEqual(initialState(built, { seed: 3 }));
    expect(initialState(built)).toEqual(initialState(built, { seed: 0 }));
    expect(initialState(built, { seed: 3 })).not.toEqual(initialState(built, { seed: 4 }));
  });

  it('can be of single precision', () => {
    const single = initialState(built, { seed: 3, precision: 'float32' }).parameters;
    const double = initialState(built, { seed: 3 }).parameters;
    expect(single[0]?.weight?.data).toEqual(Float32Array.from(double[0]?.weight?.data ?? []));
  });

  it('of a batch normalization are the identity', () => {
    const { parameters, buffers } = initialState(network([2, 3, 3], [{ type: 'batchNorm' }]));
    expect(parameters).toEqual([{ weight: realTensor([1, 1]), bias: realTensor([0, 0]) }]);
    expect(buffers).toEqual([{ runningMean: realTensor([0, 0]), runningVar: realTensor([1, 1]) }]);
  });

  it.each([Number.NaN, 0.5, 2 ** 32])('cannot be drawn from the seed %d', (seed) => {
    expect(() => initialState(built, { seed })).toThrow(SettingError);
    expect(() => initialState(built, { seed })).toThrow(new RegExp(`^initialState: the seed .*${seed}`));
  });

  it('are refused when a tensor cannot hold them, before anything is allocated', () => {
    const vast = network([25088], [{ type: 'linear', outFeatures: 4096 }]);
    expect(() => initialState(vast)).toThrow(TooLargeError);
    expect(() => initialState(vast)).toThrow(/^initialState: layer 0 \(linear-1\)/);
  });
});

describe('the way forward', () => {
  const built = network([1, 4, 4], small);
  const state = initialState(built, { seed: 1 });
  const images = drawn([3, 1, 4, 4], 2);

  it('is the operations one after the other, all of them kept', () => {
    const { weight, bias } = state.parameters[0] as Record<string, RealTensor>;
    const maps = conv2d(images, weight as RealTensor, { bias: bias as RealTensor, padding: 1 });
    const features = flatten(avgPool2d(relu(maps), 2));
    const last = state.parameters[4] as Record<string, RealTensor>;
    const { output, tape } = forward(built, state, images);
    expect(output).toEqual(linear(features, last.weight as RealTensor, last.bias as RealTensor));
    expect(tape.activations[0]).toBe(images);
    expect(tape.activations[1]).toEqual(maps);
    expect(tape.activations[4]).toEqual(features);
    expect(tape.activations[5]).toBe(output);
  });

  it('keeps the precision', () => {
    const single = { ...images, data: Float32Array.from(images.data) };
    const { output } = forward(built, initialState(built, { precision: 'float32' }), single);
    expect(output.data).toBeInstanceOf(Float32Array);
  });

  it('moves running statistics in training only', () => {
    const normalizing = network([1, 1, 2], [{ type: 'batchNorm', momentum: 0.5 }]);
    const fresh = initialState(normalizing);
    const batch = realTensor([[[[1, 3]]], [[[5, 7]]]]);
    // Mean 4; unbiased variance (9 + 1 + 1 + 9) / 3.
    const trained = forward(normalizing, fresh, batch, { training: true }).buffers;
    expect(trained[0]?.runningMean?.data[0]).toBeCloseTo(2, 13);
    expect(trained[0]?.runningVar?.data[0]).toBeCloseTo(0.5 + 20 / 6, 13);
    const { buffers, output } = forward(normalizing, { ...fresh, buffers: trained }, batch);
    expect(buffers).toEqual(trained);
    expect(output.data[0]).toBeCloseTo((1 - 2) / Math.sqrt(0.5 + 20 / 6 + 1e-5), 13);
  });

  describe('with dropout', () => {
    const dropping = network(
      [64],
      [
        { type: 'dropout', p: 0.5 },
        { type: 'dropout', p: 0.5 }
      ]
    );
    const none = initialState(dropping);
    const ones = realTensor([1, 64], new Float64Array(64).fill(1));

    it('changes nothing outside of training', () => {
      expect(forward(dropping, none, ones).output).toEqual(ones);
    });

    it('drops by the seed, in every layer for itself', () => {
      const dropped = (seed: number) => forward(dropping, none, ones, { training: true, seed });
      expect(dropped(5).output).toEqual(dropped(5).output);
      expect(dropped(5).output).not.toEqual(dropped(6).output);
      const [first, second] = dropped(5).tape.kept;
      expect(first).not.toEqual(second);
      expect(dropped(5).output.data).toEqual(
        first?.data.map((factor, cell) => factor * (second?.data[cell] as number))
      );
    });

    it('needs a whole number as seed in training', () => {
      const without = () => forward(dropping, none, ones, { training: true });
      expect(without).toThrow(SettingError);
      expect(without).toThrow(/^forward: layer 0 \(dropout-1\) .*seed/);
      const broken = () => forward(dropping, none, ones, { training: true, seed: 0.5 });
      expect(broken).toThrow(SettingError);
      expect(broken).toThrow(/^forward: the seed .*0\.5/);
    });
  });

  it.each<[string, RealTensor]>([
    ['too few dimensions', drawn([4, 4], 1)],
    ['other channels', drawn([2, 2, 4, 4], 1)],
    ['one dimension more', drawn([1, 1, 1, 4, 4], 1)]
  ])('refuses an input of %s', (_, input) => {
    expect(() => forward(built, state, input)).toThrow(ShapeError);
    expect(() => forward(built, state, input)).toThrow(
      /^forward: the input must be \[N, 1, 4, 4\]; it is \[/
    );
  });

  it('refuses the state of another network', () => {
    const other = initialState(network([1, 4, 4], [{ type: 'conv2d', filters: 3, kernelSize: 3 }]));
    expect(() => forward(built, other, images)).toThrow(ShapeError);
    expect(() => forward(built, other, images)).toThrow(/^forward: the network has 5 layers.*1/);
  });

  it('refuses fractions where a layer is not rational, and two number systems at once', () => {
    const bending = network([1], [{ type: 'sigmoid' }]);
    const empty = { parameters: [{}], buffers: [{}] };
    expect(() => forward<ExactTensor>(bending, empty, exactTensor([['1/2']]))).toThrow(ShapeError);
    expect(() => forward<ExactTensor>(bending, empty, exactTensor([['1/2']]))).toThrow(
      /^forward: layer 0 \(sigmoid-1\): sigmoid/
    );
    const exactImages = exactTensor([1, 1, 4, 4], new Array(16).fill(1)) as unknown as RealTensor;
    expect(() => forward(built, state, exactImages)).toThrow(ShapeError);
    expect(() => forward(built, state, exactImages)).toThrow(
      /^forward: layer 0 \(conv2d-1\): .*number system/
    );
  });

  it('says in which layer the numbers are finite no more', () => {
    const growing = network(
      [1],
      [
        { type: 'linear', outFeatures: 1 },
        { type: 'linear', outFeatures: 1, bias: false }
      ]
    );
    const large = {
      parameters: [
        { weight: realTensor([[1e200]]), bias: realTensor([0]) },
        { weight: realTensor([[1e200]]) }
      ],
      buffers: [{}, {}]
    };
    const action = () => forward<RealTensor>(growing, large, realTensor([[1]]));
    expect(action).toThrow(NonFiniteError);
    expect(action).toThrow(/^forward: layer 1 \(linear-2\): linear/);
  });
});

/** All parameters of a set with one number of one of them changed. */
function changed(set: ParameterSet<RealTensor>, layer: number, name: string, cell: number, by: number) {
  return set.map((named, index) => {
    const old = named[name];
    if (index !== layer || !old) return named;
    const data = Float64Array.from(old.data);
    data[cell] = (data[cell] as number) + by;
    return { ...named, [name]: { shape: old.shape, data } };
  });
}

/** Holds all gradients of Σ factor · output against central differences of the network itself. */
function expectNumericalGradients(
  built: Network,
  batch: number,
  options: { training: boolean; seed: number }
) {
  const state = initialState(built, { seed: 11 });
  const input = drawn([batch, ...built.inputShape], 12);
  const factors = drawn([batch, ...built.outputShape], 13);
  const loss = (parameters: ParameterSet<RealTensor>, images: RealTensor) =>
    dot(forward(built, { ...state, parameters }, images, options).output, factors);
  const step = 1e-5;
  const gradients = backward(forward(built, state, input, options).tape, factors, { inputGradient: true });
  const differences: number[] = [];
  const found: number[] = [];
  gradients.parameters.forEach((named, layer) => {
    expect(Object.keys(named)).toEqual(Object.keys(state.parameters[layer] ?? {}));
    for (const [name, gradient] of Object.entries(named)) {
      expect(gradient.shape).toEqual(state.parameters[layer]?.[name]?.shape);
      gradient.data.forEach((value, cell) => {
        const [up, down] = [step, -step].map((by) =>
          loss(changed(state.parameters, layer, name, cell, by), input)
        );
        found.push(value);
        differences.push(((up as number) - (down as number)) / (2 * step));
      });
    }
  });
  expect(gradients.input.shape).toEqual(input.shape);
  gradients.input.data.forEach((value, cell) => {
    const [up, down] = [step, -step].map((by) =>
      loss(state.parameters, changed([{ input }], 0, 'input', cell, by)[0]?.input as RealTensor)
    );
    found.push(value);
    differences.push(((up as number) - (down as number)) / (2 * step));
  });
  found.forEach((value, index) => expect(value).toBeCloseTo(differences[index] as number, 7));
  // A network of which nothing depends on anything would pass as well.
  expect(found.filter((value) => Math.abs(value) > 1e-6).length).toBeGreaterThan(found.length / 3);
}

describe('the way back', () => {
  it.each<[string, number[], Layer[]]>([
    [
      'convolutions with groups, dilation, stride and no bias',
      [2, 7, 6],
      [
        { type: 'conv2d', filters: 4, kernelSize: [3, 2], groups: 2, dilation: [1, 2], padding: 1 },
        { type: 'leakyRelu', negativeSlope: 0.2 },
        { type: 'conv2d', filters: 3, kernelSize: 3, stride: 2, padding: 'same', bias: false },
        { type: 'tanh' },
        { type: 'flatten' },
        { type: 'linear', outFeatures: 2, bias: false },
        { type: 'softmax' }
      ]
    ],
    [
      'all kinds of pooling',
      [2, 9, 9],
      [
        { type: 'maxPool2d', kernelSize: 2, stride: 1 },
        { type: 'conv2d', filters: 2, kernelSize: 3, padding: 1 },
        { type: 'avgPool2d', kernelSize: 2, ceilMode: true, padding: 1, countIncludePad: false },
        { type: 'sigmoid' },
        { type: 'adaptiveAvgPool2d', outputSize: 3 },
        { type: 'batchNorm' },
        { type: 'relu' },
        { type: 'softmax' },
        { type: 'globalAvgPool2d' },
        { type: 'flatten' },
        { type: 'logSoftmax' }
      ]
    ],
    [
      'normalization and dropout between linear layers',
      [5],
      [
        { type: 'linear', outFeatures: 6 },
        { type: 'batchNorm', eps: 0.1 },
        { type: 'tanh' },
        { type: 'dropout', p: 0.3 },
        { type: 'linear', outFeatures: 3 },
        { type: 'logSoftmax' }
      ]
    ]
  ])('agrees with differences: %s', (_, inputShape, layers) => {
    const built = network(inputShape, layers);
    expectNumericalGradients(built, 3, { training: true, seed: 4 });
    expectNumericalGradients(built, 2, { training: false, seed: 4 });
  });

  it('is the difference quotient exactly where the network is linear in each parameter', () => {
    const built = network(
      [2, 4, 4],
      [
        { type: 'conv2d', filters: 2, kernelSize: 3, groups: 2 },
        { type: 'avgPool2d', kernelSize: 2, stride: 1 },
        { type: 'flatten' },
        { type: 'linear', outFeatures: 2 }
      ]
    );
    const third = (shape: readonly number[], offset: number) => {
      const cells = shape.reduce((product, length) => product * length, 1);
      return exactTensor(
        shape,
        Array.from({ length: cells }, (_, cell) => `${((cell * 7 + offset) % 11) - 5}/3`)
      );
    };
    const parameters: ParameterSet<ExactTensor> = built.layers.map(({ parameterShapes }, layer) =>
      Object.fromEntries(Object.entries(parameterShapes).map(([name, shape]) => [name, third(shape, layer)]))
    );
    const buffers = [{}, {}, {}, {}];
    const input = third([2, 2, 4, 4], 5);
    const factors = third([2, 2], 3);
    const loss = (set: ParameterSet<ExactTensor>) =>
      forward(built, { parameters: set, buffers }, input).output.data.reduce(
        (sum, value, cell) => sum.add(value.mul(factors.data[cell] ?? 0)),
        exactTensor(0).data[0] as ExactTensor['data'][number]
      );
    const before = loss(parameters);
    const { tape } = forward(built, { parameters, buffers }, input);
    const gradients = backward(tape, factors).parameters;
    let compared = 0;
    gradients.forEach((named, layer) => {
      for (const [name, gradient] of Object.entries(named)) {
        gradient.data.forEach((value, cell) => {
          const moved = parameters.map((old, index) => {
            const tensor = old[name];
            if (index !== layer || !tensor) return old;
            // However large the step, the quotient is the gradient.
            const data = tensor.data.map((entry, place) => (place === cell ? entry.add(100) : entry));
            return { ...old, [name]: { ...tensor, data } };
          });
          expect(loss(moved).sub(before).div(100).toFraction()).toBe(value.toFraction());
          compared++;
        });
      }
    });
    expect(compared).toBe(built.parameters);
    expect(backward(tape, factors).input).toBeNull();
    expect(backward(tape, factors, { inputGradient: true }).parameters).toEqual(gradients);
  });

  it('is the same in fractions and in doubles on whole numbers', () => {
    const built = network(
      [1, 4, 4],
      [
        { type: 'conv2d', filters: 2, kernelSize: 2 },
        { type: 'relu' },
        { type: 'maxPool2d', kernelSize: 2, stride: 1 },
        { type: 'leakyRelu', negativeSlope: 2 },
        { type: 'dropout', p: 0.5 },
        { type: 'flatten' },
        { type: 'linear', outFeatures: 2 },
        { type: 'step' }
      ]
    );
    const whole = (shape: readonly number[], offset: number) =>
      Array.from(
        { length: shape.reduce((product, length) => product * length, 1) },
        (_, cell) => ((cell * 5 + offset) % 7) - 3
      );
    const made = <T>(make: (shape: readonly number[], data: number[]) => T) => ({
      parameters: built.layers.map(({ parameterShapes }, layer) =>
        Object.fromEntries(
          Object.entries(parameterShapes).map(([name, shape]) => [name, make(shape, whole(shape, layer))])
        )
      ),
      buffers: built.layers.map(() => ({}))
    });
    const options = { training: true, seed: 3 };
    const real = forward(built, made(realTensor), realTensor([2, 1, 4, 4], whole([2, 16], 1)), options);
    const exact = forward(built, made(exactTensor), exactTensor([2, 1, 4, 4], whole([2, 16], 1)), options);
    real.tape.activations.forEach(({ data }, layer) =>
      expect(Array.from(data)).toEqual(exact.tape.activations[layer]?.data.map(Number))
    );
    // Without the step, through which no gradient passes.
    const upTo = { ...built, layers: built.layers.slice(0, -1) };
    const slopes = backward({ ...real.tape, network: upTo }, realTensor([2, 2], [1, -2, 3, 1]));
    const fractions = backward({ ...exact.tape, network: upTo }, exactTensor([2, 2], [1, -2, 3, 1]));
    slopes.parameters.forEach((named, layer) => {
      for (const [name, { data }] of Object.entries(named)) {
        expect(Array.from(data)).toEqual(fractions.parameters[layer]?.[name]?.data.map(Number));
      }
    });
    expect(slopes.parameters[0]?.weight?.data.some((value) => value !== 0)).toBe(true);
    const stopped = backward(real.tape, realTensor([2, 2], [1, -2, 3, 1])).parameters;
    expect(stopped[6]?.weight?.data.every((value) => value === 0)).toBe(true);
  });

  it('leaves out the gradient of the input, and layers before the first that learns, unless asked', () => {
    const built = network([1, 4, 4], [{ type: 'tanh' }, ...small]);
    const state = initialState(built, { seed: 5 });
    const { tape } = forward(built, state, drawn([2, 1, 4, 4], 6));
    const gradient = drawn([2, 3], 7);
    const without = backward(tape, gradient);
    const asked = backward(tape, gradient, { inputGradient: true });
    expect(without.input).toBeNull();
    expect(asked.input.shape).toEqual([2, 1, 4, 4]);
    expect(without.parameters).toEqual(asked.parameters);
  });

  it('goes nowhere in a network that learns nothing, unless asked', () => {
    const built = network([2], [{ type: 'relu' }]);
    const { tape } = forward(built, initialState(built), realTensor([[1, -1]]));
    expect(backward(tape, realTensor([[3, 4]]))).toEqual({ parameters: [{}], input: null });
    expect(backward(tape, realTensor([[3, 4]]), { inputGradient: true }).input).toEqual(realTensor([[3, 0]]));
  });

  it('needs nothing but the tape, which is plain data', () => {
    const built = network([1, 4, 4], small);
    const { tape } = forward(built, initialState(built), drawn([2, 1, 4, 4], 6));
    const gradient = drawn([2, 3], 7);
    expect(backward(structuredClone(tape), gradient)).toEqual(backward(tape, gradient));
  });

  it('refuses a gradient that does not have the shape of the output', () => {
    const built = network([1, 4, 4], small);
    const { tape } = forward(built, initialState(built), drawn([2, 1, 4, 4], 6));
    expect(() => backward(tape, drawn([1, 3], 1))).toThrow(ShapeError);
    expect(() => backward(tape, drawn([1, 3], 1))).toThrow(
      /^backward: the gradient must be \[2, 3\]; it is \[1, 3\]/
    );
  });

  it.each([
    ['linear', network([1], [{ type: 'linear', outFeatures: 1 }]), [1, 1]],
    ['conv2d', network([1, 1, 1], [{ type: 'conv2d', filters: 1, kernelSize: 1 }]), [1, 1, 1, 1]]
  ])('says in which layer a gradient is finite no more: %s', (type, built, shape) => {
    const { tape } = forward(built, initialState(built), realTensor(shape, [1e200]));
    expect(() => backward(tape, realTensor(shape, [1e200]))).toThrow(NonFiniteError);
    expect(() => backward(tape, realTensor(shape, [1e200]))).toThrow(
      new RegExp(`^backward: layer 0 \\(${type}-1\\): ${type}Backward`)
    );
  });
});

describe('a state as data', () => {
  const built = network(
    [1, 4, 4],
    [
      { type: 'conv2d', filters: 2, kernelSize: 3 },
      { type: 'batchNorm' },
      { type: 'flatten' },
      { type: 'linear', outFeatures: 1 }
    ]
  );
  const state = initialState(built, { seed: 9 });
  const viaText = <Data>(data: Data) => JSON.parse(JSON.stringify(data)) as Data;

  it('comes back to the last bit', () => {
    const back = stateFromData(built, viaText(stateToData(state)));
    expect(back).toEqual(state);
    const single = initialState(built, { seed: 9, precision: 'float32' });
    const backAgain = stateFromData(built, viaText(stateToData(single)));
    expect(backAgain).toEqual(single);
    expect(backAgain.parameters[0]?.weight?.data).toBeInstanceOf(Float32Array);
  });

  it('comes back in fractions', () => {
    const one = network([2], [{ type: 'linear', outFeatures: 2 }]);
    const exact: NetworkState<ExactTensor> = {
      parameters: [
        { weight: exactTensor([2, 2], ['1/3', '-22/7', 5, 0]), bias: exactTensor(['1/10', '-1']) }
      ],
      buffers: [{}]
    };
    const data = stateToData(exact);
    expect(data.parameters[0]?.weight).toEqual({
      numbers: 'exact',
      shape: [2, 2],
      data: ['1/3', '-22/7', '5', '0']
    });
    expect(stateFromData(one, viaText(data))).toEqual(exact);
  });

  /** The data of the state with one tensor, or the lack of one, in the place of another. */
  function withEntry(part: 'parameters' | 'buffers', layer: number, name: string, entry: unknown) {
    const data = viaText(stateToData(state));
    const changedPart = data[part].map((named, index) =>
      index === layer ? { ...named, [name]: entry } : named
    );
    return { ...data, [part]: changedPart } as StateData<RealTensor>;
  }

  const numbers = 'float64';
  it.each<[string, new (...given: never[]) => Error, StateData<RealTensor>, RegExp]>([
    [
      'of fewer layers',
      ShapeError,
      { ...stateToData(state), parameters: [] },
      /^stateFromData: the network has 4 layers, the state has parameters for 0/
    ],
    [
      'without a weight',
      ShapeError,
      withEntry('parameters', 3, 'weight', undefined),
      /^stateFromData: layer 3 \(linear-1\) needs \[1, 8\] as weight; the state has nothing/
    ],
    [
      'with a weight too many',
      ShapeError,
      withEntry('parameters', 2, 'weight', { numbers, shape: [1], data: [1] }),
      /^stateFromData: layer 2 \(flatten-1\) needs nothing as weight; the state has \[1\]/
    ],
    [
      'with a bias of another shape',
      ShapeError,
      withEntry('parameters', 0, 'bias', { numbers, shape: [3], data: [1, 2, 3] }),
      /^stateFromData: layer 0 \(conv2d-1\) needs \[2\] as bias; the state has \[3\]/
    ],
    [
      'without a running mean',
      ShapeError,
      withEntry('buffers', 1, 'runningMean', undefined),
      /^stateFromData: layer 1 \(batchNorm-1\) needs \[2\] as runningMean/
    ],
    [
      'with too little data',
      ShapeError,
      withEntry('parameters', 0, 'bias', { numbers, shape: [2], data: [1] }),
      /^stateFromData: layer 0 \(conv2d-1\): .*\[2\].*2.*1/
    ],
    [
      'with a number lost on the way',
      NonFiniteError,
      withEntry('parameters', 0, 'bias', { numbers, shape: [2], data: [1, null] }),
      /^stateFromData: layer 0 \(conv2d-1\): bias .*entry 1 is null/
    ],
    [
      'with text among numbers',
      NonFiniteError,
      withEntry('parameters', 0, 'bias', { numbers: 'float32', shape: [2], data: ['1', 1] }),
      /entry 0 is "1"/
    ],
    [
      'with a fraction over zero',
      NonFiniteError,
      withEntry('parameters', 0, 'bias', { numbers: 'exact', shape: [2], data: ['1/2', '1/0'] }),
      /entry 1 is "1\/0"/
    ],
    [
      'with numbers beyond single precision',
      NonFiniteError,
      withEntry('parameters', 0, 'bias', { numbers: 'float32', shape: [2], data: [1, 1e39] }),
      /^stateFromData: layer 0 .*Infinity/
    ],
    [
      'in a format that there is not',
      SettingError,
      withEntry('parameters', 0, 'bias', { numbers: 'float16', shape: [2], data: [1, 1] }),
      /'float16'; there are float64, float32, exact/
    ],
    [
      'partly exact',
      ShapeError,
      withEntry('parameters', 0, 'bias', { numbers: 'exact', shape: [2], data: ['1', '1'] }),
      /^stateFromData: some .* exact .* real/
    ]
  ])('%s does not fit', (_, kind, data, message) => {
    expect(() => stateFromData(built, data)).toThrow(kind);
    expect(() => stateFromData(built, data)).toThrow(message);
  });
});

describe('training', () => {
  const xor = {
    input: realTensor([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1]
    ]),
    target: realTensor([[0], [1], [1], [0]])
  };
  const built = network(
    [2],
    [{ type: 'linear', outFeatures: 4 }, { type: 'tanh' }, { type: 'linear', outFeatures: 1 }]
  );

  function trained<State>(optimizer: Optimizer<RealTensor, State>, steps: number) {
    let { parameters, buffers } = initialState(built, { seed: 2 });
    let state = optimizer.initial(parameters);
    const losses: number[] = [];
    const one = realTensor([], [1]);
    for (let step = 0; step < steps; step++) {
      const {
        output,
        tape,
        buffers: after
      } = forward(built, { parameters, buffers }, xor.input, { training: true });
      losses.push(mseLoss(output, xor.target).data[0] as number);
      const gradients = backward(tape, mseLossBackward(one, output, xor.target));
      ({ parameters, state } = optimizer.update(parameters, gradients.parameters, state));
      buffers = after;
    }
    return { losses, output: forward(built, { parameters, buffers }, xor.input).output };
  }

  it.each<[string, () => ReturnType<typeof trained>]>([
    ['sgd', () => trained(sgd({ lr: 0.3 }), 2000)],
    ['momentum', () => trained(momentum({ lr: 0.1 }), 500)],
    ['adam', () => trained(adam({ lr: 0.05 }), 500)]
  ])('%s learns XOR, and the same way every time', (_, train) => {
    const { losses, output } = train();
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 20);
    expect(Array.from(output.data, Math.round).map(Math.abs)).toEqual([0, 1, 1, 0]);
    expect(train().losses).toEqual(losses);
  });
});
