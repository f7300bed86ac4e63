import { MOST_CELLS, network, type Layer } from '$lib/engine';
import { describe, expect, it } from 'vitest';

const conv = (filters: number, kernelSize: number, options: object = {}): Layer => ({
  type: 'conv2d',
  filters,
  kernelSize,
  ...options
});
const linear = (outFeatures: number): Layer => ({ type: 'linear', outFeatures });
const relu: Layer = { type: 'relu' };
const flatten: Layer = { type: 'flatten' };
const dropout: Layer = { type: 'dropout' };

/** Shapes behind the layers of some types. */
function shapesOf(built: ReturnType<typeof network>, ...types: Layer['type'][]) {
  return built.layers.filter(({ layer }) => types.includes(layer.type)).map(({ outputShape }) => outputShape);
}

describe('LeNet-5', () => {
  // d2l.ai, section 7.6: LeCun's network on 28×28 images with padding 2, each map of C3 seeing all of S2.
  const layers: Layer[] = [
    conv(6, 5, { padding: 2, name: 'C1' }),
    { type: 'sigmoid' },
    { type: 'avgPool2d', kernelSize: 2, name: 'S2' },
    conv(16, 5, { name: 'C3' }),
    { type: 'sigmoid' },
    { type: 'avgPool2d', kernelSize: 2, name: 'S4' },
    flatten,
    { ...linear(120), name: 'C5' },
    { type: 'sigmoid' },
    { ...linear(84), name: 'F6' },
    { type: 'sigmoid' },
    { ...linear(10), name: 'output' }
  ];
  const leNet = network([1, 28, 28], layers);

  it('has the shapes that d2l.ai prints', () => {
    expect(leNet.layers.map(({ outputShape }) => outputShape)).toEqual([
      [6, 28, 28],
      [6, 28, 28],
      [6, 14, 14],
      [16, 10, 10],
      [16, 10, 10],
      [16, 5, 5],
      [400],
      [120],
      [120],
      [84],
      [84],
      [10]
    ]);
    expect(leNet.outputShape).toEqual([10]);
  });

  it('has 61,706 parameters, and the layers have theirs', () => {
    const learning = leNet.layers.filter(({ parameters }) => parameters > 0);
    // C1 has 156 and F6 10,164 in LeCun and others 1998, section II.B; C5 has 48,120 there as well.
    expect(learning.map(({ name, parameters }) => [name, parameters])).toEqual([
      ['C1', 156],
      ['C3', 2_416],
      ['C5', 48_120],
      ['F6', 10_164],
      ['output', 850]
    ]);
    expect(leNet.parameters).toBe(61_706);
  });

  it('is the same on 32×32 images without padding', () => {
    const original = network([1, 32, 32], [conv(6, 5), ...layers.slice(1)]);
    expect(original.parameters).toBe(61_706);
    expect(original.layers.map(({ outputShape }) => outputShape)).toEqual(
      leNet.layers.map(({ outputShape }) => outputShape)
    );
    expect(original.multiplyAdds).toBe(leNet.multiplyAdds);
  });

  it('takes 416,520 multiply-adds', () => {
    // By hand: 784 cells of 6 filters of 25 taps, 100 of 16 of 150, and the three matrices.
    expect(leNet.multiplyAdds).toBe(784 * 6 * 25 + 100 * 16 * 150 + 400 * 120 + 120 * 84 + 84 * 10);
  });
});

