import { adaptRules, MAP_SIZE_RULES, PARAMETER_RULES } from '$lib/exercise';
import type { LayerRun } from './run';

const parameters = adaptRules(PARAMETER_RULES, ({ settings, outputHeight, outputWidth }: LayerRun) => ({
  channels: settings.channels,
  filters: settings.filters,
  plane: settings.kernel * settings.kernel,
  mapCells: outputHeight * outputWidth
}));

const mapSize = adaptRules(MAP_SIZE_RULES, ({ settings, outputHeight }: LayerRun) => ({
  filters: settings.filters,
  inputSide: settings.height,
  mapSide: outputHeight
}));

/** What goes wrong when the parameters of a layer, or the rows of its maps, are counted. */
export const wrong = { ...parameters, ...mapSize };
