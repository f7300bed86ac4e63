// What a step takes at the least: a page without a framework on which a key changes the numbers of a step.

const TERMS = 10;
const PRODUCTS = 9;
const OUTPUTS = 36;
const CELLS = 64 + PRODUCTS + OUTPUTS;

/** Moves the window for a second, frame by frame. */
const MOVE = `
    const end = performance.now() + 1000;
    const move = (now) => {
      if (now > end) return;
      window_.style.transform = 'translateX(' + (now % 300) + 'px)';
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);`;

/**
 * A window that the compositor moves, and the numbers of a step, nine terms and their total, nine products and an output, in
 * boxes of fixed size that need no layout.
 *
 * @param {{ moves?: boolean }} options moves: whether the window goes on moving for a second, frame by frame
 */
export function barePage({ moves = false } = {}) {
  return `<style>
  body { font: 20px sans-serif; position: relative }
  .grid { display: grid; grid-template-columns: repeat(8, 50px) }
  span { contain: strict; display: block; width: 50px; height: 50px }
  .window { position: absolute; top: 0; left: 0; width: 150px; height: 150px; outline: 3px solid; will-change: transform }
  b { contain: strict; display: inline-block; width: 60px; height: 30px }
</style>
<div class="grid">${Array.from({ length: CELLS }, (_, cell) => `<span>${cell % 10}</span>`).join('')}</div>
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
    for (let cell = 0; cell < ${PRODUCTS}; cell++) cells[cell].firstChild.data = (presses * cell) % 10;
    cells[${PRODUCTS} + (presses % ${OUTPUTS})].firstChild.data = presses;
    ${moves ? MOVE : ''}
  });
</script>`;
}
