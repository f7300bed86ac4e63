/**
 * The kinds of scene, a folder each: what a lesson writes down (`schema`), what is computed from it (`model`), how it
 * stands in a link, what goes wrong when it is predicted (`wrong`), what is said of it (`words`), what is drawn of it
 * (`Stage`), and what stands there without scripts (`Finished`). No kind knows another; what two of them need is in
 * `shared` or, when it draws, in the stage. This is the lazy door: a lesson fetches the kinds that it has and no
 * others. The tables are made from the folders (scripts/doors.mjs).
 */
import type { Component } from 'svelte';
import { KIND_FINISHED } from './doors/finished';
import { KIND_STAGES } from './doors/stages';
import type { SceneKindName } from './models';
import type { FinishedProps, SceneKind } from './shared/kind';

/** The kinds that a lesson's scenes are of. */
export type SceneKinds = Readonly<Partial<Record<SceneKindName, SceneKind>>>;

/** Fetches the kinds that a lesson needs. */
export async function loadKinds(names: readonly SceneKindName[]): Promise<SceneKinds> {
  const loaded = await Promise.all(
    [...new Set(names)].map(async (name) => [name, await KIND_STAGES[name]()] as const)
  );
  return Object.fromEntries(loaded);
}

/** Fetches what reads a pasted matrix: few paste. */
export const loadPasting = () => import('./shared/pasting');

/**
 * What stands there of a kind where no script runs. Only the prerendered page draws it: the compiler drops what lies
 * inside <noscript> from the scripts, and these components with it.
 */
export function finishedScene(name: SceneKindName): Component<FinishedProps> {
  return KIND_FINISHED[name] as unknown as Component<FinishedProps>;
}

export { loadScene } from './load-scene';
export type { LoadedScene } from './load-scene';
export type { LiveValue, SceneKind, SceneNumbers } from './shared/kind';
