import { model as biasModel } from '$lib/kinds/bias/model';
import type { RawBiasSettings } from '$lib/kinds/bias/settings';
import { biasLayout, filterGrids } from '$lib/kinds/bias/layout';
import { standBeside } from '$lib/kinds/shared/stand-beside';
import type { Box } from '$lib/stage/layout';
import { describe, expect, it } from 'vitest';

const square = (side: number) => Array.from({ length: side }, () => new Array<number>(side).fill(1));

const CASES: [name: string, raw: RawBiasSettings][] = [1, 2, 3].flatMap((filters) =>
  [2, 4, 8].flatMap((side) =>
    // An activation is shown for one filter.
    (filters === 1 ? (['none', 'relu'] as const) : (['none'] as const)).map(
      (activation): [string, RawBiasSettings] => [
        `${filters} filters, input ${side}, ${activation}`,
        {
          input: square(side),
          kernels: Array.from({ length: filters }, () => square(2)),
          biases: new Array<number>(filters).fill(1),
          activation
        }
      ]
    )
  )
);

const meet = (a: Box, b: Box) =>
  a.x < b.x + b.columns && b.x < a.x + a.columns && a.y < b.y + b.rows && b.y < a.y + a.rows;

describe.each(CASES)('the stage of %s', (_, raw) => {
  const settings = biasModel.read(raw);
  const layout = biasLayout(settings, biasModel.run(settings, 'cell'));

  it.each(['wide', 'narrow'] as const)('has every grid, none over another and none outside (%s)', (width) => {
    const { boxes, width: across, height } = layout[width];
    const names = filterGrids(settings).flatMap(({ kernel, bias, map, activated }) => [
      kernel,
      bias,
      map,
      ...(activated === null ? [] : [activated])
    ]);
    const line = raw.activation === 'relu' ? ['line'] : [];
    expect(Object.keys(boxes).sort()).toEqual(['input', ...names, ...line].sort());
    const all = Object.entries(boxes);
    for (const [name, box] of all) {
      expect(box.x + box.columns).toBeLessThanOrEqual(across + 1e-9);
      expect(box.y + box.rows).toBeLessThanOrEqual(height + 1e-9);
      for (const [other, another] of all) if (other !== name) expect(meet(box, another)).toBe(false);
    }
  });
});

describe('a sign', () => {
  const box = (x: number, y: number, rows = 1): Box => ({ x, y, rows, columns: 1 });
  const boxes = { left: box(0, 1), middle: box(2, 1), right: box(4, 1), below: box(2, 5) };
  const beside = (first: string, second: string) =>
    standBeside({ width: 5, height: 6, boxes }, first, second);

  it('fits only between neighbours of one row', () => {
    expect(beside('left', 'middle')).toBe(true);
    expect(beside('left', 'right')).toBe(false);
    expect(beside('middle', 'left')).toBe(false);
    expect(beside('left', 'below')).toBe(false);
    expect(beside('left', 'nowhere')).toBe(false);
  });
});
