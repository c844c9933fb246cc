import type { EmbeddedNumber } from '../../api';
import { number, signed } from '../../numbers';
import { addsUp, largest, products } from '../arithmetic';
import { errorStep } from '../steps';
import { note, units } from './forward';
import { factor } from './numbers';
import type { Place, Story, Token } from './story';

type Of<Kind extends EmbeddedNumber['kind']> = Extract<EmbeddedNumber, { kind: Kind }>;
type Told = Omit<Story, 'title' | 'heading' | 'table'>;

const MOST_PARTS = 12;

/** How the output in focus comes of its column; undefined of other layers. */
export function embedded(place: Place): Omit<Story, 'title' | 'heading'> | undefined {
  const at = ofUnit(place, place.focus.unit);
  if (!at) return undefined;
  return {
    ...told(place, at),
    table: units(
      place,
      ['unit', 'of', 'output'],
      (unit) => {
        const of = ofUnit(place, unit);
        return [of ? inputOf(place, of) : '', number(place.layer.outputs[unit])];
      },
      place.layer.outputs,
    ),
  };
}

function told(place: Place, at: EmbeddedNumber): Told {
  switch (at.kind) {
    case 'pass-through':
      return same(place, at);
    case 'periodic':
      return periodic(place, at);
    case 'piecewise-linear':
      return piecewise(place, at);
    case 'category':
      return category(place, at);
  }
}

function same(place: Place, at: Of<'pass-through'>): Told {
  return {
    formula: { words: 'output = input', mathematics: 'a = x' },
    lines: [[result(place), { text: ' = ' }, given(place, at)]],
    isRounded: false,
    text: `The input ${inputOf(place, at)} passes through as it is.`,
  };
}

function periodic(place: Place, at: Of<'periodic'>): Told {
  const all = products(at.waves.map((wave) => wave.cosine), at.waves.map((wave) => wave.weight));
  const order = largest(all.map((each) => each.product), MOST_PARTS);
  return {
    formula: { words: 'output = bias + weights × cos(2π × frequency × input + phase), added up', mathematics: 'a = b + Σ_{k} w_{k} cos(2π c_{k} x + φ_{k})' },
    lines: [[result(place), { text: ` = ${number(at.bias)} + ${all.length} products, from ${inputOf(place, at)} = ` }, given(place, at)]],
    isRounded: false,
    text: `The input ${inputOf(place, at)} becomes waves: a small step of the input can make a large one of the output. Training finds the frequencies, phases and weights.`,
    parts: {
      heads: ['frequency', 'phase', 'cosine', '× weight', '= product'],
      rows: order.map((wave) => ({
        name: number(at.waves[wave]?.frequency),
        cells: [number(at.waves[wave]?.phase), number(all[wave]?.left), number(all[wave]?.right), number(all[wave]?.product)],
        focus: {},
        here: false,
      })),
    },
    note: note(all.length, order.length, addsUp(all, at.bias, output(place))),
  };
}

function piecewise(place: Place, at: Of<'piecewise-linear'>): Told {
  const all = products(at.bins.map((bin) => bin.share), at.bins.map((bin) => bin.weight));
  const order = largest(all.map((each) => each.product), MOST_PARTS).sort((first, second) => first - second);
  const straight = at.slope * (place.network.values[at.input - 1] ?? 0) + at.offset;
  return {
    formula: { words: 'output = input × slope + offset + shares × weights, added up', mathematics: 'a = s x + b + Σ_{t} e_{t} w_{t}' },
    lines: [[result(place), { text: ' = ' }, given(place, at), { text: ` × ${factor(at.slope, 4)} + ${factor(at.offset, 4)} + ${all.length} products` }]],
    isRounded: false,
    text: `The range of ${inputOf(place, at)} is cut into bins; each bin’s share tells how much of it lies below this value.`,
    parts: {
      heads: ['bin', 'share', '× weight', '= product'],
      rows: order.map((bin) => ({
        name: String(bin + 1),
        cells: [number(all[bin]?.left), number(all[bin]?.right), number(all[bin]?.product)],
        focus: {},
        here: false,
      })),
    },
    note: note(all.length, order.length, addsUp(all, straight, output(place))),
  };
}

function category(place: Place, at: Of<'category'>): Told {
  const row = place.layer.embedded.filter((each) => each.kind === 'category' && each.input === at.input);
  return {
    formula: { words: 'output = a number of the category’s row', mathematics: 'a_{j} = E_{code, j}' },
    lines: [[result(place), { text: ` = number ${row.indexOf(at) + 1} of ${row.length} of category ` }, { ...given(place, at), text: String(at.category) }]],
    isRounded: false,
    text: `A category is no number, so it gets ${row.length} numbers of its own, a row of a table that training fills. Categories that the target treats alike get similar rows.`,
  };
}

/** The way back ends at the first layer: each error is what moves this layer's own parameters. */
export function embeddingBack(place: Place): Omit<Story, 'title' | 'heading'> | undefined {
  const { layer, focus } = place;
  const at = ofUnit(place, focus.unit);
  if (!at) return undefined;
  const error = layer.error?.[focus.unit] ?? Number.NaN;
  return {
    formula: { words: 'error = what the next layer passes back', mathematics: '∂L / ∂a_{j}' },
    lines: [[{ text: signed(error), mark: true }, { text: ' = ' }, { text: `what layer ${place.network.layers[place.index + 1]?.name} passes back`, from: { step: errorStep(place.steps, place.index, place.network.layers.length), focus: { unit: focus.unit } } }]],
    isRounded: false,
    text: ENDS[at.kind],
    table: units(
      place,
      ['unit', 'of', 'error'],
      (unit) => {
        const of = ofUnit(place, unit);
        return [of ? inputOf(place, of) : '', signed(layer.error?.[unit] ?? Number.NaN)];
      },
      layer.error ?? [],
    ),
  };
}

const ENDS: Record<EmbeddedNumber['kind'], string> = {
  'pass-through': 'The input itself came through here: there is no parameter to move, and the way back ends.',
  periodic: 'The way back ends here. This error is the gradient of the output’s bias; times each cosine it is that of the weights, and through the cosines it reaches phases and frequencies.',
  'piecewise-linear': 'The way back ends here. This error is the gradient of the output’s offset; times each share it is that of the weights.',
  category: 'The way back ends here. This error is the gradient of this number in the category’s row; the rows of other categories do not move.',
};

function ofUnit(place: Place, unit: number): EmbeddedNumber | undefined {
  return place.layer.embedded.find((each) => each.output === unit + 1);
}

function inputOf(place: Place, at: EmbeddedNumber): string {
  return place.network.inputs[at.input - 1] ?? `input ${at.input}`;
}

function output(place: Place): number {
  return place.layer.outputs[place.focus.unit] ?? Number.NaN;
}

function result(place: Place): Token {
  return { text: number(output(place)), mark: true };
}

/** The column's number, which is given. */
function given(place: Place, at: EmbeddedNumber): Token {
  return { text: number(place.network.values[at.input - 1]), from: { step: 0, focus: {} } };
}
