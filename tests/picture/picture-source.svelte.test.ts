import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { PictureSource, type Picture } from '$lib/picture';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { encoded, stripes } from './files';

let red: Blob;
let blue: Blob;

beforeAll(async () => {
  red = await encoded(2, 3, stripes('rgb(200 0 0)'), 'image/png');
  blue = await encoded(1, 1, stripes('rgb(0 0 200)'), 'image/png');
});

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

const file = (blob: Blob, name: string) => new File([blob], name, { type: blob.type });

async function show() {
  const say = vi.fn<(sentence: string) => void>();
  const props = $state<{ picture: Picture | null; say: typeof say }>({ picture: null, say });
  const screen = await render(PictureSource, { props });
  const first = () => [...(props.picture?.data.slice(0, 3) ?? [])];
  const told = () => say.mock.lastCall?.[0];
  return { screen, props, first, told, say };
}

function transferOf(...content: (File | string)[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const one of content) {
    if (typeof one === 'string') transfer.items.add(one, 'text/plain');
    else transfer.items.add(one);
  }
  return transfer;
}

function fire(event: Event, target: EventTarget = document.body): boolean {
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

const drag = (type: string, dataTransfer: DataTransfer) =>
  new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
const paste = (clipboardData: DataTransfer) =>
  new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });

describe('a learner’s picture', () => {
  it('stays on the device, and the page says so', async () => {
    const { screen } = await show();
    await expect.element(screen.getByText('Pictures never leave this device.')).toBeVisible();
    const before = performance.getEntriesByType('resource').length;
    fire(drag('drop', transferOf(file(red, 'red.png'))));
    await expect.element(screen.getByText('Your picture is shown: 2×3 pixels.')).toBeVisible();
    const sent = performance.getEntriesByType('resource').slice(before) as PerformanceResourceTiming[];
    expect(
      sent.filter(({ initiatorType }) => ['fetch', 'xmlhttprequest', 'beacon'].includes(initiatorType))
    ).toEqual([]);
  });

  it('is chosen as a file', async () => {
    const { screen, first, told } = await show();
    const input = screen.container.querySelector('input[type=file]') as HTMLInputElement;
    const opened = vi.spyOn(input, 'click').mockImplementation(() => undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Choose a picture' }));
    expect(opened).toHaveBeenCalledOnce();
    expect(input.accept).toBe('image/*');
    input.files = transferOf(file(red, 'red.png')).files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await expect.poll(first).toEqual([200, 0, 0]);
    expect(told()).toBe('Your picture is shown: 2×3 pixels.');
  });

  it('is pasted', async () => {
    const { first } = await show();
    expect(fire(paste(transferOf(file(red, 'image.png'))))).toBe(true);
    await expect.poll(first).toEqual([200, 0, 0]);
  });

  it('is one of two hundred files that are dropped, and the others are counted', async () => {
    const { first, told } = await show();
    const files = Array.from({ length: 200 }, (_, index) => file(index === 0 ? red : blue, `${index}.png`));
    expect(fire(drag('drop', transferOf(...files)))).toBe(true);
    await expect.poll(first).toEqual([200, 0, 0]);
    expect(told()).toBe(
      'Your picture is shown: 2×3 pixels. One picture at a time: 199 other files were left out.'
    );
  });

  it('has a place that shows while something is dragged', async () => {
    const { screen } = await show();
    const place = screen.getByText('Drop the picture here');
    expect(place.elements()).toEqual([]);
    expect(fire(drag('dragover', transferOf(file(red, 'red.png'))))).toBe(true);
    await expect.element(place).toBeVisible();
    fire(drag('dragleave', transferOf()));
    await expect.poll(() => place.elements()).toEqual([]);
  });

  it('is the last one that was wished for', async () => {
    const large = await encoded(3000, 3000, stripes('rgb(0 200 0)'), 'image/png');
    const { first, say } = await show();
    fire(drag('drop', transferOf(file(large, 'large.png'))));
    fire(drag('drop', transferOf(file(red, 'red.png'))));
    await expect.poll(first).toEqual([200, 0, 0]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(first()).toEqual([200, 0, 0]);
    expect(say.mock.calls.map(([sentence]) => sentence)).toEqual([
      'Reading the picture…',
      'Reading the picture…',
      'Your picture is shown: 2×3 pixels.'
    ]);
  });
});

describe('what is no picture', () => {
  it('leaves the last good one where it is, and says why', async () => {
    const { screen, first } = await show();
    fire(drag('drop', transferOf(file(red, 'red.png'))));
    await expect.poll(first).toEqual([200, 0, 0]);
    fire(drag('drop', transferOf(new File(['Not a picture.'], 'notes.png', { type: 'image/png' }))));
    await expect
      .element(screen.getByText(/^That file could not be read as a picture, so nothing was changed\./))
      .toBeVisible();
    expect(first()).toEqual([200, 0, 0]);
  });

  it('is not fetched when it is text or a link', async () => {
    const { told, props } = await show();
    expect(fire(drag('drop', transferOf('https://example.org/cat.png')))).toBe(true);
    expect(told()).toMatch(
      /^There is no picture in it, so nothing was changed\. Text and links are not fetched/
    );
    expect(fire(paste(transferOf('some text')))).toBe(true);
    expect(props.picture).toBeNull();
  });

  it('stays with the field that it is dropped on or pasted into', async () => {
    const { say } = await show();
    const field = document.createElement('input');
    document.body.append(field);
    expect(fire(drag('drop', transferOf('text')), field)).toBe(false);
    expect(fire(drag('dragover', transferOf('text')), field)).toBe(false);
    expect(fire(paste(transferOf('text')), field)).toBe(false);
    expect(say).not.toHaveBeenCalled();
    field.remove();
  });
});
