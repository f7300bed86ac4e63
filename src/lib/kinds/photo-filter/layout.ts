import { layoutOf, wideArrangement, type GridSize, type Plan, type StageLayout } from '$lib/stage';

const THREE: GridSize = { rows: 3, columns: 3 };
const GRIDS = { input: THREE, kernel: THREE, product: THREE, grey: { rows: 1, columns: 1 } };

/** Places of pictures are as wide and high as the photographs of the site; a picture of another shape is fitted in. */
const pictures = (rows: number) => {
  const size = { rows, columns: rows * 1.5 };
  return { photo: size, output: size };
};

const alike = (...plans: readonly Plan[]) => ({ wide: plans, narrow: plans });

/** The photograph, what lies under the window, and the map. Where room is scarce the sum alone
 * shows the products. */
export function photoFilterLayout(): StageLayout {
  const operands: Plan = { across: ['input', 'kernel'] };
  const lens: Plan = { down: [operands, { across: ['product', 'grey'] }] };
  const { wide, narrow } = layoutOf(
    {
      wide: [{ across: ['photo', lens, 'output'] }],
      narrow: [{ down: [{ across: ['photo', 'output'] }, { across: ['input', 'kernel', 'grey'] }] }]
    },
    { ...GRIDS, ...pictures(4.6) },
    { sizes: { ...GRIDS, ...pictures(3), grey: { rows: 1, columns: 1, name: 1.6 } } }
  );
  const low = wideArrangement([{ across: ['photo', { down: [operands, 'grey'] }, 'output'] }], {
    ...GRIDS,
    ...pictures(5)
  });
  // In front of a class the sum shows the products, and the map how its pixel is painted: digits need the room.
  const pair: Plan = { down: ['input', 'kernel'] };
  const full = layoutOf(alike({ across: ['photo', pair, 'output'] }), { ...GRIDS, ...pictures(5) });
  const old = layoutOf(alike({ across: [{ down: ['photo', 'output'] }, pair] }), {
    ...GRIDS,
    ...pictures(3)
  });
  return {
    wide,
    narrow,
    low,
    ...(full.projected &&
      old.projected && { projected: { full: full.projected.full, old: old.projected.old } })
  };
}
