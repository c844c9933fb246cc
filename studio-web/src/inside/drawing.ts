import type { Layer, Network } from './network';
import type { Focus, Step } from './steps';
import { largest } from './arithmetic';
import { activationName } from './story/numbers';

/** A unit on the drawing, by its column (0: the inputs) and its number there. */
export interface Node {
  column: number;
  unit: number;
  x: number;
  y: number;
  name: string;
  value: number | undefined;
  /** 0 to 1: how full its bar is. */
  share: number;
  delta: number | undefined;
  isOn: boolean;
  target: number | undefined;
}

export interface Link {
  from: Node;
  to: Node;
  weight: number;
  width: number;
  isOn: boolean;
  isDim: boolean;
  /** What it carries in this step, written on it. */
  chip: { value: number; isBack: boolean } | undefined;
}

export interface Drawing {
  width: number;
  height: number;
  nodeWidth: number;
  nodes: Node[];
  links: Link[];
  columns: { x: number; title: string; note: string | undefined }[];
}

export const NODE_HEIGHT = 64;
const GAP = 32;
const EDGE = 1; // half of a marked unit's border
const MOST_UNITS = 7;
const HEAD = 40;

/**
 * Lays out the network for a step. A network of more columns than fit shows those next to the step; a layer of more units
 * than fit shows those that carry most, and says so.
 */
export function draw(network: Network, steps: Step[], at: number, focus: Focus, width: number): Drawing {
  const step = steps[at] ?? { phase: 'forward', kind: 'given' };
  const layer = 'layer' in step ? step.layer : -1;
  const columns = columnsInSight(network, layer, width, step);
  const shown = columns.map((column) => unitsInSight(network, column, focus, step));
  // The height is that of all columns, so that what is below stays where it is from step to step.
  const tallest = Math.min(MOST_UNITS, Math.max(network.values.length, ...network.layers.map((each) => each.units.length)));
  const height = HEAD + tallest * (NODE_HEIGHT + GAP) + GAP;
  const nodeWidth = nodeWidthIn(width);
  const space = columns.length > 1 ? (width - nodeWidth - 2 * EDGE) / (columns.length - 1) : 0;
  const nodes = columns.flatMap((column, place) => {
    const units = shown[place] ?? [];
    const top = HEAD + (height - HEAD - units.length * (NODE_HEIGHT + GAP) + GAP) / 2;
    return units.map((unit, row) => nodeOf(network, steps, at, focus, { column, unit, x: EDGE + place * space, y: top + row * (NODE_HEIGHT + GAP) }));
  });
  return {
    width,
    height,
    nodeWidth,
    nodes,
    links: columns.slice(1).flatMap((column) => linksOf(network, step, focus, nodes, column)),
    columns: columns.map((column, place) => ({ x: EDGE + place * space, ...titleOf(network, column, (shown[place] ?? []).length) })),
  };
}

/** On a narrow page units are narrower, so that there is room for what the lines carry. */
function nodeWidthIn(width: number): number {
  return width < 480 ? 92 : 112;
}

/** Columns are the inputs and the layers; on a narrow page the two around the step. */
function columnsInSight(network: Network, layer: number, width: number, step: Step): number[] {
  const all = Array.from({ length: network.layers.length + 1 }, (_, column) => column);
  const most = Math.max(2, Math.floor((width + 112) / (nodeWidthIn(width) + 112)));
  if (all.length <= most) {
    return all;
  }
  // Backward, a unit's error comes from the layer after it; forward, its sum from the one before.
  const later = step.kind === 'reach' ? 1 : 0;
  const last = Math.max(most - 1, Math.min(layer + 1 + later + (most > 2 ? 1 : 0), all.length - 1));
  return all.slice(last - most + 1, last + 1);
}

function unitsInSight(network: Network, column: number, focus: Focus, step: Step): number[] {
  const values = valuesOf(network, column);
  if (values.length <= MOST_UNITS) {
    return values.map((_, unit) => unit);
  }
  const layer = 'layer' in step ? step.layer : 0;
  const size = carried(network, column, layer, focus) ?? values;
  const units = largest(size, MOST_UNITS);
  const wanted = column === layer + 1 ? focus.unit : column === layer ? focus.input : undefined;
  if (wanted !== undefined && wanted < values.length && !units.includes(wanted)) {
    units[MOST_UNITS - 1] = wanted;
  }
  return units.sort((first, second) => first - second);
}

/** What units of the column before the step's layer carry into the unit in focus. */
function carried(network: Network, column: number, layer: number, focus: Focus): number[] | undefined {
  const next = network.layers[layer];
  if (column !== layer || !next?.weights) {
    return undefined;
  }
  return next.inputs.map((input, index) => input * (next.weights?.[index]?.[focus.unit] ?? 0));
}

export function valuesOf(network: Network, column: number): number[] {
  return column === 0 ? network.values : (network.layers[column - 1]?.outputs ?? []);
}

