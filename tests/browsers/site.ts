import { expect } from 'vitest';
import type { Driver, Key, Point } from './drivers/driver';

/** How long the page may take to do what is expected of it, in milliseconds. */
const PATIENCE = 8_000;

/** A cell that can be changed. */
export const EDITABLE = '[role=grid]:not([aria-readonly]) [role=gridcell][tabindex="0"]';

/** The site in a browser, as a learner uses it. */
export class Site {
  readonly driver: Driver;
  readonly #origin = process.env.STRIDE_URL ?? 'http://localhost:4173';

  constructor(driver: Driver) {
    this.driver = driver;
  }

  /** Opens a page and gathers what goes wrong on it from then on. */
  async visit(path: string): Promise<void> {
    await this.driver.open(`${this.#origin}/${path}`);
    await this.driver.run(() => {
      const faults: string[] = [];
      addEventListener('error', (event) => faults.push(`${event.message}`));
      addEventListener('unhandledrejection', (event) => faults.push(`${event.reason}`));
      addEventListener('securitypolicyviolation', (event) => faults.push(event.blockedURI));
      (window as { faults?: string[] }).faults = faults;
    });
  }

  /** Opens a page and waits until it listens. */
  async open(path: string): Promise<void> {
    await this.visit(path);
    await this.awake(path);
  }

  /** Waits until a page listens to keys, and a lesson shows what its address says. */
  async awake(path: string): Promise<void> {
    if (path.includes('present/')) {
      await this.until(`${path} to be projected`, () => document.querySelector('[data-canvas]') !== null);
      return;
    }
    await this.until(`${path} to wake up`, () => document.querySelector('[aria-keyshortcuts="/"]') !== null);
    if (!path.includes('lessons/')) return;
    // The link to the other language carries the state as soon as there is one.
    await this.until(
      `${path} to read its address`,
      () => document.querySelector('header a[hreflang]')?.getAttribute('href')?.includes('?scene=') === true
    );
  }

  /** What went wrong on the page since it was opened. */
  faults(): Promise<string[]> {
    // The page at the root leads on to a language, where nothing is gathered.
    return this.driver.run(() => (window as { faults?: string[] }).faults ?? []);
  }

  /** Waits until the page is as expected. */
  async until<Arguments extends unknown[]>(
    what: string,
    holds: (...parameters: Arguments) => boolean,
    ...parameters: Arguments
  ): Promise<void> {
    await expect
      .poll(() => this.driver.run(holds, ...parameters), { timeout: PATIENCE, interval: 30, message: what })
      .toBe(true);
  }

  async press(...keys: Key[]): Promise<void> {
    for (const key of keys) await this.driver.press(key);
  }

  /** Puts the focus on the first element that a selector names; false where there is none. */
  focus(selector: string): Promise<boolean> {
    return this.driver.run((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.focus();
      return element !== null;
    }, selector);
  }

  /** Clicks in the middle of the first element that a selector names. */
  async click(selector: string): Promise<void> {
    const at = await this.driver.run((wanted): Point | null => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center' });
      const box = element?.getBoundingClientRect();
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    }, selector);
    if (!at) throw new Error(`there is no ${selector}`);
    await this.driver.click(at);
  }

  /** Waits until the navigation names a scene as the present one. */
  async expectScene(id: string): Promise<void> {
    await this.until(
      `scene ${id}`,
      (scene) => document.querySelector(`a[aria-current][href*="scene=${scene}&"]`) !== null,
      id
    );
  }

  /** The step and the last step of the scene. */
  async step(): Promise<{ step: number; last: number }> {
    return this.driver.run(() => {
      const slider = document.querySelector<HTMLInputElement>('.scrubber input');
      return { step: Number(slider?.value), last: Number(slider?.max) };
    });
  }

  async expectStep(step: number): Promise<void> {
    await this.until(
      `step ${step}`,
      (wanted) => document.querySelector<HTMLInputElement>('.scrubber input')?.value === `${wanted}`,
      step
    );
  }
}
