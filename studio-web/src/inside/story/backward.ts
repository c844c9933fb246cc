import { number, signed } from '../../numbers';
import { addsUp, digitsFor, largest, products } from '../arithmetic';
import { blockThatBegins, errorStep, indexOf } from '../steps';
import { note, units } from './forward';
import { activationName, factor, slopeOf } from './numbers';
import type { Place, Story, Token } from './story';

const MOST_TERMS = 4;
const MOST_ROWS = 12;

/** Σ δ·w over the units that listen. */
export function reach(place: Place): Story {
  const { layer, network, focus, unit, index } = place;
  const next = network.layers[index + 1];
  const value = layer.error?.[focus.unit] ?? Number.NaN;
  const row = next?.weights?.[focus.unit];
  if (!next || !row || !next.delta || blockThatBegins(network, index + 1) !== undefined) {
    return passed(place, value);
  }
  const single = next.units.length === 1;
  const all = products(next.delta, row);
  const order = largest(all.map((each) => each.product), MOST_ROWS);
  return {
    title: single ? `The output’s error travels back to ${unit}` : `The errors of the next layer travel back to ${unit}`,
    heading: `What reaches ${unit}`,
    formula: single
      ? { words: 'share = output’s delta × weight', mathematics: 'e_{j} = δ w_{j}' }
      : { words: 'error = deltas × weights, added up', mathematics: 'e_{j} = Σ_{k} δ_{k} w_{jk}' },
    ...reachLine(place, all.map((each) => [each.left, each.right]), value),
    text: reachText(place, value, single),
    table: single ? shares(place) : parts(place, all, order),
    note: single ? undefined : note(all.length, order.length, addsUp(all, 0, value)),
  };
}

function reachLine(place: Place, pairs: number[][], value: number): Pick<Story, 'lines' | 'isRounded'> {
  const { digits, isRounded } = digitsFor(
    (round) => pairs.reduce((before, [delta = 0, weight = 0]) => before + round(delta) * round(weight), 0),
    value,
  );
  const head: Token[] = [{ text: signed(value), mark: true }, { text: ' = ' }];
  if (pairs.length > MOST_TERMS) {
    return { lines: [[...head, { text: `${pairs.length} products` }]], isRounded: false };
  }
  const from = deltaStep(place, place.index + 1);
  const terms = pairs.flatMap(([delta = 0, weight = 0], unit): Token[] => [
    { text: unit === 0 ? '' : ' + ' },
    { text: factor(delta, digits), from: { step: from, focus: { unit } } },
    { text: ` × ${factor(weight, digits)}` },
  ]);
  return { lines: [[...head, ...terms]], isRounded };
}

function reachText(place: Place, value: number, single: boolean): string {
  if (!single || place.network.errorPoints === 'to-loss') {
    return 'A hidden unit has no target, so it has no error of its own. It gets one over the weights by which the next layer listens to it.';
  }
  const wanted = (place.network.layers[place.index + 1]?.delta?.[0] ?? 0) > 0 ? 'more' : 'less';
  const same = value > 0 ? 'more' : 'less';
  return `A hidden unit has no target, so it has no error of its own. It gets one over the weight by which the output listens to it. The output should say ${wanted}; so ${place.unit} should say ${same}${wanted === same ? ' too' : ', for its weight is negative'}.`;
}

function shares(place: Place): Story['table'] {
  const next = place.network.layers[place.index + 1];
  return units(
    place,
    ['unit', 'delta δ', '× weight', '= share'],
    (unit) => [number(next?.delta?.[0]), number(next?.weights?.[unit]?.[0]), signed(place.layer.error?.[unit] ?? Number.NaN)],
    place.layer.error ?? [],
  );
}

function parts(place: Place, all: ReturnType<typeof products>, order: number[]): Story['table'] {
  const next = place.network.layers[place.index + 1];
  return {
    heads: ['to', 'delta δ', '× weight', '= part'],
    rows: order.map((unit) => ({
      name: next?.units[unit] ?? '',
      cells: [number(all[unit]?.left), number(all[unit]?.right), signed(all[unit]?.product ?? Number.NaN)],
      focus: {},
      here: false,
    })),
  };
}

/** The step that told the deltas of a layer that weighs and adds up: without an activation they are its errors. */
export function deltaStep(place: Place, index: number): number {
  const own = indexOf(place.steps, 'delta', index);
  const reached = own >= 0 ? own : indexOf(place.steps, 'reach', index);
  return reached >= 0 ? reached : errorStep(place.steps, index, place.network.layers.length);
}

