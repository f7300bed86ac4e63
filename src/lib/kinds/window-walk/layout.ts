import type { Arrangement, StageLayout } from '$lib/stage';
import { missingAt, type LineWalk } from '../shared/line/walk';

/** Rows of the picture, in cells: each grid below its name, the tally between them. */
const LINE_AT = 0.75;
const OUTPUT_AT = 3.55;
const HEIGHT = OUTPUT_AT + 1.1;

/** The line with room for the cells that a window would need behind its end, and below it the places. */
export function walkLayout(walk: LineWalk): StageLayout {
  const { padded, outputs } = walk;
  const missing = missingAt(walk, outputs);
  const arrangement: Arrangement = {
    width: padded + missing,
    height: HEIGHT,
    boxes: {
      input: { x: 0, y: LINE_AT, rows: 1, columns: padded },
      output: { x: 0, y: OUTPUT_AT, rows: 1, columns: outputs }
    }
  };
  return { wide: arrangement, narrow: arrangement };
}
