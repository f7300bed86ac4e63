import { approximateText, exactText, sounding } from '$lib/describe';
import { sumOf, type ExactTensor, type Fraction } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { greyOfSum, type Shading } from '$lib/picture';
import { WHITE } from '../shared/lightness';

/**
 * How the sums of a kernel are painted unless the learner says otherwise: weights that add up to 0 measure differences,
 * of which the sign only says to which side it is lighter.
 */
export function shadingOf({ data }: ExactTensor): Shading {
  return sumOf(data).n === 0n ? 'size' : 'value';
}

/** A sum as a sentence about its grey shows it: '−312', '|−312| = 312', '1046/9 ≈ 116'. */
function sumText(sum: Fraction, shading: Shading): string {
  const signed = shading === 'size' && sum.s < 0n && sum.n !== 0n;
  const shown = signed ? sum.abs() : sum;
  const size = signed ? `|${exactText(sum)}| = ${exactText(shown)}` : exactText(shown);
  // A whole number stands for itself.
  if (shown.d === 1n) return size;
  const rounded = approximateText(shown);
  return rounded.startsWith('≈') ? `${size} ≈ ${rounded.slice(1)}` : `${size} = ${rounded}`;
}

/** How a sum becomes the grey of its pixel, in a sentence. */
export function greySentence(sum: Fraction, shading: Shading, locale: Locale): string {
  const shown = shading === 'size' ? sum.abs() : sum;
  const inputs = {
    sum: sumText(sum, shading),
    grey: sounding(`${greyOfSum(sum, shading)}`, '으로/로', locale)
  };
  if (shown.s < 0n && shown.n !== 0n) return m.photo_filter_below(inputs, { locale });
  if (shown.compare(WHITE) > 0) return m.photo_filter_above(inputs, { locale });
  return shown.d === 1n
    ? m.photo_filter_whole(inputs, { locale })
    : m.photo_filter_rounded(inputs, { locale });
}
