import type { DigitMaster } from './digits';

const SIZE = 96;

/**
 * Draws the ten digits once, large, in the font of the page, which only the page has. Each stands in the middle of
 * a place as wide as the widest one.
 */
export function drawDigitMaster(family: string): DigitMaster | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const font = `600 ${SIZE}px ${family}`;
  context.font = font;
  const measures = Array.from({ length: 10 }, (_, digit) => context.measureText(`${digit}`));
  const width = Math.ceil(Math.max(...measures.map((measure) => measure.width)));
  const height = Math.ceil(Math.max(...measures.map((measure) => measure.actualBoundingBoxAscent)));
  canvas.width = width * 10;
  canvas.height = height;
  context.font = font;
  context.textAlign = 'center';
  for (let digit = 0; digit < 10; digit++) context.fillText(`${digit}`, (digit + 0.5) * width, height);
  const coverage = Array.from({ length: 10 }, (_, digit) => {
    const { data } = context.getImageData(digit * width, 0, width, height);
    return data.filter((_, index) => index % 4 === 3);
  });
  return { size: SIZE, width, height, coverage };
}
