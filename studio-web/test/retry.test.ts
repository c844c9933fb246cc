import { describe, expect, it } from 'vitest';
import type { Request } from '../src/api';
import { chosen, differs } from '../src/train/retry';

const run = {
  version: 1,
  table: { file: '/tables/penguins.csv' },
  target: { columns: ['sex'] },
  rows: { testShare: 0.2 },
  recipe: { name: 'plain', settings: { hidden: [16, 8], epochs: 20 } },
  outputs: { model: 'model.onnx' },
} as Request;

describe('a request beside that of a run', () => {
  it('is the same whatever the server has added', () => {
    const draft: Request = { target: { columns: ['sex'] }, inputs: { ignored: [] }, rows: { testShare: 0.2 }, recipe: { name: 'plain', settings: { epochs: 20, hidden: [16, 8] } } };
    expect(differs(draft, run)).toBe(false);
    expect(chosen(run)).not.toHaveProperty('table');
  });

  it('differs by each choice', () => {
    const drafts: Request[] = [
      { ...run, target: { columns: ['island'] } },
      { ...run, rows: { testShare: 0.2, coverage: 0.9 } },
      { ...run, inputs: { ignored: ['island'] } },
      { ...run, recipe: { name: 'plain', settings: { hidden: [16, 8] } } },
      { ...run, training: { seed: 2 } },
    ];
    expect(drafts.map((draft) => differs(draft, run))).toEqual([true, true, true, true, true]);
  });
});
