import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import { PictureCanvas, viewBetween, wholeView, type Picture, type PictureView } from '$lib/picture';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

let locale: Locale;

beforeEach(async () => {
  locale = 'en';
  overwriteGetLocale(() => locale);
  await page.viewport(1000, 700);
});

/** Two rows, three columns, no two numbers alike. */
const SIX: Picture = {
  width: 3,
  height: 2,
  data: new Uint8ClampedArray([220, 10, 20, 30, 230, 40, 50, 60, 240, 120, 90, 31, 250, 251, 252, 1, 2, 3])
};
/** Every pixel says where it is: its row, its column, and 128. */
const PLACES: Picture = {
  width: 200,
  height: 100,
  data: Uint8ClampedArray.from({ length: 60_000 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    return [Math.floor(pixel / 200), pixel % 200, 128][index % 3] ?? 0;
  })
};

interface Given {
  picture?: Picture;
  view?: PictureView;
  name?: string;
  box?: { width: number; height: number };
}

async function show({ picture = SIX, view = wholeView(picture), name = 'Six', box }: Given = {}) {
  const target = document.createElement('div');
  // Tools below the canvas take 44 px where nothing wraps.
  target.style.cssText = `width: ${box?.width ?? 900}px; height: ${(box?.height ?? 400) + 44}px`;
  document.body.append(target);
  onTestFinished(() => target.remove());
  const say = vi.fn<(sentence: string) => void>();
  const props = $state<{
    picture: Picture;
    view: PictureView;
    own: PictureView | null;
    name: string;
    say: typeof say;
  }>({
    picture,
    view,
    own: null,
    name,
    say
  });
  const screen = await render(PictureCanvas, { target, props });
  const canvas = target.querySelector('canvas') as HTMLCanvasElement;
  // The script of the worker is compiled when the first canvas asks for it.
  await expect
    .poll(() => canvas.width, { timeout: 10_000 })
    .toBe(Math.round(canvas.clientWidth * devicePixelRatio));
  const read = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** The colour that is seen at a point of the canvas. */
  function at(x: number, y: number): number[] {
    if (!read || canvas.width === 0) return [];
    const density = canvas.width / canvas.clientWidth;
    read.canvas.width = read.canvas.height = 1;
    read.drawImage(canvas, -Math.floor(x * density), -Math.floor(y * density));
    return [...read.getImageData(0, 0, 1, 1).data];
  }
  const name_ = () => canvas.getAttribute('aria-label');
  const output = () => target.querySelector('output')?.textContent.trim();
  const field = (label: string) => screen.getByRole('spinbutton', { name: label });
  return { screen, props, canvas, at, name: name_, output, field, say };
}

