import { adaptRules, LEFTOVER_RULES, OUTPUT_SIZE_RULES } from '$lib/exercise';
import type { WindowSide } from '$lib/exercise';
import { partAt, type StripRun } from './model';

function sideOf(run: StripRun, cell: number): WindowSide {
  const { geometry, stride } = partAt(run, cell);
  return { input: geometry.input.width, kernel: geometry.kernel.width, stride, padding: 0 };
}

const {
  'rounded-up': roundedUp,
  'input-by-stride': inputByStride,
  'forgot-first-place': forgotFirstPlace
} = OUTPUT_SIZE_RULES;
const {
  'border-counts': borderCounts,
  'skipped-places': skippedPlaces,
  'behind-first': behindFirst
} = LEFTOVER_RULES;

/** What goes wrong when places, or the cells left over, are counted along a side. */
export const wrong = adaptRules(
  {
    'rounded-up': roundedUp,
    'input-by-stride': inputByStride,
    'forgot-first-place': forgotFirstPlace,
    'border-counts': borderCounts,
    'skipped-places': skippedPlaces,
    'behind-first': behindFirst
  },
  sideOf
);
