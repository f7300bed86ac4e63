import { sameShape, sizeOf, tensor, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MatrixEditor } from '../shared/matrix-editor';
import { readTypedSize } from '$lib/describe';
import { canSplit, type BankSettings } from './settings';

/** What a learner may change: a plane of the input, a plane of a filter, a bias. */
export type BankOperand =
  | { readonly kind: 'input'; readonly channel: number }
  | { readonly kind: 'kernel'; readonly filter: number; readonly channel: number }
  | { readonly kind: 'bias'; readonly filter: number };

const replaced = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((old, place) => (place === index ? item : old));

/** Changes the numbers of a filter bank. All planes keep their size. */
export class BankEditor extends MatrixEditor<BankSettings, BankOperand> {
  protected override matrixOf(operand: BankOperand): ExactTensor {
    const { input, filters, biases } = this.settings;
    if (operand.kind === 'input') return input[operand.channel] as ExactTensor;
    if (operand.kind === 'kernel') return filters[operand.filter]?.[operand.channel] as ExactTensor;
    return tensor([1, 1, 1, 1], biases.slice(operand.filter, operand.filter + 1));
  }

  protected override changed(operand: BankOperand, image: ExactTensor): BankSettings {
    const { input, filters, biases } = this.settings;
    if (operand.kind === 'input') {
      return { ...this.settings, input: replaced(input, operand.channel, image) };
    }
    if (operand.kind === 'kernel') {
      const filter = replaced(filters[operand.filter] ?? [], operand.channel, image);
      return { ...this.settings, filters: replaced(filters, operand.filter, filter) };
    }
    const [bias] = image.data;
    return bias ? { ...this.settings, biases: replaced(biases, operand.filter, bias) } : this.settings;
  }

  protected override refusal(operand: BankOperand, image: ExactTensor): string | null {
    const own = this.matrixOf(operand);
    if (sameShape(image.shape, own.shape)) return null;
    if (operand.kind === 'bias') return m.bias_is_one_number();
    const { height, width } = sizeOf(own);
    return m.bank_plane_size({ size: `${height}×${width}` });
  }

  /** Planes of a 3-D array are taken as the channels of the input. */
  protected override takePlanes(operand: BankOperand, planes: readonly ExactTensor[]): boolean {
    if (operand.kind !== 'input') return false;
    const { input } = this.settings;
    const refusal =
      planes.length === input.length
        ? this.refusal(operand, planes[0] as ExactTensor)
        : m.bank_paste_channels({ count: planes.length, channels: input.length });
    if (refusal === null) this.take({ ...this.settings, input: planes });
    else this.warn(refusal);
    return true;
  }

  /** Takes a number of groups that was typed, if it divides channels and filters; answers whether it was taken. */
  setGroups(text: string): boolean {
    const { input, filters, groups } = this.settings;
    const bounds = { least: 1, most: input.length };
    const value = readTypedSize(text, bounds, groups, m.bank_groups(), this.warn);
    if (value === null) return false;
    if (!canSplit(this.settings, value)) {
      this.warn(m.bank_groups_divide({ groups: value, channels: input.length, filters: filters.length }));
      return false;
    }
    return this.take({ ...this.settings, groups: value });
  }
}
