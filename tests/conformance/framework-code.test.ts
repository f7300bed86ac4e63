import { frameworkCode, FRAMEWORKS } from '$lib/describe';
import { matrix } from '$lib/engine';
import { describe, expect, it } from 'vitest';

const SETTINGS = {
  input: matrix([
    [1, '-1/3', 0],
    [2, '0.5', -4]
  ]),
  kernel: matrix([[1, '2/3']]),
  stride: 2,
  padding: 1
};

// Written by hand. In Keras images are (N, H, W, C) and kernels (height, width, channels, filters).
const KERAS = `import numpy as np
import keras

x = np.array([[1, -1/3, 0],
              [2, 1/2, -4]], dtype="float64")
w = np.array([[1, 2/3]], dtype="float64")

x = np.pad(x, 1)
# channels last: (N, H, W, C) and (height, width, channels, filters)
y = keras.ops.conv(x[None, :, :, None], w[:, :, None, None], strides=2, padding="valid")
print(y[0, :, :, 0])`;

const PYTORCH = `import torch
import torch.nn.functional as F

x = torch.tensor([[1, -1/3, 0],
                  [2, 1/2, -4]], dtype=torch.float64)
w = torch.tensor([[1, 2/3]], dtype=torch.float64)

# (N, C, H, W) and (filters, channels, height, width)
y = F.conv2d(x[None, None], w[None, None], stride=2, padding=1)
print(y[0, 0])`;

describe('the program to copy', () => {
  it('for Keras pads by itself, since Keras takes no number of cells', () => {
    expect(frameworkCode('keras', SETTINGS)).toBe(KERAS);
  });

  it('for PyTorch hands stride and padding over', () => {
    expect(frameworkCode('pytorch', SETTINGS)).toBe(PYTORCH);
  });

  it.each(FRAMEWORKS)('for %s does not pad where there is no padding', (framework) => {
    expect(frameworkCode(framework, { ...SETTINGS, padding: 0 })).not.toContain('np.pad');
  });

  it.each(FRAMEWORKS)('for %s holds no character that Python does not know', (framework) => {
    expect(frameworkCode(framework, SETTINGS)).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
