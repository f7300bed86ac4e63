/**
 * Practice: questions that check themselves. A kind of exercise is a folder of `kinds/`: the arithmetic (`exercise`, pure),
 * and what is said and shown of it (`index`, with its own words). This is the lazy door: a page fetches the kinds whose
 * questions it asks. The tables are made from the folders (scripts/doors.mjs). `ask/` is one question on a page,
 * `session/` which one comes next, `records/` what is kept of the answers, `sets/` what a teacher gives out and gets back,
 * `teacher/` the pages for that.
 */
import { QUESTIONS } from './doors/questions';
import type { ExerciseName } from './names';
import type { QuestionKind } from './question-kind';

export { questionOf } from './exercises';
export { EXERCISE_NAMES, isExercise } from './names';
export type { ExerciseName, ExerciseTitle } from './names';
export type { AskedScene, Given, QuestionKind } from './question-kind';
export { ask } from './ask/asking.svelte';
export { default as Givens } from './ask/Givens.svelte';
export { answerText, choiceTexts, ruleText } from './ask/words';
export { mergeRecords } from './records/record';
export type { AnswerRecord } from './records/record';
export { answersCsv, answersJson, readAnswersFile } from './records/records-file';
export type { AnswersProblem } from './records/records-file';
export { forgetAnswers, keepAnswers, loadAnswers, onAnswersChanged } from './records/store';
export type { KeepProblem } from './records/store';
export { keepSession, keptSession } from './session/kept';
export { writeSessionLink } from './session/link';
export { dueItems, openLink } from './session/opening';
export type { KindLevel, SessionPlan } from './session/plan';
export { reviews } from './session/review';
export { someSeed } from './session/seed';
export { kindStanding } from './session/standing';
export type { KindStanding } from './session/standing';
export { misconceptions } from './records/misconceptions';
export type { Misconception } from './records/misconceptions';
export { Session, type SessionState } from './session/session.svelte';
export { default as SessionView } from './session/SessionView.svelte';
export { linkProblemTexts, keepProblemText } from './session/words';
export { readSet, setQuery } from './sets/address';
export type { SetProblem, SetReading } from './sets/address';
export { beginQuery, readBegun } from './sets/begin';
export type { QuestionResult } from './sets/result-code';
export type { PracticeSet } from './sets/set';
export { default as ResultCode } from './teacher/ResultCode.svelte';
export { default as SetBuilder } from './teacher/SetBuilder.svelte';
export { default as SetChoice } from './teacher/SetChoice.svelte';
export { default as SetEntry } from './teacher/SetEntry.svelte';
export { readSheetOptions, sheetQuery } from './teacher/sheet-options';
export type { SheetOptions } from './teacher/sheet-options';
export { default as WorksheetMaker } from './teacher/WorksheetMaker.svelte';

/** Fetches the words and pictures of a kind. */
export function loadQuestionKind(name: ExerciseName): Promise<QuestionKind> {
  return QUESTIONS[name]();
}

/** Fetches what plays a worked solution, or what a wrong rule does. */
export const loadSolutionStage = () => import('./ask/SolutionStage.svelte');

/** Fetches what asks the questions of a set: who is at its cover has not begun. */
export const loadSetRun = () => import('./teacher/SetRun.svelte');

/** Fetches what reads the results of a class, and asks each question anew for it. */
export const loadClassResults = () => import('./teacher/ClassResults.svelte');
