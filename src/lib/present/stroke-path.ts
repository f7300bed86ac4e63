import { getStroke } from 'perfect-freehand';
import type { StrokePoint } from './anchor';

const PEN = { size: 5, thinning: 0.45, smoothing: 0.6, streamline: 0.4 };

/** The outline of a stroke, from its points on the canvas, as the path of an SVG; empty where there is nothing to see. */
export function strokePath(points: readonly StrokePoint[]): string {
  const outline = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure]),
    // A mouse presses evenly: its lines take their width from how fast it goes.
    { ...PEN, simulatePressure: points.every(([, , pressure]) => pressure === 0.5) }
  );
  const corners = outline.map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return corners.length > 0 ? `M${corners.join('L')}Z` : '';
}
