// The arithmetic of the engine on one thread: beside TensorFlow.js's CPU backend and a plain loop in C, and what it
// allocates. Everything in one run, so that the ratios hold wherever it runs.
import { ourStep, requireSameLosses, theirStep } from './engine-lenet.mjs';
import { compileLoop, importEngine, importTensorflow } from './engine-modules.mjs';
import { allocatedBy, medians, settleAllocator } from './engine-timing.mjs';
import { report, reportSpeed } from './figures.mjs';

const engine = await importEngine();
const tf = await importTensorflow();

/** @typedef {import('../../src/lib/engine/index.ts').RealTensor} RealTensor */
/**
 * @typedef {{ channels: number, side: number, filters: number, kernel: number, padding?: number, stride?: number,
 *   dilation?: number, depthwise?: boolean, least: number }} Case
 */

/**
 * Numbers between −1/2 and 1/2, the same in every run.
 * @param {number[]} shape
 * @param {typeof Float32Array | typeof Float64Array} precision
 */
function numbers(shape, precision) {
  const length = shape.reduce((product, side) => product * side, 1);
  return precision.from({ length }, (_, index) => ((index * 7919) % 17) / 16 - 0.5);
}

/**
 * @param {Case} setting
 * @param {typeof Float32Array | typeof Float64Array} precision
 * @returns {() => void}
 */
function oursOf(setting, precision) {
  const {
    channels,
    side,
    filters,
    kernel,
    padding = 0,
    stride = 1,
    dilation = 1,
    depthwise = false
  } = setting;
  const inputShape = [1, channels, side, side];
  const weightShape = [filters, depthwise ? 1 : channels, kernel, kernel];
  const input = engine.realTensor(inputShape, numbers(inputShape, precision));
  const weight = engine.realTensor(weightShape, numbers(weightShape, precision));
  const options = { padding, stride, dilation };
  return depthwise
    ? () => engine.depthwiseConv2d(input, weight, options)
    : () => engine.conv2d(input, weight, options);
}

/**
 * @param {Case} setting
 * @returns {() => void}
 */
function theirsOf({
  channels,
  side,
  filters,
  kernel,
  padding = 0,
  stride = 1,
  dilation = 1,
  depthwise = false
}) {
  const shape = /** @type {[number, number, number, number]} */ ([1, side, side, channels]);
  const filterShape = /** @type {[number, number, number, number]} */ ([
    kernel,
    kernel,
    channels,
    depthwise ? filters / channels : filters
  ]);
  const input = tf.tensor4d(numbers(shape, Float32Array), shape);
  const filter = tf.tensor4d(numbers(filterShape, Float32Array), filterShape);
  const operation = depthwise ? tf.depthwiseConv2d : tf.conv2d;
  return () => {
    const result = operation(input, filter, stride, padding, 'NHWC', dilation, 'floor');
    result.dataSync();
    result.dispose();
  };
}

/** @type {Record<string, Case>} */
const CONVOLUTIONS = {
  'conv2d 3→16, 224×224, 3×3': { channels: 3, side: 224, filters: 16, kernel: 3, padding: 1, least: 12 },
  'conv2d 32→32, 56×56, 3×3': { channels: 32, side: 56, filters: 32, kernel: 3, padding: 1, least: 5 },
  'conv2d 16→16, 56×56, 5×5': { channels: 16, side: 56, filters: 16, kernel: 5, padding: 2, least: 1 },
  'conv2d 32→64, 56×56, 3×3, stride 2': {
    channels: 32,
    side: 56,
    filters: 64,
    kernel: 3,
    padding: 1,
    stride: 2,
    least: 1
  },
  'conv2d 32→32, 56×56, 3×3, dilation 2': {
    channels: 32,
    side: 56,
    filters: 32,
    kernel: 3,
    padding: 2,
    dilation: 2,
    least: 1
  },
  'conv2d 64→64, 28×28, 1×1': { channels: 64, side: 28, filters: 64, kernel: 1, least: 1 },
  'conv2d 3→1, 224×224, 3×3': { channels: 3, side: 224, filters: 1, kernel: 3, padding: 1, least: 1 },
  'depthwise 32, 56×56, 3×3': {
    channels: 32,
    side: 56,
    filters: 32,
    kernel: 3,
    padding: 1,
    depthwise: true,
    least: 1
  },
  'depthwise 32, 56×56, 3×3, stride 2': {
    channels: 32,
    side: 56,
    filters: 32,
    kernel: 3,
    padding: 1,
    stride: 2,
    depthwise: true,
    least: 1
  }
};

