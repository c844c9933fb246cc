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

const ACRONYMS: Record<string, string> = {
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  elu: 'ELU',
  selu: 'SELU',
  gelu: 'GELU',
  'gelu-tanh': 'GELU by tanh',
  silu: 'SiLU',
  mish: 'Mish',
};

/** An activation as papers write it. */
export function activationName(name: string): string {
  return ACRONYMS[name] ?? name;
}

/** Activations whose derivative is told by the output alone, in words and in symbols. */
const SLOPES: Record<string, { words: string; mathematics: string }> = {
  sigmoid: { words: 'slope = output × (1 − output)', mathematics: 'σ′(z) = a (1 − a)' },
  tanh: { words: 'slope = 1 − output²', mathematics: 'tanh′(z) = 1 − a²' },
  relu: { words: 'slope = 1 where the sum is above 0, else 0', mathematics: 'ReLU′(z) = [z > 0]' },
};

export function slopeOf(layer: Layer): { words: string; mathematics: string } {
  const name = layer.facts.activation ?? 'identity';
  return SLOPES[name] ?? { words: `slope = how ${activationName(name)} changes with its sum`, mathematics: `∂a / ∂z of ${activationName(name)}` };
}

const ACTIVATIONS: Record<string, { words: string; mathematics: string }> = {
  sigmoid: { words: 'output = 1 / (1 + e^{−sum})', mathematics: 'a = σ(z) = 1 / (1 + e^{−z})' },
  tanh: { words: 'output = tanh(sum)', mathematics: 'a = tanh(z)' },
  relu: { words: 'output = the sum, or 0 where it is below', mathematics: 'a = max(0, z)' },
};

export function activationOf(layer: Layer): { words: string; mathematics: string } {
  const name = layer.facts.activation ?? 'identity';
  return ACTIVATIONS[name] ?? { words: `output = ${activationName(name)}(sum)`, mathematics: `a = ${activationName(name)}(z)` };
}

