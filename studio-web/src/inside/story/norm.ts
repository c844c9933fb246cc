import { number, signed } from '../../numbers';
import { digitsFor } from '../arithmetic';
import { errorStep, indexOf } from '../steps';
import { source, units } from './forward';
import { factor } from './numbers';
import type { Place, Story, Token } from './story';

/** x̂ = (x − mean) / deviation */
export function normalize(place: Place): Story {
  const { layer, focus, unit } = place;
  const row = layer.normalized;
  const input = layer.inputs[focus.unit] ?? Number.NaN;
  const mean = row?.mean ?? Number.NaN;
  const deviation = row?.deviation ?? Number.NaN;
  const value = row?.values[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => (round(input) - round(mean)) / round(deviation), value);
  return {
    title: `Layer ${layer.name} measures what enters by its mean and spread`,
    heading: `What enters ${unit}, normalized`,
    formula: { words: 'normalized = (input − mean) / standard deviation', mathematics: 'x̂_{j} = (x_{j} − μ) / √(σ² + ε)' },
    lines: [[{ text: number(value), mark: true }, { text: ' = (' }, { text: factor(input, digits), from: source(place)(focus.unit) }, { text: ` − ${factor(mean, digits)}) / ${factor(deviation, digits)}` }]],
    isRounded,
    text: `The ${layer.inputs.length} numbers of this row have the mean ${number(mean)} and the standard deviation ${number(deviation)}. Normalized they have the mean 0 and the deviation 1, so that the layers behind get numbers of one size whatever the row.`,
    table: units(place, ['unit', 'input', '= normalized'], (each) => [number(layer.inputs[each]), number(row?.values[each])], row?.values ?? []),
  };
}

/** z = x̂ γ + β */
export function stretch(place: Place): Story {
  const { layer, focus, unit } = place;
  const { value, weight, bias } = of(place, focus.unit);
  const result = layer.sums?.[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(value) * round(weight) + round(bias), result);
  return {
    title: `Layer ${layer.name} gives each number a weight and a bias of its own`,
    heading: `The sum of ${unit}`,
    formula: { words: 'sum = normalized × weight + bias', mathematics: 'z_{j} = x̂_{j} γ_{j} + β_{j}' },
    lines: [[
      { text: number(result), mark: true },
      { text: ' = ' },
      { text: factor(value, digits), from: { step: indexOf(place.steps, 'normalize', place.index), focus: { unit: focus.unit } } },
      { text: ` × ${factor(weight, digits)} + ${factor(bias, digits)}` },
    ]],
    isRounded,
    text: 'All numbers have the same size now. Training gives each its own again, where that helps: it begins with weights of 1 and biases of 0.',
    table: units(
      place,
      ['unit', 'normalized', '× weight', '+ bias', '= sum'],
      (each) => [number(of(place, each).value), number(of(place, each).weight), number(of(place, each).bias), number(layer.sums?.[each])],
      layer.sums ?? [],
    ),
  };
}

/** ∂L/∂x = (δ γ − mean of δ γ − x̂ × mean of δ γ x̂) / deviation */
export function normBack(place: Place): Omit<Story, 'title' | 'heading'> {
  const { layer, focus, steps, index, network } = place;
  const back = layer.normalized?.backward ?? { mean: Number.NaN, meanProduct: Number.NaN };
  const deviation = layer.normalized?.deviation ?? Number.NaN;
  const { value, weight } = of(place, focus.unit);
  const delta = layer.delta?.[focus.unit] ?? Number.NaN;
  const result = layer.passedBack?.[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor(
    (round) => (round(delta) * round(weight) - round(back.mean) - round(value) * round(back.meanProduct)) / round(deviation),
    result,
  );
  const own = indexOf(steps, 'delta', index);
  const from: Token['from'] = { step: own >= 0 ? own : errorStep(steps, index, network.layers.length), focus: { unit: focus.unit } };
  return {
    formula: { words: 'passed back = (delta × weight − mean − normalized × mean product) / standard deviation', mathematics: '∂L / ∂x_{j} = (h_{j} − mean h − x̂_{j} · mean(h x̂)) / √(σ² + ε),  h_{j} = δ_{j} γ_{j}' },
    lines: [
      [
        { text: signed(result), mark: true },
        { text: ' = (' },
        { text: factor(delta, digits), from },
        { text: ` × ${factor(weight, digits)} − ${factor(back.mean, digits)} − ` },
        { text: factor(value, digits), from: { step: indexOf(steps, 'normalize', index), focus: { unit: focus.unit } } },
        { text: ` × ${factor(back.meanProduct, digits)}) / ${factor(deviation, digits)}` },
      ],
      ...gradients(place, delta, value),
    ],
    isRounded,
    text: `A shift or a stretch of all inputs together leaves what this layer puts out as it is, so their share of the error is taken away: the mean of delta × weight, ${number(back.mean)}, and normalized × the mean product, which is that of delta × weight × normalized, ${number(back.meanProduct)}.`,
    table: units(
      place,
      ['unit', 'delta', '× weight', 'normalized', 'passed back'],
      (each) => [signed(layer.delta?.[each] ?? Number.NaN), number(of(place, each).weight), number(of(place, each).value), signed(layer.passedBack?.[each] ?? Number.NaN)],
      layer.passedBack ?? [],
    ),
  };
}

/** What this row adds to the gradients of the weight and the bias. */
function gradients(place: Place, delta: number, value: number): Token[][] {
  const weight = parameter(place, 'gradient', 'norm-weights', place.focus.unit);
  const bias = parameter(place, 'gradient', 'norm-bias', place.focus.unit);
  const { digits } = digitsFor((round) => round(delta) * round(value), weight);
  return [
    [{ text: `gradient of its weight ${signed(weight)} = ${factor(delta, digits)} × ${factor(value, digits)}` }],
    [{ text: `gradient of its bias ${signed(bias)} = delta` }],
  ];
}

function of(place: Place, unit: number): { value: number; weight: number; bias: number } {
  return {
    value: place.layer.normalized?.values[unit] ?? Number.NaN,
    weight: parameter(place, 'parameters', 'norm-weights', unit),
    bias: parameter(place, 'parameters', 'norm-bias', unit),
  };
}

function parameter(place: Place, kind: 'parameters' | 'gradient', role: string, unit: number): number {
  return place.layer.others.find((each) => each.kind === kind && each.of?.role === role)?.values[unit] ?? Number.NaN;
}
