import { glide, type Arrangement, type StageLayout } from '$lib/stage';
import type { LinePicture } from '../shared/line/picture';
import { startOf, type LineWalk } from '../shared/line/walk';
import type { ConventionsRun } from './model';

/** From one line to the next, in cells: its name, its cells, its tally. */
const PITCH = 2.75;
const LINE_AT = 0.75;

/** Between the lines of convolutions and those of pooling, where they stand side by side. */
const GAP = 1.6;
/** How many lines stand below each other on a wide stage. */
const WIDE_ROWS = 2;

/** Lines in columns of so many rows, with the cells of the input right below each other. */
function arranged({ lines }: ConventionsRun, rows: number): Arrangement {
  const walks = lines.map(({ walk }) => walk);
  const before = Math.max(...walks.map((walk) => walk.before));
  const behind = (walk: LineWalk) => walk.padded - walk.before + Math.max(walk.reached, -walk.room, 0);
  const width = before + Math.max(...walks.map(behind));
  const columns = Math.ceil(lines.length / rows);
  return {
    width: columns * width + (columns - 1) * GAP,
    height: PITCH * rows,
    boxes: Object.fromEntries(
      lines.map(({ name, walk }, index) => {
        const x = Math.floor(index / rows) * (width + GAP) + before - walk.before;
        return [name, { x, y: LINE_AT + PITCH * (index % rows), rows: 1, columns: walk.padded }];
      })
    )
  };
}

/** The lines of convolutions beside those of pooling, or all below each other. */
export function conventionsLayout(run: ConventionsRun): StageLayout {
  return { wide: arranged(run, WIDE_ROWS), narrow: arranged(run, run.lines.length) };
}

/** What is drawn of a line, counted from 0, at a time: its step takes the window from its first place to its last. */
export function conventionPicture(walk: LineWalk, index: number, time: number): LinePicture {
  const nothing = { window: null, ghost: false, places: 0, missing: 0, dropped: false, focus: null };
  if (time <= index) return nothing;
  const isDone = time >= index + 1;
  const isNewest = time < index + 2;
  if (walk.outputs === 0) {
    return { ...nothing, window: isNewest ? 0 : null, missing: isDone ? -walk.room : 0 };
  }
  const last = startOf(walk, walk.outputs - 1);
  const window = glide(0, last, Math.min(1, time - index));
  return {
    ...nothing,
    window: isNewest ? window : null,
    places: isDone ? walk.outputs : Math.floor(window / walk.stride),
    missing: isDone ? walk.reached : 0,
    dropped: isDone
  };
}
