import type { MovedParameter, Update } from '../api';
import { number, short, signed } from '../numbers';
import { digitsFor } from './arithmetic';
import { factor } from './story/numbers';

/** How optimizers turn a gradient into a step. */
export interface UpdateFormula {
  words: string;
  mathematics: string;
  why: string;
}

const ADAM_WHY =
  'Adam remembers two means: of the gradients and of their squares. A weight whose gradients agree goes a full step, one whose gradients change sign hardly moves, and the size of a gradient cancels out. Both begin at 0, so they are corrected for how few steps they remember.';

const FORMULAS: Record<string, UpdateFormula> = {
  sgd: {
    words: 'change = −rate × gradient',
    mathematics: 'Δw = −η g',
    why: 'Against the gradient, as far as the learning rate says.',
  },
  momentum: {
    words: 'change = −rate × remembered gradients',
    mathematics: 'v ← μ v + g,  Δw = −η v',
    why: 'Gradients of earlier steps go on to push, so that noise cancels and a steady direction gains speed.',
  },
  adam: {
    words: 'change = −rate × mean gradient / (√mean square + ε), each mean corrected',
    mathematics: 'Δw = −η m̂ / (√v̂ + ε),  m̂ = m / (1 − β_{1}^{t}),  v̂ = v / (1 − β_{2}^{t})',
    why: ADAM_WHY,
  },
  adamw: {
    words: 'change = −rate × (mean gradient / (√mean square + ε) + decay × weight), each mean corrected',
    mathematics: 'Δw = −η (m̂ / (√v̂ + ε) + λ w)',
    why: `${ADAM_WHY} Weight decay pulls each weight towards 0, apart from that.`,
  },
};

const OTHER: UpdateFormula = {
  words: 'change = what the optimizer makes of the gradient',
  mathematics: 'Δw = −η · rule(g, memory)',
  why: 'The numbers beside are the optimizer’s own: what it remembers, and the change that it made.',
};

const NAMES: Record<string, string> = { sgd: 'SGD', adam: 'Adam', adamw: 'AdamW', rmsprop: 'RMSProp', lbfgs: 'L-BFGS' };

/** An optimizer as papers write it. */
export function optimizerName(name: string): string {
  return NAMES[name.toLowerCase().replace(/[^a-z]/g, '')] ?? name;
}

/** @param name of an optimizer, as the server has it */
export function updateFormula(name: string): UpdateFormula {
  return FORMULAS[name.toLowerCase().replace(/[^a-z]/g, '')] ?? OTHER;
}

/** A line of arithmetic whose result is a number of the server's. */
export interface StepLine {
  /** What the result is. */
  of: string;
  result: string;
  formula: string;
  isRounded: boolean;
}

/** The numbers put in: what the memory makes of the gradient, what weight decay adds, and where the parameter goes. */
export function stepLines(move: MovedParameter, update: Update): StepLine[] {
  const { total, decay = 0 } = move.change;
  const { before, after } = move.value;
  return [
    byMemory(move, update),
    decay === 0 ? undefined : line('with decay', (round) => round(total - decay) + round(decay), { value: total, shown: signed }, (text) => `${text(total - decay)} + ${text(decay)} of weight decay`),
    line('new value', (round) => round(before) + round(total), { value: after, shown: number }, (text) => `${text(before)} + ${text(total)}`),
  ].filter((each) => each !== undefined);
}

/**
 * How many times larger than it is the optimizer sees a weight, where it does: its memory is of gradients that are as many times
 * smaller, and the change that its formula gives is divided by this.
 */
export function scaleOf(move: MovedParameter, update: Update): number | undefined {
  return blockOf(move, update)?.scale;
}

/** Adam's formula: the change that the server tells, before weight decay. */
function byMemory(move: MovedParameter, update: Update): StepLine | undefined {
  const corrected = (name: string) => move.moments.find((each) => each.moment === name)?.corrected;
  const mean = corrected('mean-gradient');
  const square = corrected('mean-square');
  const rate = update.rate.learningRate;
  const epsilon = update.optimizer.epsilon;
  if (mean === undefined || square === undefined || rate === undefined || epsilon === undefined) {
    return undefined;
  }
  const times = blockOf(move, update)?.rateMultiplier ?? 1;
  const scale = scaleOf(move, update);
  const change = move.change.total - (move.change.decay ?? 0);
  const of = (round: (value: number) => number) =>
    (-round(rate) * times * round(mean)) / (Math.sqrt(round(square)) + epsilon) / (scale === undefined ? 1 : round(scale));
  return line('step', of, { value: change, shown: signed }, (text, digits) => {
    const multiplier = times === 1 ? '' : `${short(times)} × `;
    const divided = scale === undefined ? '' : ` / ${text(scale)}`;
    return `−${short(rate, digits)} × ${multiplier}${text(mean)} / (√${root(text(square))} + ${short(epsilon)})${divided}`;
  });
}

function blockOf(move: MovedParameter, update: Update): Update['parameters']['blocks'][number] | undefined {
  const { block } = move.at;
  return update.parameters.blocks.find((each) => each.block.layer === block.layer && each.block.part === block.part && each.block.role === block.role);
}

/** A power of ten under a root stands in brackets. */
function root(text: string): string {
  return text.includes('×') ? `(${text})` : text;
}

function line(
  of: string,
  calculated: (round: (value: number) => number) => number,
  result: { value: number; shown: (value: number) => string },
  formula: (text: (value: number) => string, digits: number) => string,
): StepLine {
  const { digits, isRounded } = digitsFor(calculated, result.value);
  return { of, result: result.shown(result.value), formula: formula((value) => factor(value, digits), digits), isRounded };
}
