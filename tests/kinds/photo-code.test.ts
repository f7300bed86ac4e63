import { Fraction, matrix } from '$lib/engine';
import { photoCode, photoCodeValues } from '$lib/kinds/photo-filter/photo-code';
import { describe, expect, it } from 'vitest';

const SOBEL = matrix([
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1]
]);
const at = { file: 'cat.png', kernel: SOBEL, shading: 'size', place: { row: 4, column: 7 } } as const;

describe('the code of a photograph under a kernel', () => {
  it('has the kernel on show, row under row', () => {
    const text = photoCode({ ...at, sum: null })
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain(
      [
        'kernel = np.array([[-1, 0, 1],',
        '                   [-2, 0, 2],',
        '                   [-1, 0, 1]])'
      ].join('\n')
    );
  });

  it('leaves out the sign only where the scene does', () => {
    const last = (shading: 'size' | 'value') => photoCode({ ...at, shading, sum: null }).at(-1)?.text;
    expect(last('size')).toContain('np.abs(sums)');
    expect(last('value')).not.toContain('abs');
  });

  it('marks the kernel while it is only seen, and the grey once it is computed', () => {
    const marked = (sum: Fraction | null) =>
      photoCode({ ...at, sum })
        .filter(({ current }) => current)
        .map(({ text }) => text.trim().split(' ')[0]);
    expect(marked(null)[0]).toBe('kernel');
    expect(marked(new Fraction(-312))).toEqual(['greys']);
  });

  it('has the sum as a fraction, and its grey from 0 to 255', () => {
    const values = (sum: Fraction, shading: 'size' | 'value') =>
      Object.fromEntries(photoCodeValues({ ...at, shading, sum }));
    // By hand: |−312| is above 255; −312 is below 0; 1046/9 = 116.2…
    expect(values(new Fraction(-312), 'size')).toEqual({
      i: '4',
      j: '7',
      'sums[i, j]': '−312',
      'greys[i, j]': '255'
    });
    expect(values(new Fraction(-312), 'value')['greys[i, j]']).toBe('0');
    expect(values(new Fraction('1046/9'), 'value')).toMatchObject({
      'sums[i, j]': '1046/9',
      'greys[i, j]': '116'
    });
  });
});
