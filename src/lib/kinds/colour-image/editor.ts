import { isLightness, WHITE } from '../shared/lightness';
import { readPastedMatrix } from '../shared/matrix-text';
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

/** How the cells of one plane are changed: whole numbers from 0 to 255, one by one or a whole plane pasted. */
export function planeEditing(numbers: SceneNumbers<ColourImageSettings>, name: PlaneName): CellEditing {
  const plane = () => numbers.settings[name];
  const take = (data: ExactTensor['data']) =>
    numbers.take({ ...numbers.settings, [name]: { ...plane(), data } });
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

  return {
    canEdit: () => true,
    textOf: (at) => textOf(indexOf(at)),
    commit: (at, text) => Promise.resolve(commit(indexOf(at), text)),
    paste(at, text) {
      const reading = readPastedMatrix(text);
      if (reading.ok && reading.matrix.data.length > 1) {
        const { shape, data } = reading.matrix;
        const { height, width } = sizeOf(plane());
        if (sameShape(shape, plane().shape) && data.every(isLightness)) take(data);
        else numbers.warn(m.plane_paste_unfit({ rows: height, columns: width }));
        return;
      }
      commit(indexOf(at), text);
    }
  };
}
