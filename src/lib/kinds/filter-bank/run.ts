import type { FiltersRun } from '../shared/filters-run';
import type { BankSettings } from './settings';

/** Several filters over an input of several channels, one after the other. */
export interface BankRun extends FiltersRun {
  readonly settings: BankSettings;
  /** What is learned. */
  readonly weights: number;
}
