import * as v from 'valibot';
import { isLightness } from '../shared/lightness';
import { entry, rows } from '../shared/schema-parts';
import { MOST_CHANNELS } from './link';
import { model } from './model';

/** The colours of light that have channels of their own. */
const COLOURS = 3;

const planes = v.pipe(v.array(rows), v.minLength(1), v.maxLength(MOST_CHANNELS));

/** What a lesson writes down of one filter over several channels. */
export const schema = v.pipe(
  v.strictObject({
    input: planes,
    filter: planes,
    bias: v.optional(entry, 0),
    colours: v.optional(v.picklist(['none', 'named', 'painted']), 'none'),
    counted: v.optional(v.boolean(), false)
  }),
  v.check((settings) => {
    try {
      model.run(model.read(settings), 'cell');
      return true;
    } catch {
      return false;
    }
  }, 'input and filter have as many channels, all of one size, and the filter fits into the input'),
  v.check(
    ({ input, colours }) => colours === 'none' || input.length === COLOURS,
    'colours are three channels: red, green and blue'
  ),
  v.check(
    (settings) => settings.colours !== 'painted' || model.read(settings).input.data.every(isLightness),
    'the light of a picture is a whole number from 0 to 255'
  )
);
