import {
  adagrad,
  adam,
  exactTensor,
  momentum,
  NonFiniteError,
  realTensor,
  rmsProp,
  SettingError,
  sgd,
  ShapeError,
  type AnyTensor,
  type Optimizer,
  type ParameterSet,
  type RealTensor
} from '$lib/engine';
import { describe, expect, it } from 'vitest';

const START = [0.5, -1.25, 2, 0];
/** Gradients of three steps, a zero and both signs among them. */
const SLOPES = [
  [0.25, -2, 0, 1e-3],
  [-0.75, -1, 3, 1e-3],
  [0.125, 4, -3, 0]
];

/** One weight of two rows in a layer between two that learn nothing. */
function asSet(values: readonly number[], Data: typeof Float64Array | typeof Float32Array = Float64Array) {
  return [{}, { weight: realTensor([2, 2], Data.from(values)) }, {}] satisfies ParameterSet<RealTensor>;
}

function valuesOf(set: ParameterSet<AnyTensor>): number[] {
  return Array.from(set[1]?.weight?.data ?? [], Number);
}

/** The parameters after each of the steps. */
function run<State>(optimizer: Optimizer<RealTensor, State>): number[][] {
  let parameters: ParameterSet<RealTensor> = asSet(START);
  let state = optimizer.initial(parameters);
  return SLOPES.map((slopes) => {
    ({ parameters, state } = optimizer.update(parameters, asSet(slopes), state));
    return valuesOf(parameters);
  });
}

/** The textbook rule of one scalar, from its first gradient on: t counts from 1, `memory` begins empty. */
type Rule = (value: number, slope: number, t: number, memory: Record<string, number>) => number;

function byTheBook(rule: Rule): number[][] {
  const memories = START.map(() => ({}));
  let values = START;
  return SLOPES.map((slopes, step) => {
    values = values.map((value, cell) =>
      rule(value, slopes[cell] as number, step + 1, memories[cell] as Record<string, number>)
    );
    return values;
  });
}

function expectClose(found: number[][], expected: number[][]): void {
  found.forEach((values, step) =>
    values.forEach((value, cell) => expect(value).toBeCloseTo(expected[step]?.[cell] as number, 13))
  );
  expect(found.map((values) => values.length)).toEqual(expected.map((values) => values.length));
}

const sgdRule =
  (lr: number): Rule =>
  (p, g) =>
    p - lr * g;
const momentumRule =
  (lr: number, mu: number): Rule =>
  (p, g, _, memory) => {
    memory.v = mu * (memory.v ?? 0) + g;
    return p - lr * memory.v;
  };
const adagradRule =
  (lr: number, eps: number): Rule =>
  (p, g, _, memory) => {
    memory.s = (memory.s ?? 0) + g ** 2;
    return p - (lr / (Math.sqrt(memory.s) + eps)) * g;
  };
const rmsPropRule =
  (lr: number, alpha: number, eps: number): Rule =>
  (p, g, _, memory) => {
    memory.s = alpha * (memory.s ?? 0) + (1 - alpha) * g ** 2;
    return p - (lr / (Math.sqrt(memory.s) + eps)) * g;
  };
const adamRule =
  (lr: number, beta1: number, beta2: number, eps: number): Rule =>
  (p, g, t, memory) => {
    memory.m = beta1 * (memory.m ?? 0) + (1 - beta1) * g;
    memory.v = beta2 * (memory.v ?? 0) + (1 - beta2) * g ** 2;
    const mHat = memory.m / (1 - beta1 ** t);
    const vHat = memory.v / (1 - beta2 ** t);
    return p - (lr * mHat) / (Math.sqrt(vHat) + eps);
  };

describe('three steps by the textbook formula', () => {
  // The defaults are those that PyTorch's documentation states for torch.optim.
  it.each<[string, () => number[][], Rule]>([
    ['sgd', () => run(sgd()), sgdRule(1e-3)],
    ['sgd, lr 0.1', () => run(sgd({ lr: 0.1 })), sgdRule(0.1)],
    ['momentum', () => run(momentum()), momentumRule(1e-3, 0.9)],
    ['momentum of its own', () => run(momentum({ lr: 0.5, momentum: 0.25 })), momentumRule(0.5, 0.25)],
    ['adagrad', () => run(adagrad()), adagradRule(1e-2, 1e-10)],
    ['adagrad of its own', () => run(adagrad({ lr: 0.5, eps: 0.1 })), adagradRule(0.5, 0.1)],
    ['rmsProp', () => run(rmsProp()), rmsPropRule(1e-2, 0.99, 1e-8)],
    ['rmsProp of its own', () => run(rmsProp({ lr: 0.5, alpha: 0.5, eps: 0.1 })), rmsPropRule(0.5, 0.5, 0.1)],
    ['adam', () => run(adam()), adamRule(1e-3, 0.9, 0.999, 1e-8)],
    [
      'adam of its own',
      () => run(adam({ lr: 0.5, betas: [0.5, 0.75], eps: 0.1 })),
      adamRule(0.5, 0.5, 0.75, 0.1)
    ]
  ])('%s', (_, found, rule) => {
    expectClose(found(), byTheBook(rule));
  });
});

