import { numberRules, PARAMETER_RULES, wholes, type ExerciseKind } from '$lib/exercise';
import { drawSquare, layerCost, mapSizeOf, type LayerParameters } from '../shared/layer';

const isDeep = ({ channels }: { channels: number }) => channels > 1;

/** How many numbers a convolutional layer learns: FN·(C·F·F + 1). */
export const exercise = {
  draw(draw, level) {
    const layer = {
      channels: level === 1 ? 1 : draw.whole(2, level === 2 ? 6 : 16),
      ...(level === 3 ? { height: draw.whole(12, 32), width: draw.whole(12, 32) } : drawSquare(draw, 6, 28)),
      filters: draw.whole(2, level === 1 ? 12 : 32),
      kernel: draw.pick([2, 3, 5]),
      stride: level === 3 ? draw.whole(1, 2) : 1,
      padding: level === 3 ? draw.whole(0, 2) : 0
    };
    return layer.padding >= layer.kernel ? null : layer;
  },
  form: () => ({ form: 'number' }),
  answer: (layer) => wholes(layerCost(layer).parameters),
  wrong: numberRules(
    PARAMETER_RULES,
    (layer: LayerParameters) => {
      const { height, width } = mapSizeOf(layer);
      const { channels, filters, kernel } = layer;
      return { channels, filters, plane: kernel * kernel, mapCells: height * width };
    },
    { 'bias-per-channel': isDeep, 'flat-filter': isDeep }
  )
} satisfies ExerciseKind<LayerParameters>;
