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

/** The paper, where the page does not choose it itself; the margin in points. */
interface Paper {
  readonly format: 'A4';
  readonly landscape?: boolean;
  readonly margin: number;
}

function optionsOf({ margin, ...paper }: Paper) {
  const inches = `${margin / 72}in`;
  return { ...paper, margin: { top: inches, right: inches, bottom: inches, left: inches } };
}

/** What the browser prints of a page, sheet by sheet. */
export async function print(page: Page, paper?: Paper): Promise<PrintedPage[]> {
  // A browser without a window tells a page nothing when it prints.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const file = await page.pdf(paper ? optionsOf(paper) : { preferCSSPageSize: true });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
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
