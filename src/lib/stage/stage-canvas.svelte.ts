import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { Arrangement } from './layout';
import { LOW_QUERY, NARROW_QUERY, type StageLayout } from './placement';

/** The arrangements of a stage by name. */
export type ArrangementName = 'wide' | 'narrow' | 'low';

const KEY = Symbol('stage canvas');

/**
 * A canvas of fixed size that is scaled as a whole: a projected one. What stands on it is arranged for the canvas and
 * not for the window. Its element says the arrangement (`data-canvas`), for the style sheets.
 */
export class StageCanvas {
  /** What there is for the picture, in the canvas's own pixels. */
  readonly #area: () => { readonly width: number; readonly height: number };
  arrangement = $state<ArrangementName>('wide');

  constructor(area: () => { readonly width: number; readonly height: number }) {
    this.#area = area;
  }

  /** The arrangement with the largest cells; the wide one before others that are no better. */
  choose(layout: StageLayout): ArrangementName {
    const { width, height } = this.#area();
    const cell = (arrangement: Arrangement) =>
      Math.min(width / arrangement.width, height / arrangement.height);
    const names: ArrangementName[] = layout.low ? ['wide', 'low', 'narrow'] : ['wide', 'narrow'];
    return names.reduce((best, name) =>
      cell(arrangementNamed(layout, name)) > cell(arrangementNamed(layout, best)) * 1.02 ? name : best
    );
  }

  /** Takes the arrangement that fits a picture; without a layout there is but one. */
  show(layout: StageLayout | undefined): void {
    this.arrangement = layout ? this.choose(layout) : 'wide';
  }
}

/** An arrangement of a layout; the wide one where there is no low one. */
export function arrangementNamed(layout: StageLayout, name: ArrangementName): Arrangement {
  return layout[name] ?? layout.wide;
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
