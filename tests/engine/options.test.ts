import * as engine from '$lib/engine';
import { EngineError, SettingError, ShapeError } from '$lib/engine';
import { describe, expect, it } from 'vitest';

const {
  adagrad,
  adam,
  avgPool2d,
  avgPool2dBackward,
  averagePoolingCost,
  backward,
  batchNorm,
  batchNormBackward,
  col2im,
  conv1d,
  conv1dBackward,
  conv2d,
  conv2dBackward,
  conv2dByMatrixProduct,
  conv2dExactly,
  conv2dOver,
  convolutionCost,
  convolve2d,
  convTranspose2d,
  convTranspose2dBackward,
  crossEntropy,
  crossEntropyBackward,
  depthwiseConv2d,
  depthwiseConv2dBackward,
  dropout,
  exactTensor,
  fold,
  forward,
  im2col,
  initialState,
  linearCost,
  matrix,
  maxPool2d,
  maxPool2dBackward,
  maxPool2dWithIndices,
  maxPoolingCost,
  momentum,
  mseLoss,
  mseLossBackward,
  network,
  pad,
  planConvolution,
  realField,
  realTensor,
  receptiveField,
  rmsProp,
  sgd,
  unfold,
  windowGeometry
} = engine;

const square = realTensor([1, 1, 2, 2], [1, 2, 3, 4]);
const cell = realTensor([1, 1, 1, 1], [1]);
const line = realTensor([1, 1, 2], [1, 2]);
const tap = realTensor([1, 1, 1], [1]);
const exactSquare = matrix([
  [1, 2],
  [3, 4]
]);
const scalar = realTensor([], [1]);
const logits = realTensor([[1, 2]]);
const batch = realTensor([
  [1, 2],
  [3, 5]
]);
const tiny = network([1], [{ type: 'linear', outFeatures: 1 }]);
const state = initialState(tiny);
const one = realTensor([[1]]);

/** Every operation that can be told something by name; each call is right but for what is told. */
const TOLD: Record<string, (options: object) => unknown> = {
  conv2d: (options) => conv2d(square, cell, options),
  conv2dExactly: (options) => conv2dExactly(exactSquare, exactSquare, options),
  conv2dOver: (options) =>
    conv2dOver(realField, { shape: [1, 1, 1, 1], data: [1] }, { shape: [1, 1, 1, 1], data: [1] }, options),
  convolve2d: (options) => convolve2d(square, cell, options),
  conv2dByMatrixProduct: (options) => conv2dByMatrixProduct(square, cell, options),
  conv2dBackward: (options) => conv2dBackward(square, square, cell, options),
  conv1d: (options) => conv1d(line, tap, options),
  conv1dBackward: (options) => conv1dBackward(line, line, tap, options),
  depthwiseConv2d: (options) => depthwiseConv2d(square, cell, options),
  depthwiseConv2dBackward: (options) => depthwiseConv2dBackward(square, square, cell, options),
  convTranspose2d: (options) => convTranspose2d(square, cell, options),
  convTranspose2dBackward: (options) => convTranspose2dBackward(square, square, cell, options),
  maxPool2d: (options) => maxPool2d(square, 2, options),
  maxPool2dWithIndices: (options) => maxPool2dWithIndices(square, 2, options),
  maxPool2dBackward: (options) => maxPool2dBackward(cell, square, 2, options),
  avgPool2d: (options) => avgPool2d(square, 2, options),
  avgPool2dBackward: (options) => avgPool2dBackward(cell, square, 2, options),
  im2col: (options) => im2col(square, 1, options),
  col2im: (options) => col2im(realTensor([4, 1], [1, 2, 3, 4]), [1, 1, 2, 2], 1, options),
  unfold: (options) => unfold(square, 1, options),
  fold: (options) => fold(realTensor([1, 1, 4], [1, 2, 3, 4]), 2, 1, options),
  pad: (options) => pad(square, { top: 1, bottom: 0, left: 0, right: 0, ...options }),
  batchNorm: (options) => batchNorm(batch, options),
  batchNormBackward: (options) => batchNormBackward(batch, batch, options),
  dropout: (options) => dropout(square, 0.5, { seed: 1, ...options }),
  mseLoss: (options) => mseLoss(square, square, options),
  mseLossBackward: (options) => mseLossBackward(scalar, square, square, options),
  crossEntropy: (options) => crossEntropy(logits, [0], options),
  crossEntropyBackward: (options) => crossEntropyBackward(scalar, logits, [0], options),
  windowGeometry: (options) => windowGeometry({ height: 2, width: 2 }, { height: 1, width: 1 }, options),
  planConvolution: (options) => planConvolution('a test', [1, 1, 2, 2], [1, 1, 1, 1], options),
  receptiveField: (options) => receptiveField([{ kernelSize: 3, ...options }]),
  convolutionCost: (options) => convolutionCost([1, 2, 2], { filters: 1, kernelSize: 1, ...options }),
  linearCost: (options) => linearCost([2], { outFeatures: 1, ...options }),
  maxPoolingCost: (options) => maxPoolingCost([1, 2, 2], { kernelSize: 2, ...options }),
  averagePoolingCost: (options) => averagePoolingCost([1, 2, 2], { kernelSize: 2, ...options }),
  initialState: (options) => initialState(tiny, options),
  forward: (options) => forward(tiny, state, one, options),
  backward: (options) => backward(forward(tiny, state, one).tape, one, options),
  sgd: (options) => sgd(options),
  momentum: (options) => momentum(options),
  adagrad: (options) => adagrad(options),
  rmsProp: (options) => rmsProp(options),
  adam: (options) => adam(options)
};

