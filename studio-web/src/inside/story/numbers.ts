import { number } from '../../numbers';
import type { Layer, Network } from '../network';
import type { Token } from './story';

/** A factor of a product: negative ones in brackets. */
export function factor(value: number, digits: number): string {
  const text = number(value, digits);
  return text.startsWith('−') ? `(${text})` : text;
}

export function words(...texts: string[]): Token[] {
  return texts.map((text) => ({ text }));
}

/** What enters a layer, by name. */
export function inputName(network: Network, index: number, input: number): string {
  return index === 0 ? (network.inputs[input] ?? `x${input + 1}`) : (network.layers[index - 1]?.units[input] ?? '');
}

/** Activations whose derivative is told by the output alone, in words and in symbols. */
const SLOPES: Record<string, { words: string; mathematics: string }> = {
  sigmoid: { words: 'slope = output × (1 − output)', mathematics: 'σ′(z) = a (1 − a)' },
  tanh: { words: 'slope = 1 − output²', mathematics: 'tanh′(z) = 1 − a²' },
  relu: { words: 'slope = 1 where the sum is above 0, else 0', mathematics: 'ReLU′(z) = [z > 0]' },
};

export function slopeOf(layer: Layer): { words: string; mathematics: string } {
  const name = layer.facts.activation ?? 'identity';
  return SLOPES[name] ?? { words: `slope = how ${name} changes with its sum`, mathematics: `∂a / ∂z of ${name}` };
}

const ACTIVATIONS: Record<string, { words: string; mathematics: string }> = {
  sigmoid: { words: 'output = 1 / (1 + e^{−sum})', mathematics: 'a = σ(z) = 1 / (1 + e^{−z})' },
  tanh: { words: 'output = tanh(sum)', mathematics: 'a = tanh(z)' },
  relu: { words: 'output = the sum, or 0 where it is below', mathematics: 'a = max(0, z)' },
};

export function activationOf(layer: Layer): { words: string; mathematics: string } {
  const name = layer.facts.activation ?? 'identity';
  return ACTIVATIONS[name] ?? { words: `output = ${name}(sum)`, mathematics: `a = ${name}(z)` };
}

/** What the layers that are not dense do, for one number in words. */
const KINDS: Record<string, { does: string; words: string; mathematics: string }> = {
  scale: { does: 'multiplies each input by a number of its own', words: 'output = input × scale', mathematics: 'a_{j} = s_{j} x_{j}' },
  'parametric-activation': {
    does: 'mixes each input with what an activation makes of it; training finds the share',
    words: 'output = (1 − share) × input + share × activation(input)',
    mathematics: 'a_{j} = (1 − α_{j}) x_{j} + α_{j} f(x_{j})',
  },
  dropout: { does: 'sets inputs to 0 by chance while training; a prediction passes through unchanged', words: 'output = input', mathematics: 'a = x' },
  'feature-embeddings': {
    does: 'turns each column into several numbers: waves of a number at frequencies that training finds, a row of a table for a category',
    words: 'output = weights × cos(frequency × input + phase) + bias',
    mathematics: 'a = W cos(2π f x + φ) + b',
  },
};

export function kindOf(layer: Layer): { does: string; words: string; mathematics: string } | undefined {
  return KINDS[layer.facts.kind];
}
