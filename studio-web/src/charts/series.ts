/** One line of a chart: y over x; null is a gap. */
export interface Series {
  name: string;
  /** Blue and solid, or orange and dashed, or ink. */
  kind: 'training' | 'validation' | 'plain';
  values: (number | null)[];
}

const MOST_POINTS = 2000;
const MOST_DECADES = 12;

/**
 * Fewer points for drawing: of each bucket its smallest and largest value, so that no spike is lost.
 *
 * @param x increasing
 * @returns x and the values of each series, all of the same length
 */
export function thinned(x: number[], series: (number | null)[][]): { x: number[]; series: (number | null)[][] } {
  if (x.length <= MOST_POINTS) {
    return { x, series };
  }
  const buckets = Math.floor(MOST_POINTS / (2 * Math.max(1, series.length)));
  const kept = new Set<number>([0, x.length - 1]);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * x.length) / buckets);
    const to = Math.floor(((bucket + 1) * x.length) / buckets);
    for (const values of series) {
      for (const index of extremes(values, from, to)) kept.add(index);
    }
  }
  const indices = [...kept].sort((first, second) => first - second);
  return {
    x: indices.map((index) => x[index] ?? 0),
    series: series.map((values) => indices.map((index) => values[index] ?? null)),
  };
}

function extremes(values: (number | null)[], from: number, to: number): number[] {
  let least = -1;
  let most = -1;
  for (let index = from; index < to; index++) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    if (least < 0 || value < (values[least] ?? Infinity)) least = index;
    if (most < 0 || value > (values[most] ?? -Infinity)) most = index;
  }
  return least < 0 ? [] : [least, most];
}

/** What a logarithmic axis can show: a value that is not above 0 is a gap, and so is what lies 12 decades below the largest. */
export function forLog(values: (number | null)[], most: number): (number | null)[] {
  const least = most / 10 ** MOST_DECADES;
  return values.map((value) => (value !== null && value > 0 && value >= least && Number.isFinite(value) ? value : null));
}

/** The largest finite value of all series, or 0. */
export function largestOf(series: (number | null)[][]): number {
  let most = 0;
  for (const values of series) {
    for (const value of values) {
      if (value !== null && Number.isFinite(value) && value > most) most = value;
    }
  }
  return most;
}
