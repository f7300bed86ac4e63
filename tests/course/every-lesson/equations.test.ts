import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';
import { loadKinds, type SceneKind } from '$lib/kinds';
import { Pointing } from '$lib/stage';
import { render } from 'svelte/server';
import { afterAll, describe, expect, it } from 'vitest';
import { expectedEquations } from '../../data/equations';
import { LESSONS } from '../../data/lessons';
import { isTrueEquation } from '../../data/truth';

const before = getLocale;
afterAll(() => overwriteGetLocale(before));

/** All equations of a stage as it stands at a step: those that a page reads out. */
function shown(kind: SceneKind, settings: unknown, run: ReturnType<SceneKind['model']['run']>, step: number) {
  const clock = { time: step, index: step, settled: true };
  const props = { settings, run, clock, pointing: new Pointing(), numbers: null, code: false };
  const { body } = render(kind.stage, { props: { ...props, say: () => {} } });
  return [...body.matchAll(/<(\w+)[^>]* role="math"[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) => text);
}

/**
 * A scene has hundreds of steps at a finer grain than its own. All are gone through up to this many; of longer runs every
 * fifth step, and the last one: sums have 4, 8, 9, 18 or 27 terms, so a fifth of the steps comes to each place in a sum.
 */
const ALL = 60;
const EVERY = 5;

describe.each(LESSONS)('every equation of $slug', ({ number, scenes }) => {
  // The language of a page changes none of its numbers; the walk through the page reads them in both.
  const language = number % 2 === 0 ? 'en' : 'ko';
  const cases = scenes.flatMap((scene) => scene.grains.map((grain) => ({ scene, grain })));

  it.each(cases)('is true and is the one of its step: $scene.id by $grain', async ({ scene, grain }) => {
    overwriteGetLocale(() => language);
    const { kind: name, settings: raw } = scene.plan;
    const kind = (await loadKinds([name]))[name];
    if (!kind) throw new Error(`there is no kind ${name}`);
    const settings = kind.model.read(raw);
    const run = kind.model.run(settings, grain);
    const isLong = grain !== scene.grain && run.length > ALL;
    const steps = Array.from({ length: run.length + 1 }, (_, step) => step).filter(
      (step) => !isLong || step % EVERY === 0 || step === run.length
    );
    const equations = steps.map((step) => shown(kind, settings, run, step));
    expect([...new Set(equations.flat())].filter((text) => !isTrueEquation(text))).toEqual([]);
    const expected = expectedEquations(scene.plan, grain);
    if (expected) {
      expect(expected).toHaveLength(run.length + 1);
      expect(equations).toEqual(steps.map((step) => expected[step]));
    }
  });
});
