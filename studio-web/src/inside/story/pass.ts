import { number, signed } from '../../numbers';
import { digitsFor } from '../arithmetic';
import type { Layer } from '../network';
import { errorStep } from '../steps';
import { embedded, embeddingBack } from './embedding';
import { source, units } from './forward';
import { normBack, stretch } from './norm';
import { activationName, factor } from './numbers';
import { add, split } from './residual';
import type { Place, Story, Token } from './story';

/** Forward through a layer that does not weigh and add up. */
export function pass(place: Place): Story {
  if (place.layer.normalized) return stretch(place);
  const { layer, focus, unit } = place;
  const { outputs, inputs } = layer;
  const rule = ruleOf(layer);
  const shape = {
    title: `Layer ${layer.name}, ${layer.facts.kind.replaceAll('-', ' ')}, gives ${outputs.length} numbers`,
    heading: `The output of ${unit}`,
  };
  const made = embedded(place);
  if (made) return { ...shape, ...made };
  if (layer.first !== undefined) return { ...shape, ...add(place) };
  const own = ownOf(layer);
  const single = inputs.length === outputs.length;
  const from: Token = { text: '', from: source(place)(focus.unit) };
  const result: Token = { text: number(outputs[focus.unit]), mark: true };
  const told = single ? rule?.forward(layer, focus.unit, from) : undefined;
  return {
    ...shape,
    formula: rule && { words: rule.words, mathematics: rule.mathematics },
    lines: [told ? [result, { text: ' = ' }, ...told.tokens] : [result, { text: single ? ` from ${number(inputs[focus.unit])}` : ` for ${unit}` }]],
    isRounded: told?.isRounded ?? false,
    text: rule ? `This layer ${rule.does}.` : 'The numbers before and after this layer.',
    table: units(
      place,
      ['unit', ...(single ? ['input'] : []), ...(own ? [rule?.own ?? 'its own'] : []), '= output'],
      (each) => [...(single ? [number(inputs[each])] : []), ...(own ? [number(own[each])] : []), number(outputs[each])],
      outputs,
    ),
  };
}

/** Backward through a layer that does not weigh and add up. */
export function back(place: Place): Story {
  const { layer, focus, unit, index } = place;
  const kind = layer.facts.kind.replaceAll('-', ' ');
  const shape = { title: `Back through layer ${layer.name}, ${kind}`, heading: `What ${unit} passes back`, isRounded: false };
  const ended = embeddingBack(place);
  if (ended) return { ...shape, heading: `What reaches ${unit}`, ...ended };
  if (layer.normalized) return { ...shape, ...normBack(place) };
  if (layer.first !== undefined) return { ...shape, ...split(place) };
  const rule = ruleOf(layer);
  const factors = layer.slope ?? rule?.factors?.(layer);
  const error = layer.error?.[focus.unit] ?? Number.NaN;
  const passed = layer.passedBack;
  const result = passed?.[focus.unit] ?? Number.NaN;
  const times = factors?.[focus.unit];
  const { digits, isRounded } = digitsFor((round) => round(error) * round(times ?? 1), result);
  const before: Token['from'] = { step: errorStep(place.steps, index, place.network.layers.length), focus: { unit: focus.unit } };
  const gradient = layer.others.find((each) => each.kind === 'gradient' && each.shape[0] === 1 && each.shape[1] === layer.outputs.length);
  const name = layer.slope ? 'slope' : (rule?.own ?? 'factor');
  return {
    ...shape,
    formula: factors ? { words: `passed back = error × ${name}`, mathematics: layer.slope ? '∂L / ∂x_{j} = e_{j} · f′(x_{j})' : '∂L / ∂x_{j} = e_{j} s_{j}' } : { words: 'passed back = error', mathematics: '∂L / ∂x_{j} = e_{j}' },
    lines: [
      [{ text: signed(result), mark: true }, { text: ' = ' }, { text: factor(error, digits), from: before }, ...(times === undefined ? [] : [{ text: ` × ${factor(times, digits)}` }])],
      ...(gradient ? [[{ text: `gradient of its ${rule?.own ?? 'parameter'} ${signed(gradient.values[focus.unit] ?? Number.NaN)}` }]] : []),
    ],
    isRounded,
    text: rule ? `Forward, this layer ${rule.does}. ${rule.backward}` : 'The same way back.',
    table: units(
      place,
      ['unit', 'error', ...(factors ? [`× ${name}`] : []), '= passed back'],
      (each) => [signed(layer.error?.[each] ?? Number.NaN), ...(factors ? [number(factors[each])] : []), signed(passed?.[each] ?? Number.NaN)],
      passed ?? [],
    ),
  };
}

