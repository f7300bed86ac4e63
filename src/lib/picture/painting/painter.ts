import { paintCells, type CellStyle } from './cells';
import type { Frame } from './frame';
import { PlaneImages } from './plane-images';
import { digitsOf, type DigitMaster, type Digits } from './digits';
import { sceneOf, type Panel } from '../panels';
import type { Picture, Pixel } from '../picture';
import { scaleOf, type PictureView, type Size } from '../view';

/** What is drawn of a picture: the view of it, the box in CSS pixels and how many points of the screen each has. */
export interface Painting {
  readonly view: PictureView;
  readonly box: Size;
  readonly density: number;
  /** A pixel that is outlined. */
  readonly marked: Pixel | null;
}

/** From so many CSS pixels a pixel on, it is drawn as a square, its edges as lines, and with its numbers. */
const SQUARES_FROM = 4;
const LINES_FROM = 7;
const LINES_WHOLE = 14;
const NUMBER_FROM = 26;
const STACK_FROM = 30;

/** The size of digits beside the square that they stand in, and at the least: alone, and three lines in one square. */
const NUMBER_SIZE = 0.42;
const SMALLEST_NUMBER = 12;
const STACK_SIZE = 0.29;
const SMALLEST_STACK = 10;

/** In points of the screen: larger digits make no number easier to read. */
const TALLEST_DIGIT = 72;

/** The outline of a small pixel is drawn around it at this size, in CSS pixels. */
const SMALLEST_MARK = 12;

/** Draws paintings of a picture on a canvas. */
export class PicturePainter {
  /** Asked for once: Firefox does not give it a second time for a canvas that came from a page. */
  readonly #context: OffscreenCanvasRenderingContext2D;
  /** What is before another plane while that one comes. */
  readonly #before = contextOf(new OffscreenCanvas(1, 1));
  #picture: Picture | null = null;
  #images: PlaneImages | null = null;
  #master: DigitMaster | null = null;
  #sizes = new Map<number, Digits>();
  #image: ImageData | null = null;

  /** @throws Error where the browser has no drawing to give */
  constructor(canvas: OffscreenCanvas) {
    this.#context = contextOf(canvas);
  }

  setPicture(picture: Picture): void {
    this.#picture = picture;
    this.#images = new PlaneImages(picture);
  }

  setDigits(master: DigitMaster | null): void {
    this.#master = master;
    this.#sizes.clear();
  }

