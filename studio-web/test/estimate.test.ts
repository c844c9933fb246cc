import { describe, expect, it } from 'vitest';
import { estimated, isAlike } from '../src/train/estimate';

describe('how long a training may take', () => {
  it('is said with what it rests on', () => {
    expect(estimated({ seconds: 51.2, trialSeconds: 2.1, isWhole: false }, false)).toBe('About 00:51 if every epoch is needed, by a trial of 2.1\u00a0s on this machine.');
    expect(estimated({ seconds: 0.8, trialSeconds: 0.8, isWhole: true }, false)).toBe('About 0.80\u00a0s: a trial was done by then.');
  });

  it('is not said where it is not known', () => {
    expect(estimated({ trialSeconds: 8, isWhole: false }, false)).toBeUndefined();
    expect(estimated(undefined, false)).toBeUndefined();
  });

  it('is that of a run by the same settings, whatever its seed', () => {
    const request = { target: { columns: ['y'] }, recipe: { name: 'plain', settings: { epochs: 5, folds: 1 } } };
    expect(isAlike({ ...request, training: { seed: 7 }, inputs: { ignored: [] } }, { ...request, recipe: { name: 'plain', settings: { folds: 1, epochs: 5 } } })).toBe(true);
    expect(isAlike(request, { ...request, recipe: { name: 'plain' } })).toBe(false);
    expect(isAlike(request, undefined)).toBe(false);
  });
});
