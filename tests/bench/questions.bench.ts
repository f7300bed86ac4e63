// How long it takes to make questions with their wrong answers: output sizes, at every level.
import { LEVELS, type Question } from '$lib/exercise';
import { questionOf } from '$lib/practice/exercises';
import { median, report } from './figures.mjs';

const QUESTIONS = 10_000;
const BUDGET = 2_000;
const RUNS = 5;

/** A run's questions; each run has seeds of its own. */
function questionsOf(run: number): Question[] {
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const level = LEVELS[index % LEVELS.length] ?? 1;
    return questionOf('output-size', level, run * QUESTIONS + index);
  });
}

let wrongAnswers = 0;
const times = Array.from({ length: RUNS }, (_, run) => {
  const begin = performance.now();
  const questions = questionsOf(run);
  const time = performance.now() - begin;
  wrongAnswers += questions.reduce((sum, { targets }) => sum + targets.length, 0);
  return time;
});

const each = (wrongAnswers / (RUNS * QUESTIONS)).toFixed(1);
console.log(`${QUESTIONS} output-size questions, each with its wrong answers (${each} on average), in Node:`);
report('the first run', times[0] ?? Number.NaN, BUDGET, 'ms');
report(`median of ${RUNS} runs`, median(times), BUDGET, 'ms');
