import { number, signed } from '../../numbers';
import { digitsFor } from '../arithmetic';
import { errorStep, indexOf, outputStep } from '../steps';
import { units } from './forward';
import { factor } from './numbers';
import type { Place, Story, Token } from './story';

/** x + f(x): what entered the block, and what its layers made of it. */
export function add(place: Place): Omit<Story, 'title'> {
  const { layer, focus, unit, index, network, steps } = place;
  const made = network.layers[index - 1]?.outputs ?? [];
  const before = layer.inputs[focus.unit] ?? Number.NaN;
  const added = made[focus.unit] ?? Number.NaN;
  const result = layer.outputs[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(before) + round(added), result);
  const at = (step: number): Token['from'] => ({ step, focus: { unit: focus.unit } });
  return {
    heading: `The output of ${unit}`,
    formula: { words: 'output = input + what the block’s layers make of it', mathematics: 'a_{j} = x_{j} + f(x)_{j}' },
    lines: [[
      { text: number(result), mark: true },
      { text: ' = ' },
      { text: factor(before, digits), from: at(outputStep(steps, (layer.first ?? index) - 1)) },
      { text: ' + ' },
      { text: factor(added, digits), from: at(outputStep(steps, index - 1)) },
    ]],
    isRounded,
    text: 'What entered the block goes around its layers unchanged, and what they make of it is added. They learn what to change, not everything anew.',
    table: units(
      place,
      ['unit', 'input', '+ made', '= output'],
      (each) => [number(layer.inputs[each]), signed(made[each] ?? Number.NaN), number(layer.outputs[each])],
      layer.outputs,
    ),
  };
}

/** The error of the block reaches its last layer, and what entered the block, unchanged. */
export function split(place: Place): Omit<Story, 'title'> {
  const { layer, focus, unit, index, network, steps } = place;
  const error = layer.error?.[focus.unit] ?? Number.NaN;
  return {
    heading: `The error of ${unit}, two ways back`,
    formula: { words: 'into the layers = error,  around them = error', mathematics: '∂L / ∂f_{j} = e_{j}' },
    lines: [[{ text: signed(error), mark: true }, { text: ' = ' }, { text: factor(error, 4), from: { step: errorStep(steps, index, network.layers.length), focus: { unit: focus.unit } } }]],
    isRounded: false,
    text: 'A sum passes its error to both of its parts as it is. One goes back through the layers of the block; the other around them, so that it does not shrink on the way.',
    table: units(place, ['unit', 'error', 'into the layers'], (each) => [signed(layer.error?.[each] ?? Number.NaN), signed(network.layers[index - 1]?.error?.[each] ?? Number.NaN)], layer.error ?? []),
  };
}

/** Before the block both ways meet. */
export function join(place: Place, first: number): Story {
  const { layer, focus, unit, index, network, steps } = place;
  const through = network.layers[first]?.passedBack ?? [];
  const around = layer.error?.[focus.unit] ?? Number.NaN;
  const passed = through[focus.unit] ?? Number.NaN;
  const result = layer.passedBack?.[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(around) + round(passed), result);
  const before = indexOf(steps, 'back', index);
  return {
    title: `Both ways back around and through block ${layer.name} meet`,
    heading: `What ${unit} passes back`,
    formula: { words: 'passed back = error around the layers + error through them', mathematics: '∂L / ∂x_{j} = e_{j} + ∂L / ∂x_{j} of f' },
    lines: [[
      { text: signed(result), mark: true },
      { text: ' = ' },
      { text: factor(around, digits), from: { step: before, focus: { unit: focus.unit } } },
      { text: ' + ' },
      { text: factor(passed, digits), from: { step: lastBefore(place, first), focus: {} } },
    ]],
    isRounded,
    text: 'What entered the block was used twice, so two errors come back to it, and they add up.',
    table: units(
      place,
      ['unit', 'around', '+ through', '= passed back'],
      (each) => [signed(layer.error?.[each] ?? Number.NaN), signed(through[each] ?? Number.NaN), signed(layer.passedBack?.[each] ?? Number.NaN)],
      layer.passedBack ?? [],
    ),
  };
}

/** The last step back in the block's first layer. */
function lastBefore(place: Place, first: number): number {
  return place.steps.findLastIndex((step) => step.phase === 'backward' && step.kind !== 'join' && step.layer === first);
}