settleAllocator();
console.log('Beside TensorFlow.js, CPU backend, one thread; it computes in single precision, we in either:');
/** @type {Record<string, Record<'double' | 'single' | 'theirs', number>>} */
const found = {};
for (const [name, setting] of Object.entries(CONVOLUTIONS)) {
  const times = medians({
    double: oursOf(setting, Float64Array),
    single: oursOf(setting, Float32Array),
    theirs: theirsOf(setting)
  });
  found[name] = times;
  for (const precision of /** @type {const} */ (['double', 'single'])) {
    reportSpeed(
      `${name}, ${precision}`,
      { name: 'ours', milliseconds: times[precision] },
      { name: 'TensorFlow.js', milliseconds: times.theirs },
      setting.least
    );
  }
}

console.log('\nBeside a plain scalar loop in C, cc -O2 -fno-tree-vectorize:');
for (const [precision, real] of /** @type {const} */ ([
  ['double', 'double'],
  ['single', 'float']
])) {
  const loop = compileLoop(real);
  if (!loop) {
    console.log('  cc is missing on this machine: not measured');
    break;
  }
  for (const [name, { padding = 0, ...setting }] of Object.entries(CONVOLUTIONS).slice(0, 2)) {
    reportSpeed(
      `${name}, ${precision}`,
      { name: 'ours', milliseconds: found[name]?.[precision] ?? Number.NaN },
      { name: 'C', milliseconds: loop({ padding, ...setting }, 15) },
      0.5
    );
  }
}

console.log('\nOne training step of LeNet-5, forward, backward and Adam, 32 images of 28×28:');
requireSameLosses(ourStep(engine, 'float64'), theirStep(engine, tf));
const steps = medians(
  {
    double: ourStep(engine, 'float64'),
    single: ourStep(engine, 'float32'),
    theirs: theirStep(engine, tf)
  },
  7
);
for (const precision of /** @type {const} */ (['double', 'single'])) {
  reportSpeed(
    precision,
    { name: 'ours', milliseconds: steps[precision] },
    { name: 'TensorFlow.js', milliseconds: steps.theirs },
    5
  );
}

console.log('\nTyped arrays allocated by a convolution, beside its padded input and its output:');
for (const [name, setting] of Object.entries(CONVOLUTIONS)) {
  const { channels, side, filters, kernel, padding = 0, stride = 1, dilation = 1 } = setting;
  const outputSide = engine.outputLength(side, kernel, stride, padding, dilation);
  const padded = channels * (side + 2 * padding) ** 2;
  const cells = padded + filters * outputSide ** 2;
  report(name, allocatedBy(oursOf(setting, Float64Array)) / 1000, (cells * 8) / 1000, 'kB');
}

console.log('\nExactly, in fractions:');
/** Fractions with the denominators 1 to 12. @param {number[]} shape */
function fractions(shape) {
  const length = shape.reduce((product, side) => product * side, 1);
  const entries = Array.from({ length }, (_, index) => `${((index * 7919) % 19) - 9}/${1 + (index % 12)}`);
  return engine.exactTensor(shape, entries);
}
const six = engine.matrix([
  [1, 0, 0, 0, 0, 1],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 1, 0, 0],
  [1, 0, 0, 0, 1, 0],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 0, 1, 0]
]);
const cross = engine.matrix([
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1]
]);
const [image, kernels] = [fractions([1, 3, 32, 32]), fractions([8, 3, 3, 3])];
const exact = medians({
  six: () => engine.conv2d(six, cross),
  image: () => engine.conv2d(image, kernels)
});
report('the 6×6 example, 3×3', exact.six * 1000, 200, 'µs');
report('32×32×3 by 8 filters of 3×3×3, denominators 1 to 12', exact.image, 100, 'ms');

console.log('\nCost over outputs × window, 8→8 channels, double precision: the last column stays level.');
console.log(
  `  ${['image', 'kernel', 'multiply-adds', 'ms', 'ns each'].map((head) => head.padStart(15)).join('')}`
);
for (const { side, kernel } of [
  ...[16, 32, 64, 128, 256].map((side) => ({ side, kernel: 3 })),
  ...[1, 3, 5, 7, 9, 11].map((kernel) => ({ side: 64, kernel }))
]) {
  const padding = (kernel - 1) / 2;
  const products = side ** 2 * 8 * 8 * kernel ** 2;
  const { ours } = medians(
    { ours: oursOf({ channels: 8, side, filters: 8, kernel, padding, least: 1 }, Float64Array) },
    9
  );
  const cells = [
    `${side}×${side}`,
    `${kernel}×${kernel}`,
    products,
    ours.toFixed(3),
    ((ours * 1e6) / products).toFixed(3)
  ];
  console.log(`  ${cells.map((cell) => String(cell).padStart(15)).join('')}`);
}
