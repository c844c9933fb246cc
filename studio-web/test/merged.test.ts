import { describe, expect, it } from 'vitest';
import { merged } from '../src/merged';

describe('what a remedy says besides', () => {
  it('joins lists, and keeps what helped before', () => {
    expect(merged({ missing: ['NA'], skipBadLines: true }, { missing: ['?', 'NA'] })).toEqual({ missing: ['NA', '?'], skipBadLines: true });
  });

  it('merges parts within, and replaces the rest', () => {
    expect(merged({ recipe: { name: 'plain', settings: { epochs: 3 } } }, { recipe: { name: 'tuned' }, inputs: { dropLeaks: true } })).toEqual({
      recipe: { name: 'tuned', settings: { epochs: 3 } },
      inputs: { dropLeaks: true },
    });
  });
});