describe('a picture on its canvas', () => {
  it('is drawn pixel by pixel, as large as its box allows', async () => {
    const { at } = await show();
    // 900×400 for 3×2: squares of 200, 150 px from the left. Points near their corners have no number on them.
    await expect.poll(() => at(160, 10)).toEqual([220, 10, 20, 255]);
    expect(at(360, 10)).toEqual([30, 230, 40, 255]);
    expect(at(740, 10)).toEqual([50, 60, 240, 255]);
    expect(at(160, 390)).toEqual([120, 90, 31, 255]);
    expect(at(740, 390)).toEqual([1, 2, 3, 255]);
    expect(at(100, 200)[3]).toBe(0);
  });

  it.each([
    ['grey', [74, 74, 74, 255]],
    ['red', [220, 0, 0, 255]],
    ['green', [0, 10, 0, 255]],
    ['blue', [0, 0, 20, 255]]
  ] as const)('shows its %s plane', async (plane, expected) => {
    // 0.299 · 220 + 0.587 · 10 + 0.114 · 20 = 73.93
    const { at } = await show({ view: wholeView(SIX, plane) });
    await expect.poll(() => at(160, 10)).toEqual(expected);
  });

  it('shows its three planes apart, with their letters', async () => {
    const { screen, at } = await show({ view: wholeView(SIX, 'colour', 1) });
    // Three panels of 290⅔ by 376 px, 14 px between; the planes are 290⅔ by 194 px, 91 px below the letters' room.
    const top = 24 + (376 - 193.8) / 2;
    await expect.poll(() => at(5, top + 5)).toEqual([220, 0, 0, 255]);
    expect(at(305 + 5, top + 5)).toEqual([0, 10, 0, 255]);
    expect(at(610 + 5, top + 5)).toEqual([0, 0, 20, 255]);
    for (const letter of ['R', 'G', 'B']) {
      await expect.element(screen.getByText(letter, { exact: true })).toBeVisible();
    }
  });

  it('shows the sum of its planes where they still lie on each other', async () => {
    const small: Picture = { width: 400, height: 200, data: new Uint8ClampedArray(240_000) };
    for (let index = 0; index < 80_000; index++) small.data.set([200, 100, 50], index * 3);
    const { at, props } = await show({ picture: small, view: wholeView(small) });
    await expect.poll(() => at(450, 200)).toEqual([200, 100, 50, 255]);
    props.view = viewBetween(wholeView(small), wholeView(small, 'colour', 1), 0.2);
    // At the left edge there is only red, then green comes to it, in the middle all three.
    await expect.poll(() => at(25, 200)).toEqual([200, 0, 0, 255]);
    expect(at(450, 200)).toEqual([200, 100, 50, 255]);
    expect(at(875, 200)).toEqual([0, 0, 50, 255]);
  });

  it.each([
    { width: 1, height: 1 },
    { width: 1, height: 10_000 },
    { width: 10_000, height: 1 }
  ])('of $width×$height is seen', async ({ width, height }) => {
    const data = new Uint8ClampedArray(width * height * 3).fill(200);
    const { at, name } = await show({ picture: { width, height, data } });
    const beside = () =>
      [449, 450].map((x) => at(x, 200)[3] ?? 0).concat([199, 200].map((y) => at(450, y)[3] ?? 0));
    await expect.poll(() => Math.max(...beside())).toBeGreaterThan(100);
    expect(name()).toBe(`Six, in colour: all ${height} rows and ${width} columns`);
  });

  it('says what it shows, in the reader’s language', async () => {
    locale = 'ko';
    const { name, output } = await show({
      picture: PLACES,
      view: { plane: 'grey', apart: 0, row: 50, column: 100, columns: 45 },
      name: '사진'
    });
    // 22.5 rows and 50.625 columns around the middle of row 51 and column 101.
    await expect
      .poll(name)
      .toBe('사진, 그레이스케일: 전체 100행 가운데 39행부터 62행까지, 전체 200열 가운데 75열부터 126열까지');
    // 0.299 · 50 + 0.587 · 100 + 0.114 · 128 = 88.2
    expect(output()).toBe('51행 101열: 회색 88 (R 50, G 100, B 128)');
  });
});

describe('the keys of the canvas', () => {
  it('zoom, move, and go back to all of the picture', async () => {
    const { canvas, name, props } = await show({ picture: PLACES });
    canvas.focus();
    await userEvent.keyboard('++++++');
    // 1.5⁶ = 11.4 times as large.
    await expect.poll(() => props.own?.columns).toBeCloseTo(200 / 1.5 ** 6, 6);
    const { row, column } = props.own as PictureView;
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(props.own?.column).toBeGreaterThan(column);
    expect(props.own?.row).toBeGreaterThan(row);
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    expect(props.own?.column).toBeCloseTo(column, 6);
    expect(props.own?.row).toBeCloseTo(row, 6);
    await userEvent.keyboard('-');
    expect(props.own?.columns).toBeCloseTo(200 / 1.5 ** 5, 6);
    await userEvent.keyboard('0');
    await expect.poll(name).toBe('Six, in colour: all 100 rows and 200 columns');
  });

  it('keep the arrows from the page, and leave it all others', async () => {
    const { canvas } = await show({ picture: PLACES });
    const press = (key: string, more = {}) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(['ArrowLeft', 'ArrowDown', '+', '0'].map((key) => press(key))).toEqual([true, true, true, true]);
    expect([press('p'), press('Home'), press(' '), press('+', { ctrlKey: true })]).toEqual([
      false,
      false,
      false,
      false
    ]);
  });

  it('have buttons that do the same', async () => {
    const { screen, props } = await show({ picture: PLACES });
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(props.own?.columns).toBeCloseTo(200 / 1.5, 6);
    await userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
    expect(props.own?.columns).toBe(200);
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(props.own?.columns).toBe(200);
  });
});

