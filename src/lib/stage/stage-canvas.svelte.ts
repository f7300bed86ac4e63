import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import { CLEARLY_LARGER, FULL_CANVAS_AREA, OLD_CANVAS_AREA, type Arrangement } from './layout';
import { LOW_QUERY, NARROW_QUERY, type StageLayout } from './placement';

/** The arrangements of a stage by name; the last two are those of projected canvases, 16:9 and 4:3. */
export type ArrangementName = 'wide' | 'narrow' | 'low' | 'full' | 'old';

const KEY = Symbol('stage canvas');

const AREAS = { full: FULL_CANVAS_AREA, old: OLD_CANVAS_AREA };

/** An arrangement of a layout; the wide one where there is none of that name. */
export function arrangementNamed(layout: StageLayout, name: ArrangementName): Arrangement {
  const { projected, ...others } = layout;
  return { ...others, ...projected }[name] ?? layout.wide;
}

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
    const { width, height } = AREAS[this.#shape()];
    const cell = (name: ArrangementName) => {
      const arrangement = arrangementNamed(layout, name);
      return Math.min(width / arrangement.width, height / arrangement.height);
    };
    const names: ArrangementName[] = layout.low ? ['wide', 'low', 'narrow'] : ['wide', 'narrow'];
    return names.reduce((best, name) => (cell(name) > cell(best) * CLEARLY_LARGER ? name : best));
  }
}

/** Puts the stages inside the component on a canvas. */
export function setStageCanvas(canvas: StageCanvas): void {
  setContext(KEY, canvas);
}

/** The canvas; undefined where a stage lies in the window itself. */
export function getStageCanvas(): StageCanvas | undefined {
  return getContext<StageCanvas | undefined>(KEY);
}

/** Says which arrangement the style sheets show: the window's, or the canvas's. To be asked for by a component. */
export function shownArrangement(): { readonly current: ArrangementName } {
  const canvas = getStageCanvas();
  const narrow = new MediaQuery(NARROW_QUERY);
  const low = new MediaQuery(LOW_QUERY);
  return {
    get current() {
      if (canvas) return canvas.arrangement;
      return narrow.current ? 'narrow' : low.current ? 'low' : 'wide';
    }
  };
}
