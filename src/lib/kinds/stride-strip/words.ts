import { EQUALS, PLUS, TIMES, type EquationPiece, type NamedEquation } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import { momentOf, partAt, type StripRun, type StripSettings } from './model';
import type { wrong } from './wrong';

const piece = (count: number, tone: EquationPiece['tone']): EquationPiece => ({ text: `${count}`, tone });
const MINUS: EquationPiece = { text: ' − ', tone: 'sign' };

/** What is counted along one side: the places, where the last window ends and, when it is told, what is left over. */
export function stripEquations(run: StripRun, step: number, locale: Locale): NamedEquation[] {
  if (step === 0) return [];
  const { stride, geometry, unseen } = partAt(run, step);
  const [input, kernel, places] = [geometry.input.width, geometry.kernel.width, geometry.output.width];
  const jumps = places - 1;
  const end = jumps * stride + kernel;
  const equations: NamedEquation[] = [
    {
      title: m.strip_places_title({}, { locale }),
      pieces: [piece(jumps, 'kernel'), PLUS, piece(1, 'kernel'), EQUALS, piece(places, 'output')]
    },
    {
      title: m.strip_end_title({}, { locale }),
      pieces: [
        piece(jumps, 'kernel'),
        TIMES,
        piece(stride, 'kernel'),
        PLUS,
        piece(kernel, 'kernel'),
        EQUALS,
        piece(end, 'input')
      ]
    }
  ];
  if (momentOf(step).leftover) {
    equations.push({
      title: m.strip_leftover_title({}, { locale }),
      pieces: [
        piece(input, 'input'),
        MINUS,
        piece(end, 'input'),
        EQUALS,
        piece(unseen.columns.length, 'input')
      ]
    });
  }
  return equations;
}

/** The line over the caption of a step. */
function heading(run: StripRun, step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  return m.strip_heading({ step, stride: partAt(run, step).stride }, { locale });
}

/** The caption of a step for which the lesson has no words of its own. */
function caption(run: StripRun, step: number, locale: Locale): string {
  if (step === 0) return m.strip_start({}, { locale });
  const { stride, geometry, unseen } = partAt(run, step);
  const count = unseen.columns.length;
  if (!momentOf(step).leftover) {
    return m.strip_caption_places({ stride, places: geometry.output.width }, { locale });
  }
  return count === 0
    ? m.strip_caption_nothing({ stride }, { locale })
    : m.strip_caption_left({ stride, count }, { locale });
}

/** What the live region says of a step. */
function sentence(run: StripRun, step: number, locale: Locale): string {
  if (step === 0) return m.strip_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

export const words: KindWords<StripSettings, StripRun, keyof typeof wrong> = {
  heading,
  sentence,
  caption,
  values: (_, { parts: [first] }) => ({
    'input-side': { text: `${first?.geometry.input.width}` },
    'kernel-side': { text: `${first?.geometry.kernel.width}` }
  }),
  wrong: {
    'rounded-up': m.wrong_rounded_up,
    'input-by-stride': m.wrong_input_by_stride,
    'forgot-first-place': m.wrong_forgot_first_place,
    'border-counts': m.wrong_border_counts,
    'skipped-places': m.wrong_skipped_places,
    'behind-first': m.wrong_behind_first
  },
  otherwise: m.strip_wrong,
  watch: m.strip_watch
};
