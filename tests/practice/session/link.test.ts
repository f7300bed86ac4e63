import { planOf, readSessionLink, writeSessionLink } from '$lib/practice/session/link';
import { describe, expect, it } from 'vitest';

const isKind = (name: string) => ['output-size', 'output-cell'].includes(name);
const read = (query: string) => readSessionLink(new URLSearchParams(query), isKind);

describe('the link of a session', () => {
  it('names a mode, kinds with levels, a seed and a number', () => {
    expect(read('mode=mixed&kinds=output-size.2,output-cell.1&seed=7&n=10')).toEqual({
      mode: 'mixed',
      items: [
        { kind: 'output-size', level: 2 },
        { kind: 'output-cell', level: 1 }
      ],
      seed: 7,
      count: 10,
      problems: [],
      unknown: []
    });
  });

  it('is the same session when it is written and read again', () => {
    const items = [{ kind: 'output-size', level: 3 }] as const;
    const plan = { mode: 'test', items, seed: 12, count: 4 } as const;
    expect(planOf(read(writeSessionLink(plan)), [], 99)).toEqual(plan);
  });

  it('takes a kind without a level as level 1, and the same kind and level once', () => {
    expect(read('kinds=output-size,output-size.1,output-size.2').items).toEqual([
      { kind: 'output-size', level: 1 },
      { kind: 'output-size', level: 2 }
    ]);
  });

  it.each([
    ['mode=exam', ['mode']],
    ['kinds=output-size.1,nonsense.2', ['kinds']],
    ['kinds=output-size.9', ['level']],
    ['seed=-3', ['seed']],
    ['seed=1e3', ['seed']],
    ['seed=99999999999999999999', ['seed']],
    ['n=0', ['count']],
    ['n=many', ['count']],
    ['n=1000', ['too-many']],
    ['kinds=%3Cscript%3E', ['kinds']],
    ['', []]
  ])('says what of "%s" it cannot use', (query, problems) => {
    expect(read(query).problems).toEqual(problems);
  });

  it('goes on with what is understood', () => {
    const link = read('mode=exam&kinds=nonsense.2,output-size.2&seed=x&n=1000');
    expect(planOf(link, [], 5)).toEqual({
      mode: 'mixed',
      items: [{ kind: 'output-size', level: 2 }],
      seed: 5,
      count: 50
    });
    expect(link.unknown).toEqual(['nonsense.2']);
  });

  it('asks everything where it names no kind that there is', () => {
    const everything = [{ kind: 'output-cell', level: 1 }] as const;
    expect(planOf(read('kinds=nonsense'), everything, 1)).toMatchObject({ items: everything, count: 10 });
  });
});
