import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDoors } from '../../scripts/doors.mjs';

const WHOLE = [
  'schema.ts',
  'model.ts',
  'wrong.ts',
  'words.ts',
  'Stage.svelte',
  'Finished.svelte',
  'index.ts'
];

let folder: string;

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const kindFile = (kind: string, file: string) => `src/lib/kinds/${kind}/${file}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doors-'));
  for (const locale of ['en', 'ko']) write(`messages/${locale}.json`, '{ "input": "Input" }');
  for (const kind of ['bias', 'max-pooling']) for (const file of WHOLE) write(kindFile(kind, file));
  write(kindFile('shared', 'model.ts'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the doors of the kinds', () => {
  it('name every folder but the shared one', () => {
    writeDoors(folder);
    for (const door of ['models', 'schemas', 'stages', 'finished', 'sources']) {
      const text = read(kindFile('doors', `${door}.ts`));
      expect(text).toContain(`'bias':`);
      expect(text).toContain(`'max-pooling':`);
      expect(text).not.toContain('shared');
    }
  });

  it.each(WHOLE)('cannot be made without %s', (file) => {
    rmSync(join(folder, kindFile('max-pooling', file)));
    expect(() => writeDoors(folder)).toThrow(`src/lib/kinds/max-pooling is not whole: it has no ${file}`);
  });
});

describe('the list of message files', () => {
  const patterns = (): string[] =>
    JSON.parse(read('project.inlang/settings.json'))['plugin.inlang.messageFormat'].pathPattern;

  it('holds the words of the interface, and those of kinds that have some', () => {
    for (const locale of ['en', 'ko']) write(kindFile('bias', `${locale}.json`), '{ "bias": "b" }');
    writeDoors(folder);
    expect(patterns()).toEqual(['./messages/{locale}.json', './src/lib/kinds/bias/{locale}.json']);
  });

  it('is not made when a kind speaks one language', () => {
    write(kindFile('bias', 'ko.json'), '{ "bias": "편향" }');
    expect(() => writeDoors(folder)).toThrow('src/lib/kinds/bias has words in ko only');
  });

  it('is not made when a key stands in two files', () => {
    for (const locale of ['en', 'ko']) write(kindFile('bias', `${locale}.json`), '{ "input": "Input" }');
    expect(() => writeDoors(folder)).toThrow(
      'the words "input" stand in messages/en.json and in src/lib/kinds/bias/en.json'
    );
  });
});
