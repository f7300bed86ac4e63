import * as m from '$lib/paraglide/messages';
import type { SetProblem } from '../sets/address';

/** What is wrong with the address of a set, as a sentence, and what is done instead. */
export function problemText(problem: SetProblem): string {
  switch (problem.code) {
    case 'no-kinds':
      return m.teach_problem_no_kinds();
    case 'unknown-kinds': {
      const more = problem.count > problem.texts.length ? ', …' : '';
      return m.teach_problem_unknown({ count: problem.count, names: problem.texts.join(', ') + more });
    }
    case 'level':
      return m.teach_problem_level(problem);
    case 'number':
      return m.teach_problem_number(problem);
    case 'seed':
      return m.teach_problem_seed(problem);
    case 'minutes':
      return problem.used === null
        ? m.teach_problem_no_minutes(problem)
        : m.teach_problem_minutes({ text: problem.text, used: problem.used });
    case 'option':
      return m.teach_problem_option(problem);
  }
}