describe('the hand', () => {
  it('drags the picture with it', async () => {
    const view: PictureView = { plane: 'colour', apart: 0, row: 50, column: 100, columns: 20 };
    const { canvas, props } = await show({ picture: PLACES, view });
    // 40 px a pixel: 80 px to the left and 40 up are two columns and one row further.
    await userEvent.dragAndDrop(canvas, canvas, {
      sourcePosition: { x: 450, y: 200 },
      targetPosition: { x: 370, y: 160 }
    });
    expect(props.own?.column).toBeCloseTo(102, 6);
    expect(props.own?.row).toBeCloseTo(51, 6);
  });

  it('zooms with the wheel to what it points at, and scrolls the page where there is nothing left to zoom', async () => {
    const { canvas, props } = await show({ picture: PLACES });
    const { left, top } = canvas.getBoundingClientRect();
    const wheel = (deltaY: number) => {
      const place = { clientX: left + 250, clientY: top + 100 };
      const event = new WheelEvent('wheel', { deltaY, ...place, bubbles: true, cancelable: true });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel(100)).toBe(false);
    expect(props.own).toBeNull();
    props.view = { plane: 'colour', apart: 0, row: 50, column: 100, columns: 100 };
    await tick();
    for (let notch = 0; notch < 30; notch++) expect(wheel(-100)).toBe(true);
    // 8 px a pixel: the pointer, 200 px left of the middle and 100 above it, is on column 75 and row 37.5.
    const { column = 0, row = 0, columns = 1 } = props.own ?? {};
    const scale = 800 / columns;
    expect(scale).toBeCloseTo(96, 6);
    expect(column + (250 - 450) / scale).toBeCloseTo(75, 6);
    expect(row + (100 - 200) / scale).toBeCloseTo(37.5, 6);
  });

  it('zooms with a double click', async () => {
    const { canvas, props } = await show({ picture: PLACES });
    await userEvent.dblClick(canvas, { position: { x: 450, y: 200 } });
    expect(props.own?.columns).toBeCloseTo(100, 6);
  });

  it('picks the pixel that it clicks, and reads the one that it points at', async () => {
    const { canvas, output, field } = await show({ picture: PLACES });
    await userEvent.click(canvas, { position: { x: 50 + 4 * 30 + 2, y: 4 * 20 + 2 } });
    await expect.poll(output).toBe('Row 21, column 31: R 20, G 30, B 128');
    await expect.element(field('Row')).toHaveValue(21);
    await expect.element(field('Column')).toHaveValue(31);
    await userEvent.hover(canvas, { position: { x: 50 + 4 * 7 + 2, y: 4 * 5 + 2 } });
    await expect.poll(output).toBe('Row 6, column 8: R 5, G 7, B 128');
    await expect.element(field('Row')).toHaveValue(21);
  });
});

describe('the view of whoever drives the scene', () => {
  it('goes before the learner’s own as soon as it changes, and not before', async () => {
    const { props, screen, name } = await show({ picture: PLACES });
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(props.own).not.toBeNull();
    // The same view again, as a page makes it anew when something else changes.
    props.view = wholeView(PLACES);
    await expect.poll(() => props.own).not.toBeNull();
    props.view = wholeView(PLACES, 'grey');
    await expect.poll(() => props.own).toBeNull();
    await expect.poll(name).toBe('Six, in greyscale: all 100 rows and 200 columns');
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    props.picture = SIX;
    await expect.poll(() => props.own).toBeNull();
  });
});

