import type { EmbeddedNumber, LayerFacts, LessonStep, Matrix, NumberArray, Row, Trace, TracedLayer, TracedLoss } from '../api';
import { observed } from '../numbers';

/** The numbers of one row in one layer, as the server has computed them. A number that was not asked for is undefined. */
export interface Layer {
  /** From 1. */
  number: number;
  facts: LayerFacts;
  units: string[];
  inputs: number[];
  /** Of dense layers: z, the weighted sums. */
  sums: number[] | undefined;
  outputs: number[];
  /** How the loss, or the target's distance, changes with each output. */
  error: number[] | undefined;
  slope: number[] | undefined;
  delta: number[] | undefined;
  /** Inputs × units. */
  weights: Matrix | undefined;
  bias: number[] | undefined;
  /** This row's part of the weights' gradient. */
  gradient: Matrix | undefined;
  /** Parameters of layers that are not dense. */
  others: NumberArray[];
  /** Of feature embeddings: how each output comes of an input. */
  embedded: EmbeddedNumber[];
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
    number: index,
    facts: { kind: 'dense', units: units.length, activation: step.settings.activation },
    units,
    inputs,
    sums: at(name === 'l1' ? 'z1' : 'z2'),
    outputs: at(name) ?? [],
    error: at(`${name}_error`),
    slope: at(`${name}_slope`) ?? at('slope'),
    delta: at(`${name}_delta`),
    weights: step.before[matrix],
    bias: undefined,
    gradient: undefined,
    others: [],
    embedded: [],
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

/** One network of a traced row. */
export function ofTrace(trace: Trace, network: number): Network | undefined {
  const traced = trace.networks.find((each) => each.number === network) ?? trace.networks[0];
  if (!traced || traced.layers.some((layer) => !layer.numbers)) {
    return undefined;
  }
  const layers = traced.layers.map((layer, index) => ofLayer(layer, names(trace, traced.layers.length, index, layer)));
  return {
    title: trace.task.columns.join(', '),
    inputs: traced.inputs,
    values: layers[0]?.inputs ?? [],
    layers,
    targets: traced.loss ? { text: trace.task.columns.map((column) => observed(trace.row[column], trace.task.classes !== undefined)).join(', '), values: targets(trace, traced.loss.targets, layers.at(-1)?.units.length ?? 1) } : undefined,
    loss: traced.loss ? lossOf(traced.loss, traced.outputs) : undefined,
    decoded: traced.outputs.decoded[0] ?? [],
    row: trace.row,
    errorPoints: 'to-loss',
  };
}

function ofLayer(layer: TracedLayer, units: string[]): Layer {
  const numbers = layer.numbers ?? [];
  const values = (kind: NumberArray['kind']) => finite(numbers.find((each) => each.kind === kind && (each.member ?? 1) === 1));
  const block = (kind: 'parameters' | 'gradient', role: string) =>
    numbers.find((each) => each.kind === kind && each.of?.role === role && (each.member ?? 1) === 1);
  const dense = layer.layer.kind === 'dense';
  return {
    number: layer.number,
    facts: layer.layer,
    units,
    inputs: values('inputs') ?? [],
    sums: values('pre-activations'),
    outputs: values('outputs') ?? [],
    error: values('error'),
    slope: values('derivative'),
    delta: values('delta'),
    weights: dense ? matrix(block('parameters', 'weights')) : undefined,
    bias: dense ? finite(block('parameters', 'bias')) : undefined,
    gradient: dense ? matrix(block('gradient', 'weights')) : undefined,
    others: dense ? [] : numbers.filter((each) => each.kind === 'parameters' || each.kind === 'gradient'),
    embedded: layer.embedded ?? [],
  };
}

function lossOf(loss: TracedLoss, outputs: { linearPart?: number[] }): RowLoss {
  return {
    kind: loss.function.kind,
    value: loss.value,
    smoothing: loss.function.smoothing ?? 0,
    offsets: loss.offsets,
    isOfRest: outputs.linearPart !== undefined && loss.offsets.length === 0,
  };
}

function names(trace: Trace, layers: number, index: number, layer: TracedLayer): string[] {
  const classes = trace.task.classes;
  const last = index === layers - 1;
  return Array.from({ length: layer.layer.units }, (_, unit) => {
    if (!last) return `${layer.number}.${unit + 1}`;
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
