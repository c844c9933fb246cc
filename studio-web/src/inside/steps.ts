import type { Layer, Network } from './network';

export type Phase = 'forward' | 'error' | 'backward' | 'update';

/** One operation of a layer. Which of its units is written out is the focus, not the step. */
export type Step =
  | { phase: 'forward'; kind: 'given' }
  | { phase: 'forward'; kind: 'sum' | 'normalize' | 'pass' | 'output'; layer: number }
  | { phase: 'error'; kind: 'error'; layer: number }
  | { phase: 'backward'; kind: 'reach' | 'slope' | 'delta' | 'back'; layer: number }
  /** Where the ways back around a residual block's layers and through them meet: before its first layer. */
  | { phase: 'backward'; kind: 'join'; layer: number; first: number }
  | { phase: 'update'; kind: 'gradient' | 'move'; layer: number };

/** What is written out: a unit of the step's layer, and for weights an input of it; both from 0. */
export interface Focus {
  unit: number;
  input: number;
}

export const PHASES: readonly Phase[] = ['forward', 'error', 'backward', 'update'];

/**
 * All operations in the order in which they happen. Layers are counted from 0 here.
 *
 * @param moves whether the update's numbers are known, as in a lesson
 */
export function stepsOf(network: Network, moves: boolean): Step[] {
  const steps: Step[] = [{ phase: 'forward', kind: 'given' }];
  network.layers.forEach((layer, index) => steps.push(...forwardSteps(layer, index)));
  const last = network.layers.length - 1;
  if (!network.layers[last]?.error) {
    return steps;
  }
  steps.push({ phase: 'error', kind: 'error', layer: last });
  for (let index = last; index >= 0; index--) {
    steps.push(...backwardSteps(network, index));
  }
  for (let index = last; index >= 0; index--) {
    if (network.layers[index]?.weights) {
      steps.push({ phase: 'update', kind: 'gradient', layer: index });
      if (moves) steps.push({ phase: 'update', kind: 'move', layer: index });
    }
  }
  return steps;
}

function forwardSteps(layer: Layer, index: number): Step[] {
  const kinds: ('sum' | 'normalize' | 'pass' | 'output')[] = layer.weights ? ['sum'] : layer.normalized ? ['normalize', 'pass'] : ['pass'];
  if (hasActivation(layer)) kinds.push('output');
  return kinds.map((kind) => ({ phase: 'forward', kind, layer: index }));
}

function backwardSteps(network: Network, index: number): Step[] {
  const layer = network.layers[index];
  if (!layer) return [];
  const kinds: ('reach' | 'slope' | 'delta' | 'back')[] = [];
  if (layer.weights && index < network.layers.length - 1) kinds.push('reach');
  if (hasActivation(layer) && layer.slope) kinds.push('slope', 'delta');
  if (!layer.weights) kinds.push('back');
  const steps: Step[] = kinds.map((kind) => ({ phase: 'backward', kind, layer: index }));
  const block = blockThatBegins(network, index);
  return block === undefined ? steps : [...steps, { phase: 'backward', kind: 'join', layer: block, first: index }];
}

/** Whether an activation of its own follows what a layer makes; a parametric one is all that its layer does. */
function hasActivation(layer: Layer): boolean {
  return layer.facts.activation !== undefined && (layer.weights !== undefined || layer.normalized !== undefined);
}

/** The residual block whose layers begin with this one; from 0. */
export function blockThatBegins(network: Network, index: number): number | undefined {
  const block = network.layers.findIndex((layer) => layer.first === index);
  return block < 0 ? undefined : block;
}

/** Where a step is in the list, or the one that it falls back to. */
export function indexOf(steps: Step[], kind: Step['kind'], layer: number): number {
  return steps.findIndex((step) => step.kind === kind && 'layer' in step && step.layer === layer);
}

/** The step that made the outputs of a layer; before the first layer, that of what is given. */
export function outputStep(steps: Step[], layer: number): number {
  return layer < 0 ? 0 : steps.findLastIndex((step) => step.phase === 'forward' && 'layer' in step && step.layer === layer);
}

/** The step that told the error of a layer's outputs: what the layer after it passes back, or the loss. */
export function errorStep(steps: Step[], layer: number, layers: number): number {
  const back = steps.findLastIndex((step) => step.phase === 'backward' && (step.kind === 'join' ? step.first : step.layer) === layer + 1);
  return back < 0 ? indexOf(steps, 'error', layers - 1) : back;
}

/** A weight: its layer, from 0, and what it leads from and to. */
export interface Weight {
  layer: number;
  input: number;
  unit: number;
}

/** The weight that a step is about, or the one nearest to it: backward, the one that carries the error. */
export function weightOf(network: Network, step: Step, focus: Focus): Weight {
  const last = network.layers.length - 1;
  const index = 'layer' in step ? step.layer : last;
  const back = step.kind === 'reach' && index < last;
  const layer = back ? index + 1 : index;
  const within = (value: number, count: number | undefined) => Math.min(value, Math.max(0, (count ?? 1) - 1));
  const of = network.layers[layer];
  return back
    ? { layer, input: within(focus.unit, of?.inputs.length), unit: 0 }
    : { layer, input: within(focus.input, of?.inputs.length), unit: within(focus.unit, of?.units.length) };
}
