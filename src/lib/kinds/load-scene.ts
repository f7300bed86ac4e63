import * as v from 'valibot';
import { KIND_SCHEMAS } from './doors/schemas';
import { KIND_STAGES } from './doors/stages';
import type { SceneKindName } from './models';
import type { SceneKind } from './shared/kind';

/** A kind of scene, and numbers as its model reads them. */
export interface LoadedScene {
  readonly kind: SceneKind;
  readonly settings: unknown;
}

/**
 * Fetches the kind of a scene that is made while a page is open.
 *
 * @param raw what a lesson would write down
 * @throws {v.ValiError} when it is nothing that a lesson could write down
 */
export async function loadScene(name: SceneKindName, raw: unknown): Promise<LoadedScene> {
  const [kind, schema] = await Promise.all([KIND_STAGES[name](), KIND_SCHEMAS[name]()]);
  return { kind, settings: kind.model.read(v.parse(schema as v.GenericSchema, raw)) };
}
