import { getStroke } from 'perfect-freehand';
import type { Stroke } from './marks.svelte';

const PEN = { size: 5, thinning: 0.45, smoothing: 0.6, streamline: 0.4 };

/** The outline of a stroke as the path of an SVG; empty where there is nothing to see. */
export function strokePath(stroke: Stroke): string {
  const outline = getStroke(
    stroke.map(([x, y, pressure]) => [x, y, pressure]),
    // A mouse presses evenly: its lines take their width from how fast it goes.
    { ...PEN, simulatePressure: stroke.every(([, , pressure]) => pressure === 0.5) }
  );
  const points = outline.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return points.length > 0 ? `M${points.join('L')}Z` : '';
}
