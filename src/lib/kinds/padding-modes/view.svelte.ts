import type { Sides } from '$lib/engine';
import { WindowView, type ClockState, type InputPlace, type Pointed } from '$lib/stage';
import type { WindowTrace } from '$lib/trace';

/** What the grids of one way to pad show: the cells around the input are marked, whatever stands in them. */
export class PaddedView extends WindowView {
  readonly #sides: () => Sides;

  constructor(trace: () => WindowTrace, sides: () => Sides, clock: ClockState, pointing: Pointed) {
    super(trace, clock, pointing);
    this.#sides = sides;
  }

  protected override inputMarks(place: InputPlace): string {
    const { top, bottom, left, right } = this.#sides();
    const { padded } = this.trace.geometry;
    const inside =
      place.row >= top &&
      place.row < padded.height - bottom &&
      place.column >= left &&
      place.column < padded.width - right;
    return `${super.inputMarks(place)} ${inside ? '' : 'padding'}`.trim();
  }
}
