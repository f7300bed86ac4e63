import { outputLength } from '$lib/engine';
import { MAP_SIZE_RULES, OUTPUT_SIZE_RULES, wholes, type Answer, type ExerciseKind } from '$lib/exercise';
import { drawSquare, mapSizeOf, type LayerParameters } from '../shared/layer';

/** Channels, height and width of the output of another number of maps. */
const shape = (maps: number, height: number, width: number): readonly Answer[] => [
  wholes(maps, height, width)
];

const room = ({ kernel, padding }: LayerParameters, side: number) => side + 2 * padding - kernel;

/** A rule for each side of a map, with the right number of maps. */
function sides(
  layer: LayerParameters,
  rule: (side: { input: number; mapSide: number }) => readonly Answer[number][]
): readonly Answer[] {
  const map = mapSizeOf(layer);
  const height = rule({ input: layer.height, mapSide: map.height });
  const width = rule({ input: layer.width, mapSide: map.width });
  return [[...wholes(layer.filters), ...height.slice(0, 1), ...width.slice(0, 1)]];
}

/** The shape that a filter bank (FN, C, F, F) makes of (C, H, W): (FN, OH, OW). */
export const exercise = {
  draw(draw, level) {
    const layer = {
      channels: draw.whole(2, level === 3 ? 8 : 4),
      ...(level === 1 ? drawSquare(draw, 6, 14) : { height: draw.whole(6, 16), width: draw.whole(6, 16) }),
      filters: draw.whole(2, level === 1 ? 6 : 10),
      kernel: draw.whole(2, 5),
      stride: level === 3 ? draw.whole(2, 3) : 1,
      padding: level === 1 ? 0 : draw.whole(level === 3 ? 1 : 0, 2)
    };
    return layer.channels === layer.filters || layer.padding >= layer.kernel ? null : layer;
  },
  form: () => ({ form: 'fields', count: 3 }),
  answer(layer) {
    const { height, width } = mapSizeOf(layer);
    return wholes(layer.filters, height, width);
  },
  wrong: {
    /** Every filter makes the map larger. */
    'grows-with-filters': (layer) => {
      const [height, width] = (['height', 'width'] as const).map((side) => mapSizeOf(layer)[side]) as [
        number,
        number
      ];
      const grown = (mapSide: number) =>
        MAP_SIZE_RULES['grows-with-filters']({ filters: layer.filters, inputSide: mapSide, mapSide });
      return [[...wholes(1), ...grown(height), ...grown(width)]];
    },
    /** Each channel of each filter makes a map of its own. */
    'not-summed': (layer) => {
      const { height, width } = mapSizeOf(layer);
      return shape(layer.filters * layer.channels, height, width);
    },
    /** As many channels come out as went in. */
    'channels-kept': (layer) => {
      const { height, width } = mapSizeOf(layer);
      return shape(layer.channels, height, width);
    },
    /** All filters make one map together. */
    'one-map': (layer) => {
      const { height, width } = mapSizeOf(layer);
      return shape(1, height, width);
    },
    /** A map is as large as the input. */
    'as-the-input': (layer) =>
      sides(layer, ({ input, mapSide }) =>
        MAP_SIZE_RULES['as-the-input']({ filters: layer.filters, inputSide: input, mapSide })
      ),
    /** Counts the steps, not the places: the first place is forgotten. */
    'forgot-first-place': (layer) =>
      sides(layer, ({ input }) => OUTPUT_SIZE_RULES['forgot-first-place']({ ...layer, input })),
    /** Lets a last window reach over the edge. */
    'rounded-up': (layer) =>
      [layer.height, layer.width].some((side) => room(layer, side) % layer.stride !== 0)
        ? sides(layer, ({ input }) => OUTPUT_SIZE_RULES['rounded-up']({ ...layer, input }))
        : [],
    /** Leaves the padding out. */
    'ignored-padding': (layer) =>
      layer.padding > 0 && room(layer, Math.min(layer.height, layer.width)) >= 2 * layer.padding
        ? sides(layer, ({ input }) => wholes(outputLength(input, layer.kernel, layer.stride)))
        : []
  }
} satisfies ExerciseKind<LayerParameters>;
