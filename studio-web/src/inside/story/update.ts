import type { LessonStep } from '../../api';
import { number, signed } from '../../numbers';
import { addsUp, digitsFor, largest, products } from '../arithmetic';
import { indexOf } from '../steps';
import { deltaStep } from './backward';
import { source } from './forward';
import { factor, inputName } from './numbers';
import type { Place, Story } from './story';

const MOST_ROWS = 12;

/** Input × delta: the weight's gradient, or in the notebook what this row adds to it. */
export function gradient(place: Place): Story {
  const { layer, focus, unit, network, index } = place;
  const input = layer.inputs[focus.input] ?? Number.NaN;
  const delta = layer.delta?.[focus.unit] ?? Number.NaN;
  const toTarget = network.errorPoints === 'to-target';
  const given = layer.gradient?.map((row) => row[focus.unit] ?? Number.NaN);
  const all = products(layer.inputs, layer.inputs.map(() => delta));
  const values = given ?? all.map((each) => each.product);
  const value = values[focus.input] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(input) * round(delta), value);
  const from = inputName(network, index, focus.input);
  const order = largest(values, MOST_ROWS);
  const shown = values.length <= MOST_ROWS ? order.sort((first, second) => first - second) : order;
  if (!shown.includes(focus.input)) shown.push(focus.input);
  return {
    title: toTarget ? `What this row adds to the weight ${from} → ${unit}` : `The gradient of the weight ${from} → ${unit}`,
    heading: `${from} → ${unit}`,
    formula: toTarget
      ? { words: 'this row’s part = input × delta', mathematics: 'Δw_{ij} = x_{i} δ_{j}' }
      : { words: 'gradient = input × delta', mathematics: '∂L / ∂w_{ij} = x_{i} δ_{j}' },
    lines: [[
      { text: signed(value), mark: true },
      { text: ' = ' },
      { text: factor(input, digits), from: source(place)(focus.input) },
      { text: ' × ' },
      { text: factor(delta, digits), from: { step: deltaStep(place, index), focus: { unit: focus.unit } } },
    ]],
    isRounded,
    text: 'A weight is to blame as far as its input was there: where the input is 0, this row does not move it.',
    table: {
      heads: ['from', 'input', '× delta', toTarget ? '= part' : '= gradient'],
      rows: shown.map((each) => ({
        name: inputName(network, index, each),
        cells: [number(layer.inputs[each]), number(delta), signed(values[each] ?? Number.NaN)],
        focus: { input: each },
        here: each === focus.input,
      })),
    },
    note: given ? check(all.map((each) => each.product), given) : undefined,
  };
}

function check(own: number[], given: number[]): string {
  const agrees = given.every((value, index) => addsUp([{ left: 1, right: 1, product: own[index] ?? Number.NaN }], 0, value));
  return agrees ? '✓ Input × delta is the gradient that training uses.' : 'The gradient has more in it than this product: weight decay, clipping or several rows.';
}

/** All rows together move a weight. */
export function move(place: Place, lesson: LessonStep): Story {
  const { focus, unit, network, index } = place;
  const matrix = index === network.layers.length - 1 ? 'Wo' : 'Wh';
  const added = lesson.step[`${matrix}_update`]?.[focus.input]?.[focus.unit] ?? Number.NaN;
  const before = lesson.before[matrix]?.[focus.input]?.[focus.unit] ?? Number.NaN;
  const after = lesson.step[matrix]?.[focus.input]?.[focus.unit] ?? Number.NaN;
  const { digits, isRounded } = digitsFor((round) => round(before) + round(added), after);
  const from = inputName(network, index, focus.input);
  return {
    title: `The weight ${from} → ${unit} moves by ${signed(added)}`,
    heading: `The step of ${from} → ${unit}`,
    formula: { words: 'new weight = old weight + the rows’ parts, added up', mathematics: 'w_{ij} ← w_{ij} + Σ_{rows} x_{i} δ_{j}' },
    lines: [[
      { text: number(after), mark: true },
      { text: ` = ${factor(before, digits)} + ` },
      { text: factor(added, digits), from: { step: indexOf(place.steps, 'gradient', index), focus: {} } },
    ]],
    isRounded,
    text: 'All four rows have a say; the panel below has their parts. Then the next iteration begins, with these weights.',
    table: {
      heads: ['from', 'old', '+ update', '= new'],
      rows: (lesson.before[matrix] ?? []).map((row, input) => ({
        name: inputName(network, index, input),
        cells: [
          number(row[focus.unit]),
          signed(lesson.step[`${matrix}_update`]?.[input]?.[focus.unit] ?? Number.NaN),
          number(lesson.step[matrix]?.[input]?.[focus.unit]),
        ],
        focus: { input },
        here: input === focus.input,
      })),
    },
  };
}
