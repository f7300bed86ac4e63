import type { Arrangement } from '$lib/stage';

/** Whether two grids stand in one row, the second right after the first: a sign fits between them. */
export function standBeside({ boxes }: Arrangement, first: string, second: string): boolean {
  const [left, right] = [boxes[first], boxes[second]];
  if (!left || !right) return false;
  const middle = ({ y, rows }: { y: number; rows: number }) => y + rows / 2;
  const between = Object.values(boxes).some(({ x, y, rows }) => {
    const meets = y < middle(right) && y + rows > middle(right);
    return meets && x > left.x && x < right.x;
  });
  return left.x < right.x && !between && Math.abs(middle(left) - middle(right)) < 0.5;
}
