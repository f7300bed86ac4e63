import * as v from 'valibot';
import { count } from '../shared/schema-parts';
import { BOUNDS, ORDERS, type LayerNumber } from './settings';
import { model } from './model';

const within = (name: LayerNumber) => v.pipe(count(BOUNDS[name].least), v.maxValue(BOUNDS[name].most));

/** What a lesson writes down of a layer that is known by its shapes. */
export const schema = v.pipe(
  v.strictObject({
    channels: within('channels'),
    height: within('height'),
    width: within('width'),
    filters: within('filters'),
    kernel: within('kernel'),
    stride: v.optional(within('stride'), 1),
    padding: v.optional(within('padding'), 0),
    order: v.optional(v.picklist(ORDERS), 'channels-first')
  }),
  v.check((settings) => {
    try {
      model.run(settings, 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'the filter fits into the padded input')
);
