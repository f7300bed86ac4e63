import { kindModel } from '$lib/kinds/models';
import { readAddress, writeAddress, type LinkScene } from '$lib/player/address';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../data/lessons';

describe.each(LESSONS)('the moments of $slug', ({ scenes }) => {
  const linked = scenes.map(({ plan, id, grain, grains, editable }): LinkScene => {
    const { model } = kindModel(plan.kind);
    return { id, grain, grains, editable, settings: model.read(plan.settings), link: model.link };
  }) as [LinkScene, ...LinkScene[]];

  it('have links that lead back to each of them', () => {
    for (const [index, scene] of linked.entries()) {
      for (const grain of scene.grains) {
        const { length } = scenes[index]?.run(grain) ?? { length: NaN };
        expect(length, scene.id).toBeGreaterThan(0);
        for (let step = 0; step <= length; step++) {
          const query = writeAddress(scene, { step, grain, settings: scene.settings });
          expect(query).toMatch(new RegExp(`^\\?scene=${scene.id}&step=${step}(?:&grain=${grain})?$`));
          const { settings, ...found } = readAddress(new URLSearchParams(query), linked);
          expect(found).toEqual({ scene: index, step, grain, problems: [], unknown: [] });
          expect(settings).toBe(scene.settings);
        }
      }
    }
  });

  it('stay the same at another grain, cell by cell', () => {
    for (const scene of scenes) {
      const runs = scene.grains.map((grain) => scene.run(grain));
      const cells = runs.map((run) => run.cellsAt(run.length));
      expect(new Set(cells).size, scene.id).toBe(1);
      for (const run of runs) {
        for (let cell = 0; cell <= (cells[0] ?? 0); cell++) {
          expect(run.cellsAt(run.stepAfter(cell)), `${scene.id} ${cell}`).toBe(cell);
        }
      }
    }
  });

  it('have cues that are among them, and questions for cells that come after', () => {
    for (const { plan, length, questions, run } of scenes) {
      for (const cue of plan.cues) expect(cue, plan.id).toBeLessThanOrEqual(length);
      const own = run();
      for (const [index, { cell, asks = cell }] of plan.predictions.entries()) {
        expect(own.stepAfter(asks), plan.id).toBeGreaterThan(questions[index] ?? Infinity);
        expect(own.cellsAt(questions[index] ?? NaN), plan.id).toBe(cell - 1);
      }
    }
  });

  it('have questions at which no misconception comes to the answer, nor two to the same one', () => {
    for (const { plan, run } of scenes) {
      const { model, wrong } = kindModel(plan.kind);
      for (const { cell, asks = cell, rules } of plan.predictions) {
        const own = run();
        const named = new Map([[model.value(own, asks).toFraction(), 'the truth']]);
        for (const rule of rules) {
          const outcomes = new Set(wrong[rule]?.(own, asks).map((outcome) => outcome.toFraction()));
          expect(outcomes.size, `${plan.id}, cell ${asks}: ${rule} has no answer`).toBeGreaterThan(0);
          for (const outcome of outcomes) {
            expect(named.get(outcome), `${plan.id}, cell ${asks}: ${rule} gives ${outcome}`).toBeUndefined();
            named.set(outcome, rule);
          }
        }
      }
    }
  });
});
