import type { Step, WindowTrace } from '$lib/trace';

/** The loop variables: i, j over the output, k1, k2 over the kernel. */
export type LoopVariable = 'i' | 'j' | 'k1' | 'k2';

/** One line of the loop, with what the code view needs to know of it. */
export interface LoopLine {
  readonly text: string;
  /** The line that is being run at this step. */
  readonly current: boolean;
}

function shifted(index: string, stride: number): string {
  return stride === 1 ? index : `${stride} * ${index}`;
}

/**
 * The loops that compute the output, in Python, with the line that this step has just run, and the values that
 * the loop variables then have (none at step 0; k1 and k2 are the last ones at grain 'cell').
 */
export function loopLines(
  trace: WindowTrace,
  step: Step
): { lines: LoopLine[]; values: Partial<Record<LoopVariable, number>> } {
  const { output, kernel, stride, padding } = trace.geometry;
  const source = padding.top + padding.left > 0 ? 'padded' : 'input';
  const row = `${shifted('i', stride.height)} + k1`;
  const column = `${shifted('j', stride.width)} + k2`;
  const texts = [
    ...(source === 'padded' ? [`padded = np.pad(input, ${padding.top})`] : []),
    `output = np.zeros((${output.height}, ${output.width}))`,
    `for i in range(${output.height}):`,
    `    for j in range(${output.width}):`,
    `        for k1 in range(${kernel.height}):`,
    `            for k2 in range(${kernel.width}):`,
    `                output[i, j] += ${source}[${row}, ${column}] * kernel[k1, k2]`
  ];
  const currentLine = step.cell === null ? 'output =' : 'output[i, j]';
  const lines = texts.map((text) => ({ text, current: text.trim().startsWith(currentLine) }));
  const term = step.terms[step.done - 1];
  if (step.cell === null || term === undefined) return { lines, values: {} };
  const { row: i, column: j } = step.cell;
  return { lines, values: { i, j, k1: term.kernelRow, k2: term.kernelColumn } };
}
