import { expect, it } from 'vitest';
import { separatedBy } from '../src/data/reading';

it('keeps with another delimiter what is not said of columns', () => {
  const reading = { missing: ['?'], categorical: ['a;b'], skipBadLines: true, delimiter: ',' };
  expect(separatedBy(';', reading)).toEqual({ missing: ['?'], skipBadLines: true, delimiter: ';' });
  expect(separatedBy('tab', undefined)).toEqual({ delimiter: 'tab' });
});
