import type { Locale } from '$lib/paraglide/runtime';
import { josa, numberToHangul } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/** How the end of a shown number is read in Korean: '1/3' is 삼분의 일, '−12' is 마이너스 십이. */
function reading(text: string): string {
  const [numerator = text] = text.split('/');
  const digits = /(\d+)\D*$/.exec(numerator)?.[1];
  if (digits === undefined) return text;
  // After a decimal point digits are read one by one; long numbers end like their last digits anyway.
  const tail = numerator.includes('.') ? digits.slice(-1) : digits.slice(-15);
  return numberToHangul(Number(tail)) || '영';
}

/**
 * A word or a shown number with the Korean particle that fits its sound: withParticle('3', '이/가') is '3이',
 * withParticle('1/2', '이/가') is '1/2이', withParticle('필터', '을/를') is '필터를'.
 */
export function withParticle(text: string, particle: Particle): string {
  return text + josa.pick(reading(text), particle);
}

/** Korean chooses the particle by sound; English needs none. */
export function sounding(text: string, particle: Particle, locale: Locale): string {
  return locale === 'ko' ? withParticle(text, particle) : text;
}
