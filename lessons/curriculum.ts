/**
 * The lessons of the course by chapter, in order, whether they are written yet or not: where a term of the
 * glossary or an item of the coverage has its place. A lesson's number is its place in this list.
 */
export default [
  ['pixels', 'why-convolution', 'convolution', 'bias'],
  ['stride', 'padding', 'output-size', 'channels', 'filter-bank', 'batch', 'im2col'],
  ['filters', 'activation', 'pooling'],
  ['architecture', 'fully-connected', 'famous-networks'],
  [
    'loss-and-descent',
    'backpropagation',
    'optimizers',
    'batch-norm',
    'dropout',
    'what-filters-learn',
    'transfer'
  ]
] as const;
