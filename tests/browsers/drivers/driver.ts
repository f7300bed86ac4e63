/** Keys by the names that they have in the browser. */
export type Key =
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'End'
  | 'Enter'
  | 'Escape'
  | 'F2'
  | 'Home'
  | 'PageDown'
  | 'PageUp';

/** A point of the page, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A browser with one page, as far as these tests drive it. */
export interface Driver {
  open(address: string): Promise<void>;
  /** Runs a function in the page. It can use nothing but its arguments, which travel as JSON. */
  run<Arguments extends unknown[], Result>(
    script: (...parameters: Arguments) => Result,
    ...parameters: Arguments
  ): Promise<Result>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a letter while Ctrl is held. */
  control(letter: string): Promise<void>;
  click(at: Point): Promise<void>;
  /** Presses the button of the mouse at one point, and lets it go at another. */
  drag(from: Point, to: Point): Promise<void>;
  /** The window that the page has opened at an address that ends so, as soon as it is there; closing it leaves the browser. */
  opened(path: string): Promise<Driver>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}
