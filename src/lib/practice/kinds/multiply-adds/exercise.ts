import { MULTIPLY_ADD_RULES, numberRules, wholes, type ExerciseKind } from '$lib/exercise';
import { drawSquare, layerCost, mapSizeOf, type LayerParameters } from '../shared/layer';

/** How often a convolutional layer multiplies and adds: C·F·F times for each of its FN·OH·OW output cells. */
export const exercise = {
  draw(draw, level) {
    const layer = {
      channels: level === 1 ? 1 : draw.whole(2, level === 2 ? 4 : 8),
      ...(level === 3 ? { height: draw.whole(6, 16), width: draw.whole(6, 16) } : drawSquare(draw, 4, 10)),
      filters: draw.whole(2, level === 3 ? 10 : 5),
      kernel: draw.whole(2, 3),
      stride: level === 3 ? draw.whole(1, 2) : 1,
      padding: level === 3 ? draw.whole(0, 1) : 0
    };
    const { height, width } = mapSizeOf(layer);
    return height < 2 || width < 2 ? null : layer;
  },
  form: () => ({ form: 'number' }),
  answer: (layer) => wholes(layerCost(layer).multiplyAdds),
  wrong: numberRules(
    MULTIPLY_ADD_RULES,
    (layer: LayerParameters) => {
      const map = mapSizeOf(layer);
      const { channels, filters, kernel, height, width } = layer;
      const mapCells = map.height * map.width;
      return { channels, filters, plane: kernel * kernel, mapCells, pixels: height * width };
    },
    { 'depth-ignored': ({ channels }) => channels > 1 }
  )
} satisfies ExerciseKind<LayerParameters>;