  /** The digits of a size, kept: a picture that is dragged has the same ones in every frame. */
  #digits(size: number): Digits | null {
    const whole = Math.min(Math.floor(size), TALLEST_DIGIT);
    const known = this.#sizes.get(whole);
    if (known || !this.#master) return known ?? null;
    const made = digitsOf(this.#master, whole);
    this.#sizes.set(whole, made);
    return made;
  }

  paint(painting: Painting): void {
    if (!this.#picture) return;
    const context = this.#context;
    fit(context, painting);
    const { view } = painting;
    this.#paintLook(context, this.#picture, painting, view);
    if (view.fading) {
      fit(this.#before, painting);
      this.#paintLook(this.#before, this.#picture, painting, { ...view, plane: view.fading.plane });
      context.globalAlpha = view.fading.share;
      context.drawImage(this.#before.canvas, 0, 0);
      context.globalAlpha = 1;
    }
    if (painting.marked) mark(context, this.#picture, painting, painting.marked);
  }

  /** One plane, or the planes apart, without what is before it or over it. */
  #paintLook(
    context: OffscreenCanvasRenderingContext2D,
    picture: Picture,
    painting: Painting,
    wanted: PictureView
  ): void {
    const { box, density } = painting;
    const { view, panels } = sceneOf(wanted, picture, box);
    const scale = scaleOf(view.columns, picture, panels[0]);
    const onCanvas = panels.map((panel) => scaled(panel, density));
    if (scale < SQUARES_FROM) this.#paintSmall(context, picture, onCanvas, view, scale * density);
    else this.#paintLarge(context, picture, onCanvas, view, this.#styleOf(view, scale, density));
  }

  #styleOf(view: PictureView, scale: number, density: number): Omit<CellStyle, 'overlapping'> {
    // Of planes that are on their way numbers would lie on each other.
    const stacked = view.plane === 'colour' && view.apart === 0;
    const moving = view.plane === 'colour' && view.apart > 0 && view.apart < 1;
    const written = !moving && scale >= (stacked ? STACK_FROM : NUMBER_FROM);
    const size = stacked
      ? Math.max(scale * STACK_SIZE, SMALLEST_STACK)
      : Math.max(scale * NUMBER_SIZE, SMALLEST_NUMBER);
    return {
      scale: scale * density,
      line: Math.min(Math.max((scale - LINES_FROM) / (LINES_WHOLE - LINES_FROM), 0), 1),
      lineWidth: Math.max(1, Math.round(density)),
      digits: written ? this.#digits(size * density) : null
    };
  }

  #paintLarge(
    context: OffscreenCanvasRenderingContext2D,
    picture: Picture,
    panels: readonly Panel[],
    view: PictureView,
    style: Omit<CellStyle, 'overlapping'>
  ): void {
    const { width, height } = context.canvas;
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
    }
    const frame: Frame = { width, height, points: new Uint32Array(this.#image.data.buffer) };
    frame.points.fill(0);
    const overlapping = panels.length > 1 && view.apart < 1;
    for (const panel of panels) paintCells(frame, picture, panel, view, { ...style, overlapping });
    context.putImageData(this.#image, 0, 0);
  }

  #paintSmall(
    context: OffscreenCanvasRenderingContext2D,
    picture: Picture,
    panels: readonly Panel[],
    view: PictureView,
    scale: number
  ): void {
    const images = this.#images;
    if (!images) return;
    context.imageSmoothingQuality = scale < 1 ? 'high' : 'low';
    for (const panel of panels) {
      context.save();
      context.beginPath();
      context.rect(panel.left, panel.top, panel.width, panel.height);
      context.clip();
      // Where planes lie on each other they add up to colour.
      context.globalCompositeOperation = 'lighter';
      // A picture a thousand times as long as it is wide still has a line that is seen.
      const width = Math.max(1, picture.width * scale);
      const height = Math.max(1, picture.height * scale);
      context.drawImage(
        images.of(panel.plane),
        panel.left + panel.width / 2 - (view.column / picture.width) * width,
        panel.top + panel.height / 2 - (view.row / picture.height) * height,
        width,
        height
      );
      context.restore();
    }
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('there is nothing to draw with');
  return context;
}

/** Gives a canvas as many points as its box has on the screen, empty. */
function fit(context: OffscreenCanvasRenderingContext2D, { box, density }: Painting): void {
  const { canvas } = context;
  const width = Math.round(box.width * density);
  const height = Math.round(box.height * density);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  } else context.clearRect(0, 0, width, height);
}

function scaled(panel: Panel, density: number): Panel {
  return {
    plane: panel.plane,
    left: panel.left * density,
    top: panel.top * density,
    width: panel.width * density,
    height: panel.height * density
  };
}

/** Outlines a pixel in each panel: black on white, which stands out from any picture. */
function mark(
  context: OffscreenCanvasRenderingContext2D,
  picture: Picture,
  painting: Painting,
  pixel: Pixel
): void {
  const { box, density } = painting;
  const { view, panels } = sceneOf(painting.view, picture, box);
  for (const panel of panels) {
    const scale = scaleOf(view.columns, picture, panel);
    const side = Math.max(scale, SMALLEST_MARK);
    const left = panel.left + panel.width / 2 + (pixel.column + 0.5 - view.column) * scale - side / 2;
    const top = panel.top + panel.height / 2 + (pixel.row + 0.5 - view.row) * scale - side / 2;
    context.save();
    context.scale(density, density);
    context.beginPath();
    context.rect(panel.left, panel.top, panel.width, panel.height);
    context.clip();
    for (const [colour, width] of [
      ['#ffffff', 5],
      ['#000000', 2]
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.strokeRect(left, top, side, side);
    }
    context.restore();
  }
}
