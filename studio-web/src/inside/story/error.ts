import { number, percent, short, signed } from '../../numbers';
import { digitsFor } from '../arithmetic';
import type { RowLoss } from '../network';
import { indexOf, outputStep } from '../steps';
import { units } from './forward';
import { factor } from './numbers';
import type { Place, Story, Token } from './story';

/** How far off the answer is. */
export function error(place: Place): Story {
  return place.network.errorPoints === 'to-target' ? distance(place) : derivative(place);
}

/** The notebook's error: target − output. */
function distance(place: Place): Story {
  const { layer, network, focus } = place;
  const value = layer.error?.[focus.unit] ?? Number.NaN;
  const target = network.targets?.values[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => target - round(layer.outputs[focus.unit] ?? 0), value);
  const way = value > 0 ? 'Positive: the output should be larger.' : value < 0 ? 'Negative: the output should be smaller.' : 'The output is as it should be.';
  return {
    title: `The answer is ${number(Math.abs(value))} too ${value > 0 ? 'small' : 'large'}`,
    heading: 'How far off the answer is',
    formula: { words: 'error = target − output', mathematics: 'e = y − a' },
    lines: [[marked(value), { text: ` = ${target} − ` }, { text: number(layer.outputs[focus.unit], digits), from: { step: indexOf(place.steps, 'output', place.index), focus: { unit: 0 } } }]],
    isRounded,
    text: `${way} This one number starts everything that follows.`,
    table: units(
      place,
      ['output', 'value', 'target', 'error'],
      (unit) => [number(layer.outputs[unit]), number(network.targets?.values[unit]), signed(layer.error?.[unit] ?? Number.NaN)],
      layer.error ?? [],
    ),
  };
}

/** The loss's derivative, with its numbers put in where it is a difference of two. */
function derivative(place: Place): Story {
  const { layer, network, focus, unit } = place;
  const loss = network.loss;
  const value = layer.error?.[focus.unit] ?? Number.NaN;
  const told = loss ? (probabilities(place, loss) ?? squares(place, loss)) : undefined;
  const title = `The loss of this row is ${number(loss?.value)}`;
  const heading = `How the loss changes with ${unit}`;
  return told
    ? { title, heading, ...told }
    : {
        title,
        heading,
        formula: { words: 'error = how fast the loss grows with the output', mathematics: '∂L / ∂a_{j}' },
        lines: [[marked(value), { text: ` for ${unit}` }]],
        isRounded: false,
        text: `The loss is ${loss?.kind.replaceAll('-', ' ') ?? 'measured'}. ${PUSH}`,
        table: units(
          place,
          ['output', 'value', 'target', 'error'],
          (each) => [number(layer.outputs[each]), number(network.targets?.values[each]), signed(layer.error?.[each] ?? Number.NaN)],
          layer.error ?? [],
        ),
      };
}

const PUSH = 'Positive: the loss grows with this output, so the output will be pushed down.';

type Told = Omit<Story, 'title' | 'heading'>;

