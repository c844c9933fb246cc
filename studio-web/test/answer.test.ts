import { describe, expect, it } from 'vitest';
import type { Predicted, Task } from '../src/api';
import { answerOf, intervals, leadOf, likeliest, probabilities, sets, values } from '../src/try/answer';

function predicted(task: Task, cells: Record<string, string | number | null>): Predicted {
  return { task, prediction: Object.entries(cells).map(([column, value]) => ({ column, value })), unusual: [] };
}

const numbers = predicted({ kind: 'regression', columns: ['price'], coverage: { asked: 0.9 } }, { prediction: 101, lower: 37, upper: null });
const classes = predicted(
  { kind: 'multiclass', columns: ['species'], classes: ['Adelie', 'Chinstrap', 'Gentoo'], coverage: { asked: 0.95 } },
  { prediction: 'Gentoo', probability_Adelie: 0.3, probability_Chinstrap: 0.1, probability_Gentoo: 0.6, set: 'Adelie;Gentoo' },
);
const labels = predicted(
  { kind: 'multilabel', columns: ['wet', 'cold'], coverage: { asked: 0.8 } },
  { prediction_wet: 'true', probability_wet: 0.9, prediction_cold: 'false', probability_cold: 0.2, set_wet: 'true', set_cold: '' },
);
const quantiles = predicted({ kind: 'quantile', columns: ['price'], quantiles: [0.1, 0.5, 0.9] }, { 'prediction_0.1': 1, 'prediction_0.5': 2, 'prediction_0.9': 4 });

describe('what a prediction says', () => {
  it('is a number with its interval, whose end may be infinite', () => {
    expect(answerOf(numbers, 'price')).toBe('Predicted price: 101');
    expect(values(numbers).map((each) => each.column)).toEqual(['prediction']);
    expect(intervals(numbers)).toEqual([{ of: '', lower: 37, upper: undefined, prediction: 101 }]);
    expect(leadOf(numbers, undefined, 0)).toContain('from 37 to no upper end holds the actual value for 90');
  });

  it('is a class with its set', () => {
    expect(answerOf(classes, 'species')).toContain('Probably Gentoo: 60.0');
    expect(likeliest(classes)).toBe('Gentoo');
    expect(sets(classes)).toEqual([{ of: '', classes: 'Adelie, Gentoo' }]);
    expect(leadOf(classes, { row: {}, observed: 'Adelie' }, 0)).toContain('Adelie or Gentoo');
    expect(leadOf(classes, { row: {}, observed: 'Adelie' }, 0)).toContain('The table has Adelie.');
  });

  it('is a set for each label, which may be empty', () => {
    expect(probabilities(labels).map((each) => each.name)).toEqual(['wet', 'cold']);
    expect(sets(labels)).toEqual([{ of: 'wet', classes: 'true' }, { of: 'cold', classes: '' }]);
    expect(leadOf(labels, undefined, 0)).toContain('No class of the training is like this row');
  });

  it('is the quantile in the middle', () => {
    expect(answerOf(quantiles, 'price')).toBe('Predicted price: 2');
    expect(leadOf(quantiles, undefined, 0)).toBeUndefined();
  });

  it('warns first of what training never saw', () => {
    const far = { ...numbers, unusual: [{ column: 'area', minimum: 40, maximum: 219 }] };
    expect(leadOf(far, undefined, 0)).toMatch(/^area lies outside .*40 to 219.* guesses\.$/);
  });
});
