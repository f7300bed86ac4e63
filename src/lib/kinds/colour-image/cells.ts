import { PLANES, type ColourImageSettings, type PlaneName } from './model';
import { sizeOf } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { type GridCell, inkColour } from '$lib/stage';

export const PLANE_LABELS: Record<PlaneName, () => string> = {
  red: m.plane_red,
  green: m.plane_green,
  blue: m.plane_blue
};

type Colour = Readonly<Record<PlaneName, number>>;

function painted({ red, green, blue }: Colour): GridCell['paint'] {
  return {
    background: `rgb(${red} ${green} ${blue})`,
    ink: inkColour(red, green, blue)
  };
}

/** The red, green and blue of a pixel, by its place in reading order. */
export function colourAt(settings: ColourImageSettings, index: number): Colour {
  const at = (name: PlaneName) => Number(settings[name].data[index] ?? 0);
  return { red: at('red'), green: at('green'), blue: at('blue') };
}

export function colourText({ red, green, blue }: Colour): string {
  return m.colour_values({ red, green, blue });
}

function gridOf(settings: ColourImageSettings, cell: (index: number) => GridCell): GridCell[][] {
  const { height, width } = sizeOf(settings.red);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cell(row * width + column))
  );
}

/** The image: cells without a number, named by their three. */
export function imageCells(settings: ColourImageSettings, lit: number | null): GridCell[][] {
  return gridOf(settings, (index) => {
    const colour = colourAt(settings, index);
    return {
      text: '',
      label: colourText(colour),
      paint: painted(colour),
      tone: index === lit ? 'pixel lit' : 'pixel'
    };
  });
}

/** One plane: its numbers, each in the shade of the plane's own light that it stands for. */
export function planeCells(
  settings: ColourImageSettings,
  name: PlaneName,
  shown: boolean,
  lit: number | null
): GridCell[][] {
  const dark = { red: 0, green: 0, blue: 0 };
  return gridOf(settings, (index) => {
    if (!shown) return { text: '', label: m.empty_cell(), tone: 'waiting' };
    const value = colourAt(settings, index)[name];
    return {
      text: `${value}`,
      paint: painted({ ...dark, [name]: value }),
      tone: index === lit ? 'pixel lit' : 'pixel'
    };
  });
}

/** The planes that have come by a step, in their order. */
export function planesShown(step: number): readonly PlaneName[] {
  return PLANES.slice(0, step);
}