describe('steps worked out by hand', () => {
  it('momentum 1/2, lr 1: velocities 1, 3/2, 7/4 under a gradient of 1', () => {
    const optimizer = momentum<RealTensor>({ lr: 1, momentum: 0.5 });
    const ones = asSet([1, 1, 1, 1]);
    let parameters: ParameterSet<RealTensor> = asSet([0, 0, 0, 0]);
    let state = optimizer.initial(parameters);
    const velocities = [1, 2, 3].map(() => {
      ({ parameters, state } = optimizer.update(parameters, ones, state));
      return valuesOf(state.velocity)[0];
    });
    expect(velocities).toEqual([1, 1.5, 1.75]);
    expect(valuesOf(parameters)).toEqual([-4.25, -4.25, -4.25, -4.25]);
  });

  it('adagrad, gradients 3 and 4: moves by lr · 3/3 and lr · 4/5', () => {
    const optimizer = adagrad({ lr: 1, eps: 0 });
    const first = optimizer.update(
      asSet([0, 0, 0, 0]),
      asSet([3, 3, 3, 3]),
      optimizer.initial(asSet([0, 0, 0, 0]))
    );
    expect(valuesOf(first.parameters)).toEqual([-1, -1, -1, -1]);
    const second = optimizer.update(first.parameters, asSet([4, 4, 4, 4]), first.state);
    expect(valuesOf(second.parameters)).toEqual([-1.8, -1.8, -1.8, -1.8]);
    expect(valuesOf(second.state.squares)).toEqual([25, 25, 25, 25]);
  });

  it('the first step of adam is lr against the sign of the gradient, whatever its size', () => {
    const optimizer = adam({ lr: 0.01 });
    const slopes = [1e-3, -1e-3, 1000, -7];
    const { parameters, state } = optimizer.update(
      asSet([0, 0, 0, 0]),
      asSet(slopes),
      optimizer.initial(asSet([0, 0, 0, 0]))
    );
    valuesOf(parameters).forEach((value, cell) =>
      expect(value).toBeCloseTo(-0.01 * Math.sign(slopes[cell] as number), 6)
    );
    expect(state.step).toBe(1);
  });

  it('adam adds ε to the root, not under it', () => {
    const optimizer = adam({ lr: 1, eps: 1 });
    const zero = asSet([0, 0, 0, 0]);
    const { parameters } = optimizer.update(zero, asSet([1, 3, -1, 0]), optimizer.initial(zero));
    // After one step m̂ = g and √ŝ = |g|, so the move is g / (|g| + 1).
    [-1 / 2, -3 / 4, 1 / 2, 0].forEach((expected, cell) =>
      expect(valuesOf(parameters)[cell]).toBeCloseTo(expected, 13)
    );
  });
});

describe('fractions', () => {
  const thirds = [{ weight: exactTensor(['1/3', '-2/3', '1', '0']) }];
  const slopes = [{ weight: exactTensor(['1/7', '1', '-1/2', '3']) }];
  const texts = (set: ParameterSet<ReturnType<typeof exactTensor>>) =>
    set[0]?.weight?.data.map((value) => value.toFraction());

  it('sgd stays exact, and 0.1 is 1/10', () => {
    const optimizer = sgd<ReturnType<typeof exactTensor>>({ lr: 0.1 });
    expect(texts(optimizer.update(thirds, slopes, optimizer.initial(thirds)).parameters)).toEqual([
      '67/210',
      '-23/30',
      '21/20',
      '-3/10'
    ]);
  });

  it('momentum stays exact', () => {
    const optimizer = momentum<ReturnType<typeof exactTensor>>({ lr: 0.1, momentum: 0.5 });
    const first = optimizer.update(thirds, slopes, optimizer.initial(thirds));
    const second = optimizer.update(first.parameters, slopes, first.state);
    expect(texts(second.state.velocity)).toEqual(['3/14', '3/2', '-3/4', '9/2']);
    // 1/3 − (1/7 + 3/14)/10 and so on.
    expect(texts(second.parameters)).toEqual(['25/84', '-11/12', '9/8', '-3/4']);
  });
});

