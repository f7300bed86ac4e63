import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrokenArrows } from '../../scripts/check-arrows.mjs';

let folder: string;

/** A project that keeps every rule, with a door for each layer. */
const sound: Record<string, string> = {
  'src/lib/engine/index.ts': `export { add } from './add';`,
  'src/lib/engine/add.ts': `import Fraction from 'fraction.js';`,
  'src/lib/trace/index.ts': `import { add } from '$lib/engine';`,
  'src/lib/exercise/index.ts': `import type { Step } from '$lib/trace';`,
  'src/lib/describe/index.ts': `import { m } from '$lib/paraglide/messages';`,
  'src/lib/course/index.ts': `import { models } from '$lib/kinds/models';`,
  'src/lib/course/library.server.ts': `import first from '$lessons/01-first/lesson';`,
  'src/lib/stage/index.ts': `export { default as Grid } from './Grid.svelte';`,
  'src/lib/stage/Grid.svelte': `<script lang="ts">
    import type { Step } from '$lib/trace';
    import { Button } from '$lib/ui';
    import Self from './Grid.svelte';
  </script>`,
  'src/lib/kinds/index.ts': `import { stages } from './doors/stages';`,
  'src/lib/kinds/models.ts': `import { models } from './doors/models';`,
  'src/lib/kinds/doors/stages.ts': `export const stages = () => import('../pooling');`,
  'src/lib/kinds/doors/models.ts': `import { model } from '../pooling/model';`,
  'src/lib/kinds/bias/model.ts': `import type { Model } from '../shared/model';`,
  'src/lib/kinds/pooling/index.ts': `import { model } from './model';`,
  'src/lib/kinds/pooling/model.ts': `import type { Model } from '../shared/model';`,
  'src/lib/kinds/shared/model.ts': `import type { Step } from '$lib/trace';`,
  'src/lib/practice/index.ts': `import { Grid } from '$lib/stage';`,
  'src/lib/player/index.ts': `import { Question } from '$lib/practice';`,
  'src/lib/present/index.ts': `import { Player } from '$lib/player';`,
  'src/lib/ui/index.ts': `import { m } from '../paraglide/messages';`,
  'src/lib/ui/tokens.css': '',
  'src/routes/+layout.ts': `import '$lib/ui/tokens.css';`,
  'src/routes/+page.server.ts': `import { library } from '$lib/course/library.server';`,
  'lessons/01-first/lesson.ts': `import { lesson } from '$lib/course';`
};

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What is found when one file of the sound project is replaced or added. */
function findWith(path: string, text: string): string {
  write({ [path]: text });
  return findBrokenArrows(folder).join('\n');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  write(sound);
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the layers', () => {
  it('accept imports that point down', () => {
    expect(findBrokenArrows(folder)).toEqual([]);
  });

  it.each([
    ['engine', 'trace'],
    ['trace', 'exercise'],
    ['exercise', 'describe'],
    ['exercise', 'ui'],
    ['exercise', 'paraglide/messages'],
    ['describe', 'picture'],
    ['picture', 'stage'],
    ['stage', 'kinds'],
    ['kinds', 'course'],
    ['course', 'practice'],
    ['practice', 'player'],
    ['player', 'present'],
    ['ui', 'engine'],
    ['ui', 'stage']
  ])('%s may not import %s', (from, to) => {
    const importer = `src/lib/${from}/extra.ts`;
    expect(findWith(importer, `import { x } from '$lib/${to}';`)).toContain(`${importer} -> src/lib/${to}`);
  });

  it.each([
    ['a relative path', 'src/lib/engine/extra.ts', `import { x } from '../trace/index.ts';`],
    ['a type', 'src/lib/engine/extra.ts', `import type { X } from '$lib/trace';`],
    ['a dynamic import', 'src/lib/engine/extra.ts', `const x = await import('$lib/trace');`],
    ['a re-export', 'src/lib/engine/extra.ts', `export * from '$lib/trace';`],
    [
      'a type in a component',
      'src/lib/stage/Extra.svelte',
      `<script lang="ts">import type { X } from '$lib/player';</script>`
    ],
    [
      'a component',
      'src/lib/stage/Extra.svelte',
      `<script lang="ts">import { Player } from '$lib/player';</script>`
    ],
    [
      'markup',
      'src/lib/stage/Extra.svelte',
      `{#await import('$lib/player') then { Player }}<Player />{/await}`
    ]
  ])('see an arrow that turns back in %s', (_, importer, text) => {
    expect(findWith(importer, text)).toContain(`${importer} -> src/lib/`);
  });

  it('let nothing import the pages', () => {
    expect(findWith('src/lib/present/extra.ts', `import '../../routes/+layout.ts';`)).toContain(
      'present may not import routes'
    );
  });

  it('let lessons import no more than they need', () => {
    expect(findWith('lessons/01-first/extra.ts', `import { Grid } from '$lib/stage';`)).toContain(
      'lessons may not import stage'
    );
  });

  it('let only the course import lessons', () => {
    expect(findWith('src/routes/extra.ts', `import x from '$lessons/01-first/lesson';`)).toContain(
      'routes may not import lessons'
    );
  });

  it('have no folder without a place', () => {
    expect(findWith('src/lib/misc/index.ts', `import { x } from '$lib/engine';`)).toContain(
      'misc is no layer'
    );
  });
});

describe('the doors', () => {
  it('are the only way into another layer', () => {
    expect(findWith('src/lib/trace/extra.ts', `import { add } from '$lib/engine/add';`)).toContain(
      'not through the door of engine'
    );
    expect(
      findWith('src/routes/+page.svelte', `<script>import Grid from '$lib/stage/Grid.svelte';</script>`)
    ).toContain('not through the door of stage');
  });
});

describe('a kind of scene', () => {
  it.each([
    ['another kind', `import { x } from '../bias/model';`, 'the kind pooling may not import bias'],
    ['the door', `import { x } from '../models';`, 'the kind pooling may not import the door of the kinds'],
    ['the tables', `import { x } from '../doors/models';`, 'the kind pooling may not import doors']
  ])('does not know %s', (_, text, sentence) => {
    expect(findWith('src/lib/kinds/pooling/model.ts', text)).toContain(sentence);
  });

  it('builds on what is shared, which knows none of them', () => {
    expect(findWith('src/lib/kinds/pooling/model.ts', `import { x } from '../shared/model';`)).toBe('');
    expect(findWith('src/lib/kinds/shared/model.ts', `import { x } from '../bias/model';`)).toContain(
      'the kind shared may not import bias'
    );
  });

  it('is entered by one of two doors', () => {
    expect(findWith('src/lib/course/extra.ts', `import { x } from '$lib/kinds/models';`)).toBe('');
    expect(findWith('src/lib/course/extra.ts', `import { x } from '$lib/kinds/bias/model';`)).toContain(
      'not through the door of kinds'
    );
  });
});

describe('circles', () => {
  it('are found however long', () => {
    write({ 'src/lib/engine/one.ts': `import './two';`, 'src/lib/engine/two.ts': `import './three';` });
    expect(findWith('src/lib/engine/three.ts', `import './one';`)).toContain(
      'src/lib/engine/one.ts -> src/lib/engine/two.ts -> src/lib/engine/three.ts -> src/lib/engine/one.ts: a circle'
    );
  });

  it('are found when a file goes out by its own door', () => {
    expect(findWith('src/lib/engine/add.ts', `import { x } from '$lib/engine';`)).toContain('a circle');
  });
});
