import { describe, expect, it } from 'vitest';
import { readRequest } from '../../scripts/test-request.mjs';

describe('npm test', () => {
  it('runs everything when nothing is named', () => {
    const parts = ['check', 'unit', 'component', 'e2e', 'browsers'];
    expect(readRequest([])).toEqual({ parts, parameters: [], dev: false });
  });

  it('runs the parts that are named', () => {
    expect(readRequest(['unit', 'check']).parts).toEqual(['unit', 'check']);
  });

  it.each([
    ['a file', ['e2e', 'tests/e2e/bias.spec.ts']],
    ['several files', ['unit', 'tests/engine/loss.test.ts', 'tests/engine/softmax.test.ts']],
    ['a line of a file', ['e2e', 'bias.spec.ts:12']],
    ['a file of Windows', ['e2e', 'tests\\e2e\\bias.spec.ts']],
    ['tests by name', ['unit', '-t', 'the bias']]
  ])('hands on %s', (_, words) => {
    const [part, ...parameters] = words;
    expect(readRequest(words)).toEqual({ parts: [part], parameters, dev: false });
  });

  it('runs end-to-end tests against the development server', () => {
    const file = 'tests/e2e/bias.spec.ts';
    expect(readRequest(['e2e', '--dev', file])).toEqual({ parts: ['e2e'], parameters: [file], dev: true });
  });

  it.each([
    ['a part that does not exist', ['unit', 'componnet'], /no part "componnet"/],
    ['a file without its part', ['tests/e2e/bias.spec.ts'], /which part/],
    ['a file of two parts', ['unit', 'e2e', 'tests/e2e/bias.spec.ts'], /which part/],
    ['a file of the checks', ['check', 'README.md'], /which part/],
    ['the development server for other parts', ['unit', '--dev'], /end-to-end/],
    ['the development server for everything', ['--dev'], /end-to-end/]
  ])('refuses %s with a sentence', (_, words, sentence) => {
    expect(() => readRequest(words)).toThrow(sentence);
  });
});