/** Where the layer after it does not weigh and add up, or begins a block: its error is what that has passed back. */
function passed(place: Place, value: number): Story {
  const { steps, index, network } = place;
  const block = network.layers.find((each) => each.first === index + 1);
  const next = (block ?? network.layers[index + 1])?.name;
  return {
    title: `The error that layer ${next} passes back to ${place.unit}`,
    heading: `What reaches ${place.unit}`,
    formula: { words: 'error = what the next layer passes back', mathematics: '∂L / ∂a_{j}' },
    lines: [[{ text: signed(value), mark: true }, { text: ' = ' }, { text: `what layer ${next} passes back`, from: { step: errorStep(steps, index, network.layers.length), focus: { unit: place.focus.unit } } }]],
    isRounded: false,
    text: `Each number that leaves this layer enters layer ${next} at one place, so its error comes back from there.`,
    table: units(place, ['unit', 'output', 'error'], (unit) => [number(place.layer.outputs[unit]), signed(place.layer.error?.[unit] ?? Number.NaN)], place.layer.error ?? []),
  };
}

export function slope(place: Place): Story {
  const { layer, focus, unit } = place;
  const value = layer.slope?.[focus.unit] ?? Number.NaN;
  const sigmoid = layer.facts.activation === 'sigmoid';
  return {
    title: `How much ${unit} can still move: its slope is ${number(value)}`,
    heading: `The slope of ${unit}`,
    formula: slopeOf(layer),
    ...slopeLine(place, value),
    text: sigmoid
      ? 'The slope of the curve where the unit stands. It is 0.25 at most, where the output is 0.5, and nearly 0 where the unit is sure.'
      : 'The slope of the curve where the unit stands: how much of a push on the sum reaches the output.',
    table: units(place, ['unit', 'output', 'slope'], (unit) => [number(layer.outputs[unit]), number(layer.slope?.[unit])], layer.slope ?? []),
  };
}

/** From the output where that alone tells the slope, else from the sum. */
function slopeLine(place: Place, value: number): Pick<Story, 'lines' | 'isRounded'> {
  const { layer, focus, steps, index } = place;
  const output = layer.outputs[focus.unit] ?? Number.NaN;
  const name = layer.facts.activation ?? '';
  const head: Token[] = [{ text: number(value), mark: true }, { text: ' = ' }];
  const from: Token['from'] = { step: indexOf(steps, 'output', index), focus: { unit: focus.unit } };
  if (name === 'sigmoid') {
    const { digits, isRounded } = digitsFor((round) => round(output) * (1 - round(output)), value);
    return { lines: [[...head, { text: number(output, digits), from }, { text: ` × (1 − ${number(output, digits)})` }]], isRounded };
  }
  if (name === 'tanh') {
    const { digits, isRounded } = digitsFor((round) => 1 - round(output) * round(output), value);
    return { lines: [[...head, { text: '1 − ' }, { text: factor(output, digits), from }, { text: '²' }]], isRounded };
  }
  const sum = indexOf(steps, layer.weights ? 'sum' : 'pass', index);
  return { lines: [[...head, { text: `${activationName(name)}′(` }, { text: number(layer.sums?.[focus.unit]), from: { step: sum, focus: { unit: focus.unit } } }, { text: ')' }]], isRounded: false };
}

export function delta(place: Place): Story {
  const { layer, focus, unit, index } = place;
  const value = layer.delta?.[focus.unit] ?? Number.NaN;
  const error = layer.error?.[focus.unit] ?? Number.NaN;
  const slope = layer.slope?.[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(error) * round(slope), value);
  const reached = indexOf(place.steps, 'reach', index);
  const step = reached >= 0 ? reached : errorStep(place.steps, index, place.network.layers.length);
  return {
    title: `${unit}’s delta: its error weighted by confidence`,
    heading: `The delta of ${unit}`,
    formula: { words: 'delta = error × slope', mathematics: 'δ_{j} = e_{j} · f′(z_{j})' },
    lines: [[
      { text: signed(value), mark: true },
      { text: ' = ' },
      { text: factor(error, digits), from: { step, focus: { unit: focus.unit } } },
      { text: ' × ' },
      { text: factor(slope, digits), from: { step: indexOf(place.steps, 'slope', index), focus: { unit: focus.unit } } },
    ]],
    isRounded,
    text: 'A unit that is sure of itself has a small slope: it takes little of the blame, and its weights hardly move.',
    table: units(
      place,
      ['unit', 'error', '× slope', '= delta'],
      (unit) => [signed(layer.error?.[unit] ?? Number.NaN), number(layer.slope?.[unit]), signed(layer.delta?.[unit] ?? Number.NaN)],
      layer.delta ?? [],
    ),
  };
}
