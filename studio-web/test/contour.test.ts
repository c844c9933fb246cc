import { describe, expect, it } from 'vitest';
import { contour } from '../src/inside/contour';

describe('the line where numbers on a grid cross a level', () => {
  it('lies between neighbours in proportion', () => {
    const cells = [[0, 1], [0, 1]];
    expect(contour(cells, 0.25)).toEqual([{ x1: 0.25, y1: 0, x2: 0.25, y2: 1 }]);
    expect(contour(cells, 2)).toEqual([]);
  });

  it('goes round a top, and is closed', () => {
    const ends = contour([[0, 0, 0], [0, 1, 0], [0, 0, 0]], 0.5).flatMap(({ x1, y1, x2, y2 }) => [`${x1} ${y1}`, `${x2} ${y2}`]);
    expect(ends).toHaveLength(8);
    expect(new Set(ends).size).toBe(4);
  });

  it('follows a circle', () => {
    const cells = Array.from({ length: 41 }, (_, y) => Array.from({ length: 41 }, (_, x) => Math.hypot(x - 20, y - 20)));
    const segments = contour(cells, 15.3);
    expect(segments.length).toBeGreaterThan(60);
    for (const { x1, y1 } of segments) expect(Math.hypot(x1 - 20, y1 - 20)).toBeCloseTo(15.3, 1);
  });

  it('of a saddle parts the corners that the middle is not like', () => {
    const high = contour([[1, 0], [0.2, 1]], 0.5); // the middle is 0.55: the low corners are cut off
    expect(high).toHaveLength(2);
    for (const { x1, y1, x2, y2 } of high) expect(Math.min(Math.hypot((x1 + x2) / 2 - 1, (y1 + y2) / 2), Math.hypot((x1 + x2) / 2, (y1 + y2) / 2 - 1))).toBeLessThan(0.5);
    const low = contour([[0.9, 0], [0, 0.9]], 0.5); // 0.45: the high ones
    for (const { x1, y1, x2, y2 } of low) expect(Math.min(Math.hypot((x1 + x2) / 2, (y1 + y2) / 2), Math.hypot((x1 + x2) / 2 - 1, (y1 + y2) / 2 - 1))).toBeLessThan(0.5);
  });
});
