import * as m from '$lib/paraglide/messages';

/** A part of a stage that is fetched when it is first shown. */
export class Fetched<Part> {
  readonly #fetch: () => Promise<{ readonly default: Part }>;
  current = $state.raw<Part | null>(null);
  /** Why it is not there; empty while it is on its way. */
  problem = $state('');

  constructor(fetch: () => Promise<{ readonly default: Part }>) {
    this.#fetch = fetch;
  }

  async load(): Promise<void> {
    this.problem = '';
    try {
      this.current = (await this.#fetch()).default;
    } catch {
      this.problem = m.part_missing();
    }
  }
}
