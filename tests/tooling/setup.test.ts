import { describe, expect, it } from 'vitest';
import { isNodeNewEnough } from '../../scripts/launch.mjs';
import { adviseBrowser, isInstalled } from '../../scripts/setup.mjs';

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });

  it.each(['20.18.3', '18.20.0', '12.22.12', '8.0.0'])('%s is too old', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });
});

describe('the packages', () => {
  const record = (packages: object) => JSON.stringify({ packages });
  const lock = record({ '': {}, 'node_modules/a': { version: '1.0.0' } });

  it('are there when npm recorded the same versions', () => {
    expect(isInstalled(lock, record({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  });

  it.each([
    ['nothing was installed', undefined],
    ['one is missing', record({})],
    ['one is of another version', record({ 'node_modules/a': { version: '1.0.1' } })],
    [
      'one is left over',
      record({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } })
    ]
  ])('are not there when %s', (_, installed) => {
    expect(isInstalled(lock, installed)).toBe(false);
  });

  it('may lack those made for other systems', () => {
    const forMac = { version: '1.0.0', optional: true };
    expect(isInstalled(record({ '': {}, 'node_modules/mac': forMac }), record({}))).toBe(true);
  });
});

describe('a machine without a browser', () => {
  it('says what to install and how to name one', () => {
    expect(adviseBrowser(true)).toContain('sudo apt-get install chromium fonts-liberation fonts-nanum');
    for (const isDebian of [true, false]) {
      expect(adviseBrowser(isDebian)).toContain('CHROMIUM_PATH=/path/to/chrome npm test');
    }
  });
});
