import { MOST_CELLS, readLinkMatrix, writeLinkMatrix } from '$lib/course';
import { sameTensor, sizeOf, windowGeometry, type ExactTensor } from '$lib/engine';
import type { Grain, WindowSettings } from '$lib/trace';
import * as v from 'valibot';

/** A part of a link that could not be used. */
export type LinkProblem =
  | 'scene'
  | 'step'
  | 'step-past-end'
  | 'grain'
  | 'input'
  | 'kernel'
  | 'stride'
  | 'padding'
  | 'fixed'
  | 'kernel-too-large';

/** What an address says about a scene, as far as it could be used. */
export interface LinkState {
  /** Number of the scene, counted from 0. */
  readonly scene: number;
  /** Not yet held against the scene's length. */
  readonly step: number;
  readonly grain: Grain;
  readonly settings: WindowSettings;
  readonly problems: readonly LinkProblem[];
}

/** What an address is read against, and what it may leave out. */
export interface LinkScene {
  readonly id: string;
  readonly grain: Grain;
  readonly settings: WindowSettings;
  readonly editable: boolean;
}

/** The largest stride and padding that the controls offer, in cells. */
export const MOST_STRIDE = MOST_CELLS;
export const MOST_PADDING = 2;

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
const stepSchema = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const strideSchema = wholeNumber(1, MOST_STRIDE);
const paddingSchema = wholeNumber(0, MOST_PADDING);
const grainSchema = v.picklist(['cell', 'product']);

function readMatrixPart(text: string | null, own: ExactTensor): ExactTensor | null {
  if (text === null) return own;
  const reading = readLinkMatrix(text);
  return reading.ok ? reading.matrix : null;
}

function fits(settings: WindowSettings): boolean {
  try {
    windowGeometry(sizeOf(settings.input), sizeOf(settings.kernel), settings);
    return true;
  } catch {
    return false;
  }
}

/** Reads the numbers of a link; each part that cannot be used is the lesson's own, and is named. */
function readNumbers(
  parameters: URLSearchParams,
  own: WindowSettings
): { settings: WindowSettings; problems: LinkProblem[] } {
  const problems: LinkProblem[] = [];
  const input = readMatrixPart(parameters.get('input'), own.input);
  const kernel = readMatrixPart(parameters.get('kernel'), own.kernel);
  const stride = v.safeParse(strideSchema, parameters.get('stride') ?? `${own.stride}`);
  const padding = v.safeParse(paddingSchema, parameters.get('padding') ?? `${own.padding}`);
  if (!input) problems.push('input');
  if (!kernel) problems.push('kernel');
  if (!stride.success) problems.push('stride');
  if (!padding.success) problems.push('padding');
  const settings = {
    input: input ?? own.input,
    kernel: kernel ?? own.kernel,
    stride: stride.success ? stride.output : own.stride,
    padding: padding.success ? padding.output : own.padding
  };
  if (fits(settings)) return { settings, problems };
  return { settings: own, problems: [...problems, 'kernel-too-large'] };
}

const NUMBER_PARTS = ['input', 'kernel', 'stride', 'padding'];

/** Reads the state of a lesson from its address. Whatever the address says, the result can be shown. */
export function readAddress(
  parameters: URLSearchParams,
  scenes: readonly [LinkScene, ...LinkScene[]]
): LinkState {
  const id = parameters.get('scene');
  const found = id === null ? 0 : scenes.findIndex((scene) => scene.id === id);
  const first = scenes[0];
  const scene = scenes[found];
  if (!scene) {
    return { scene: 0, step: 0, grain: first.grain, settings: first.settings, problems: ['scene'] };
  }
  const problems: LinkProblem[] = [];
  const step = v.safeParse(stepSchema, parameters.get('step') ?? '0');
  if (!step.success) problems.push('step');
  const grain = v.safeParse(grainSchema, parameters.get('grain') ?? scene.grain);
  if (!grain.success) problems.push('grain');
  const mentioned = NUMBER_PARTS.some((part) => parameters.has(part));
  const numbers = mentioned && scene.editable ? readNumbers(parameters, scene.settings) : null;
  if (mentioned && !scene.editable) problems.push('fixed');
  return {
    scene: found,
    step: step.success ? step.output : 0,
    grain: grain.success ? grain.output : scene.grain,
    settings: numbers?.settings ?? scene.settings,
    problems: [...problems, ...(numbers?.problems ?? [])]
  };
}

/** The query of a state: scene and step always, of the rest only what differs from the lesson's own. */
export function writeAddress(
  own: LinkScene,
  state: { readonly step: number; readonly grain: Grain; readonly settings: WindowSettings }
): string {
  const { input, kernel, stride, padding } = state.settings;
  const parts = [`scene=${own.id}`, `step=${state.step}`];
  if (state.grain !== own.grain) parts.push(`grain=${state.grain}`);
  if (!sameTensor(input, own.settings.input)) parts.push(`input=${writeLinkMatrix(input)}`);
  if (!sameTensor(kernel, own.settings.kernel)) parts.push(`kernel=${writeLinkMatrix(kernel)}`);
  if (stride !== own.settings.stride) parts.push(`stride=${stride}`);
  if (padding !== own.settings.padding) parts.push(`padding=${padding}`);
  return `?${parts.join('&')}`;
}
