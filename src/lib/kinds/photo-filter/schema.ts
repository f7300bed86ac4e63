import * as v from 'valibot';
import { entry, lightness } from '../shared/schema-parts';
import { KERNEL_NAMES, KERNEL_SIDE } from './kernels';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const kernelName = v.picklist(KERNEL_NAMES);

/** What a lesson writes down of a photograph under kernels. */
export const schema = v.strictObject({
  photo: v.picklist(['chelsea', 'coffee']),
  own: v.optional(v.boolean(), false),
  stops: v.pipe(
    v.array(
      v.strictObject({
        kernel: v.union([kernelName, v.literal('mine')]),
        row: v.optional(share, 0.5),
        column: v.optional(share, 0.5),
        filtered: v.optional(v.boolean(), true)
      })
    ),
    v.minLength(2)
  ),
  presets: v.optional(v.array(kernelName), [...KERNEL_NAMES]),
  wall: v.optional(lightness, 200),
  mine: v.pipe(v.array(v.pipe(v.array(entry), v.length(KERNEL_SIDE))), v.length(KERNEL_SIDE))
});
