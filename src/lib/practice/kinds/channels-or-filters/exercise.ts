import {
  BANK_ROLE_RULES,
  wholes,
  type Answer,
  type BankCount,
  type ExerciseKind,
  type WrongRule
} from '$lib/exercise';

/** A layer of which something is counted, and the counts to choose from. */
export interface RolesParameters extends BankCount {
  /** Cells along one side of the input. */
  readonly side: number;
  /** Cells along one side of a filter. */
  readonly kernel: number;
  readonly choices: readonly number[];
}

/** How many there are. */
function rightCount({ counted, channels, filters }: BankCount): number {
  if (counted === 'planes') return channels * filters;
  return counted === 'filter-channels' ? channels : filters;
}

/** The count as a choice among those that are offered. */
const choiceOf = (parameters: RolesParameters, count: number) => wholes(parameters.choices.indexOf(count));

/** A rule that comes to a count, as a choice. */
function choosing(rule: WrongRule<BankCount>): (parameters: RolesParameters) => readonly Answer[] {
  return (parameters) => rule(parameters).map((count) => choiceOf(parameters, count.valueOf()));
}

/** Which number goes with which: channels of the input and of a filter, filters, maps and biases. */
export const exercise = {
  draw(draw, level) {
    const channels = level === 1 ? 3 : draw.whole(2, 4);
    const filters = draw.whole(2, level === 1 ? 6 : 12);
    if (channels === filters) return null;
    const counted = draw.pick(
      level === 1
        ? (['maps', 'filter-channels'] as const)
        : level === 2
          ? (['filters', 'biases', 'maps', 'filter-channels'] as const)
          : (['planes', 'biases', 'filter-channels', 'maps'] as const)
    );
    const side = draw.whole(8, 32);
    const choices = draw.shuffled([1, channels, filters, channels * filters]);
    return { counted, channels, filters, side, kernel: draw.pick([3, 5]), choices };
  },
  form: ({ choices }) => ({ form: 'choice', count: choices.length }),
  answer: (parameters) => choiceOf(parameters, rightCount(parameters)),
  wrong: {
    'channels-as-filters': choosing(BANK_ROLE_RULES['channels-as-filters']),
    'not-summed': choosing(BANK_ROLE_RULES['not-summed']),
    'flat-filter': choosing(BANK_ROLE_RULES['flat-filter']),
    'one-for-all': choosing(BANK_ROLE_RULES['one-for-all'])
  }
} satisfies ExerciseKind<RolesParameters>;
