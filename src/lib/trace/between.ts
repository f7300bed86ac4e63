/**
 * The number a share of the way from one to another, 0 ≤ share ≤ 1. D3's `interpolateNumber` is the same, but its
 * package brings all colour spaces with it, which is more script than a stage.
 */
export function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}
