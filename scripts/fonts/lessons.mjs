// The words of the lessons' pages: those in a lesson's own folder, and those that it takes from elsewhere.
import { readSource, sourceFiles } from './sources.mjs';

/**
 * @typedef {object} Plan what the font makers need of a lesson's plan
 * @property {string} slug
 * @property {number} number
 * @property {string} folder from the top folder on, with a slash behind it
 * @property {string[]} kinds of its scenes
 * @property {string[]} exercises by their names
 */

/**
 * The lessons in the order of the course.
 * @returns {Plan[]}
 */
export function lessonPlans() {
  const files = sourceFiles().filter((file) => /^lessons\/[^/]+\/lesson\.ts$/.test(file));
  return files.map(readPlan).sort((a, b) => a.number - b.number);
}

/** @param {string} file */
function readPlan(file) {
  const text = readSource(file);
  const named = (/** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const [exercises = ''] = named(/\bexercises: \[([^\]]*)\]/g);
  return {
    slug: named(/\bslug: '([^']+)'/g)[0] ?? '',
    number: Number(named(/\bnumber: (\d+)/g)[0]),
    folder: file.slice(0, file.lastIndexOf('/') + 1),
    kinds: [...new Set(named(/\bkind: '([^']+)'/g))],
    exercises: [...exercises.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)
  };
}

/**
 * What stands at the head of a lesson's text: its title and what it says of itself in a sentence.
 * @param {Plan} plan
 */
const frontMatter = ({ folder }) => /^---\n([^]*?)\n---\n/.exec(readSource(`${folder}ko.md`))?.[1] ?? '';

/** @param {Plan} plan */
const title = (plan) => /^title: .*$/m.exec(frontMatter(plan))?.[0] ?? '';

/**
 * What other pages show of the lessons.
 * @param {Plan[]} plans
 */
export function quotedWords(plans) {
  return {
    titles: plans.map(title).join(''),
    summaries: plans.map(frontMatter).join(''),
    scenes: plans.flatMap(({ folder }) => readSource(`${folder}ko.md`).match(/^# .*$/gm) ?? []).join('')
  };
}

/**
 * The words that a lesson's page shows: its own, those of its kinds of scene, what its ending names, and the way to the
 * lessons on both sides.
 * @param {Plan[]} plans
 * @param {Plan} plan one of them
 * @param {string} aboutPictures what scenes with a picture say
 */
export function lessonWords(plans, plan, aboutPictures) {
  const at = plans.indexOf(plan);
  const [before, next] = [plans[at - 1], plans[at + 1]];
  const files = sourceFiles();
  const ofKinds = new RegExp(`^src/lib/kinds/(?:${plan.kinds.join('|')})/`);
  const own = files.filter((file) => file.startsWith(plan.folder)).map(readSource);
  const kinds = files.filter((file) => ofKinds.test(file)).map(readSource);
  const exercises = plan.exercises.flatMap(
    (name) => readSource(`src/lib/practice/kinds/${name}/ko.json`).match(/^.*_title".*$/gm) ?? []
  );
  return [
    ...[...own, ...kinds, ...exercises, before ? title(before) : '', next ? frontMatter(next) : ''],
    kinds.some((text) => /picture/i.test(text)) ? aboutPictures : ''
  ].join('');
}
