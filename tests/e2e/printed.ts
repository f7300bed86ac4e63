import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** A piece of text on paper; sizes in points, counted from the lower left corner. */
export interface PrintedText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
}

/** What the browser prints of a page, sheet by sheet. */
export async function print(page: Page): Promise<PrintedPage[]> {
  const file = await page.pdf({ preferCSSPageSize: true });
  const printed = await getDocumentProxy(new Uint8Array(file));
  const pages = Array.from({ length: printed.numPages }, async (_, index) => {
    const sheet = await printed.getPage(index + 1);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const texts = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str.trim(),
              size: Math.hypot(item.transform[2], item.transform[3]),
              left: item.transform[4],
              right: item.transform[4] + item.width,
              bottom: item.transform[5]
            }
          ]
        : []
    );
    return { width, height, texts };
  });
  return Promise.all(pages);
}
