import { readFileSync } from 'node:fs';
import customMedia from 'postcss-custom-media';
import { preprocessCSS, resolveConfig } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { canvasMedia } from '../../scripts/canvas-media.mjs';

const WINDOWS = 'src/lib/ui/media.css';
const IN_A_STAGE = `${process.cwd()}/src/lib/stage/Any.css`;

describe('rules for windows', () => {
  let compile: (css: string, file?: string) => Promise<string>;

  beforeAll(async () => {
    const plugins = [customMedia(), canvasMedia(WINDOWS)];
    const config = await resolveConfig(
      { configFile: false, logLevel: 'silent', css: { postcss: { plugins } } },
      'build'
    );
    const names = readFileSync(WINDOWS, 'utf8');
    compile = async (css, file = IN_A_STAGE) =>
      (await preprocessCSS(names + css, file, config)).code.replace(/\s+/g, ' ').trim();
  });

  it('pass over what stands on a canvas', async () => {
    const css = await compile('@media (--compact) { .a, .b > i::before { color: red } }');
    expect(css).toContain('.a:where(:not([data-canvas] *))');
    expect(css).toContain('.b > i:where(:not([data-canvas] *))::before');
    expect(css.match(/color: red/g)).toHaveLength(1);
  });

  it('hold on a canvas that shows their arrangement, in any window', async () => {
    const narrow = await compile('@media (--narrow) { .a { color: red } } .b { color: blue }');
    expect(narrow).toMatch(/} \.a:where\(\[data-canvas='narrow'\] \*\) { color: red } \.b/);
    const short = await compile('@media (--short) { .a { color: red } }');
    expect(short).toContain(".a:where([data-canvas='low'] *)");
  });

  it('are as they were where they say nothing of a size, and outside of stages', async () => {
    const print = '@media print { .a { color: red } }';
    expect(await compile(print)).not.toContain('data-canvas');
    const page = `${process.cwd()}/src/lib/ui/Any.css`;
    expect(await compile('@media (--compact) { .a { color: red } }', page)).not.toContain('data-canvas');
  });
});
