import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { LESSONS } from './lessons';

const FOLDER = 'lessons/coverage';
const text = v.pipe(v.string(), v.minLength(1));
const place = v.strictObject({
  lesson: text,
  scene: text,
  step: v.pipe(v.number(), v.integer(), v.minValue(0))
});

/** What one of the documents behind the course contains, and where the course shows it. */
const documentSchema = v.strictObject({
  source: text,
  items: v.array(
    v.strictObject({
      id: text,
      ko: text,
      en: text,
      kind: v.picklist(['concept', 'figure', 'number']),
      /** The number of the lesson that shows it. */
      lesson: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
      shown: v.union([v.literal('open'), place]),
      /** What is taught where the document errs. */
      instead: v.optional(v.strictObject({ ko: text, en: text }))
    })
  )
});

export type CoverageItem = v.InferOutput<typeof documentSchema>['items'][number] & {
  readonly source: string;
};
export type ShownItem = CoverageItem & { readonly shown: v.InferOutput<typeof place> };

/** All that the documents behind the course contain, item by item; ids begin with the document's file. */
export const COVERAGE: readonly CoverageItem[] = readdirSync(FOLDER).flatMap((file) => {
  const { source, items } = v.parse(documentSchema, parse(readFileSync(join(FOLDER, file), 'utf8')));
  return items.map((item) => ({ ...item, id: `${file.replace('.yaml', '')}/${item.id}`, source }));
});

/** The lessons that are written. */
export const WRITTEN: ReadonlySet<string> = new Set(LESSONS.map(({ slug }) => slug));

/** Items whose place is in a lesson that is written. */
export const SHOWN: readonly ShownItem[] = COVERAGE.filter(
  (item): item is ShownItem => item.shown !== 'open' && WRITTEN.has(item.shown.lesson)
);
