import type { Predicted, StartRow } from '../api';
import { cell, number, percent, short } from '../numbers';

const PROBABILITY = 'probability_';

/** The probabilities of a prediction, by class. */
export function probabilities(predicted: Predicted): { name: string; value: number; minimum: number | undefined; maximum: number | undefined }[] {
  return predicted.prediction
    .filter((each) => each.column.startsWith(PROBABILITY) && typeof each.value === 'number')
    .map((each) => ({ name: each.column.slice(PROBABILITY.length), value: each.value as number, minimum: each.minimum, maximum: each.maximum }));
}

/** What is predicted besides probabilities: a class, a number, ends of an interval. */
export function values(predicted: Predicted): Predicted['prediction'] {
  return predicted.prediction.filter((each) => !each.column.startsWith(PROBABILITY));
}

/** The answer in one sentence. */
export function answerOf(predicted: Predicted, target: string): string {
  const shares = probabilities(predicted);
  const best = [...shares].sort((first, second) => second.value - first.value)[0];
  const said = values(predicted)[0];
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
  return start?.observed !== undefined && changed === 0 ? `The table has ${cell(start.observed)}.` : undefined;
}
