import type { ExactTensor } from '$lib/engine';
import { LEVELS, type Answer } from '$lib/exercise';
import { KIND_MODELS, kindModel } from '$lib/kinds/models';
import { loadQuestionKind, questionOf, type AskedScene } from '$lib/practice';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

interface MapRun {
  readonly traces?: readonly { output(): ExactTensor }[];
  readonly parts?: readonly { output(): ExactTensor }[];
}

/** The scene, ready to be stepped through. */
function runOf(scene: AskedScene) {
  const { model } = kindModel(scene.kind);
  const settings = v.parse(KIND_MODELS[scene.kind].schema as v.GenericSchema, scene.settings);
  return { model, run: model.run(model.read(settings), scene.grain) };
}

/** The map with which a scene ends. */
function endOf(scene: AskedScene): string[] {
  const { traces, parts } = runOf(scene).run as unknown as MapRun;
  return (traces ?? parts)?.[0]?.output().data.map((value) => value.toFraction()) ?? [];
}

/** The value of the cell with which a scene ends. */
function lastValueOf(scene: AskedScene): string {
  const { model, run } = runOf(scene);
  return model.value(run, scene.cells?.[1] ?? 1).toFraction();
}

const text = (answer: Answer) => answer.map((value) => value.toFraction());

describe('the scene of a whole map', async () => {
  const names = ['feature-map', 'padded-map', 'strided-map', 'biased-map'] as const;
  /** Their scenes show another map, of which the learner has a part, or around which zeros were put. */
  const SHOWN_IN_PART = ['moved-by-one', 'padded-output'];

  it.each(names)('%s: ends in the answer; that of a misconception in what was answered', async (name) => {
    const kind = await loadQuestionKind(name);
    const shown = new Set<string>();
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, answer, targets } = questionOf(name, level, seed);
        const solution = kind.scene(parameters, null);
        expect(solution && endOf(solution)).toEqual(text(answer));
        for (const target of targets) {
          const scene = kind.scene(parameters, target.rule);
          if (!scene || SHOWN_IN_PART.includes(target.rule)) continue;
          expect(endOf(scene), `${level}, ${seed}: ${target.rule}`).toEqual(text(target.answer));
          shown.add(target.rule);
        }
      }
    }
    expect(shown.size).toBeGreaterThan(0);
  });
});

describe('the scene of a missing weight', () => {
  it('comes to the given output with the right weight, and to another one with a wrong one', async () => {
    const kind = await loadQuestionKind('missing-weight');
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, targets } = questionOf('missing-weight', level, seed);
        const solution = kind.scene(parameters, null);
        const output = solution && lastValueOf(solution);
        const given = kind.givens(parameters).flatMap((each) => (each.type === 'matrix' ? [each] : []));
        const map = given.find(({ role }) => role === 'output')?.rows.flat() ?? [];
        expect(map).toContain(output?.replace('-', '−'));
        for (const { rule } of targets) {
          const scene = kind.scene(parameters, rule);
          expect(scene && lastValueOf(scene)).not.toBe(output);
        }
      }
    }
  });
});

describe('the scene of a dense layer and a filter', () => {
  it('counts both, and for who counts one output that one', async () => {
    const kind = await loadQuestionKind('dense-weights');
    const parameters = { height: 28, width: 28, kernel: 3, told: false };
    const one = kind.scene(parameters, 'one-output');
    expect(one && lastValueOf(one)).toBe('784');
    expect(kind.scene({ ...parameters, width: 20 }, null)).toBeNull();
  });
});
