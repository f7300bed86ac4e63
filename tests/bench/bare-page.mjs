// What a step takes at the least: a page without a framework on which a key changes as many numbers.

/** The numbers of a step: nine terms, nine products, an output and the total. */
const ONE_STEP = 20;
const TERMS = 10;

/**
 * A window that the compositor moves, and numbers in boxes of fixed size that need no layout: ten terms of a sum, the
 * others in cells.
 *
 * @param {number} numbers how many of them a key changes
 */
export function barePage(numbers = ONE_STEP) {
  const changed = numbers - TERMS - 1;
  const cells = 64 + changed + 36;
  return `<style>
  body { font: 20px sans-serif; position: relative }
  .grid { display: grid; grid-template-columns: repeat(8, 50px) }
  span { contain: strict; display: block; width: 50px; height: 50px }
  .window { position: absolute; top: 0; left: 0; width: 150px; height: 150px; outline: 3px solid; will-change: transform }
  b { contain: strict; display: inline-block; width: 60px; height: 30px }
</style>
<div class="grid">${Array.from({ length: cells }, (_, cell) => `<span>${cell % 10}</span>`).join('')}</div>
<div class="window"></div>
<p>${'<b>0</b> '.repeat(TERMS)}</p>
<script>
  let presses = 0;
  const window_ = document.querySelector('.window');
  const cells = [...document.querySelectorAll('span')].slice(64);
  const terms = [...document.querySelectorAll('b')];
  addEventListener('keydown', () => {
    presses += 1;
    window_.style.transform = 'translateX(' + (presses % 6) * 50 + 'px)';
    terms.forEach((term, index) => (term.firstChild.data = ((presses + index) % 10) + '×' + index));
    for (let cell = 0; cell < ${changed}; cell++) cells[cell].firstChild.data = (presses * (cell + 1)) % 10;
    cells[${changed} + (presses % 36)].firstChild.data = presses;
  });
</script>`;
}
