import { isLightness, WHITE } from '../shared/lightness';
import type { ColourImageSettings, PlaneName } from './model';
import { Fraction, sameShape, sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { CellEditing } from '$lib/stage';
import { keptText, quoted } from '$lib/describe';
import type { SceneNumbers } from '../shared/kind';

const WHOLE = /^\d{1,3}$/;

function readBrightness(text: string): Fraction | null {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) && Number(trimmed) <= WHITE ? new Fraction(Number(trimmed)) : null;
}

/** One value, not what only could not be read as several. */
const isAlone = (text: string) => !/[\s,;&[\]]/.test(text.trim());

/**
 * How the cells of one plane are changed: whole numbers from 0 to 255, one by one, a whole plane pasted, or all three,
 * (channels, height, width), at once.
 */
export function planeEditing(numbers: SceneNumbers<ColourImageSettings>, name: PlaneName): CellEditing {
  const plane = () => numbers.settings[name];
  const take = (data: ExactTensor['data']) =>
    numbers.take({ ...numbers.settings, [name]: { ...plane(), data } });
  const fits = ({ shape, data }: ExactTensor) => sameShape(shape, plane().shape) && data.every(isLightness);
  const indexOf = ({ row, column }: { row: number; column: number }) => row * sizeOf(plane()).width + column;
  const textOf = (index: number) => plane().data[index]?.toFraction() ?? '';

  function commit(index: number, text: string): void {
    const value = readBrightness(text);
    if (value) {
      take(plane().data.map((old, place) => (place === index ? value : old)));
      return;
    }
    numbers.warn(m.brightness_unreadable({ text: quoted(text), kept: keptText(textOf(index)) }));
  }

  async function paste(text: string): Promise<void> {
    const pasting = await import('../shared/pasting').catch(() => null);
    if (!numbers.onShow) return;
    if (pasting === null) return numbers.warn(m.part_missing());
    const reading = pasting.readPastedPlanes(text);
    if (!reading.ok) return numbers.warn(pasting.pasteProblemText(reading.problem));
    const [first, second, third, ...further] = reading.planes;
    if (first && !second && fits(first)) return take(first.data);
    if (first && second && third && further.length === 0 && reading.planes.every(fits)) {
      return numbers.take({ ...numbers.settings, red: first, green: second, blue: third });
    }
    const { height, width } = sizeOf(plane());
    numbers.warn(m.plane_paste_unfit({ rows: height, columns: width }));
  }

  return {
    canEdit: () => true,
    textOf: (at) => textOf(indexOf(at)),
    commit: (at, text) => Promise.resolve(commit(indexOf(at), text)),
    paste(at, text) {
      if (isAlone(text)) commit(indexOf(at), text);
      else void paste(text);
    }
  };
}
