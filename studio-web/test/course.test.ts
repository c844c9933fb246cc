import { describe, expect, it } from 'vitest';
import type { Epochs } from '../src/api';
import { joined } from '../src/live.svelte';
import { linesOf, networksOf } from '../src/train/course';

function epochs(network: number[], epoch: number[], best: number[] = []): Epochs {
  return {
    network,
    epoch,
    losses: { training: epoch.map((each) => 1 / each), validation: epoch.map((each) => 2 / each) },
    score: epoch.map(() => null),
    learningRate: epoch.map(() => 0.1),
    best: epoch.map((each) => best.includes(each)),
  };
}

describe('epochs of a run', () => {
  it('are taken once, though they are sent twice', () => {
    const all = joined(epochs([1, 1, 1], [1, 2, 3]), epochs([1, 1], [3, 4]), 2);
    expect(all.epoch).toEqual([1, 2, 3, 4]);
    expect(all.losses.training).toHaveLength(4);
  });

  it('are lines of one network', () => {
    const all = epochs([1, 1, 2, 2], [1, 2, 1, 2], [2]);
    expect(networksOf(all)).toEqual([1, 2]);
    expect(linesOf(all, 2).epoch).toEqual([1, 2]);
    expect(linesOf(all, 2).best).toEqual({ epoch: 2, loss: 1, score: null });
  });

  it('begin anew where a network is trained again', () => {
    expect(linesOf(epochs([1, 1, 1, 1, 1], [1, 2, 3, 2, 3]), 1).epoch).toEqual([1, 2, 3]);
    expect(linesOf(epochs([1, 1, 1], [1, 2, 1]), 1).epoch).toEqual([1]);
  });
});
