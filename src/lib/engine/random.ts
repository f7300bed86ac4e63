import { mersenne } from 'pure-rand/generator/mersenne';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { SettingError } from './errors.ts';

/**
 * A generator of random numbers that is the same for the same seed on every machine: the Mersenne Twister MT19937
 * (Matsumoto and Nishimura, 1998), as C++ and NumPy have it. Its seeding stirs thoroughly, so that the seeds 1, 2, 3
 * of readers give unlike numbers from the first; pure-rand's xoroshiro128+ begins with numbers that are almost the seed
 * itself.
 *
 * @throws {SettingError} when the seed is not a whole number of at most 32 bits, all that the generator takes
 */
export function seededGenerator(operation: string, seed: number): RandomGenerator {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw new SettingError(`${operation}: the seed must be a whole number of at most 32 bits, not ${seed}`);
  }
  return mersenne(seed);
}
