import { rowsOf, type ExactTensor, type Fraction } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';

/** The libraries whose code can be copied. */
export const FRAMEWORKS = ['numpy', 'pytorch', 'keras'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

function literal(value: Fraction): string {
  const numerator = `${value.s < 0n ? '-' : ''}${value.n}`;
  return value.d === 1n ? numerator : `${numerator}/${value.d}`;
}

/** A matrix as nested Python lists, one row a line, indented to stand behind `name = call(`. */
export function nestedLists(image: ExactTensor, indent: number): string {
  const rows = rowsOf(image).map((row) => `[${row.map(literal).join(', ')}]`);
  return `[${rows.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}

function assignment(name: string, call: string, image: ExactTensor, options: string): string {
  const head = `${name} = ${call}(`;
  return `${head}${nestedLists(image, head.length)}, ${options})`;
}

function numpy({ input, kernel, stride, padding }: WindowSettings): string {
  const slide = stride === 1 ? '' : `[::${stride}, ::${stride}]`;
  return [
    'import numpy as np',
    '',
    assignment('x', 'np.array', input, 'dtype=float'),
    assignment('w', 'np.array', kernel, 'dtype=float'),
    '',
    ...(padding > 0 ? [`x = np.pad(x, ${padding})`] : []),
    `windows = np.lib.stride_tricks.sliding_window_view(x, w.shape)${slide}`,
    `y = np.einsum('ijkl,kl->ij', windows, w)`,
    'print(y)'
  ].join('\n');
}

function pytorch({ input, kernel, stride, padding }: WindowSettings): string {
  return [
    'import torch',
    'import torch.nn.functional as F',
    '',
    assignment('x', 'torch.tensor', input, 'dtype=torch.float64'),
    assignment('w', 'torch.tensor', kernel, 'dtype=torch.float64'),
    '',
    '# (N, C, H, W) and (filters, channels, height, width)',
    `y = F.conv2d(x[None, None], w[None, None], stride=${stride}, padding=${padding})`,
    'print(y[0, 0])'
  ].join('\n');
}

function keras({ input, kernel, stride, padding }: WindowSettings): string {
  return [
    'import numpy as np',
    'import keras',
    '',
    assignment('x', 'np.array', input, 'dtype="float64"'),
    assignment('w', 'np.array', kernel, 'dtype="float64"'),
    '',
    ...(padding > 0 ? [`x = np.pad(x, ${padding})`] : []),
    '# channels last: (N, H, W, C) and (height, width, channels, filters)',
    `y = keras.ops.conv(x[None, :, :, None], w[:, :, None, None], strides=${stride}, padding="valid")`,
    'print(y[0, :, :, 0])'
  ].join('\n');
}

const WRITERS: Record<Framework, (settings: WindowSettings) => string> = { numpy, pytorch, keras };

/** A whole Python program that prints the shown feature map (fractions in double precision). */
export function frameworkCode(framework: Framework, settings: WindowSettings): string {
  return WRITERS[framework](settings);
}
