import { exactTensor, rowsOf, sizeOf, tensor, type ExactTensor, type Fraction } from '$lib/engine';

/** How many channels an operand (1, C, H, W) has. */
export function channelsOf({ shape }: ExactTensor): number {
  return shape[1] ?? 1;
}

/** The channels of an operand, each (1, 1, H, W). */
export function planesOf(operand: ExactTensor): ExactTensor[] {
  const { height, width } = sizeOf(operand);
  const cells = height * width;
  return Array.from({ length: channelsOf(operand) }, (_, channel) =>
    tensor([1, 1, height, width], operand.data.slice(channel * cells, (channel + 1) * cells))
  );
}

/** The operand that has these channels, which are of one size. */
export function joined(planes: readonly ExactTensor[]): ExactTensor {
  return exactTensor([planes.map((plane): Fraction[][] => rowsOf(plane))]);
}
