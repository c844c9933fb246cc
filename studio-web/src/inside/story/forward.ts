import { capital, number } from '../../numbers';
import { addsUp, digitsFor, largest, products } from '../arithmetic';
import type { Network } from '../network';
import { indexOf, outputStep } from '../steps';
import { activationName, activationOf, factor, inputName } from './numbers';
import type { Place, Story, Token } from './story';

const MOST_TERMS = 4;
const MOST_ROWS = 12;

export function given(network: Network): Story {
  const shown = largest(network.values, MOST_ROWS).sort((first, second) => first - second);
  return {
    title: network.targets ? `The row, and the answer it should get: ${network.targets.text}` : 'The row, as the network gets it',
    heading: 'What is given',
    formula: undefined,
    lines: [],
    isRounded: false,
    text:
      network.errorPoints === 'to-target'
        ? 'Nothing is known of the units yet. The next steps carry these numbers forward, one operation after another.'
        : 'Columns have become numbers by what was learned from the training rows: numbers are scaled, categories are 0 or 1. The next steps carry them forward.',
    table: {
      heads: ['input', 'value'],
      rows: shown.map((input) => ({ name: network.inputs[input] ?? '', cells: [number(network.values[input])], focus: {}, here: false })),
    },
    note: network.values.length > shown.length ? `The ${shown.length} largest of ${network.values.length} inputs.` : undefined,
  };
}

/** z = Σ x·w + b */
export function sum(place: Place): Story {
  const { layer, focus, unit } = place;
  const column = (layer.weights ?? []).map((row) => row[focus.unit] ?? Number.NaN);
  const bias = layer.bias?.[focus.unit] ?? 0;
  const all = products(layer.inputs, column);
  const result = layer.sums?.[focus.unit] ?? all.reduce((before, each) => before + each.product, bias);
  const order = largest(all.map((each) => each.product), MOST_ROWS);
  const shown = all.length <= MOST_ROWS ? order.sort((first, second) => first - second) : order;
  return {
    title: `${unit} weighs what enters, and adds it up`,
    heading: `The sum of ${unit}`,
    formula: {
      words: layer.bias ? 'sum = inputs × weights, added up, + bias' : 'sum = inputs × weights, added up',
      mathematics: layer.bias ? 'z_{j} = Σ_{i} x_{i} w_{ij} + b_{j}' : 'z_{j} = Σ_{i} x_{i} w_{ij}',
    },
    ...sumLine(place, all.map((each) => [each.left, each.right]), layer.bias ? bias : undefined, result),
    text: 'Each input is multiplied by the weight of its line. A thick line counts much; a dashed one counts against.',
    table: {
      heads: ['from', 'input', '× weight', '= product'],
      rows: shown.map((input) => ({
        name: inputName(place.network, place.index, input),
        cells: [number(all[input]?.left), number(all[input]?.right), number(all[input]?.product)],
        focus: { input },
        here: input === focus.input,
      })),
    },
    note: note(all.length, shown.length, addsUp(all, bias, result)),
  };
}

function sumLine(place: Place, pairs: number[][], bias: number | undefined, result: number): Pick<Story, 'lines' | 'isRounded'> {
  const { digits, isRounded } = digitsFor(
    (round) => pairs.reduce((before, [left = 0, right = 0]) => before + round(left) * round(right), round(bias ?? 0)),
    result,
  );
  const head: Token[] = [{ text: number(result), mark: true }, { text: ' = ' }];
  if (pairs.length > MOST_TERMS) {
    const rest = bias === undefined ? '' : ` + bias ${factor(bias, 4)}`;
    return { lines: [[...head, { text: `${pairs.length} products${rest}` }]], isRounded: false };
  }
  const from = source(place);
  const terms = pairs.flatMap(([left = 0, right = 0], input): Token[] => [
    { text: input === 0 ? '' : ' + ' },
    { text: factor(left, digits), from: from(input) },
    { text: ` × ${factor(right, digits)}` },
  ]);
  return { lines: [[...head, ...terms, ...(bias === undefined ? [] : [{ text: ` + ${factor(bias, digits)}` }])]], isRounded };
}

/** The step that made an input of this layer. */
export function source(place: Place): (input: number) => Token['from'] {
  const step = outputStep(place.steps, place.index - 1);
  return (input) => ({ step, focus: place.index === 0 ? {} : { unit: input } });
}

export function output(place: Place): Story {
  const { layer, focus, unit } = place;
  const sums = layer.sums ?? [];
  const name = layer.facts.activation ?? '';
  const shown = activationName(name);
  return {
    title: `${capital(shown)} turns ${unit}’s sum into its output`,
    heading: `The output of ${unit}`,
    formula: activationOf(layer),
    lines: sums.length
      ? [[
          { text: number(layer.outputs[focus.unit]), mark: true },
          { text: ` = ${shown}(` },
          { text: number(sums[focus.unit]), from: { step: indexOf(place.steps, place.layer.weights ? 'sum' : 'pass', place.index), focus: { unit: focus.unit } } },
          { text: ')' },
        ]]
      : [],
    isRounded: false,
    text: outputText(name),
    table: units(place, ['unit', 'sum', '= output'], (unit) => [number(sums[unit]), number(layer.outputs[unit])], layer.outputs),
  };
}

function outputText(name: string): string {
  if (name === 'sigmoid') return 'Whatever the sum is, the output lies between 0 and 1. Far from 0 the curve is flat: the unit is sure of itself.';
  if (name === 'relu') return 'A positive sum passes unchanged, a negative one becomes 0, and the unit is silent for this row.';
  return 'Without this bend, layers one after another could do no more than a single one.';
}

/** The units of a layer as a table; of a large layer the largest, with the one in focus among them. */
export function units(place: Place, heads: string[], cells: (unit: number) => string[], by: readonly number[]): Story['table'] {
  const count = place.layer.units.length;
  const shown = largest(by.length ? by : place.layer.outputs, count > MOST_ROWS ? MOST_ROWS : count);
  if (!shown.includes(place.focus.unit)) shown.push(place.focus.unit);
  shown.sort((first, second) => first - second);
  return {
    heads: count > shown.length ? [`${heads[0]} (largest of ${count})`, ...heads.slice(1)] : heads,
    rows: shown.map((unit) => ({
      name: place.layer.units[unit] ?? '',
      cells: cells(unit),
      focus: { unit },
      here: unit === place.focus.unit,
    })),
  };
}

export function note(all: number, shown: number, adds: boolean): string {
  const part = all > shown ? `The ${shown} largest of ${all} products. ` : '';
  return `${part}${adds ? '✓ The products add up to the sum.' : '✕ The products do not add up to the sum.'}`;
}
