import { number } from '../numbers';

/**
 * The page computes no result of its own. What it does do is what a reader with a calculator does: it multiplies the factors
 * that it shows, to order them by size and to tell whether they make the server's sum.
 */
export interface Product {
  left: number;
  right: number;
  product: number;
}

export function products(left: readonly number[], right: readonly number[]): Product[] {
  return left.map((value, index) => {
    const other = right[index] ?? Number.NaN;
    return { left: value, right: other, product: value * other };
  });
}

/** Whether products and what is added to them make the sum, as far as adding in another order allows. */
export function addsUp(of: readonly Product[], added: number, sum: number): boolean {
  const total = of.reduce((before, each) => before + each.product, added);
  const size = of.reduce((before, each) => before + Math.abs(each.product), Math.abs(added));
  return Math.abs(total - sum) <= 1e-6 * Math.max(size, 1e-9);
}

/** How many digits factors need, so that a calculator gets the result that is shown. */
export interface Digits {
  digits: number;
  /** Whether even most digits do not get it: then the result is called rounded. */
  isRounded: boolean;
}

const FEWEST = 4;
const MOST = 7;

/**
 * @param calculated the result from factors that are rounded by the function it is given
 * @param result the server's, shown with four digits
 */
export function digitsFor(calculated: (round: (value: number) => number) => number, result: number): Digits {
  for (let digits = FEWEST; digits <= MOST; digits++) {
    const got = calculated((value) => Number(value.toPrecision(digits)));
    if (number(got, FEWEST) === number(result, FEWEST)) {
      return { digits, isRounded: false };
    }
  }
  return { digits: MOST, isRounded: true };
}

/** The places of the largest numbers by size, largest first. */
export function largest(values: readonly number[], most: number): number[] {
  return values
    .map((value, index) => ({ size: Math.abs(value), index }))
    .sort((first, second) => second.size - first.size || first.index - second.index)
    .slice(0, most)
    .map((each) => each.index);
}
