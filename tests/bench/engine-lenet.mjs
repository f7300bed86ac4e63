// One training step of LeNet-5 on both sides: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to
// document recognition", Proceedings of the IEEE, 1998, with plain average pooling and softmax at the end, as
// https://d2l.ai/chapter_convolutional-neural-networks/lenet.html has it.

/** @typedef {typeof import('../../src/lib/engine/index.ts')} Engine */
/** @typedef {typeof import('@tensorflow/tfjs-core')} Tensorflow */
/** @typedef {import('../../src/lib/engine/index.ts').RealTensor} RealTensor */
/** A training step; gives the loss before it. @typedef {() => number} Step */

const BATCH = 32;
const SIDE = 28;
const LEARNING_RATE = 0.001;

const LAYERS = /** @type {const} */ ([
  { type: 'conv2d', filters: 6, kernelSize: 5, padding: 2 },
  { type: 'tanh' },
  { type: 'avgPool2d', kernelSize: 2 },
  { type: 'conv2d', filters: 16, kernelSize: 5 },
  { type: 'tanh' },
  { type: 'avgPool2d', kernelSize: 2 },
  { type: 'flatten' },
  { type: 'linear', outFeatures: 120 },
  { type: 'tanh' },
  { type: 'linear', outFeatures: 84 },
  { type: 'tanh' },
  { type: 'linear', outFeatures: 10 }
]);

const pixels = Float64Array.from({ length: BATCH * SIDE * SIDE }, (_, index) => ((index * 7919) % 257) / 256);
const classes = Array.from({ length: BATCH }, (_, index) => (index * 7) % 10);

/**
 * @param {Engine} engine
 * @param {'float64' | 'float32'} precision
 * @returns {Step}
 */
export function ourStep(engine, precision) {
  const lenet = engine.network([1, SIDE, SIDE], LAYERS);
  const optimizer = engine.adam({ lr: LEARNING_RATE });
  const state = engine.initialState(lenet, { seed: 1, precision });
  const { buffers } = state;
  let { parameters } = state;
  let memory = optimizer.initial(parameters);
  const images = engine.realTensor(
    [BATCH, 1, SIDE, SIDE],
    precision === 'float32' ? Float32Array.from(pixels) : pixels
  );
  const one = engine.realTensor([], precision === 'float32' ? Float32Array.of(1) : [1]);
  return () => {
    const { output, tape } = engine.forward(lenet, { parameters, buffers }, images, { training: true });
    const loss = engine.crossEntropy(output, classes);
    const slopes = engine.backward(tape, engine.crossEntropyBackward(one, output, classes));
    const after = optimizer.update(parameters, slopes.parameters, memory);
    parameters = after.parameters;
    memory = after.state;
    return loss.data[0] ?? Number.NaN;
  };
}

/**
 * The same network with the same numbers to begin with.
 * @param {Engine} engine
 * @param {Tensorflow} tf
 * @returns {Step}
 */
export function theirStep(engine, tf) {
  const { parameters } = engine.initialState(engine.network([1, SIDE, SIDE], LAYERS), { seed: 1 });
  /** @param {number} layer @param {'weight' | 'bias'} name */
  const given = (layer, name) => {
    const values = /** @type {RealTensor} */ (parameters[layer]?.[name]);
    return tf.tensor(Float32Array.from(values.data), [...values.shape]);
  };
  // Filters are [FH, FW, C, K] there, matrices are [inputs, outputs], and planes are flattened channels last.
  const lastPlane = tf.transpose(tf.reshape(given(7, 'weight'), [120, 16, 5, 5]), [2, 3, 1, 0]);
  const weights = {
    first: tf.variable(tf.transpose(given(0, 'weight'), [2, 3, 1, 0])),
    second: tf.variable(tf.transpose(given(3, 'weight'), [2, 3, 1, 0])),
    third: tf.variable(tf.reshape(lastPlane, [400, 120])),
    fourth: tf.variable(tf.transpose(given(9, 'weight'))),
    fifth: tf.variable(tf.transpose(given(11, 'weight')))
  };
  const biases = {
    first: tf.variable(given(0, 'bias')),
    second: tf.variable(given(3, 'bias')),
    third: tf.variable(given(7, 'bias')),
    fourth: tf.variable(given(9, 'bias')),
    fifth: tf.variable(given(11, 'bias'))
  };
  const images = tf.tensor4d(Float32Array.from(pixels), [BATCH, SIDE, SIDE, 1]);
  const labels = tf.oneHot(tf.tensor1d(classes, 'int32'), 10);
  const optimizer = tf.train.adam(LEARNING_RATE, 0.9, 0.999, 1e-8);

  /** @param {import('@tensorflow/tfjs-core').Tensor} input @param {'first' | 'second'} name @param {number} padding */
  const convolved = (input, name, padding) => {
    const filters = /** @type {import('@tensorflow/tfjs-core').Tensor4D} */ (weights[name]);
    const image = /** @type {import('@tensorflow/tfjs-core').Tensor4D} */ (input);
    const maps = tf.tanh(tf.add(tf.conv2d(image, filters, 1, padding, 'NHWC', 1, 'floor'), biases[name]));
    return tf.avgPool(/** @type {import('@tensorflow/tfjs-core').Tensor4D} */ (maps), 2, 2, 'valid');
  };
  /** @param {import('@tensorflow/tfjs-core').Tensor} input @param {'third' | 'fourth' | 'fifth'} name */
  const connected = (input, name) => tf.add(tf.matMul(input, weights[name]), biases[name]);

  const lossOf = () => {
    const planes = convolved(convolved(images, 'first', 2), 'second', 0);
    const flat = tf.reshape(planes, [BATCH, 400]);
    const hidden = tf.tanh(connected(tf.tanh(connected(flat, 'third')), 'fourth'));
    const logits = connected(hidden, 'fifth');
    /** @type {import('@tensorflow/tfjs-core').Scalar} */
    const loss = tf.losses.softmaxCrossEntropy(labels, logits);
    return loss;
  };
  return () => {
    const loss = optimizer.minimize(lossOf, true);
    const value = loss?.dataSync()[0] ?? Number.NaN;
    loss?.dispose();
    return value;
  };
}

/**
 * Makes sure that both train the same network: with the same numbers they lose the same, step by step.
 * @param {Step} ours
 * @param {Step} theirs
 */
export function requireSameLosses(ours, theirs) {
  for (let step = 0; step < 10; step++) {
    const [our, their] = [ours(), theirs()];
    if (Math.abs(our - their) <= 1e-4 * their) continue;
    throw new Error(`after ${step} steps our loss is ${our} and that of TensorFlow.js ${their}`);
  }
}
