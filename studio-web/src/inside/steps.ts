import type { Network } from './network';

export type Phase = 'forward' | 'error' | 'backward' | 'update';

/** One operation of a layer. Which of its units is written out is the focus, not the step. */
export type Step =
  | { phase: 'forward'; kind: 'given' }
  | { phase: 'forward'; kind: 'sum' | 'output' | 'pass'; layer: number }
  | { phase: 'error'; kind: 'error'; layer: number }
  | { phase: 'backward'; kind: 'reach' | 'slope' | 'delta' | 'back'; layer: number }
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
  network.layers.forEach((layer, index) => {
    if (layer.facts.kind !== 'dense') {
      steps.push({ phase: 'forward', kind: 'pass', layer: index });
      return;
    }
    steps.push({ phase: 'forward', kind: 'sum', layer: index });
    if (layer.facts.activation) {
      steps.push({ phase: 'forward', kind: 'output', layer: index });
    }
  });
  const last = network.layers.length - 1;
  if (!network.layers[last]?.error) {
    return steps;
  }
  steps.push({ phase: 'error', kind: 'error', layer: last });
  for (let index = last; index >= 0; index--) {
    const layer = network.layers[index];
    if (!layer) continue;
    if (layer.facts.kind !== 'dense') {
      steps.push({ phase: 'backward', kind: 'back', layer: index });
      continue;
    }
    if (index < last) {
      steps.push({ phase: 'backward', kind: 'reach', layer: index });
    }
    if (layer.facts.activation && layer.slope) {
      steps.push({ phase: 'backward', kind: 'slope', layer: index });
      steps.push({ phase: 'backward', kind: 'delta', layer: index });
    }
  }
  for (let index = last; index >= 0; index--) {
    if (network.layers[index]?.facts.kind === 'dense') {
      steps.push({ phase: 'update', kind: 'gradient', layer: index });
      if (moves) steps.push({ phase: 'update', kind: 'move', layer: index });
    }
  }
  return steps;
}

/** Where a step is in the list, or the one that it falls back to. */
export function indexOf(steps: Step[], kind: Step['kind'], layer: number): number {
  return steps.findIndex((step) => step.kind === kind && 'layer' in step && step.layer === layer);
}

/** The step that told the error of a layer's outputs: what the layer after it passes back, or the loss. */
export function errorStep(steps: Step[], layer: number, layers: number): number {
  if (layer === layers - 1) return indexOf(steps, 'error', layer);
  return steps.findLastIndex((step) => step.phase === 'backward' && 'layer' in step && step.layer === layer + 1);
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