function titleOf(network: Network, column: number, shown: number): { title: string; note: string | undefined } {
  const count = valuesOf(network, column).length;
  const note = count > shown ? `${shown} of ${count}` : undefined;
  if (column === 0) return { title: 'Inputs', note };
  const layer = network.layers[column - 1];
  const kind = layer?.facts.kind === 'dense' ? activationName(layer.facts.activation ?? 'dense') : (layer?.facts.kind.replaceAll('-', ' ') ?? '');
  return { title: column === network.layers.length ? `Output · ${kind}` : `${layer?.name} · ${kind}`, note };
}

function nodeOf(
  network: Network,
  steps: Step[],
  at: number,
  focus: Focus,
  place: { column: number; unit: number; x: number; y: number },
): Node {
  const layer = network.layers[place.column - 1];
  const values = valuesOf(network, place.column);
  const most = Math.max(1, ...values.map((value) => Math.abs(value)));
  const value = isKnown(steps, at, place.column) ? values[place.unit] : undefined;
  return {
    ...place,
    name: layer ? (layer.units[place.unit] ?? '') : (network.inputs[place.unit] ?? ''),
    value,
    share: value === undefined ? 0 : Math.min(1, Math.abs(value) / most),
    delta: layer && hasDelta(steps, at, place.column - 1) ? layer.delta?.[place.unit] : undefined,
    isOn: isOn(steps[at], place, focus),
    target: place.column === network.layers.length ? network.targets?.values[place.unit] : undefined,
  };
}

/** Whether a column's outputs have been computed when the step at this place is. */
function isKnown(steps: Step[], at: number, column: number): boolean {
  if (column === 0) return true;
  const done = steps.findLastIndex((step) => step.phase === 'forward' && 'layer' in step && step.layer === column - 1);
  return at >= done;
}

function hasDelta(steps: Step[], at: number, layer: number): boolean {
  const done = steps.findLastIndex((step) => (step.phase === 'backward' || step.phase === 'error') && step.kind !== 'join' && step.layer === layer);
  return done >= 0 && at >= done;
}

function isOn(step: Step | undefined, place: { column: number; unit: number }, focus: Focus): boolean {
  if (!step || !('layer' in step)) {
    return place.column === 0;
  }
  return place.column === step.layer + 1 && place.unit === focus.unit;
}

function linksOf(network: Network, step: Step, focus: Focus, nodes: Node[], column: number): Link[] {
  const layer = network.layers[column - 1];
  const from = nodes.filter((node) => node.column === column - 1);
  const to = nodes.filter((node) => node.column === column);
  if (!layer) return [];
  const most = largestWeight(layer);
  return from.flatMap((source) =>
    to
      .filter((target) => isLinked(layer, source.unit, target.unit))
      .map((target) => {
        const weight = layer.weights?.[source.unit]?.[target.unit] ?? 1;
        const role = roleOf(step, focus, layer, column, source.unit, target.unit);
        return {
          from: source,
          to: target,
          weight,
          width: layer.weights ? 1 + (7 * Math.abs(weight)) / most : 1,
          isOn: role.isOn,
          isDim: !role.isOn && (!role.isNear || source.value === 0),
          chip: role.chip,
        };
      }),
  );
}

/** Dense layers link all; feature embeddings a column and its numbers; other layers each number and itself. */
function isLinked(layer: Layer, from: number, to: number): boolean {
  if (layer.weights) return true;
  if (layer.embedded.length > 0) return layer.embedded.some((each) => each.input === from + 1 && each.output === to + 1);
  return from === to && layer.inputs.length === layer.outputs.length;
}

function largestWeight(layer: Layer): number {
  let most = 1e-30;
  for (const row of layer.weights ?? []) {
    for (const weight of row) most = Math.max(most, Math.abs(weight));
  }
  return most;
}

/** What a link has to do with the step. */
function roleOf(step: Step, focus: Focus, layer: Layer, column: number, from: number, to: number): Pick<Link, 'isOn' | 'chip'> & { isNear: boolean } {
  const index = 'layer' in step ? step.layer : -1;
  const nothing = { isOn: false, isNear: false, chip: undefined };
  const weight = layer.weights?.[from]?.[to] ?? Number.NaN;
  if (step.kind === 'sum' && column === index + 1) {
    const isOn = to === focus.unit;
    return { isOn, isNear: false, chip: isOn && layer.inputs.length <= MOST_UNITS ? { value: (layer.inputs[from] ?? Number.NaN) * weight, isBack: false } : undefined };
  }
  if ((step.kind === 'normalize' || step.kind === 'pass' || step.kind === 'back') && column === index + 1) {
    return { isOn: to === focus.unit, isNear: false, chip: undefined };
  }
  if (step.kind === 'reach' && column === index + 2) {
    const single = layer.units.length === 1;
    const isOn = from === focus.unit;
    return { isOn, isNear: single, chip: isOn || single ? { value: (layer.delta?.[to] ?? Number.NaN) * weight, isBack: true } : undefined };
  }
  if ((step.kind === 'gradient' || step.kind === 'move') && column === index + 1) {
    const isOn = to === focus.unit && from === focus.input;
    return { isOn, isNear: to === focus.unit, chip: undefined };
  }
  return nothing;
}
