import { describe, expect, it } from 'vitest';
import { forLog, largestOf, thinned } from '../src/charts/series';

describe('lines of a chart', () => {
  it('keep every spike when they are thinned', () => {
    const x = Array.from({ length: 20_000 }, (_, index) => index);
    const values: (number | null)[] = x.map((index) => (index === 12_345 ? 99 : index === 777 ? -5 : 1));
    const thin = thinned(x, [values]);
    expect(thin.x.length).toBeLessThanOrEqual(2002);
    expect(thin.series[0]).toContain(99);
    expect(thin.series[0]).toContain(-5);
    expect(thin.x[0]).toBe(0);
    expect(thin.x.at(-1)).toBe(19_999);
    expect([...thin.x].sort((first, second) => first - second)).toEqual(thin.x);
  });

  it('are left as they are where they are short', () => {
    const thin = thinned([1, 2], [[0.5, null]]);
    expect(thin).toEqual({ x: [1, 2], series: [[0.5, null]] });
  });

  it('have gaps on a logarithmic axis where a value is not above 0, or far below the others', () => {
    expect(forLog([1, 0, -1, 1e-44, Number.NaN, null, 1e-11], 1)).toEqual([1, null, null, null, null, null, 1e-11]);
  });

  it('have no largest value where nothing is finite', () => {
    expect(largestOf([[Number.POSITIVE_INFINITY, null]])).toBe(0);
  });
});
