import { describe, expect, it } from 'vitest';
import type { Update } from '../src/api';
import { scaleOf, stepLines } from '../src/inside/optimizers';
import { number } from '../src/numbers';
import { recomputed } from './calculation';
import updated from './golden/update.json';
import updatedTuned from './golden/update-tuned.json';

const plain = updated as unknown as Update;
const tuned = updatedTuned as unknown as Update;

describe('the step of a parameter', () => {
  for (const [recipe, update] of Object.entries({ plain, tuned })) {
    it(`is what a calculator makes of Adam’s formula, by the recipe ${recipe}`, () => {
      for (const move of update.parameters.moves) {
        const lines = stepLines(move, update);
        expect(lines.map((line) => line.of)).toContain('step');
        for (const line of lines.filter((each) => !each.isRounded)) {
          const read = recomputed(`${line.result} = ${line.formula.replace(' of weight decay', '')}`);
          expect(read && number(read.value), `${line.of}: ${line.result} = ${line.formula}`).toBe(line.result.replace('+', ''));
        }
      }
    });
  }

  it('tells the scale of weights that the optimizer sees larger, and none of others', () => {
    const scaled = tuned.parameters.moves.filter((move) => scaleOf(move, tuned) !== undefined);
    expect(scaled.length).toBeGreaterThan(0);
    expect(scaled.every((move) => move.at.block.role === 'weights' && /\) \/ [\d.]+$/.test(stepLines(move, tuned)[0]?.formula ?? ''))).toBe(true);
    expect(plain.parameters.moves.every((move) => scaleOf(move, plain) === undefined)).toBe(true);
  });
});
