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
  const props = { settings, run, time: step, pointing: new Pointing(), numbers: null, code: false };
  const { body } = render(kind.stage, { props: { ...props, say: () => {} } });
  return [...body.matchAll(/<(\w+)[^>]* role="math"[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) => text);
}

describe.each(LESSONS)('every equation of $slug', ({ scenes }) => {
  // The language of a page changes none of its numbers: what a page opens with is read in both, the rest in one.
  const cases = scenes.flatMap((scene) =>
    scene.grains.flatMap((grain) =>
      (grain === scene.grain ? (['ko', 'en'] as const) : (['ko'] as const)).map((language) => ({
        scene,
        language,
        grain
      }))
    )
  );

  it.each(cases)(
    'is true and is the one of its step: $scene.id by $grain ($language)',
    async ({ scene, language, grain }) => {
      overwriteGetLocale(() => language);
      const { kind: name, settings: raw } = scene.plan;
      const kind = (await loadKinds([name]))[name];
      if (!kind) throw new Error(`there is no kind ${name}`);
      const settings = kind.model.read(raw);
      const run = kind.model.run(settings, grain);
      const steps = Array.from({ length: run.length + 1 }, (_, step) => shown(kind, settings, run, step));
      expect([...new Set(steps.flat())].filter((text) => !isTrueEquation(text))).toEqual([]);
      expect(steps).toEqual(expectedEquations(scene.plan, grain) ?? steps);
    }
  );
});
