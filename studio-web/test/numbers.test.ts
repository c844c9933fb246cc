import { describe, expect, it } from 'vitest';
import { bytes, cell, countOf, duration, fixed, grouping, number, percent, setting, short, signed, things } from '../src/numbers';

describe('numbers as people read them', () => {
  it('have four significant digits and a true minus', () => {
    expect(number(0.227712)).toBe('0.2277');
    expect(number(-1.93943)).toBe('−1.939');
    expect(number(0.69)).toBe('0.6900');
  });

  it('are powers of ten where they are very small or large', () => {
    expect(number(2e-6)).toBe('2.000\u00a0×\u00a010⁻⁶');
    expect(number(-3.1e8, 2)).toBe('−3.1\u00a0×\u00a010⁸');
    expect(number(1e-4)).toBe('0.0001000');
    expect(number(999_999)).toBe('999,999');
    expect(number(-123_456.7, 7)).toBe('−123,456.7');
    expect(number(1999)).toBe('1999');
  });

  it('are words where they are no numbers', () => {
    expect(number(Number.NaN)).toBe('not a number');
    expect(number(null)).toBe('not a number');
    expect(number(-Infinity)).toBe('−infinite');
  });

  it('show their sign where that matters', () => {
    expect(signed(0.3334)).toBe('+0.3334');
    expect(signed(0)).toBe('0');
    expect(fixed(-0.001, 1)).toBe('0.0');
  });

  it('are set apart as the language does it, but never by a point', () => {
    expect(grouping('en')(1_234_567)).toBe('1,234,567');
    expect(grouping('en-IN')(1_234_567)).toBe('12,34,567');
    expect(grouping('de')(1_234_567)).toBe('1\u202f234\u202f567');
    expect(grouping('ar-EG')(1_234_567)).toMatch(/^1\D234\D567$/);
  });

  it('lose zeros at their end where they are read one by one', () => {
    expect(short(0.5)).toBe('0.5');
    expect(short(100)).toBe('100');
    expect(short(1e30)).toBe('1\u00a0×\u00a010³⁰');
    expect(short(2.5e-6)).toBe('2.5\u00a0×\u00a010⁻⁶');
    expect(setting(1e6)).toBe('1,000,000');
    expect(setting(1e30)).toBe('1\u00a0×\u00a010³⁰');
    expect(cell(39.1)).toBe('39.1');
    expect(cell(1.288184753155463e30)).toBe('1.28818\u00a0×\u00a010³⁰');
    expect(cell(20_260)).toBe('20260');
    expect(cell(-1_000_000)).toBe('−1000000');
    expect(cell(null)).toBe('missing');
    expect(cell(false)).toBe('false');
  });

  it('count with shares, names and units', () => {
    expect(percent(0.8214)).toBe('82.1\u00a0%');
    expect(countOf(177, 891)).toBe('177 (19.9\u00a0%)');
    expect(things(1, 'row')).toBe('1 row');
    expect(things(1344, 'row')).toBe('1,344 rows');
    expect(bytes(13_478)).toBe('13.5 KB');
    expect(duration(38)).toBe('00:38');
    expect(duration(3725)).toBe('1:02:05');
    expect(duration(0.25)).toBe('0.25\u00a0s');
  });
});
