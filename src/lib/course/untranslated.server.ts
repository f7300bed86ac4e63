/** Marks formulas and code in made HTML, so that no translator of pages touches them: `for` and `i` are no words. */
export function untranslated(html: string): string {
  return html
    .replaceAll('<span class="katex">', '<span class="katex" translate="no">')
    .replaceAll('<code>', '<code translate="no">');
}
