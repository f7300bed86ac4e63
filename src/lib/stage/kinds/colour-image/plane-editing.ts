import { BRIGHTEST, isPlane, readPastedMatrix, type ColourImageSettings, type PlaneName } from '$lib/course';
import { quoted, withParticle } from '$lib/describe';
import { Fraction, sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { CellEditing } from '../../Grid.svelte';
import type { SceneNumbers } from '../kind';

const WHOLE = /^\d{1,3}$/;

function readBrightness(text: string): Fraction | null {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) && Number(trimmed) <= BRIGHTEST ? new Fraction(Number(trimmed)) : null;
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
    const kept = textOf(index);
    numbers.warn(
      m.brightness_unreadable({
        text: quoted(text),
        kept: getLocale() === 'ko' ? withParticle(kept, '을/를') : kept
      })
    );
  }

  return {
    canEdit: () => true,
    textOf: (at) => textOf(indexOf(at)),
    commit: (at, text) => Promise.resolve(commit(indexOf(at), text)),
    paste(at, text) {
      const reading = readPastedMatrix(text);
      if (reading.ok && reading.matrix.data.length > 1) {
        const { height, width } = sizeOf(plane());
        const pasted = sizeOf(reading.matrix);
        const fits = pasted.height === height && pasted.width === width && isPlane(reading.matrix);
        if (fits) take(reading.matrix.data);
        else numbers.warn(m.plane_paste_unfit({ rows: height, columns: width }));
        return;
      }
      commit(indexOf(at), text);
    }
  };
}
