import { isTrue } from './arithmetic';
import { expect, test, type Language } from './lesson';
import { equationsOf, SCENES } from './scenes';

/** Every equation of every step of every scene, read from the page: once forward, once back. */
for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    for (const scene of SCENES) {
      test(`every equation of ${scene.id} is true and is the one of its step`, async ({ lesson }) => {
        const expected = [[], ...equationsOf(scene)];
        expect(expected).toHaveLength(scene.steps + 1);
        expect(expected.flat().every(isTrue)).toBe(true);
        await lesson.open(`?scene=${scene.id}&step=0`);
        for (const [step, equations] of expected.entries()) {
          if (step > 0) await lesson.press('ArrowRight');
          await lesson.expectShown(`${step} / ${scene.steps}`, equations);
        }
        for (const [step, equations] of [...expected.entries()].slice(0, -1).reverse()) {
          await lesson.press('ArrowLeft');
          await lesson.expectShown(`${step} / ${scene.steps}`, equations);
        }
      });
    }
  });
}
