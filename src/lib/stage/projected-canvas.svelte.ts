import { canvasAreas, cellIn, CLEARLY_LARGER } from './layout';
import { arrangementNamed, type ArrangementName, type StageLayout } from './placement';

const AREAS = canvasAreas();

/**
 * A canvas of fixed size that is scaled as a whole: a projected one. What stands on it is arranged for the canvas and
 * not for the window. Its element says the arrangement (`data-canvas`), for the style sheets.
 */
export class StageCanvas {
  readonly #shape: () => 'full' | 'old';
  arrangement = $state<ArrangementName>('wide');

  constructor(shape: () => 'full' | 'old') {
    this.#shape = shape;
  }

  /** Takes the arrangement that a picture has for the canvas, or else the one with the largest cells. */
  show(layout: StageLayout | undefined): void {
    const shape = this.#shape();
    if (layout === undefined) this.arrangement = shape === 'old' ? 'narrow' : 'wide';
    else this.arrangement = layout.projected ? shape : this.#best(layout);
  }

  #best(layout: StageLayout): ArrangementName {
    const cell = (name: ArrangementName) => cellIn(arrangementNamed(layout, name), AREAS[this.#shape()]);
    const names: ArrangementName[] = layout.low ? ['wide', 'low', 'narrow'] : ['wide', 'narrow'];
    return names.reduce((best, name) => (cell(name) > cell(best) * CLEARLY_LARGER ? name : best));
  }
}
