import { receptiveCells, receptiveField, SettingError, type StackedWindow } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const square = (length: number) => ({ height: length, width: length });
const conv3: StackedWindow = { kernelSize: 3, padding: 1 };
const pool2: StackedWindow = { kernelSize: 2, stride: 2 };

describe('the receptive field of a stack', () => {
  it('is the cell itself when there is no window', () => {
    expect(receptiveField([])).toEqual({ size: square(1), jump: square(1), start: { row: 0, column: 0 } });
  });

  it('is the kernel for one window', () => {
    expect(receptiveField([{ kernelSize: [3, 5], stride: [1, 2], padding: [0, 1] }])).toEqual({
      size: { height: 3, width: 5 },
      jump: { height: 1, width: 2 },
      start: { row: 0, column: -1 }
    });
  });

  it('is 5 for two 3×3 convolutions and 7 for three', () => {
    // Simonyan and Zisserman, "Very Deep Convolutional Networks", section 2.3: why VGG stacks them.
    expect(receptiveField([conv3, conv3]).size).toEqual(square(5));
    expect(receptiveField([conv3, conv3, conv3]).size).toEqual(square(7));
  });

  it('doubles and more with dilations 1, 2, 4', () => {
    // Yu and Koltun, "Multi-Scale Context Aggregation by Dilated Convolutions", figure 1: 3, 7, 15.
    const dilated = [1, 2, 4].map((dilation) => ({ kernelSize: 3, dilation }));
    expect(dilated.map((_, last) => receptiveField(dilated.slice(0, last + 1)).size.height)).toEqual([
      3, 7, 15
    ]);
  });

  // Araujo, Norris and Sim, Distill 2019, table of models: receptive field, effective stride, effective padding.
  it('is 195 for AlexNet (v2), at stride 32 and padding 64', () => {
    const pool3 = { kernelSize: 3, stride: 2 };
    const alexNet = [
      { kernelSize: 11, stride: 4 },
      pool3,
      { kernelSize: 5, padding: 'same' as const },
      pool3,
      conv3,
      conv3,
      conv3,
      pool3
    ];
    expect(receptiveField(alexNet)).toEqual({
      size: square(195),
      jump: square(32),
      start: { row: -64, column: -64 }
    });
  });

  it('is 212 for VGG-16, at stride 32 and padding 90', () => {
    const vgg16 = [2, 2, 3, 3, 3].flatMap((count) => [...new Array<StackedWindow>(count).fill(conv3), pool2]);
    expect(receptiveField(vgg16)).toEqual({
      size: square(212),
      jump: square(32),
      start: { row: -90, column: -90 }
    });
  });

  it('reaches from the first to the last cell that an output depends on', () => {
    const axis = fc.record({
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 3 }),
      before: fc.nat(2),
      after: fc.nat(2)
    });
    const stacks = fc.array(fc.record({ vertical: axis, horizontal: axis }), { maxLength: 4 });
    fc.assert(
      fc.property(stacks, fc.nat(5), fc.nat(5), (stack, row, column) => {
        /** All cells that an output cell depends on, window by window backwards. */
        const seen = (output: number, side: 'vertical' | 'horizontal') =>
          [...stack].reverse().reduce(
            (cells, layer) => {
              const { kernel, stride, dilation, before } = layer[side];
              const taps = Array.from({ length: kernel }, (_, tap) => tap * dilation - before);
              return [...new Set(cells.flatMap((cell) => taps.map((tap) => cell * stride + tap)))];
            },
            [output]
          );
        const windows = stack.map(({ vertical, horizontal }) => ({
          kernelSize: [vertical.kernel, horizontal.kernel] as const,
          stride: [vertical.stride, horizontal.stride] as const,
          dilation: [vertical.dilation, horizontal.dilation] as const,
          padding: {
            top: vertical.before,
            bottom: vertical.after,
            left: horizontal.before,
            right: horizontal.after
          }
        }));
        const [rows, columns] = [seen(row, 'vertical'), seen(column, 'horizontal')];
        expect(receptiveCells(receptiveField(windows), { row, column })).toEqual({
          first: { row: Math.min(...rows), column: Math.min(...columns) },
          last: { row: Math.max(...rows), column: Math.max(...columns) }
        });
      })
    );
  });
});

describe('settings that have no receptive field', () => {
  it.each<[string, StackedWindow, RegExp]>([
    ['a kernel of length 0', { kernelSize: 0 }, /kernel length.*0/],
    ['a broken kernel', { kernelSize: [1, 1.5] }, /kernel length.*1\.5/],
    ['stride 0', { kernelSize: 2, stride: 0 }, /stride.*0/],
    ['a broken stride', { kernelSize: 2, stride: [1, 0.5] }, /stride.*0\.5/],
    ['dilation 0', { kernelSize: 2, dilation: [0, 1] }, /dilation.*0/],
    ['a negative padding', { kernelSize: 2, padding: -1 }, /padding.*-1/],
    [
      "'same' with a stride",
      { kernelSize: 3, stride: [1, 2], padding: 'same' },
      /receptiveField.*\[1, 2\].*same/
    ]
  ])('%s', (_, window, message) => {
    expect(() => receptiveField([conv3, window])).toThrow(SettingError);
    expect(() => receptiveField([conv3, window])).toThrow(message);
  });

  it.each([
    [-1, 0],
    [0, 0.5]
  ])('the field of cell (%d, %d)', (row, column) => {
    expect(() => receptiveCells(receptiveField([conv3]), { row, column })).toThrow(SettingError);
  });
});
