/** A piece of a line, in steps of a grid. */
export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * Where numbers on a grid cross a level: between neighbours in proportion (marching squares, with a saddle's middle by its mean).
 *
 * @param cells rows of a grid, each of the same length; a number stands at whole steps
 */
export function contour(cells: number[][], level: number): Segment[] {
  const segments: Segment[] = [];
  for (let y = 0; y + 1 < cells.length; y++) {
    for (let x = 0; x + 1 < (cells[y]?.length ?? 0); x++) {
      segments.push(...square([at(cells, x, y), at(cells, x + 1, y), at(cells, x + 1, y + 1), at(cells, x, y + 1)], level).map((each) => ({ x1: x + each.x1, y1: y + each.y1, x2: x + each.x2, y2: y + each.y2 })));
    }
  }
  return segments;
}

const at = (cells: number[][], x: number, y: number): number => cells[y]?.[x] ?? 0;
type Corners = [number, number, number, number];
const PLACES: [number, number][] = [[0, 0], [1, 0], [1, 1], [0, 1]];

/** Within a square whose corners go round. */
function square(corners: Corners, level: number): Segment[] {
  const points = PLACES.flatMap((place, from) => {
    const to = (from + 1) % 4;
    const [one = 0, other = 0] = [corners[from], corners[to]];
    if (one >= level === other >= level) return [];
    const share = (level - one) / (other - one);
    const next = PLACES[to] ?? place;
    return [[place[0] + share * (next[0] - place[0]), place[1] + share * (next[1] - place[1])] as const];
  });
  // Of a saddle the corners like the middle are joined: the line runs round the two others.
  const isSplit = points.length === 4 && corners.reduce((sum, each) => sum + each) / 4 >= level === (corners[0] >= level);
  const order = isSplit ? [0, 1, 2, 3] : [3, 0, 1, 2];
  const ordered = points.length === 4 ? order.map((index) => points[index]) : points;
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < ordered.length; index += 2) {
    const [one, other] = [ordered[index], ordered[index + 1]];
    if (one && other) segments.push({ x1: one[0], y1: one[1], x2: other[0], y2: other[1] });
  }
  return segments;
}
