import { stepCaption, stepSentence } from '$lib/describe';
import { model } from '$lib/kinds/two-conventions/model';
import { words } from '$lib/kinds/two-conventions/words';
import { describe, expect, it } from 'vitest';
import { sceneSettings } from '../data/scenes';

const run = model.run(sceneSettings('flipped'), 'cell');

describe('two maps side by side', () => {
  it('are captioned with both values', () => {
    expect(words.caption(run, 1, 'en')).toMatch(/15.*11/);
    expect(words.caption(run, 1, 'ko')).toMatch(/15.*11이/);
    expect(words.caption(run, 2, 'ko')).toMatch(/16.*12가/);
  });

  it('are read out with both equations', () => {
    expect(words.sentence(run, 1, 'en')).toMatch(
      /Cross-correlation: 1×2 .* = 15\. Convolution: 1×2 .* = 11\.$/
    );
    expect(words.sentence(run, 1, 'ko')).toMatch(/= 15\..*= 11\.$/);
  });

  it.each(['ko', 'en'] as const)('start like any scene (%s)', (locale) => {
    const untouched = run.traces[0].step(0);
    expect(words.caption(run, 0, locale)).toBe(stepCaption(untouched, locale));
    expect(words.sentence(run, 0, locale)).toBe(stepSentence(untouched, locale));
  });
});