/** Operations that are told nothing by name. A new one stands here or above. */
const NOT_TOLD = [
  'adaptiveAvgPool2d',
  'adaptiveAvgPool2dBackward',
  'adaptivePoolingCost',
  'batchMoments',
  'batchNormCost',
  'dropoutBackward',
  'exactTensor',
  'flatten',
  'flattenBackward',
  'globalAvgPool2d',
  'globalAvgPool2dBackward',
  'isReal',
  'leakyRelu',
  'leakyReluBackward',
  'linear',
  'linearBackward',
  'logSoftmax',
  'logSoftmaxBackward',
  'matmul',
  'matmulBackward',
  'matrix',
  'neighboursOf',
  'network',
  'outputLength',
  'outputsFedBy',
  'padBackward',
  'readNumber',
  'readPlainNumber',
  'readPrintedNumber',
  'realTensor',
  'receptiveCells',
  'relu',
  'reluBackward',
  'requireBias',
  'rotateHalfTurn',
  'rowsOf',
  'sameShape',
  'sameTensor',
  'seededGenerator',
  'sigmoid',
  'sigmoidBackward',
  'sizeOf',
  'sizeOfPair',
  'sumOf',
  'softmax',
  'softmaxBackward',
  'stateFromData',
  'stateToData',
  'step',
  'stepBackward',
  'tanh',
  'tanhBackward',
  'tensor',
  'toReal',
  'transposedOutputLength',
  'visitCounts',
  'windowOrigin'
];

