/**
 * Draws a picture away from the page: hundreds of numbers a frame are no work for the thread that answers to the
 * learner's hand. At most one drawing for each frame of the screen, of what was asked for last.
 */
import type { Picture } from '../picture';
import type { DigitMaster } from './digits';
import { PicturePainter, type Painting } from './painter';

/** What the page sends: its canvas first, and the other parts whenever they change. */
export interface PaintingMessage {
  readonly canvas?: OffscreenCanvas;
  readonly digits?: DigitMaster | null;
  readonly picture?: Picture;
  readonly painting?: Painting;
}

let painter: PicturePainter | null = null;
let painting: Painting | null = null;
let waiting = false;

addEventListener('message', ({ data }: MessageEvent<PaintingMessage>) => {
  if (data.canvas) painter = new PicturePainter(data.canvas);
  if (data.digits !== undefined) painter?.setDigits(data.digits);
  if (data.picture) painter?.setPicture(data.picture);
  painting = data.painting ?? painting;
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (painting) painter?.paint(painting);
  });
});
