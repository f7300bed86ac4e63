import { Fraction, seededGenerator } from '$lib/engine';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Chance that is the same for the same seed on every machine. */
export class Draw {
  readonly #generator: RandomGenerator;

  /** @param seed a whole number of at most 32 bits */
  constructor(seed: number) {
    this.#generator = seededGenerator('question', seed);
  }

  /** A whole number from the least to the most, both included. */
  whole(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.whole(0, items.length - 1)] as Item;
  }

  /** A matrix of whole numbers. */
  matrix(rows: number, columns: number, least: number, most: number): number[][] {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => this.whole(least, most)));
  }

  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.whole(0, index);
      [result[index], result[other]] = [result[other] as Item, result[index] as Item];
    }
    return result;
  }
}

/** Whole numbers as an answer. */
export const wholes = (...values: number[]): Fraction[] => values.map((value) => new Fraction(value));
