import { describe, expect, it } from 'vitest';
import { findLeftOvers } from '../../scripts/check-source.mjs';

describe('left-overs', () => {
  it.each([
    ['a note', 'src/lib/engine/a.ts', '// TODO later'],
    ['a lone test', 'tests/a.test.ts', `it.only('a', () => {});`],
    ['a test left out', 'tests/a.test.ts', `describe.skip('a', () => {});`],
    ['a test that leaves itself out', 'tests/a.test.ts', `test.skip();`],
    ['a test left out for ever', 'tests/a.test.ts', `test.skip(true, 'not today');`],
    ['a silenced error', 'src/a.ts', '// @ts-ignore'],
    ['raw markup', 'src/lib/stage/A.svelte', '{@html text}'],
    ['drawing with D3', 'src/a.ts', `d3.select('svg')`],
    ['an import of it', 'src/a.ts', `import {\n  scaleLinear,\n  selectAll\n} from 'd3';`],
    ['an import from its part', 'src/a.ts', `import { select } from 'd3-selection';`]
  ])('%s is found', (_, path, text) => {
    expect(findLeftOvers(path, text)).toHaveLength(1);
  });

  it.each([
    ['raw markup in its one place', 'src/lib/ui/Html.svelte', '{@html html}'],
    ['a select of ours', 'src/a.ts', `import { select } from './list';\nimport { scaleLinear } from 'd3';`],
    ['a method of that name', 'src/lib/player/a.ts', 'player.skip();'],
    ['a condition', 'tests/a.test.ts', `it.skipIf(noPython)('a', () => {});`],
    ['a condition within', 'tests/a.test.ts', `test.skip(!isThere, 'there is no Python');`]
  ])('%s is none', (_, path, text) => {
    expect(findLeftOvers(path, text)).toEqual([]);
  });

  it('come with their line', () => {
    expect(findLeftOvers('src/a.ts', 'one\ntwo\n// FIXME')[0]).toMatch(/^src\/a\.ts:3 /);
  });
});
