import { withValues, type LiveValues } from './live-values';

/** What made HTML says, as a sentence for the live region: its text with the scene's numbers, formulas read once. */
export function spokenText(html: string, values: LiveValues): string {
  if (html === '') return '';
  const { body } = new DOMParser().parseFromString(withValues(html, values, false), 'text/html');
  for (const drawn of body.querySelectorAll('.katex-html, annotation')) drawn.remove();
  return body.textContent.replace(/\s+/g, ' ').trim();
}
