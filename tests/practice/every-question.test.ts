import { KIND_MODELS, kindModel } from '$lib/kinds/models';
import { LEVELS } from '$lib/exercise';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { EXERCISE_NAMES, loadQuestionKind, questionOf } from '$lib/practice';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);
/** A parameter that was not filled in, or came out as something that is no text. */
const UNFILLED = /[{}]|undefined|NaN|\[object|null/;

/** What is said and shown of every question, in both languages. */
describe.each(EXERCISE_NAMES)('%s', async (name) => {
  const kind = await loadQuestionKind(name);

  describe.each(['ko', 'en'] as const)('in %s', (locale) => {
    it('says everything in whole sentences', () => {
      overwriteGetLocale(() => locale);
      for (const level of LEVELS) {
        for (const seed of SEEDS) {
          const { parameters, targets, form } = questionOf(name, level, seed);
          const said = [
            kind.title(),
            kind.ask(parameters),
            ...kind.hints(parameters),
            kind.why(parameters),
            ...targets.map(({ rule }) => kind.wrong[rule]?.(parameters) ?? ''),
            ...(kind.fields?.(parameters) ?? []),
            ...(kind.choices?.(parameters) ?? [])
          ];
          const wrong = said.filter((sentence) => sentence === '' || UNFILLED.test(sentence));
          expect(wrong, `level ${level}, seed ${seed}`).toEqual([]);
          if (form.form === 'fields') expect(kind.fields?.(parameters)).toHaveLength(form.count);
          if (form.form === 'choice') expect(kind.choices?.(parameters)).toHaveLength(form.count);
        }
      }
    });
  });

  it('shows scenes that their kinds can play, for the solution and for every misconception', () => {
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, targets } = questionOf(name, level, seed);
        for (const rule of [null, ...targets.map((target) => target.rule)]) {
          const scene = kind.scene(parameters, rule);
          if (!scene) continue;
          const raw = v.parse(KIND_MODELS[scene.kind].schema as v.GenericSchema, scene.settings);
          const { model } = kindModel(scene.kind);
          const run = model.run(model.read(raw), scene.grain);
          const [first, last] = scene.cells ?? [1, 1];
          expect(run.stepAfter(first - 1)).toBeLessThan(run.stepAfter(last));
        }
      }
    }
  });
});
