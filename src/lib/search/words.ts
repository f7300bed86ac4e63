import { disassemble } from 'es-hangul';

/** Korean particles and endings that a noun may carry, the longest first. */
const PARTICLES = [
  ...['이라는', '에서는', '으로는', '입니다'],
  ...[
    '이다',
    '이란',
    '라는',
    '에서',
    '에게',
    '에는',
    '으로',
    '로는',
    '까지',
    '부터',
    '처럼',
    '보다',
    '마다',
    '이나'
  ],
  ...['은', '는', '이', '가', '을', '를', '의', '에', '로', '와', '과', '도', '만', '란']
];
/** These are no part of a word even after a single syllable, as in 창을. */
const PLAIN_PARTICLES = new Set(['을', '를', '에서', '으로', '까지', '부터']);

const WORD = /\p{Script=Hangul}+|(?:(?!\p{Script=Hangul})[\p{L}\p{N}])+/gu;
const HANGUL = /\p{Script=Hangul}/u;
const ONLY_CONSONANTS = /^[ㄱ-ㅎ]+$/;

/** Lower case and composed; 28x28 is 28×28. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(\d)x(?=\d)/g, '$1×');
}

function wordsOf(text: string): string[] {
  const found: string[] = [];
  let end = -1;
  for (const match of folded(text).matchAll(WORD)) {
    const [word] = match;
    // ReLU를 is ReLU with a particle; a word of its own may look like one.
    const attached = match.index === end && PARTICLES.includes(word);
    end = match.index + word.length;
    if (!attached) found.push(word);
  }
  return found;
}

/** A word without its particle; undefined when it carries none. */
function stemOf(word: string): string | undefined {
  const particle = PARTICLES.find((ending) => word.endsWith(ending));
  if (particle === undefined) return undefined;
  const stem = word.slice(0, -particle.length);
  return stem.length >= (PLAIN_PARTICLES.has(particle) ? 1 : 2) ? stem : undefined;
}

/**
 * The letters of a word: 합성 is ㅎㅏㅂㅅㅓㅇ, so that a syllable that is only half typed is the beginning of the
 * whole one, and a wrong vowel is one wrong letter.
 */
function lettersOf(word: string): string {
  return HANGUL.test(word) ? disassemble(word) : word;
}

/** What a text is found by: its words, with and without particles, letter by letter. */
export function tokensOf(text: string): string[] {
  return wordsOf(text)
    .flatMap((word) => [word, stemOf(word) ?? word])
    .filter((word, index, all) => all.indexOf(word) === index)
    .map(lettersOf);
}

/** A name in one piece, because 특성 맵 is written 특성맵 as often. */
function joined(name: string): string {
  return wordsOf(name).join('');
}

/** What a name is found by: its words, and all of it in one piece. */
export function nameTokensOf(name: string): string[] {
  const whole = joined(name);
  const stem = stemOf(whole);
  const pieces = stem === undefined ? [whole] : [whole, stem];
  return [...new Set([...tokensOf(name), ...pieces.filter(Boolean).map(lettersOf)])];
}

/** Names that agree in this are the same name. */
export function nameKey(name: string): string {
  return lettersOf(joined(name));
}

/** The keys of a query that is a name, as it is and without its particle. */
export function queryKeys(query: string): string[] {
  const whole = joined(query);
  return [whole, stemOf(whole) ?? whole].map(lettersOf);
}

/** The first consonants of a Korean name, of all of it and from each word on: 특성 맵 is ㅌㅅㅁ and ㅁ. */
export function initialsOf(name: string): string[] {
  const words = wordsOf(name).filter((word) => HANGUL.test(word));
  return words.map((_, index) =>
    [...words.slice(index).join('')].map((syllable) => disassemble(syllable).charAt(0)).join('')
  );
}

/** The consonants of a query that is nothing else, such as ㅎㅅㄱ; otherwise undefined. */
export function consonantsOf(query: string): string | undefined {
  const letters = disassemble(query.normalize('NFC').replace(/\s/g, ''));
  return ONLY_CONSONANTS.test(letters) ? letters : undefined;
}

/**
 * Whether one of the names contains the query, while it is being typed: letter by letter, without regard to
 * spaces, or by first consonants. An empty query is contained in every name.
 */
export function someNameContains(names: readonly string[], query: string): boolean {
  const consonants = consonantsOf(query);
  if (consonants !== undefined) {
    return names.some((name) => initialsOf(name).some((initials) => initials.startsWith(consonants)));
  }
  if (query.trim() === '') return true;
  const keys = queryKeys(query).filter(Boolean);
  return names.some((name) => keys.some((key) => nameKey(name).includes(key)));
}
