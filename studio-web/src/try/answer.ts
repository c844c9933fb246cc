import type { Predicted, StartRow } from '../api';
import { cell, number, observed, percent, short } from '../numbers';
import { mainOutput } from '../tasks';

const PROBABILITY = 'probability_';

/** The probabilities of a prediction, by class. */
export function probabilities(predicted: Predicted): { name: string; value: number; minimum: number | undefined; maximum: number | undefined }[] {
  return predicted.prediction
    .filter((each) => each.column.startsWith(PROBABILITY) && typeof each.value === 'number')
    .map((each) => ({ name: each.column.slice(PROBABILITY.length), value: each.value as number, minimum: each.minimum, maximum: each.maximum }));
}

/** What is predicted besides probabilities, intervals and sets: a class, a number, quantiles. */
export function values(predicted: Predicted): Predicted['prediction'] {
  return predicted.prediction.filter((each) => !each.column.startsWith(PROBABILITY) && !RANGE.test(each.column));
}

/** Columns of intervals and sets; of several target columns with the name of theirs. */
const RANGE = /^(lower|upper|set)(_|$)/;

/** An interval that holds the actual number as often as was asked for. An end that is missing is infinite. */
export interface PredictedInterval {
  /** The target column, of several. */
  of: string;
  lower: number | undefined;
  upper: number | undefined;
  prediction: number | undefined;
}

export function intervals(predicted: Predicted): PredictedInterval[] {
  const cellOf = (column: string) => {
    const value = predicted.prediction.find((each) => each.column === column)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  return predicted.prediction
    .filter((each) => /^lower(_|$)/.test(each.column))
    .map((each) => {
      const suffix = each.column.slice('lower'.length);
      return { of: suffix.slice(1), lower: cellOf(each.column), upper: cellOf(`upper${suffix}`), prediction: cellOf(`prediction${suffix}`) };
    });
}

/** The classes that a row may be, as often as was asked for. */
export function sets(predicted: Predicted): { of: string; classes: string }[] {
  return predicted.prediction
    .filter((each) => /^set(_|$)/.test(each.column))
    .map((each) => ({ of: each.column.slice('set_'.length), classes: each.value === null || each.value === '' ? '' : String(each.value).replaceAll(';', ', ') }));
}

/** What intervals and sets promise, in one sentence each. */
export function promises(predicted: Predicted): string[] {
  const share = predicted.task.coverage ? percent(predicted.task.coverage.asked, 0) : undefined;
  if (!share) return [];
  const end = (value: number | undefined, infinite: string) => (value === undefined ? infinite : number(value));
  return [
    ...intervals(predicted).map((each) => `${each.of === '' ? '' : `${each.of}: `}The interval from ${end(each.lower, 'no lower end')} to ${end(each.upper, 'no upper end')} holds the actual value for ${share} of rows.`),
    ...sets(predicted).map((each) => `${each.of === '' ? '' : `${each.of}: `}${each.classes === '' ? 'No class of the training is like this row.' : `It may be ${each.classes.replace(/, ([^,]*)$/, ' or $1')}: sets like this one hold the actual class for ${share} of rows.`}`),
  ];
}

/** The class with the largest probability. */
export function likeliest(predicted: Predicted): string | undefined {
  return [...probabilities(predicted)].sort((first, second) => second.value - first.value)[0]?.name;
}

/** The answer in one sentence. */
export function answerOf(predicted: Predicted, target: string): string {
  const shares = probabilities(predicted);
  const best = [...shares].sort((first, second) => second.value - first.value)[0];
  const all = values(predicted);
  if (predicted.task.classes === undefined && all.length > 1 && predicted.task.quantiles === undefined) {
    return `Predicted ${all.map((each) => `${each.column.replace('prediction_', '')} ${typeof each.value === 'number' ? number(each.value) : cell(each.value)}`).join(', ')}`;
  }
  // Of quantiles the one in the middle.
  const said = all[mainOutput(predicted.task, all.length)];
  if (best && shares.length > 0) {
    return `${best.value > 0.95 ? 'Surely' : 'Probably'} ${said?.value === undefined || shares.length === 1 ? best.name : cell(said.value)}: ${percent(shares.find((each) => each.name === String(said?.value))?.value ?? best.value)}`;
  }
  return said ? `Predicted ${target}: ${typeof said.value === 'number' ? number(said.value) : cell(said.value)}` : 'No prediction';
}

/** What makes the answer doubtful, and what the table has. */
export function leadOf(predicted: Predicted, start: StartRow | undefined, changed: number): string | undefined {
  const unusual = predicted.unusual.map((each) =>
    each.minimum === undefined || each.maximum === undefined
      ? `${each.column} has a value that training never saw.`
      : `${each.column} lies outside of everything in training (${short(each.minimum)} to ${short(each.maximum)}).`,
  );
  if (unusual.length > 0) {
    return `${unusual.join(' ')} There the network guesses.`;
  }
  const has = start?.observed !== undefined && changed === 0 ? [`The table has ${observed(start.observed, predicted.task.classes !== undefined)}.`] : [];
  const lead = [...promises(predicted), ...has].join(' ');
  return lead === '' ? undefined : lead;
}
