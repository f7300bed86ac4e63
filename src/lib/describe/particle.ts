import type { Locale } from '$lib/paraglide/runtime';
import type { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

const DIGITS = '영일이삼사오육칠팔구';
/** The readings of ten, hundred and thousand, and of what comes behind every four digits. */
const [TENS, GROUPS] = ['십백천', '만억조'];

/** The last syllable of a whole number as it is read: 120 ends in ten, 70000 in ten thousand. */
function endOfReading(digits: string): string {
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  if (zeros === 0 || zeros === digits.length) return DIGITS[Number(digits.at(-1))] ?? '';
  return (zeros < 4 ? TENS[zeros - 1] : GROUPS[Math.floor(zeros / 4) - 1]) ?? '';
}

/** How the end of a shown number is read in Korean: '1/3' is 삼분의 일, '−12' is 마이너스 십이. */
function reading(text: string): string {
  const [numerator = text] = text.split('/');
  const digits = /(\d+)\D*$/.exec(numerator)?.[1];
  if (digits === undefined) return text;
  // After a decimal point digits are read one by one; long numbers end like their last digits anyway.
  return endOfReading(numerator.includes('.') ? digits.slice(-1) : digits.slice(-15));
}

/** Syllables come in groups of 28 with the same beginning: first the open one, the ninth ends in ㄹ. */
const [FIRST_SYLLABLE, LAST_SYLLABLE, GROUP, RIEUL] = [0xac00, 0xd7a3, 28, 8];

/** The place of a word's last syllable in its group; 0 when it ends in a vowel or in no syllable. */
function codaOf(word: string): number {
  const code = word.charCodeAt(word.length - 1);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? (code - FIRST_SYLLABLE) % GROUP : 0;
}

/** The one of two particles that follows the sound, as `josa.pick` of es-hangul has it, which weighs 2 kB. */
function pick(word: string, particle: Particle): string {
  const [first = '', second = ''] = particle.split('/');
  const coda = codaOf(word);
  // Behind ㄹ 로 stands as behind a vowel, and of this pair alone the one behind a vowel is named first.
  const isOpen = coda === 0 || (coda === RIEUL && first.startsWith('으로'));
  return isOpen === (particle === '와/과') ? first : second;
}

/**
 * A word or a shown number with the Korean particle that fits its sound: withParticle('3', '이/가') is '3이',
 * withParticle('1/2', '이/가') is '1/2이', withParticle('필터', '을/를') is '필터를'.
 */
export function withParticle(text: string, particle: Particle): string {
  return text + pick(reading(text), particle);
}

/** Korean chooses the particle by sound; English needs none. */
export function sounding(text: string, particle: Particle, locale: Locale): string {
  return locale === 'ko' ? withParticle(text, particle) : text;
}
