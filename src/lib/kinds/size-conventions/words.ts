import { EQUALS, PLUS, TIMES, type EquationPiece, type NamedEquation } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import { lengthValues } from '../shared/line/set-length';
import type { LineSettings } from '../shared/line/settings';
import type { ConventionLine, ConventionName, ConventionsRun } from './model';
import type { wrong } from './wrong';

const piece = (text: number | string, tone: EquationPiece['tone']): EquationPiece => ({
  text: `${text}`,
  tone
});

/** What a line is called: who does it, and how. */
export function lineName({ name, walk }: ConventionLine, locale: Locale): string {
  const names: Record<ConventionName, string> = {
    torch: m.convention_torch({ padding: walk.before }, { locale }),
    same: m.convention_same({}, { locale }),
    pool: m.convention_pool({}, { locale }),
    'pool-ceil': m.convention_pool_ceil({}, { locale })
  };
  return names[name];
}

/** The rule of a line with its numbers, whether the last window is left out afterwards or not. */
function linePieces({ name, walk }: ConventionLine): EquationPiece[] {
  const { input, kernel, stride, before, room } = walk;
  if (name === 'same') {
    return [
      ...[piece('⌈', 'sign'), piece(input, 'input'), piece('/', 'sign'), piece(stride, 'kernel')],
      ...[piece('⌉', 'sign'), EQUALS, piece(walk.outputs, 'output')]
    ];
  }
  const [open, close] = name === 'pool-ceil' ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const steps = name === 'pool-ceil' ? Math.ceil(room / stride) : Math.floor(room / stride);
  return [
    ...[piece(`${open}(`, 'sign'), piece(input, 'input')],
    ...(name === 'torch' ? [PLUS, piece(2, 'sign'), TIMES, piece(before, 'input')] : []),
    ...[piece(' − ', 'sign'), piece(kernel, 'kernel'), piece(')/', 'sign'), piece(stride, 'kernel')],
    ...[piece(close, 'sign'), PLUS, piece(1, 'sign'), EQUALS, piece(steps + 1, 'output')]
  ];
}

/** The rule of each line that was walked; none where the window does not fit. */
export function conventionEquations(
  { lines }: ConventionsRun,
  step: number,
  locale: Locale
): NamedEquation[] {
  return lines
    .slice(0, step)
    .filter(({ walk }) => walk.outputs > 0)
    .map((line) => ({ title: lineName(line, locale), pieces: linePieces(line) }));
}

/** The line over the caption of a step. */
function heading({ lines }: ConventionsRun, step: number, locale: Locale): string {
  const line = lines[step - 1];
  if (!line) return m.caption_title_start({}, { locale });
  return m.convention_heading({ step, name: lineName(line, locale) }, { locale });
}

/** The caption of a step. */
function caption({ lines }: ConventionsRun, step: number, locale: Locale): string {
  const line = lines[step - 1];
  const language = { locale };
  if (!line) return m.convention_start({}, language);
  const { walk, name } = line;
  const { outputs, leftover, before, after, reached, span, padded } = walk;
  if (outputs === 0) return m.convention_nothing({ span, padded, count: -walk.room }, language);
  if (name === 'same') return m.convention_said_same({ outputs, before, after }, language);
  if (name === 'pool-ceil') {
    const fits = walk.room % walk.stride === 0;
    const isShort = !fits && reached === 0;
    if (isShort) return m.convention_said_outside({ outputs }, language);
    return fits
      ? m.convention_said_even({ outputs }, language)
      : m.convention_said_ceil({ outputs, reached }, language);
  }
  return m.convention_said_floor({ outputs, leftover }, language);
}

/** What the live region says of a step. */
function sentence(run: ConventionsRun, step: number, locale: Locale): string {
  if (step === 0) return m.convention_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

/** The numbers that prose may show; four lengths can be changed there. */
function values(settings: LineSettings, { lines }: ConventionsRun) {
  const same = lines.find(({ name }) => name === 'same')?.walk;
  return {
    ...lengthValues(settings, ['input', 'kernel', 'stride', 'padding']),
    'same-before': { text: `${same?.before ?? 0}` },
    'same-after': { text: `${same?.after ?? 0}` }
  };
}

export const words: KindWords<LineSettings, ConventionsRun, keyof typeof wrong> = {
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'rounded-up': m.wrong_size_rounded_up,
    unrounded: m.wrong_size_unrounded,
    'input-by-stride': m.wrong_size_input_by_stride,
    'forgot-first-place': m.wrong_size_forgot_first_place,
    'ignored-stride': m.wrong_size_ignored_stride,
    'padding-once': m.wrong_size_padding_once,
    'ignored-padding': m.wrong_size_ignored_padding,
    'kept-length': m.wrong_size_kept_length
  },
  otherwise: m.walk_wrong,
  watch: m.walk_watch
};
