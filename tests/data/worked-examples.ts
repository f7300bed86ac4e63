/** Convolutions (kernel not turned) worked out on paper or by another program: facts that the code must meet. */
export interface WorkedExample {
  readonly id: string;
  readonly input: number[][];
  readonly kernel: number[][];
  readonly stride: number;
  readonly padding: number;
  readonly output: number[][];
}

const SIX = [
  [1, 0, 0, 0, 0, 1],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 1, 0, 0],
  [1, 0, 0, 0, 1, 0],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 0, 1, 0]
];

const SIX_KERNEL = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1]
];

const FOUR = [
  [1, 0, 2, 3],
  [2, 1, 0, 1],
  [1, 0, 1, 3],
  [2, 0, 3, 2]
];

const FOUR_KERNEL = [
  [1, 2, 0],
  [3, 2, 1],
  [0, 1, 3]
];

const SEVEN = [
  [1, 2, 3, 0, 1, 2, 3],
  [0, 1, 2, 3, 0, 1, 2],
  [3, 0, 1, 2, 3, 0, 1],
  [2, 3, 0, 1, 2, 3, 0],
  [1, 2, 3, 0, 1, 2, 3],
  [0, 1, 2, 3, 0, 1, 2],
  [3, 0, 1, 2, 3, 0, 1]
];

const SEVEN_KERNEL = [
  [2, 0, 1],
  [0, 1, 2],
  [1, 0, 2]
];

const CURVE = [
  [0, 0, 0, 0, 0, 0, 30],
  [0, 0, 0, 0, 50, 50, 50],
  [0, 0, 0, 20, 50, 0, 0],
  [0, 0, 0, 50, 50, 0, 0],
  [0, 0, 0, 50, 50, 0, 0],
  [0, 0, 0, 50, 50, 0, 0],
  [0, 0, 0, 50, 50, 0, 0]
];

const CURVE_KERNEL = [
  [0, 0, 0, 0, 0, 30, 0],
  [0, 0, 0, 0, 30, 0, 0],
  [0, 0, 0, 30, 0, 0, 0],
  [0, 0, 0, 30, 0, 0, 0],
  [0, 0, 0, 30, 0, 0, 0],
  [0, 0, 0, 30, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0]
];

const OTHER_CURVE = [
  [0, 0, 0, 0, 0, 0, 0],
  [0, 40, 0, 0, 0, 0, 0],
  [40, 0, 40, 0, 0, 0, 0],
  [40, 20, 0, 0, 0, 0, 0],
  [0, 50, 0, 0, 0, 0, 0],
  [0, 0, 50, 0, 0, 0, 0],
  [25, 25, 0, 50, 0, 0, 0]
];

export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    id: 'six-by-six',
    input: SIX,
    kernel: SIX_KERNEL,
    stride: 1,
    padding: 0,
    output: [
      [3, 1, 1, 3],
      [1, 2, 3, 0],
      [1, 2, 2, 2],
      [3, 0, 3, 1]
    ]
  },
  {
    id: 'four-by-four',
    input: FOUR,
    kernel: FOUR_KERNEL,
    stride: 1,
    padding: 0,
    output: [
      [12, 18],
      [17, 15]
    ]
  },
  {
    id: 'four-by-four-padded',
    input: FOUR,
    kernel: FOUR_KERNEL,
    stride: 1,
    padding: 1,
    output: [
      [7, 6, 10, 13],
      [8, 12, 18, 13],
      [8, 17, 15, 13],
      [6, 10, 10, 20]
    ]
  },
  {
    id: 'seven-by-seven',
    input: SEVEN,
    kernel: SEVEN_KERNEL,
    stride: 1,
    padding: 0,
    output: [
      [15, 16, 17, 6, 15],
      [6, 15, 16, 17, 6],
      [17, 6, 15, 16, 17],
      [16, 17, 6, 15, 16],
      [15, 16, 17, 6, 15]
    ]
  },
  {
    id: 'seven-by-seven-stride-2',
    input: SEVEN,
    kernel: SEVEN_KERNEL,
    stride: 2,
    padding: 0,
    output: [
      [15, 17, 15],
      [17, 15, 17],
      [15, 17, 15]
    ]
  },
  {
    id: 'curve-detector-hit',
    input: CURVE,
    kernel: CURVE_KERNEL,
    stride: 1,
    padding: 0,
    output: [[6600]]
  },
  {
    id: 'curve-detector-miss',
    input: OTHER_CURVE,
    kernel: CURVE_KERNEL,
    stride: 1,
    padding: 0,
    output: [[0]]
  },
  {
    id: 'four-by-four-stride-2',
    input: FOUR,
    kernel: [
      [1, 2],
      [3, 2]
    ],
    stride: 2,
    padding: 0,
    output: [
      [9, 10],
      [7, 20]
    ]
  },
  {
    id: 'seven-by-seven-stride-3',
    input: SEVEN,
    kernel: SEVEN_KERNEL,
    stride: 3,
    padding: 0,
    output: [
      [15, 6],
      [16, 15]
    ]
  }
];

/** The example of that name. */
export function workedExample(id: string): WorkedExample {
  const found = WORKED_EXAMPLES.find((example) => example.id === id);
  if (!found) throw new Error(`there is no worked example ${id}`);
  return found;
}

/** Steps of six-by-six, written out by hand. */
export const SIX_BY_SIX_SUMS: Readonly<Record<number, string>> = {
  1: '1×1 + 0×0 + 0×1 + 0×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3',
  2: '0×1 + 0×0 + 0×1 + 1×0 + 0×1 + 0×0 + 0×1 + 1×0 + 1×1 = 1',
  16: '0×1 + 1×0 + 0×1 + 0×0 + 1×1 + 0×0 + 0×1 + 1×0 + 0×1 = 1'
};