/** What a layer does with each of its numbers. */
interface Rule {
  does: string;
  words: string;
  mathematics: string;
  /** The parameter that each number has of its own. */
  own?: string;
  backward: string;
  /** What the error is multiplied by, where that is no slope of an activation. */
  factors?: (layer: Layer) => number[] | undefined;
  /** The numbers put in. */
  forward: (layer: Layer, unit: number, from: Token) => { tokens: Token[]; isRounded: boolean };
}

const RULES: Record<string, Rule> = {
  scale: {
    does: 'multiplies each input by a number of its own',
    words: 'output = input × scale',
    mathematics: 'a_{j} = s_{j} x_{j}',
    own: 'scale',
    backward: 'Backward, the error is multiplied by the same number.',
    factors: ownOf,
    forward: (layer, unit, from) => times(layer, unit, from),
  },
  'parametric-activation': {
    does: 'mixes each input with what an activation makes of it; training finds the share',
    words: 'output = input + share × (activation − input)',
    mathematics: 'a_{j} = x_{j} + α_{j} (f(x_{j}) − x_{j})',
    own: 'share',
    backward: 'Backward, the error is multiplied by the slope of that mixture.',
    forward: (layer, unit, from) => {
      const input = layer.inputs[unit] ?? Number.NaN;
      const name = activationName(layer.facts.activation ?? 'activation');
      return { tokens: [{ ...from, text: number(input) }, { text: ` + ${factor(ownOf(layer)?.[unit] ?? Number.NaN, 4)} × (${name}(${number(input)}) − ${factor(input, 4)})` }], isRounded: false };
    },
  },
  'batch-ensemble-adapter': {
    does: 'multiplies each input by a number that this ensemble member has of its own; all other layers but the last are shared',
    words: 'output = input × this member’s factor',
    mathematics: 'a_{j} = r_{j} x_{j}',
    own: 'factor',
    backward: 'Backward, the error is multiplied by the same number.',
    factors: ownOf,
    forward: (layer, unit, from) => times(layer, unit, from),
  },
  dropout: {
    does: 'sets inputs to 0 by chance while training; a prediction passes through unchanged',
    words: 'output = input',
    mathematics: 'a = x',
    backward: 'Backward, nothing changes either.',
    forward: (layer, unit, from) => ({ tokens: [{ ...from, text: number(layer.inputs[unit]) }], isRounded: false }),
  },
};

/** The input, times the parameter of its own. */
function times(layer: Layer, unit: number, from: Token): { tokens: Token[]; isRounded: boolean } {
  const own = ownOf(layer)?.[unit] ?? Number.NaN;
  const input = layer.inputs[unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(input) * round(own), layer.outputs[unit] ?? Number.NaN);
  return { tokens: [{ ...from, text: factor(input, digits) }, { text: ` × ${factor(own, digits)}` }], isRounded };
}

function ruleOf(layer: Layer): Rule | undefined {
  return RULES[layer.facts.kind];
}

/** The parameters of a layer that has one for each of its numbers. */
function ownOf(layer: Layer): number[] | undefined {
  return layer.others.find((each) => each.kind === 'parameters' && each.shape[0] === 1 && each.shape[1] === layer.outputs.length)?.values.map((value) => value ?? Number.NaN);
}