describe('the inspector', () => {
  it('tells the numbers of a pixel by its row and column, and brings it into sight', async () => {
    locale = 'ko';
    const view: PictureView = { plane: 'colour', apart: 0, row: 50, column: 100, columns: 20 };
    const { field, output, props, screen } = await show({ picture: PLACES, view });
    expect(output()).toBe('51행 101열: R 50, G 100, B 128');
    await field('행').fill('3');
    await field('열').fill('5');
    await userEvent.tab();
    await expect.poll(output).toBe('3행 5열: R 2, G 4, B 128');
    expect((props.own?.column ?? 0) - 450 / 40).toBeLessThanOrEqual(4);
    expect(screen.container.ownerDocument.querySelector('output')?.getAttribute('aria-live')).toBe('polite');
  });

  it.each(['0', '101', '2.5', ''])('keeps its place when the row is %j, and says why', async (typed) => {
    const { field, output, say } = await show({ picture: PLACES });
    await field('Row').fill(typed);
    await userEvent.tab();
    expect(say.mock.calls).toEqual([['Row: only whole numbers from 1 to 100 are possible, so 51 stays.']]);
    await expect.element(field('Row')).toHaveValue(51);
    expect(output()).toBe('Row 51, column 101: R 50, G 100, B 128');
  });

  it('follows the place in view, unless a pixel was chosen that is still seen', async () => {
    const view: PictureView = { plane: 'colour', apart: 0, row: 50, column: 100, columns: 20 };
    const { field, output, canvas } = await show({ picture: PLACES, view });
    canvas.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(output).not.toBe('Row 51, column 101: R 50, G 100, B 128');
    await field('Row').fill('50');
    await userEvent.tab();
    await expect.poll(output).toMatch(/^Row 50, /);
    canvas.focus();
    await userEvent.keyboard('00');
    await expect.poll(output).toMatch(/^Row 50, /);
  });

  it('tells the grey value first where grey is shown', async () => {
    const { output } = await show({ view: wholeView(SIX, 'grey') });
    // 0.299 · 250 + 0.587 · 251 + 0.114 · 252 = 250.8
    expect(output()).toBe('Row 2, column 2: grey 251 (R 250, G 251, B 252)');
  });
});

describe('a pinch on the touchpad of a Mac', () => {
  /** As Safari says it: an event with the place of the pointer and how far the fingers are apart by now. */
  function pinch(canvas: HTMLCanvasElement, name: string, scale: number): Event {
    const { left, top } = canvas.getBoundingClientRect();
    const event = new MouseEvent(name, { clientX: left + 450, clientY: top + 200, cancelable: true });
    Object.defineProperty(event, 'scale', { value: scale });
    canvas.dispatchEvent(event);
    return event;
  }

  it('zooms the picture and not the page', async () => {
    const { props, canvas } = await show({ picture: PLACES });
    expect(pinch(canvas, 'gesturestart', 1).defaultPrevented).toBe(true);
    expect(pinch(canvas, 'gesturechange', 2).defaultPrevented).toBe(true);
    await expect.poll(() => props.own?.columns).toBeCloseTo(100, 5);
    // It goes on from there, by as much as the fingers have moved since.
    pinch(canvas, 'gesturechange', 4);
    await expect.poll(() => props.own?.columns).toBeCloseTo(50, 5);
    // A new one begins anew.
    pinch(canvas, 'gesturestart', 1);
    pinch(canvas, 'gesturechange', 0.5);
    await expect.poll(() => props.own?.columns).toBeCloseTo(100, 5);
  });
});

describe('when the worker that draws fails', () => {
  class Failing extends EventTarget {
    constructor() {
      super();
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'it threw' })));
    }
    postMessage() {}
    terminate() {}
  }

  it.each([
    ['en', /This picture cannot be drawn closer here/],
    ['ko', /사진을 더 가까이 그리지 못해/]
  ] as const)(
    'all of the picture stands, and a sentence in sight says so (%s)',
    async (language, sentence) => {
      locale = language;
      vi.stubGlobal('Worker', Failing);
      onTestFinished(() => void vi.unstubAllGlobals());
      const props = { picture: SIX, view: wholeView(SIX), name: 'Six', say: () => undefined };
      const screen = await render(PictureCanvas, { props });
      await expect.element(screen.getByRole('alert')).toHaveTextContent(sentence);
      await expect.element(screen.getByRole('alert')).toBeVisible();
      const canvas = screen.getByRole('img', { name: 'Six' }).element() as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, 3, 2) ?? { data: [] };
      expect([...data].filter((_, index) => index % 4 < 3)).toEqual([...SIX.data]);
      // The numbers of each pixel are still there, as the sentence promises.
      await expect.element(screen.getByRole('spinbutton').first()).toBeVisible();
    }
  );
});

it('what should be known of the numbers stands over the picture', async () => {
  const props = { picture: SIX, view: wholeView(SIX), name: 'Six', caution: 'Beware.', say: () => undefined };
  const screen = await render(PictureCanvas, { props });
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Beware.');
});