/** Cross-entropy behind a softmax or a sigmoid: probability − target. */
function probabilities(place: Place, loss: RowLoss): Told | undefined {
  const { layer, network, focus } = place;
  const outputs = layer.units.length;
  const given = network.targets?.values ?? [];
  const says = network.decoded.length === outputs ? network.decoded : network.decoded.slice(-outputs);
  const classes = Math.max(2, outputs);
  const targets = given.map((target) => (1 - loss.smoothing) * target + loss.smoothing / classes);
  if (!loss.kind.includes('cross-entropy') || !agree(layer.error, says.map((each, unit) => (each - (targets[unit] ?? Number.NaN)) / loss.members))) {
    return undefined;
  }
  const at = focus.unit;
  const value = layer.error?.[at] ?? Number.NaN;
  const target = targets[at] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => (round(says[at] ?? 0) - round(target)) / loss.members, value);
  const [open, close] = loss.members === 1 ? ['', ''] : ['(', `) / ${loss.members}`];
  const offset = loss.offsets[at];
  const score = (unit: number) => (layer.outputs[unit] ?? Number.NaN) + (loss.offsets[unit] ?? 0);
  return {
    formula: loss.members === 1
      ? { words: 'error = probability − target', mathematics: '∂L / ∂z_{j} = p_{j} − y_{j}' }
      : { words: 'error = (probability − target) / members', mathematics: '∂L / ∂z_{j} = (p_{j} − y_{j}) / K' },
    lines: [
      [marked(value), { text: ` = ${open}${number(says[at], digits)} − ${short(target, digits)}${close}` }],
      ...(offset === undefined ? [] : [[{ text: `score ${number(score(at))} = ` }, ...output(place), { text: ` + ${factor(offset, 4)} of the linear part` }]]),
    ],
    isRounded,
    text: [
      `${outputs > 1 ? 'Softmax turns the scores into probabilities' : 'The sigmoid turns the score into a probability'}, and the loss is −log of the target’s. Together their derivative is simple: probability − target.`,
      loss.members > 1 ? `The loss is the mean over ${loss.members} ensemble members, so each has a ${loss.members}th of it.` : '',
      loss.smoothing > 0 ? `Label smoothing of ${short(loss.smoothing)} takes that share of the target from its class and spreads it over all.` : '',
      PUSH,
    ].filter(Boolean).join(' '),
    table: units(
      place,
      ['output', 'score', 'says', 'target', 'error'],
      (unit) => [number(score(unit)), percent(says[unit]), percent(targets[unit]), signed(layer.error?.[unit] ?? Number.NaN)],
      layer.error ?? [],
    ),
  };
}

/** Squared error of K outputs: 2/K · (output − target), or without the 2; of several ensemble members, divided by their number. */
function squares(place: Place, loss: RowLoss): Told | undefined {
  const { layer, network, focus } = place;
  const factors: Record<string, number> = { 'mean-squared-error': 2 / layer.units.length, 'half-squared-error': 1 };
  const whole = factors[loss.kind];
  const times = whole === undefined ? undefined : whole / loss.members;
  const targets = network.targets?.values ?? [];
  if (times === undefined || !agree(layer.error, layer.outputs.map((each, unit) => times * (each - (targets[unit] ?? Number.NaN))))) {
    return undefined;
  }
  const at = focus.unit;
  const value = layer.error?.[at] ?? Number.NaN;
  const target = targets[at] ?? 0;
  const { digits, isRounded } = digitsFor((round) => times * (round(layer.outputs[at] ?? 0) - round(target)), value);
  const front = times === 1 ? '' : `${short(times)} × (`;
  return {
    formula: { words: `error = ${front}output − target${front && ')'}`, mathematics: `∂L / ∂a_{j} = ${front && `${short(times)} (`}a_{j} − y_{j}${front && ')'}` },
    lines: [[marked(value), { text: ` = ${front}` }, ...output(place, digits), { text: ` − ${factor(target, digits)}${front && ')'}` }]],
    isRounded,
    text: `The loss is the squared distance to the target. Numbers to predict are scaled for the training${loss.isOfRest ? ', after the linear part has been taken away' : ''}: the table’s ${network.targets?.text} is ${number(target)} here. ${PUSH}`,
    table: units(
      place,
      ['output', 'value', 'target', 'error'],
      (unit) => [number(layer.outputs[unit]), number(targets[unit]), signed(layer.error?.[unit] ?? Number.NaN)],
      layer.error ?? [],
    ),
  };
}

/** The number that the network puts out, which leads to the step that made it. */
function output(place: Place, digits = 4): Token[] {
  const { layer, focus, index, steps } = place;
  return [{ text: number(layer.outputs[focus.unit], digits), from: { step: outputStep(steps, index), focus: { unit: focus.unit } } }];
}

function marked(value: number): Token {
  return { text: signed(value), mark: true };
}

/** Whether a formula gives the server's numbers: a row with a weight of its own, say, has others. */
function agree(given: number[] | undefined, told: number[]): boolean {
  return given?.length === told.length && told.every((each, unit) => Math.abs(each - (given[unit] ?? Number.NaN)) <= 1e-5 * Math.max(1, Math.abs(each)));
}
