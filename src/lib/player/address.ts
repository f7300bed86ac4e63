import { linkedNumber, linkedWord, type LinkCodec, type LinkedNumberProblem } from '$lib/kinds/models';
import type { Grain } from '$lib/trace';
import { isTracker } from './trackers';

/** A part of a link that could not be used. */
export type LinkProblem = 'scene' | 'step' | 'step-past-end' | 'grain' | 'fixed' | LinkedNumberProblem;

/** What an address says about a scene, as far as it could be used. */
export interface LinkState {
  /** Number of the scene, counted from 0. */
  readonly scene: number;
  /** Not yet held against the scene's length. */
  readonly step: number;
  readonly grain: Grain;
  readonly settings: unknown;
  readonly problems: readonly LinkProblem[];
  /** Names of parts that mean nothing here, as they stand in the address, each once. */
  readonly unknown: readonly string[];
}

/** What an address is read against, and what it may leave out. */
export interface LinkScene {
  readonly id: string;
  readonly grain: Grain;
  /** The grains on offer. */
  readonly grains: readonly Grain[];
  readonly settings: unknown;
  readonly editable: boolean;
  readonly link: LinkCodec<unknown>;
}

/** The parts of every address; a scene has its own besides. */
const COMMON_PARTS = ['scene', 'step', 'grain'];

/** Such as `amp;step`, of a link that was copied out of a page's source. What trackers add is passed over. */
function unknownParts(parameters: URLSearchParams, { link }: LinkScene): string[] {
  const known = [...COMMON_PARTS, ...link.parts];
  return [...new Set(parameters.keys())].filter((name) => !known.includes(name) && !isTracker(name));
}

const readStep = linkedNumber(0, Number.MAX_SAFE_INTEGER);

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
    // Whose parts the others were is not known.
    return {
      scene: 0,
      step: 0,
      grain: first.grain,
      settings: first.settings,
      problems: ['scene'],
      unknown: []
    };
  }
  const problems: LinkProblem[] = [];
  const step = readStep(parameters.get('step') ?? '0');
  if (!step.success) problems.push('step');
  const grain = linkedWord(scene.grains)(parameters.get('grain') ?? scene.grain);
  if (!grain.success) problems.push('grain');
  const mentioned = scene.link.parts.some((part) => parameters.has(part));
  const numbers = mentioned && scene.editable ? scene.link.read(parameters, scene.settings) : null;
  if (mentioned && !scene.editable) problems.push('fixed');
  return {
    scene: found,
    step: step.success ? step.output : 0,
    grain: grain.success ? grain.output : scene.grain,
    settings: numbers?.settings ?? scene.settings,
    problems: [...problems, ...(numbers?.problems ?? [])],
    unknown: unknownParts(parameters, scene)
  };
}

/** Reads a state from a query as `writeAddress` makes it. */
export function readQuery(query: string, scenes: readonly [LinkScene, ...LinkScene[]]): LinkState {
  return readAddress(new URLSearchParams(query), scenes);
}

/** The query of a state: scene and step always, of the rest only what differs from the lesson's own. */
export function writeAddress(
  own: LinkScene,
  state: { readonly step: number; readonly grain: Grain; readonly settings: unknown }
): string {
  const parts = [`scene=${own.id}`, `step=${state.step}`];
  if (state.grain !== own.grain) parts.push(`grain=${state.grain}`);
  return `?${[...parts, ...own.link.write(state.settings, own.settings)].join('&')}`;
}
