import type { EmbeddedNumber, LayerFacts, LessonStep, Matrix, NormalizedRow, NumberArray, Row, Trace, TracedLayer, TracedLoss } from '../api';
import { observed } from '../numbers';

/** The numbers of one row in one layer, as the server has computed them. A number that was not asked for is undefined. */
export interface Layer {
  /** Its number, from 1; in a residual block with the block's before it: 3.1. */
  name: string;
  facts: LayerFacts;
  units: string[];
  inputs: number[];
  /** Of layers with an activation of their own: z, the numbers before it. */
  sums: number[] | undefined;
  outputs: number[];
  /** How the loss, or the target's distance, changes with each output. */
  error: number[] | undefined;
  /** The same with each input. */
  passedBack: number[] | undefined;
  slope: number[] | undefined;
  delta: number[] | undefined;
  /** Of layers that weigh and add up, inputs × units. */
  weights: Matrix | undefined;
  bias: number[] | undefined;
  /** This row's part of the weights' gradient. */
  gradient: Matrix | undefined;
  /** Parameters of layers that are not dense. */
  others: NumberArray[];
  /** Of feature embeddings: how each output comes of an input. */
  embedded: EmbeddedNumber[];
  /** Of layer normalization. */
  normalized: NormalizedRow | undefined;
  /** Of a residual block, whose layers come before it: which of all is the first, from 0. */
  first: number | undefined;
}

/** The loss of a row, and what it is made of. */
export interface RowLoss {
  kind: string;
  value: number;
  /** The share that a class gives up to all classes. */
  smoothing: number;
  /** Added to each output before the loss; none without a linear part of logits. */
  offsets: number[];
  /** Whether a linear part predicts first, and the network learns what it leaves over. */
  isOfRest: boolean;
  /** How many ensemble members it is the mean of. */
  members: number;
}

export interface Network {
  title: string;
  inputs: string[];
  values: number[];
  layers: Layer[];
  targets: { text: string; values: number[] } | undefined;
  loss: RowLoss | undefined;
  /** What this network predicts by itself: a probability of each class, or numbers. */
  decoded: number[];
  /** The cells of the row, by column. */
  row: Row;
  /** The notebook's error says where an output should go; the derivative of a loss says where the loss grows. */
  errorPoints: 'to-target' | 'to-loss';
}

const UPDATED: readonly string[] = ['Wh', 'Wo'];

/** One row of a lesson's iteration. */
export function ofLesson(step: LessonStep, row: number): Network {
  const numbers = step.step;
  const two = step.settings.lesson === 2;
  const at = (name: string) => numbers[name]?.[row];
  const layer = (index: number, name: 'l1' | 'l2', matrix: 'Wh' | 'Wo', inputs: number[], units: string[]): Layer => ({
    name: String(index),
    facts: { kind: 'dense', units: units.length, activation: step.settings.activation },
    units,
    inputs,
    sums: at(name === 'l1' ? 'z1' : 'z2'),
    outputs: at(name) ?? [],
    error: at(`${name}_error`),
    passedBack: undefined,
    slope: at(`${name}_slope`) ?? at('slope'),
    delta: at(`${name}_delta`),
    weights: step.before[matrix],
    bias: undefined,
    gradient: undefined,
    others: [],
    embedded: [],
    normalized: undefined,
    first: undefined,
  });
  const values = step.table.inputs[row] ?? [];
  const hidden = two ? layer(1, 'l1', 'Wh', values, (at('l1') ?? []).map((_, unit) => `h${unit + 1}`)) : undefined;
  const output = two ? layer(2, 'l2', 'Wo', hidden?.outputs ?? [], ['o']) : layer(1, 'l1', 'Wo', values, ['o']);
  const target = step.table.targets[row] ?? [];
  return {
    title: `Lesson ${step.settings.lesson}`,
    inputs: values.map((_, index) => `x${index + 1}`),
    values,
    layers: hidden ? [hidden, output] : [output],
    targets: { text: String(target[0]), values: target },
    loss: undefined,
    decoded: [],
    row: {},
    errorPoints: 'to-target',
  };
}

/** The matrices that a lesson's update moves, those nearest to the output last. */
export function matricesOf(step: LessonStep): string[] {
  return UPDATED.filter((name) => name in step.before);
}

/**
 * One network of a traced row. The layers of a residual block are told before the block, which adds what they make.
 *
 * @param member of an ensemble whose members share layers, from 1
 */
