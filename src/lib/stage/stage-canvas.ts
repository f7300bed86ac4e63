import { getContext, setContext } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';
import type { StageCanvas } from './projected-canvas.svelte';
import { LOW_QUERY, NARROW_QUERY, type ArrangementName } from './placement';

const KEY = Symbol('stage canvas');

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
