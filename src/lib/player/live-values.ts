import { withParticle } from '$lib/describe';
import type { LiveValue } from '$lib/kinds';

/** The numbers of a scene by the names that prose gives them. */
export type LiveValues = Readonly<Record<string, LiveValue>>;

/** The place of a number in made HTML; between the tags stands a Korean particle that follows the number, if any. */
const PLACE = /<span class="live" data-value="([^"]*)">([^<]*)<\/span>/g;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
/** A text as HTML. */
export const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The particle, of a pair like '은/는', that fits a number. */
export function particleAfter(text: string, pair: string): string {
  return withParticle(text, pair as Parameters<typeof withParticle>[1]).slice(text.length);
}

/**
 * Puts the numbers of a scene into made HTML, each where it is named: as text, or as a field where it can be changed.
 * The places keep their names, so that what stands there can follow the scene.
 */
export function withValues(html: string, values: LiveValues, editable: boolean): string {
  return html.replace(PLACE, (_, name: string, pair: string) => {
    const value = values[name];
    const text = escaped(value?.text ?? '');
    const particle = pair
      ? `<span data-after="${name}" data-pair="${pair}">${particleAfter(text, pair)}</span>`
      : '';
    if (!editable || !value?.set) return `<b class="live" data-value="${name}">${text}</b>${particle}`;
    const field =
      `<input class="live" data-value="${name}" value="${text}" aria-label="${escaped(value.name ?? name)}"` +
      ' autocomplete="off" spellcheck="false" maxlength="40">';
    return field + particle;
  });
}
