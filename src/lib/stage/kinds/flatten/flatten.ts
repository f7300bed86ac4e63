import { flattenModel, type FlattenRun, type FlattenSettings, type RawFlatten } from '$lib/course';
import { flattenCaption, flattenHeading, flattenSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { cellNamed } from '../../things';
import { sceneKind } from '../kind';
import FlattenHead from './FlattenHead.svelte';
import FlattenStage from './FlattenStage.svelte';
import FlattenTools from './FlattenTools.svelte';

/** An image that is unrolled into one row, pixel by pixel or row by row. */
export const flatten = sceneKind<RawFlatten, FlattenSettings, FlattenRun>({
  model: flattenModel,
  stage: FlattenStage,
  head: FlattenHead,
  tools: FlattenTools,
  hasCode: false,
  heading: flattenHeading,
  sentence: flattenSentence,
  caption: flattenCaption,
  things(name) {
    const cell = cellNamed(name);
    return cell && { kind: 'input', at: cell.at };
  },
  values: (_, { size, image }) => ({
    height: { text: `${size.height}` },
    width: { text: `${size.width}` },
    pixels: { text: `${image.data.length}` }
  }),
  wrong: {
    'column-by-column': m.wrong_column_by_column,
    'counted-from-zero': m.wrong_counted_from_zero,
    'one-row-too-many': m.wrong_one_row_too_many
  },
  otherwise: m.flatten_wrong,
  watch: m.flatten_watch
});