describe('an option that there is not', () => {
  it.each(Object.entries(TOLD))('is refused by name: %s', (operation, call) => {
    expect(() => call({})).not.toThrow();
    for (const name of ['strides', 'ceil_mode', 'dilatoin', 'colour']) {
      expect(() => call({ [name]: 1 }), operation).toThrow(SettingError);
      expect(() => call({ [name]: 1 }), operation).toThrow(new RegExp(`there is no option ${name}`));
    }
  });

  it('is looked for by every operation of the engine', () => {
    const operations = Object.entries(engine)
      .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
      .map(([name]) => name);
    expect([...Object.keys(TOLD), ...NOT_TOLD].sort()).toEqual(operations.sort());
  });

  it('is named with those that there are', () => {
    expect(() => conv2d(square, cell, { strides: 2 } as object)).toThrow(
      'conv2d: there is no option strides; there are stride, padding, dilation, groups, bias'
    );
  });

  it('is that of a relative: an average has no dilation, a depthwise convolution no groups', () => {
    expect(() => avgPool2d(square, 1, { dilation: 2 } as object)).toThrow(/no option dilation/);
    expect(() => depthwiseConv2d(square, cell, { groups: 1 } as object)).toThrow(/no option groups/);
    expect(() => im2col(square, 1, { groups: 1 } as object)).toThrow(/no option groups/);
    expect(() => maxPool2d(square, 1, { countIncludePad: true } as object)).toThrow(
      /no option countIncludePad/
    );
  });

  it.each([[2], ['same'], [null], [true]])('is a value without a name: %j', (options) => {
    expect(() => maxPool2d(square, 1, options as unknown as object)).toThrow(SettingError);
    expect(() => conv2d(square, cell, options as unknown as object)).toThrow(SettingError);
  });

  it('is a tensor where a bias has to be named', () => {
    expect(() => conv2d(square, cell, realTensor([1], [1]) as object)).toThrow(/no option shape/);
  });

  it.each<[string, object]>([
    ['a relu', { type: 'relu', negativeSlope: 0.1 }],
    ['a leaky relu', { type: 'leakyRelu', slope: 0.1 }],
    ['a convolution', { type: 'conv2d', filters: 1, kernelSize: 1, strides: 2 }],
    ['an average pooling', { type: 'avgPool2d', kernelSize: 1, dilation: 2 }],
    ['a dropout', { type: 'dropout', rate: 0.1 }],
    ['a batch normalization', { type: 'batchNorm', affine: false }],
    ['a flattening', { type: 'flatten', startDim: 2 }]
  ])('is refused of a layer too: %s', (_, layer) => {
    expect(() => network([1, 2, 2], [layer as never])).toThrow(SettingError);
    expect(() => network([1, 2, 2], [layer as never])).toThrow(/network: layer 0 \(.*there is no option/);
  });
});

describe('a layer that cannot be', () => {
  it.each<[string, engine.Layer]>([
    ['a dropout of two', { type: 'dropout', p: 2 }],
    ['a dropout of no number', { type: 'dropout', p: Number.NaN }],
    ['a slope of no number', { type: 'leakyRelu', negativeSlope: Number.NaN }],
    ['an endless slope', { type: 'leakyRelu', negativeSlope: Number.POSITIVE_INFINITY }],
    ['a momentum above one', { type: 'batchNorm', momentum: 1.5 }],
    ['a negative eps', { type: 'batchNorm', eps: -1 }]
  ])('is refused when the network is described: %s', (_, layer) => {
    expect(() => network([1, 2, 2], [layer])).toThrow(SettingError);
  });
});

describe('state that cannot be', () => {
  it('is a precision that there is not', () => {
    expect(() => initialState(tiny, { precision: 'float16' as 'float32' })).toThrow(SettingError);
    expect(() => initialState(tiny, { precision: 'float16' as 'float32' })).toThrow(
      /float64, float32.*float16/
    );
  });

  it.each([0.5, -1, Number.NaN, undefined])('is a step of Adam that is none: %s', (step) => {
    const rule = adam();
    const remembered = { ...rule.initial(state.parameters), step: step as number };
    expect(() => rule.update(state.parameters, state.parameters, remembered)).toThrow(SettingError);
  });
});

describe('data that do not fill their shape', () => {
  const short = { shape: [1, 1, 4, 4], data: new Float64Array(4) };
  const long = { shape: [1, 1, 1, 1], data: new Float64Array(4) };
  const exactShort = { shape: [1, 1, 2, 2], data: exactSquare.data.slice(0, 2) };

  it.each<[string, () => unknown]>([
    ['conv2d', () => conv2d(short, cell)],
    ['conv2d, the weight', () => conv2d(square, long)],
    ['conv2d, the bias', () => conv2d(square, cell, { bias: { shape: [1], data: new Float64Array(2) } })],
    ['conv2d of fractions', () => conv2d(exactShort, matrix([[1]]))],
    ['conv2dExactly', () => conv2dExactly(exactShort, matrix([[1]]))],
    [
      'conv2dOver',
      () => conv2dOver(realField, { shape: [1, 1, 2, 2], data: [1] }, { shape: [1, 1, 1, 1], data: [1] })
    ],
    ['conv2dBackward', () => conv2dBackward(short, short, cell)],
    ['convTranspose2d', () => convTranspose2d(short, cell)],
    ['conv1d', () => conv1d({ shape: [1, 1, 4], data: new Float64Array(2) }, tap)],
    ['maxPool2d', () => maxPool2d(short, 2)],
    ['avgPool2d', () => avgPool2d(short, 2)],
    ['globalAvgPool2d', () => engine.globalAvgPool2d(short)],
    ['pad', () => pad(short, 1)],
    ['im2col', () => im2col(short, 2)],
    ['fold', () => fold({ shape: [1, 1, 4], data: new Float64Array(2) }, 2, 1)],
    ['linear', () => engine.linear({ shape: [1, 2], data: new Float64Array(1) }, logits)],
    ['matmul', () => engine.matmul(one, { shape: [1, 2], data: new Float64Array(1) })],
    ['flatten', () => engine.flatten(short)],
    ['relu', () => engine.relu(short)],
    ['softmax', () => engine.softmax(short)],
    ['sigmoid', () => engine.sigmoid(short)],
    ['batchNorm', () => batchNorm(short)],
    ['dropout', () => dropout(short, 0.5, { seed: 1 })],
    ['mseLoss', () => mseLoss(short, short)],
    ['crossEntropy', () => crossEntropy({ shape: [1, 2], data: new Float64Array(1) }, [0])],
    ['a half turn', () => engine.rotateHalfTurn(short)],
    ['a network', () => forward(tiny, state, { shape: [1, 1], data: new Float64Array(2) })],
    [
      'a step of descent',
      () => {
        const crooked = state.parameters.map(({ weight, ...rest }) => ({
          ...rest,
          weight: { shape: weight?.shape ?? [], data: new Float64Array(3) }
        }));
        sgd().update(state.parameters, crooked, null);
      }
    ]
  ])('are refused with both numbers: %s', (_, action) => {
    expect(action).toThrow(ShapeError);
    expect(action).toThrow(/holds \d+ values, but \d+ were given/);
  });

  it.each<[string, unknown]>([
    ['plain numbers', [1, 2, 3, 4]],
    ['bytes', new Uint8Array(4)]
  ])('or are no data of a tensor: %s', (_, data) => {
    const odd = { shape: [1, 1, 2, 2], data } as never;
    expect(() => engine.relu(odd)).toThrow(ShapeError);
    expect(() => conv2d(odd, exactSquare)).toThrow(ShapeError);
  });

  it('or are real where only fractions will do', () => {
    expect(() => conv2dExactly(square as never, cell as never)).toThrow(ShapeError);
  });
});

describe('labels with a hole', () => {
  const labels = [0, 1];
  delete labels[0];

  it('are refused with the sample', () => {
    expect(() => crossEntropy(batch, labels)).toThrow(SettingError);
    expect(() => crossEntropy(batch, labels)).toThrow(/sample 0 is undefined/);
    expect(() => crossEntropyBackward(scalar, batch, labels)).toThrow(SettingError);
  });
});

describe('sameTensor', () => {
  const { sameTensor } = engine;

  it('tells real tensors apart by their values', () => {
    expect(sameTensor(realTensor([1, 2]), realTensor([3, 4]))).toBe(false);
    expect(sameTensor(realTensor([1, 2]), realTensor([1, 2]))).toBe(true);
  });

  it('tells the number systems apart', () => {
    expect(sameTensor(realTensor([1, 2]), exactTensor([1, 2]))).toBe(false);
    expect(sameTensor(exactTensor([1, 2]), realTensor([1, 2]))).toBe(false);
  });
});

describe('an entry of an exact tensor', () => {
  it.each<[string, unknown]>([
    ['a pair', [1, 2]],
    ['an object', { n: 1, d: 2 }],
    ['a truth', true],
    ['a function', () => 1]
  ])('is a number, not %s', (_, entry) => {
    expect(() => exactTensor([1], [entry as number])).toThrow(EngineError);
    expect(() => exactTensor([1], [entry as number])).toThrow(/could not be read/);
  });

  it('may be a fraction that has been cloned', () => {
    const cloned = structuredClone({ ...new engine.Fraction(1, 3) }) as unknown as engine.Fraction;
    expect(exactTensor([1], [cloned]).data[0]?.toFraction()).toBe('1/3');
  });
});