describe('AlexNet', () => {
  it('with one column has the shapes of the original: 55×55×96, 27×27×256, 13×13×384, 13×13×256', () => {
    // Krizhevsky, Sutskever and Hinton 2012, section 3.5, on 227×227 as CS231n corrects the paper's 224
    // ("Convolutional Networks", AlexNet case study). Grouped layers are the two columns.
    const pool: Layer = { type: 'maxPool2d', kernelSize: 3, stride: 2 };
    const alexNet = network(
      [3, 227, 227],
      [
        conv(96, 11, { stride: 4 }),
        pool,
        conv(256, 5, { padding: 2, groups: 2 }),
        pool,
        conv(384, 3, { padding: 1 }),
        conv(384, 3, { padding: 1, groups: 2 }),
        conv(256, 3, { padding: 1, groups: 2 }),
        pool,
        flatten,
        linear(4096),
        linear(4096),
        linear(1000)
      ]
    );
    expect(shapesOf(alexNet, 'conv2d')).toEqual([
      [96, 55, 55],
      [256, 27, 27],
      [384, 13, 13],
      [384, 13, 13],
      [256, 13, 13]
    ]);
    expect(shapesOf(alexNet, 'maxPool2d')).toEqual([
      [96, 27, 27],
      [256, 13, 13],
      [256, 6, 6]
    ]);
    // The numbers in the weights of Caffe's bvlc_alexnet, as PipeCNN counts them (WEIGHTS_FILE_SIZE in its
    // host code, https://github.com/doonny/PipeCNN); by hand: 96·363 + 256·1200 + 384·2304 + 384·1728 +
    // 256·1728 + 9216·4096 + 4096·4096 + 4096·1000 weights and 10,568 biases.
    expect(alexNet.parameters).toBe(60_965_224);
  });

  it('of torchvision has 61,100,840 parameters and 0.714 G multiply-adds', () => {
    // AlexNet_Weights.IMAGENET1K_V1 in torchvision/models/alexnet.py: num_params and _ops.
    const pool: Layer = { type: 'maxPool2d', kernelSize: 3, stride: 2 };
    const alexNet = network(
      [3, 224, 224],
      [
        conv(64, 11, { stride: 4, padding: 2 }),
        relu,
        pool,
        conv(192, 5, { padding: 2 }),
        relu,
        pool,
        conv(384, 3, { padding: 1 }),
        relu,
        conv(256, 3, { padding: 1 }),
        relu,
        conv(256, 3, { padding: 1 }),
        relu,
        pool,
        { type: 'adaptiveAvgPool2d', outputSize: 6 },
        flatten,
        dropout,
        linear(4096),
        relu,
        dropout,
        linear(4096),
        relu,
        linear(1000)
      ]
    );
    expect(alexNet.parameters).toBe(61_100_840);
    expect(Math.round(alexNet.multiplyAdds / 1e6)).toBe(714);
    expect(shapesOf(alexNet, 'maxPool2d')).toEqual([
      [64, 27, 27],
      [192, 13, 13],
      [256, 6, 6]
    ]);
  });
});

describe('VGG-16', () => {
  // Simonyan and Zisserman, configuration D; counts as CS231n ("VGGNet in detail") and torchvision state them.
  const block = (filters: number, convolutions: number): Layer[] => [
    ...Array.from({ length: convolutions }, () => [conv(filters, 3, { padding: 1 }), relu]).flat(),
    { type: 'maxPool2d', kernelSize: 2 }
  ];
  const layers = [
    ...block(64, 2),
    ...block(128, 2),
    ...block(256, 3),
    ...block(512, 3),
    ...block(512, 3),
    flatten,
    linear(4096),
    relu,
    dropout,
    linear(4096),
    relu,
    dropout,
    linear(1000)
  ];
  const vgg16 = network([3, 224, 224], layers);

  it('halves the maps five times', () => {
    expect(shapesOf(vgg16, 'maxPool2d')).toEqual([
      [64, 112, 112],
      [128, 56, 56],
      [256, 28, 28],
      [512, 14, 14],
      [512, 7, 7]
    ]);
  });

  it('has 138,357,544 parameters, most of them in one layer that no tensor could hold', () => {
    expect(vgg16.parameters).toBe(138_357_544);
    const largest = Math.max(...vgg16.layers.map(({ parameters }) => parameters));
    expect(largest).toBe(7 * 7 * 512 * 4096 + 4096);
    expect(largest).toBeGreaterThan(MOST_CELLS);
  });

  it('takes 15.47 G multiply-adds, 15.35 G of them in its convolutions', () => {
    // 15.47: VGG16_Weights.IMAGENET1K_V1 in torchvision/models/vgg.py, _ops.
    expect(Math.round(vgg16.multiplyAdds / 1e7)).toBe(1547);
    const convolutions = vgg16.layers.filter(({ layer }) => layer.type === 'conv2d');
    const ofThem = convolutions.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
    expect(ofThem).toBe(15_346_630_656);
  });

  it('has two parameters more for each map when its convolutions are normalized', () => {
    // VGG16_BN_Weights.IMAGENET1K_V1: num_params 138,365,992.
    const normalized = layers.flatMap((layer): Layer[] =>
      layer.type === 'conv2d' ? [layer, { type: 'batchNorm' }] : [layer]
    );
    expect(network([3, 224, 224], normalized).parameters).toBe(138_365_992);
  });
});

describe('Network in Network', () => {
  it('ends in one average for each class', () => {
    // d2l.ai, section 8.3: the last block gives [10, 5, 5], the global average [10, 1, 1].
    const head = network([384, 5, 5], [conv(10, 3, { padding: 1 }), { type: 'globalAvgPool2d' }, flatten]);
    expect(head.layers.map(({ outputShape }) => outputShape)).toEqual([[10, 5, 5], [10, 1, 1], [10]]);
    expect(head.parameters).toBe(10 * 384 * 9 + 10);
  });
});
