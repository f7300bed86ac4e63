import type { ExactTensor, Position } from '$lib/engine';
import { greyOfSum, valuesAt, type Picture, type Shading } from '$lib/picture';
import {
  classes,
  glide,
  pixelLook,
  WindowView,
  type ClockState,
  type GridCell,
  type Pointing
} from '$lib/stage';
import { windowTrace } from '$lib/trace';
import { KERNEL_SIDE } from './kernels';
import { kernelAt, patchOf } from './model';
import { stopAt, type PhotoFilterSettings } from './settings';
import { shadingOf } from './shading';

/** How far the middle of a window lies from its upper left corner. */
const HALF = (KERNEL_SIDE - 1) / 2;

type Size = Pick<Picture, 'width' | 'height'>;

/** Rows and columns of the map of a picture. */
export function mapSize({ width, height }: Size): Size {
  return { width: width - KERNEL_SIDE + 1, height: height - KERNEL_SIDE + 1 };
}

/** The place of the map that is nearest to one. */
function placeWithin({ row, column }: Position, picture: Size): Position {
  const { width, height } = mapSize(picture);
  return {
    row: Math.min(Math.max(row, 0), height - 1),
    column: Math.min(Math.max(column, 0), width - 1)
  };
}

/** The cell of the map whose window has a pixel in its middle; at the edge of the picture, the nearest one. */
export function placeAround(pixel: Position, picture: Size): Position {
  return placeWithin({ row: pixel.row - HALF, column: pixel.column - HALF }, picture);
}

/** The pixel in the middle of the window that makes a cell of the map. */
export function middleOf({ row, column }: Position): Position {
  return { row: row + HALF, column: column + HALF };
}

/** The time of the one sum under the window, whose only step comes with each step of the scene that has a sum. */
class ShownShare implements ClockState {
  readonly #view: PhotoView;
  readonly #clock: ClockState;

  constructor(view: PhotoView, clock: ClockState) {
    this.#view = view;
    this.#clock = clock;
  }

  get time(): number {
    return this.#view.isShown ? this.#view.progress : 0;
  }
  get index(): number {
    return this.#view.isShown ? 1 : 0;
  }
  get settled(): boolean {
    return this.#clock.settled || !this.#view.isShown;
  }
}

/** What a photograph under a kernel shows: derived from the picture, the time, and where the learner looks. */
export class PhotoView {
  readonly #settings: () => PhotoFilterSettings;
  readonly #clock: ClockState;
  readonly #picture: () => Picture | null;
  readonly #size: () => Size;
  /** Where the learner points, and where the learner has put the window: cells of the map. */
  hovered = $state.raw<Position | null>(null);
  /** A place belongs to the step at which it was chosen. */
  #chosen = $state.raw<{ readonly place: Position; readonly step: number } | null>(null);
  readonly lens: WindowView;

  /** @param size of the picture, which is known before its pixels are */
  constructor(
    settings: () => PhotoFilterSettings,
    clock: ClockState,
    picture: () => Picture | null,
    size: () => Size,
    pointing: Pointing
  ) {
    this.#settings = settings;
    this.#clock = clock;
    this.#picture = picture;
    this.#size = size;
    this.lens = new WindowView(() => this.trace, new ShownShare(this, clock), pointing);
  }

  readonly settings = $derived.by(() => this.#settings());
  get step(): number {
    return this.#clock.index;
  }
  readonly stop = $derived.by(() => stopAt(this.settings, this.step));
  readonly kernel: ExactTensor = $derived.by(() => kernelAt(this.settings, this.step));
  readonly shading: Shading = $derived(this.settings.shading ?? shadingOf(this.kernel));
  readonly size = $derived.by(() => this.#size());

  get chosen(): Position | null {
    return this.#chosen?.step === this.step ? placeWithin(this.#chosen.place, this.size) : null;
  }
  choose(place: Position): void {
    this.#chosen = { place: placeWithin(place, this.size), step: this.step };
  }

  #placeAt(step: number): Position {
    const { row, column } = stopAt(this.settings, step);
    const { width, height } = this.size;
    return placeAround({ row: Math.floor(row * height), column: Math.floor(column * width) }, this.size);
  }

  /** How far the step is on its way in, 0 to 1. */
  readonly progress = $derived.by(() => 1 - (this.#clock.index - this.#clock.time));

  /** The cell of the map whose window is on show: in a step that is still on its way in, the one that it goes to. */
  readonly place: Position = $derived.by(() =>
    placeWithin(this.hovered ?? this.chosen ?? this.#placeAt(this.step), this.size)
  );
  /** Where the frame around it is drawn: it goes there from the place before. */
  readonly framed: Position = $derived.by(() => {
    if (this.#clock.settled || this.hovered || this.chosen) return this.place;
    const from = this.#placeAt(Math.max(0, this.step - 1));
    return {
      row: Math.round(glide(from.row, this.place.row, this.progress)),
      column: Math.round(glide(from.column, this.place.column, this.progress))
    };
  });

  /** The grey pixels under the window; all 0 until the picture is read. */
  readonly #greys = $derived.by(() => {
    const picture = this.#picture();
    return Array.from({ length: KERNEL_SIDE * KERNEL_SIDE }, (_, index) => {
      const row = this.place.row + Math.floor(index / KERNEL_SIDE);
      const column = this.place.column + (index % KERNEL_SIDE);
      return picture ? valuesAt(picture, { row, column }).grey : 0;
    });
  });
  /** The pixels under the window, row by row, as they are read out. */
  readonly pixelsText = $derived(
    this.#greys
      .map((grey, index) => `${index % KERNEL_SIDE > 0 ? ', ' : index > 0 ? '; ' : ''}${grey}`)
      .join('')
  );
  readonly isRead = $derived.by(() => this.#picture() !== null);

  /** The one sum on show. */
  readonly trace = $derived.by(() => {
    const input = patchOf(this.#greys);
    return windowTrace({ input, kernel: this.kernel, stride: 1, padding: 0 }, 'cell');
  });
  /** Whether there is one. */
  readonly isShown = $derived.by(() => this.isRead && this.stop.filtered);
  readonly sum = $derived.by(() => (this.isShown && this.#clock.settled ? this.trace.step(1).total : null));

  /** The pixels under the window, each in its own grey. */
  readonly inputCells: readonly GridCell[][] = $derived.by(() =>
    this.lens.inputCells.map((row, rowIndex) =>
      row.map((cell, column): GridCell => {
        if (!this.isRead) return { text: '', tone: 'waiting' };
        const { tone, paint } = pixelLook(this.#greys[rowIndex * KERNEL_SIDE + column] ?? 0);
        return { ...cell, paint, tone: classes(tone, cell.tone.includes('lit') && 'lit') };
      })
    )
  );

  /** What the sum is painted with. */
  readonly greyCells: readonly GridCell[][] = $derived.by(() => {
    if (!this.sum) return [[{ text: '', tone: 'waiting' }]];
    const grey = greyOfSum(this.sum, this.shading);
    return [[{ text: `${grey}`, ...pixelLook(grey) }]];
  });

  /** How much of the map is to be seen, from its top: a kernel that has just come passes over the picture. */
  readonly mapShare = $derived.by(() => {
    if (!this.stop.filtered) return 0;
    if (this.step === 0) return 1;
    const before = stopAt(this.settings, this.step - 1);
    const isNew = !before.filtered || (!this.settings.kernel && before.kernel !== this.stop.kernel);
    return isNew ? this.progress : 1;
  });
}
