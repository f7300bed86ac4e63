// Which pages show the words of a source. A page that shows Hangul has a font file of its own for the syllables that are
// not in the file of all pages: so it does not grow with the lessons that others add.
import { lessonPlans, lessonWords, quotedWords } from './lessons.mjs';
import { readSource, sourceFiles, withEscapes } from './sources.mjs';

/** On every page, or on every lesson's. */
export const INTERFACE = 'interface';
/** In what opens when somebody asks for it, and in what is said of a mistake. */
export const DIALOGS = 'dialogs';
/** In scenes with a picture. */
const PICTURES = 'pictures';
/** Hints, solutions and what is said of a wrong answer. */
const ANSWERS = 'answers';

/** @param {string} slug */
const lessonPlace = (slug) => `lesson-${slug}`;
/** @param {string} place */
export const isLesson = (place) => place.startsWith('lesson-');

/** Where a message is shown, by what its key begins with; all others belong to the interface. */
const MESSAGES = [
  { place: 'home', keys: /^(?:home|progress|import|set_aside|continue)_|^glossary_home|^practice_due/ },
  { place: 'glossary', keys: /^glossary_/ },
  { place: 'practice', keys: /^practice_/ },
  { place: 'teacher', keys: /^(?:teach|sheet)_/ },
  { place: 'present', keys: /^present_(?!open|key|print|ask|no_)/ },
  { place: PICTURES, keys: /^picture_(?!problem|note)/ },
  {
    place: DIALOGS,
    keys: new RegExp(
      '^(?:paste_(?!matrix)|picture_|present_(?!open)|search_|wrong_|code_(?!view)|link_|help|key_|number_|answer_' +
        '|prediction_(?!watch)|goal_reached|last_lesson|error_|not_found|no_script|part_missing|cancel|dismiss|close)'
    )
  }
];

/** The same for sources, by where they lie. Worksheets show questions; practice has nothing of what only teachers see. */
const FOLDERS = [
  { places: [DIALOGS], paths: /^src\/lib\/search\// },
  { places: ['glossary'], paths: /^lessons\/glossary\./ },
  { places: ['home'], paths: /^lessons\/[^/]+$/ },
  { places: ['teacher'], paths: /^src\/(?:lib|routes\/[^/]+)\/practice\/(?:teacher|sets|worksheet)\// },
  { places: ['practice', 'teacher'], paths: /^src\/(?:lib|routes\/[^/]+)\/practice\// }
];

/** What belongs to lessons, and is read there. */
const OF_LESSONS = /^lessons\/[^/]+\/|^src\/lib\/kinds\/(?!shared\/)[^/]+\//;
const OF_EXERCISES = /^src\/lib\/practice\/kinds\/[^/]+\/ko\.json$/;

/**
 * The messages of a file, and which of them a kind of exercise keeps back until somebody has answered or asks for help:
 * whole sentences, except those of the question.
 * @param {string} file
 * @returns {{ key: string, text: string, comesLater: boolean }[]}
 */
function messagesOf(file) {
  return Object.entries(JSON.parse(readSource(file))).map(([key, message]) => {
    const text = JSON.stringify(message);
    return { key, text, comesLater: /\.["\]}]*$/.test(text) && !key.includes('_ask') };
  });
}

/**
 * The words of each place: of the interface, of the dialogs, and of each page that has a font file of its own.
 * @returns {Map<string, string>}
 */
export function wordsByPlace() {
  /** @type {Map<string, string>} */
  const words = new Map();
  const add = (/** @type {string} */ place, /** @type {string} */ text) =>
    words.set(place, (words.get(place) ?? '') + withEscapes(text));

  for (const file of sourceFiles().filter((one) => !OF_LESSONS.test(one))) {
    const { places = [INTERFACE] } = FOLDERS.find(({ paths }) => paths.test(file)) ?? {};
    if (file.startsWith('messages/')) {
      for (const { key, text } of messagesOf(file)) {
        add(MESSAGES.find(({ keys }) => keys.test(key))?.place ?? INTERFACE, text);
      }
    } else if (OF_EXERCISES.test(file)) {
      for (const { text, comesLater } of messagesOf(file)) {
        for (const place of comesLater ? [ANSWERS] : places) add(place, text);
      }
    } else for (const place of places) add(place, readSource(file));
  }

  const plans = lessonPlans();
  for (const plan of plans) add(lessonPlace(plan.slug), lessonWords(plans, plan, words.get(PICTURES) ?? ''));
  words.delete(PICTURES);
  const { titles, summaries, scenes } = quotedWords(plans);
  add('home', summaries);
  for (const place of ['practice', 'teacher']) add(place, titles);
  add('glossary', scenes);
  return words;
}
