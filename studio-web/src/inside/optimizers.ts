/** How optimizers turn a gradient into a step. */
export interface UpdateFormula {
  words: string;
  mathematics: string;
  why: string;
}

const ADAM_WHY =
  'Adam remembers two means: of the gradients and of their squares. A weight whose gradients agree goes a full step, one whose gradients change sign hardly moves, and the size of a gradient cancels out.';

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
    words: 'change = −rate × mean gradient / √mean square',
    mathematics: 'Δw = −η m̂ / (√v̂ + ε),  m̂ = m / (1 − β_{1}^{t}),  v̂ = v / (1 − β_{2}^{t})',
    why: ADAM_WHY,
  },
  adamw: {
    words: 'change = −rate × (mean gradient / √mean square + decay × weight)',
    mathematics: 'Δw = −η (m̂ / (√v̂ + ε) + λ w)',
    why: `${ADAM_WHY} Weight decay pulls each weight towards 0, apart from that.`,
  },
};

const OTHER: UpdateFormula = {
  words: 'change = what the optimizer makes of the gradient',
  mathematics: 'Δw = −η · rule(g, memory)',
  why: 'The numbers beside are the optimizer’s own: what it remembers, and the change that it made.',
};

/** @param name of an optimizer, as the server has it */
export function updateFormula(name: string): UpdateFormula {
  return FORMULAS[name.toLowerCase().replace(/[^a-z]/g, '')] ?? OTHER;
}