export function ofTrace(trace: Trace, network: number, member = 1): Network | undefined {
  const traced = trace.networks.find((each) => each.number === network) ?? trace.networks[0];
  if (!traced || traced.layers.some((layer) => !layer.numbers)) {
    return undefined;
  }
  const layers = inOrder(traced.layers).map(({ layer, name, first }, index, all) => ofLayer(layer, { name, first, units: names(trace, index === all.length - 1, name, layer), member }));
  return {
    title: trace.task.columns.join(', '),
    inputs: traced.inputs,
    values: layers[0]?.inputs ?? [],
    layers,
    targets: traced.loss ? { text: trace.task.columns.map((column) => observed(trace.row[column], trace.task.classes !== undefined)).join(', '), values: targets(trace, traced.loss.targets, layers.at(-1)?.units.length ?? 1) } : undefined,
    loss: traced.loss ? lossOf(traced.loss, traced.outputs) : undefined,
    decoded: traced.outputs.decoded[member - 1] ?? [],
    row: trace.row,
    errorPoints: 'to-loss',
  };
}

/** How many ensemble members share the layers of a network. */
export function membersOf(trace: Trace, network: number): number {
  return (trace.networks.find((each) => each.number === network) ?? trace.networks[0])?.outputs.decoded.length ?? 1;
}

interface Ordered {
  layer: TracedLayer;
  name: string;
  first: number | undefined;
}

function inOrder(layers: TracedLayer[], before = '', from = 0): Ordered[] {
  const all: Ordered[] = [];
  for (const layer of layers) {
    const name = `${before}${layer.number}`;
    const first = from + all.length;
    if (layer.layers) all.push(...inOrder(layer.layers, `${name}.`, first));
    all.push({ layer, name, first: layer.layers ? first : undefined });
  }
  return all;
}

function ofLayer(layer: TracedLayer, of: { name: string; first: number | undefined; units: string[]; member: number }): Layer {
  const { name, first, units } = of;
  const numbers = (layer.numbers ?? []).filter((each) => (each.member ?? of.member) === of.member);
  const values = (kind: NumberArray['kind']) => finite(numbers.find((each) => each.kind === kind));
  const block = (kind: 'parameters' | 'gradient', role: string) => numbers.find((each) => each.kind === kind && each.of?.role === role);
  const role = WEIGHTS[layer.layer.kind];
  return {
    name,
    facts: layer.layer,
    units,
    inputs: values('inputs') ?? [],
    sums: values('pre-activations'),
    outputs: values('outputs') ?? [],
    error: values('error'),
    slope: values('derivative'),
    delta: values('delta'),
    passedBack: values('input-error'),
    weights: role && matrix(block('parameters', role.weights)),
    bias: role && finite(block('parameters', role.bias)),
    gradient: role && matrix(block('gradient', role.weights)),
    others: role ? [] : numbers.filter((each) => each.kind === 'parameters' || each.kind === 'gradient'),
    embedded: layer.embedded ?? [],
    normalized: layer.normalized?.find((each) => each.member === of.member),
    first,
  };
}

/** Layers that weigh and add up: the roles of their parameters. */
const WEIGHTS: Record<string, { weights: string; bias: string }> = {
  dense: { weights: 'weights', bias: 'bias' },
  'ensemble-heads': { weights: 'head-weights', bias: 'head-bias' },
};

function lossOf(loss: TracedLoss, outputs: { linearPart?: number[]; decoded: number[][] }): RowLoss {
  return {
    kind: loss.function.kind,
    value: loss.value,
    smoothing: loss.function.smoothing ?? 0,
    offsets: loss.offsets,
    isOfRest: outputs.linearPart !== undefined && loss.offsets.length === 0,
    members: Math.max(1, outputs.decoded.length),
  };
}

function names(trace: Trace, last: boolean, name: string, layer: TracedLayer): string[] {
  const classes = trace.task.classes;
  return Array.from({ length: layer.layer.units }, (_, unit) => {
    if (!last) return `${name}:${unit + 1}`;
    return layer.layer.units === 1 ? 'output' : (classes?.[unit] ?? `output ${unit + 1}`);
  });
}

/** A class as what each output is compared with, where each class has one: 1 for its own, 0 for the others. */
function targets(trace: Trace, given: number[], outputs: number): number[] {
  return trace.task.classes && outputs > 1 ? Array.from({ length: outputs }, (_, index) => (index === given[0] ? 1 : 0)) : given;
}

function finite(array: NumberArray | undefined): number[] | undefined {
  return array?.values.map((value) => value ?? Number.NaN);
}

function matrix(array: NumberArray | undefined): Matrix | undefined {
  const values = finite(array);
  if (!array || !values) {
    return undefined;
  }
  const [rows, columns] = array.shape;
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}