describe('an optimizer', () => {
  const all: [string, Optimizer<RealTensor, unknown>][] = [
    ['sgd', sgd() as Optimizer<RealTensor, unknown>],
    ['momentum', momentum() as Optimizer<RealTensor, unknown>],
    ['adagrad', adagrad() as Optimizer<RealTensor, unknown>],
    ['rmsProp', rmsProp() as Optimizer<RealTensor, unknown>],
    ['adam', adam() as Optimizer<RealTensor, unknown>]
  ];

  it.each(all)('%s changes nothing that it is given', (_, optimizer) => {
    const parameters = asSet(START);
    const gradients = asSet([1, 2, 3, 4]);
    const state = optimizer.initial(parameters);
    const before = structuredClone({ parameters, gradients, state });
    optimizer.update(parameters, gradients, state);
    expect({ parameters, gradients, state }).toEqual(before);
  });

  it.each(all)('%s leaves a parameter of gradient 0 where it is and keeps the precision', (_, optimizer) => {
    const parameters = asSet([1, -2, 3, -4], Float32Array);
    const zero = asSet([0, 0, 0, 0], Float32Array);
    const after = optimizer.update(parameters, zero, optimizer.initial(parameters)).parameters;
    expect(after).toEqual(parameters);
    expect(after[1]?.weight?.data).toBeInstanceOf(Float32Array);
  });

  it.each(all)('%s refuses gradients that do not fit', (name, optimizer) => {
    const parameters = asSet(START);
    const state = optimizer.initial(parameters);
    const update = (gradients: ParameterSet<RealTensor>) => () =>
      optimizer.update(parameters, gradients, state);
    expect(update([])).toThrow(ShapeError);
    expect(update([])).toThrow(new RegExp(`^${name}: parameter weight of layer 1 is \\[2, 2\\].*gradient`));
    expect(update([{}, { bias: realTensor([0]) }])).toThrow(ShapeError);
    expect(update([{}, { weight: realTensor([4], START) }])).toThrow(/\[2, 2\].*\[4\]/);
    const exact = [{}, { weight: exactTensor([2, 2], START) as unknown as RealTensor }];
    expect(update(exact)).toThrow(ShapeError);
    expect(update(exact)).toThrow(/real.*exact.*one number system/);
  });

  it.each(all.slice(1))('%s refuses a state of other parameters', (_, optimizer) => {
    const state = optimizer.initial([{}, { weight: realTensor([0]) }]);
    expect(() => optimizer.update(asSet(START), asSet(START), state)).toThrow(ShapeError);
  });

  it.each(all)('%s refuses a gradient that is not finite', (name, optimizer) => {
    const parameters = asSet(START);
    const gradients = [{}, { weight: { shape: [2, 2], data: Float64Array.of(1, Number.NaN, 0, 0) } }];
    const action = () => optimizer.update(parameters, gradients, optimizer.initial(parameters));
    expect(action).toThrow(NonFiniteError);
    expect(action).toThrow(new RegExp(`^${name}: the gradient of weight in layer 1 .*NaN`));
  });

  it.each(all.slice(2))('%s refuses fractions, whose roots are none', (name, optimizer) => {
    const exact = [{}, { weight: exactTensor(['1/2']) as unknown as RealTensor }];
    const action = () => optimizer.update(exact, exact, optimizer.initial(exact));
    expect(action).toThrow(ShapeError);
    expect(action).toThrow(new RegExp(`^${name}: .*real`));
  });

  it.each(all.slice(2))('%s refuses a gradient whose square is not finite', (name, optimizer) => {
    const parameters = asSet(START);
    const action = () => optimizer.update(parameters, asSet([1e200, 0, 0, 0]), optimizer.initial(parameters));
    expect(action).toThrow(NonFiniteError);
    expect(action).toThrow(new RegExp(`^${name}: the squares of weight in layer 1 .*Infinity`));
  });

  it('refuses a step out of the finite numbers', () => {
    const parameters = asSet([1e308, 0, 0, 0]);
    const action = () => sgd({ lr: 1 }).update(parameters, asSet([-1e308, 0, 0, 0]), null);
    expect(action).toThrow(NonFiniteError);
    expect(action).toThrow(/^sgd: the new value of weight in layer 1/);
    // 0 / 0 when nothing is added to the root.
    const unsure = adagrad({ eps: 0 });
    const still = asSet([0, 0, 0, 0]);
    expect(() => unsure.update(still, still, unsure.initial(still))).toThrow(NonFiniteError);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a negative rate', () => sgd({ lr: -1 }), /^sgd: lr.*-1/],
    ['no number as rate', () => sgd({ lr: Number.NaN }), /^sgd: lr.*NaN/],
    ['an infinite rate', () => adam({ lr: Number.POSITIVE_INFINITY }), /^adam: lr.*Infinity/],
    ['a negative rate for momentum', () => momentum({ lr: -1 }), /^momentum: lr/],
    ['a negative momentum', () => momentum({ momentum: -0.5 }), /^momentum: momentum.*-0\.5/],
    ['a negative rate for adagrad', () => adagrad({ lr: -1 }), /^adagrad: lr/],
    ['a negative ε', () => adagrad({ eps: -1 }), /^adagrad: eps/],
    ['a negative rate for rmsProp', () => rmsProp({ lr: -1 }), /^rmsProp: lr/],
    ['an alpha of 1', () => rmsProp({ alpha: 1 }), /^rmsProp: alpha.*from 0 to below 1, not 1/],
    ['a negative ε for rmsProp', () => rmsProp({ eps: -1 }), /^rmsProp: eps/],
    ['a first beta of 1', () => adam({ betas: [1, 0.999] }), /^adam: the first beta/],
    ['a second beta below 0', () => adam({ betas: [0.9, -0.1] }), /^adam: the second beta/],
    ['a negative ε for adam', () => adam({ eps: -1 }), /^adam: eps/]
  ])('refuses %s', (_, action, message) => {
    expect(action).toThrow(SettingError);
    expect(action).toThrow(message);
  });
});
