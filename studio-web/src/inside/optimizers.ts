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
    words: 'change = −rate × mean gradient / √mean square, each corrected',
    mathematics: 'Δw = −η m̂ / (√v̂ + ε),  m̂ = m / (1 − β_{1}^{t}),  v̂ = v / (1 − β_{2}^{t})',
    why: ADAM_WHY,
  },
  adamw: {
    words: 'change = −rate × (mean gradient / √mean square + decay × weight), each mean corrected',
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
    decay === 0 ? undefined : line((round) => round(total - decay) + round(decay), total, signed, (text) => `${text(total - decay)} + ${text(decay)} of weight decay`),
    line((round) => round(before) + round(total), after, number, (text) => `${text(before)} + ${text(total)}`),
  ].filter((each) => each !== undefined);
}

/** Adam's quotient, where rate × multiplier × mean / √square is all of it: weights may be seen in another scale. */
function byMemory(move: MovedParameter, update: Update): StepLine | undefined {
  const corrected = (name: string) => move.moments.find((each) => each.moment === name)?.corrected;
  const mean = corrected('mean-gradient');
  const square = corrected('mean-square');
  const rate = update.rate.learningRate;
  if (mean === undefined || square === undefined || rate === undefined) {
    return undefined;
  }
  const { block } = move.at;
  const times = update.parameters.blocks.find((each) => each.block.layer === block.layer && each.block.part === block.part && each.block.role === block.role)?.rateMultiplier ?? 1;
  const change = move.change.total - (move.change.decay ?? 0);
  const of = (round: (value: number) => number) => (-round(rate) * times * round(mean)) / Math.sqrt(round(square));
  return Math.abs(of((value) => value) - change) > 1e-3 * Math.abs(change)
    ? undefined
    : line(of, change, signed, (text, digits) => `−${short(rate, digits)} × ${times === 1 ? '' : `${short(times)} × `}${text(mean)} / √${text(square)}`);
}

function line(
  calculated: (round: (value: number) => number) => number,
  result: number,
  shown: (value: number) => string,
  formula: (text: (value: number) => string, digits: number) => string,
): StepLine {
  const { digits, isRounded } = digitsFor(calculated, result);
  return { result: shown(result), formula: formula((value) => factor(value, digits), digits), isRounded };
}
