/** What a step is measured against. */
export interface Measures {
  /** The accessible name of the sentence of the step. */
  readonly sentence: string;
  /** A phone's page is scrolled up and down, and moves very long rows under its window. */
  readonly isPhone: boolean;
  /** Pixels that letters may be high at the least: digits of cells and equations, and all other words with digits. */
  readonly digits: number;
  readonly words: number;
}

/**
 * In the page, and with nothing but what is there: what is wrong with how a lesson shows its step. The sentence of the
 * step and the sum are wholly in view, nothing of the stage is cut, and no digit is too small.
 */
export function stepFaults({ sentence: name, isPhone, digits, words }: Measures): string[] {
  const found = new Set<string>();

  const sentence = document.querySelector(`[role=group][aria-label="${name}"]`);
  const foot = document.querySelector('.lesson > .bar')?.getBoundingClientRect().top ?? 0;
  if (!sentence?.textContent?.trim()) found.add('there is no sentence');
  for (const part of [sentence, ...document.querySelectorAll('.equations, .equations .box')]) {
    const box = part?.getBoundingClientRect();
    const label = part?.ariaLabel ?? part?.className;
    if (!box || box.height < 20) found.add(`${label} has no room`);
    else if (box.top < 0 || box.bottom > foot + 0.5 || box.left < 0 || box.right > innerWidth) {
      found.add(`${label} is out of view`);
    }
  }
  for (const part of [sentence, ...document.querySelectorAll('.equations .box')]) {
    if (part && part.scrollHeight > part.clientHeight + 1) {
      found.add(`${part.ariaLabel} is cut (${part.scrollHeight} in ${part.clientHeight})`);
    }
  }

  // A sum that is read out is seen, every number of it.
  const numbersIn = (text: string) => text.match(/\d+/g) ?? [];
  for (const said of document.querySelectorAll('.equations .terms > [role=math]')) {
    // A question covers it.
    if (!said.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const seen = [...(said.parentElement?.querySelectorAll(':scope > :not(.visually-hidden) *') ?? [])]
      .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .flatMap((part) => [...part.childNodes].filter((node) => node instanceof Text))
      .flatMap(({ data }) => numbersIn(data));
    for (const number of numbersIn(said.textContent ?? '')) {
      const index = seen.indexOf(number);
      if (index < 0) found.add(`${number} of the sum is not seen`);
      else seen.splice(index, 1);
    }
  }

  // A name above a grid has so many lines and no more.
  for (const words of document.querySelectorAll('.stage .label > :is(.words, .short)')) {
    const room = words.parentElement?.getBoundingClientRect();
    if (!room || !words.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (words.getBoundingClientRect().bottom > room.bottom + 3) found.add(`${words.textContent} is cut`);
  }

  interface Clip {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  const down = isPhone ? { top: -Infinity, bottom: Infinity } : { top: 0, bottom: innerHeight };
  const clips = new Map<Element | null, Clip>([[null, { left: 0, right: innerWidth, ...down }]]);
  /** What can be seen of what is in an element: what neither it nor anything around it cuts off. */
  function clipOf(element: Element | null): Clip {
    const known = clips.get(element);
    if (known || !element) return known as Clip;
    const around = clipOf(element.parentElement);
    const { overflowX, overflowY } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [cutsAcross, cutsDown] = [overflowX !== 'visible', overflowY !== 'visible' && !isPhone];
    const clip = {
      left: cutsAcross ? Math.max(around.left, left) : around.left,
      right: cutsAcross ? Math.min(around.right, right) : around.right,
      top: cutsDown ? Math.max(around.top, top) : around.top,
      bottom: cutsDown ? Math.min(around.bottom, bottom) : around.bottom
    };
    clips.set(element, clip);
    return clip;
  }

  const stage = document.querySelector('.stage');
  if (!stage) return ['there is no stage'];
  const names: { what: string; place: DOMRect; isTitle: boolean }[] = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (!text || !element || element.closest('.visually-hidden, option, [inert]')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const grid = element.closest('[role=grid]');
    const what = grid?.getAttribute('aria-label') ?? text.slice(0, 30);
    const isNumber = grid !== null || element.closest('[data-term], .pieces, .total, [role=math]') !== null;
    const least = isNumber && !element.closest('.corner') ? digits : words;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (/\d/.test(text) && size < least - 0.05) found.add(`${what}: ${size.toFixed(1)} px`);
    range.selectNodeContents(node);
    const place = range.getBoundingClientRect();
    if (!grid && element.closest('.area') && !element.closest('.flights')) {
      const isTitle = element.matches('.label > :not(.size)');
      for (const line of range.getClientRects()) names.push({ what, place: line, isTitle });
    }
    // Very long rows may be moved under a phone's window.
    if (isPhone && Number(grid?.getAttribute('aria-colcount')) > 10) continue;
    if (isPhone && element.closest('.over')) continue;
    // Where a name needs the room, the size beside it is not there.
    if (element.matches('.label > .size')) continue;
    const clip = clipOf(element.parentElement);
    const isCutAcross = place.left < clip.left - 1 || place.right > clip.right + 1;
    // What stands below the block is scrolled to.
    const isCutDown = place.top < clip.top - 3 || place.bottom > clip.bottom + 3;
    if (isCutAcross || (isCutDown && element.closest('.stage-block'))) found.add(`${what} is cut`);
  }
  // Names in the picture that stand on one another, and titles on the cells of a grid, can be read no more.
  const cells = [...stage.querySelectorAll('.area [role=gridcell]')]
    .filter((cell) => cell.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((cell) => ({
      what: cell.closest('[role=grid]')?.ariaLabel ?? '',
      place: cell.getBoundingClientRect()
    }));
  for (const [index, { what, place, isTitle }] of names.entries()) {
    for (const other of [...names.slice(index + 1), ...(isTitle ? cells : [])]) {
      const across = Math.min(place.right, other.place.right) - Math.max(place.left, other.place.left);
      const down = Math.min(place.bottom, other.place.bottom) - Math.max(place.top, other.place.top);
      if (across > 2 && down > 4) found.add(`${what} lies on ${other.what}`);
    }
  }
  return [...found];
}
