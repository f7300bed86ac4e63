import { keptSize } from './limits';

/** An SVG says so in its type or, without one, near its beginning. */
export async function isSvg(file: Blob): Promise<boolean> {
  if (file.type !== '') return file.type === 'image/svg+xml';
  return /^\s*(?:<\?xml[^]*|<!--[^]*|<!DOCTYPE svg[^]*)?<svg\b/i.test(await file.slice(0, 4096).text());
}

/** The size of a drawing that does not name one. */
const OWN_SIZE = 512;

/**
 * Draws an SVG, which no worker can. As the source of an image it runs no script and fetches nothing, whatever
 * is written in it.
 *
 * @returns null where the browser cannot draw it
 */
export async function drawSvg(file: Blob): Promise<ImageBitmap | null> {
  const image = new Image();
  image.src = await dataAddress(file);
  try {
    await image.decode();
  } catch {
    return null;
  }
  const { width, height } = keptSize({
    width: image.naturalWidth || OWN_SIZE,
    height: image.naturalHeight || OWN_SIZE
  });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return createImageBitmap(canvas);
}

/** The file as an address: the site's policy lets images come from such ones, and from nowhere else. */
function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(`${reader.result}`));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
    reader.readAsDataURL(new Blob([file], { type: 'image/svg+xml' }));
  });
}
