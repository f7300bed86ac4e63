import type { Page } from '@playwright/test';
import type { Language, Lesson } from '../lesson';
import { stepFaults, type Measures } from './step-faults';

/** What a page shows of one moment. */
export interface Moment {
  readonly scene: string;
  readonly position: string;
  readonly asked: boolean;
  readonly equations: readonly string[];
}

/** What was seen on a walk, press by press. */
export interface Seen {
  readonly moments: readonly Moment[];
  /** The words of the page, where they are read. */
  readonly read: readonly string[];
  readonly faults: readonly Fault[];
}

/** Something that was wrong in a scene, and where it was seen first. */
interface Fault {
  readonly scene: string;
  readonly position: string;
  readonly fault: string;
}

interface Walk {
  readonly by: 'forward' | 'back';
  /** Where each press leads, as the scrubber says it; the first one is where the page stands. */
  readonly positions: readonly string[];
  /** Null where only what is shown matters. */
  readonly measures: Measures | null;
  /** Whether the words of the page are read. */
  readonly reads?: boolean;
  /** Whether a translator puts its elements around all words after each step. */
  readonly translates?: boolean;
}

const SENTENCE: Readonly<Record<Language, string>> = { en: 'This step', ko: '이 단계' };

/** Digits of cells and equations, and other words with digits, in pixels. */
export const measuresIn = (language: Language, isPhone: boolean): Measures => ({
  sentence: SENTENCE[language],
  isPhone,
  digits: 14,
  words: 12
});

/** What the walk needs in the page, in every page that is opened from now on. */
export async function prepareWalks(page: Page): Promise<void> {
  await page.addInitScript(`Object.assign(window, { stepFaults: ${stepFaults.toString()} })`);
}

/**
 * Presses a button of the bar again and again, and tells what is shown after each press, and what is wrong with it. At a
 * step that opens a question the scrubber shows the same step without it as well, so that it is asked on every walk.
 */
export async function walk({ page, words }: Lesson, { by, ...rest }: Walk): Promise<Seen> {
  return page.evaluate(
    async ({ button, positions, measures, reads, translates }) => {
      const measure = Reflect.get(window, 'stepFaults') as typeof stepFaults;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const painted = async () => {
        await frame();
        await frame();
      };
      const shown = () => new Promise((resolve) => setTimeout(resolve));
      const scrubber = () =>
        document.querySelector<HTMLInputElement>('input[type=range][aria-valuetext*="/"]');
      const asked = () => document.querySelector('form input') !== null;
      const textOf = (element: Element) => element.textContent ?? '';
      const main = () => (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');

      async function arrive(position: string): Promise<void> {
        await shown();
        // A page that does not move on is told apart by what it shows. A photograph stands there as an image until it
        // is read.
        const isThere = () =>
          scrubber()?.ariaValueText === position && document.querySelector('main img') === null;
        for (let frames = 0; frames < 300 && !isThere(); frames++) await frame();
      }

      /** Where the parts of the stage are, by their names. */
      const places = () =>
        [...document.querySelectorAll('.area, [role=grid], .box')].flatMap((part) => {
          // Filters that share a place take turns in it.
          if (!part.checkVisibility({ visibilityProperty: true })) return [];
          const { x, y, width, height } = part.getBoundingClientRect();
          // What does not fit into its area scrolls there, to where the step is.
          const { scrollLeft = 0, scrollTop = 0 } = part.parentElement?.closest('.area') ?? {};
          const name = part.getAttribute('aria-label') ?? part.classList[0] ?? '';
          return [{ name, place: [x + scrollLeft, y + scrollTop, width, height].join(', ') }];
        });

      let here = '';
      let stood: string[] = [];
      const faults = new Map<string, { scene: string; position: string; fault: string }>();
      async function look(scene: string, position: string): Promise<void> {
        if (scene !== here) {
          await painted();
          here = scene;
          stood = places().map(({ place }) => place);
        }
        const wrong = () => [
          ...places().flatMap(({ name, place }) =>
            stood.includes(place) ? [] : [`${name} has moved to ${place}`]
          ),
          ...(measures ? measure(measures) : [])
        ];
        // What is wrong at once may only wait for the next frame; what is right at once need not be painted.
        if (wrong().length > 0) await painted();
        else return;
        for (const fault of wrong()) {
          const key = `${scene}: ${fault}`;
          if (!faults.has(key)) faults.set(key, { scene, position, fault });
        }
      }

      /** Puts the words that are not yet in such elements into two `<font>` elements, as the translator of Chrome does. */
      function translate(): void {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { parentElement } = node;
          const isOurs = !parentElement || parentElement.closest('font, script, style, noscript, textarea');
          if (node instanceof Text && node.data.trim() && !isOurs) texts.push(node);
        }
        for (const text of texts) {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.append(text.data);
          outer.append(inner);
          text.replaceWith(outer);
        }
      }

      const moments: { scene: string; position: string; asked: boolean; equations: string[] }[] = [];
      const read: string[] = [];
      for (const [index, wanted] of positions.entries()) {
        if (index > 0) document.querySelector<HTMLElement>(`button[aria-label="${button}"]`)?.click();
        await arrive(wanted);
        const title = document.querySelector('main .kick')?.textContent?.split(' · ').at(-1)?.trim() ?? '';
        const position = scrubber()?.ariaValueText ?? '';
        const isAsked = asked();
        const equations = [...document.querySelectorAll('[role=math]')].map(textOf);
        moments.push({ scene: title, position, asked: isAsked, equations });
        if (reads) {
          // After the last step comes the ending, whose exercises are fetched: it is read when nothing is added any more.
          for (let still = 0, before = main(); index === positions.length - 1 && still < 30; still++) {
            await frame();
            const now = main();
            if (now !== before) [still, before] = [0, now];
          }
          read.push(main());
        }
        if (translates) translate();
        else await look(title, position);
        const slider = scrubber();
        if (isAsked && slider) {
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          await arrive(wanted);
          if (translates) translate();
          else await look(title, position);
        }
      }
      return { moments, read, faults: [...faults.values()] };
    },
    { button: words[by], reads: false, translates: false, ...rest }
  );
}
