import { describe, expect, it } from 'vitest';
import type { LessonStep, Trace } from '../src/api';
import { groups } from '../src/inside/groups';
import { ofLesson, ofTrace, type Network } from '../src/inside/network';
import { stepsOf, type Focus, type Step } from '../src/inside/steps';
import { tell } from '../src/inside/story/tell';
import { number } from '../src/numbers';
import lessonOne from './golden/lesson-1-step-1.json';
import lessonTwo from './golden/lesson-2-step-500.json';
import tracedTuned from './golden/trace-tuned.json';
import traced from './golden/trace.json';

const two = lessonTwo as unknown as LessonStep;
const one = lessonOne as unknown as LessonStep;
const trace = traced as unknown as Trace;
const tuned = tracedTuned as unknown as Trace;

/** Every story of a network, with every unit and input in focus. */
function* stories(network: Network, lesson?: LessonStep) {
  const steps = stepsOf(network, lesson !== undefined);
  for (const step of steps) {
    const layer = 'layer' in step ? network.layers[step.layer] : undefined;
    for (let unit = 0; unit < (layer?.units.length ?? 1); unit++) {
      const inputs = step.phase === 'update' ? (layer?.inputs.length ?? 1) : 1;
      for (let input = 0; input < inputs; input++) {
        yield { step, focus: { unit, input }, story: tell(network, steps, step, { unit, input }, lesson) };
      }
    }
  }
}

/** Reads what is shown: `a = b × c + d × e`, `a = b − c`, `a = b × (1 − c)`. */
function recomputed(line: string): { shown: string; value: number } | undefined {
  const [shown = '', formula = ''] = line.split(' = ');
  const plain = formula.replaceAll('×', '*').replaceAll('−', '-').replaceAll(' ', '');
  if (!/^[-+*().\d]+$/.test(plain) || !/[*+]|\d-/.test(plain)) {
    return undefined;
  }
  const value: unknown = new Function(`return ${plain}`)();
  return { shown: shown.trim(), value: value as number };
}

function line(story: ReturnType<typeof tell>): string {
  return story.lines[0]?.map((token) => token.text).join('') ?? '';
}

function expectAllRecompute(network: Network, lesson?: LessonStep): number {
  let checked = 0;
  for (const { story } of stories(network, lesson)) {
    const read = recomputed(line(story));
    if (!read || story.isRounded) continue;
    checked++;
    expect(number(read.value), `${story.title}: ${line(story)}`).toBe(read.shown.replace('+', ''));
  }
  return checked;
}

describe('a walk through a network', () => {
  it('shows arithmetic that a calculator repeats, in lesson 2 for every row', () => {
    for (const row of [0, 1, 2, 3]) {
      expect(expectAllRecompute(ofLesson(two, row), two)).toBeGreaterThan(30);
    }
  });

  it('shows arithmetic that a calculator repeats, in lesson 1 and in a model of a table', () => {
    expect(expectAllRecompute(ofLesson(one, 2), one)).toBeGreaterThan(5);
    const network = ofTrace(trace, 1);
    expect(network && expectAllRecompute(network)).toBeGreaterThan(30);
  });

  it('shows the same of the layers of the default recipe, and each number has its calculation', () => {
    const network = ofTrace(tuned, 1);
    if (!network) throw new Error('the trace has all its numbers');
    expect(expectAllRecompute(network)).toBeGreaterThan(60);
    for (const { story } of stories(network)) {
      expect(story.lines[0]?.map((token) => token.text).join('') ?? '=', story.title).toContain('=');
      expect(JSON.stringify(story), story.title).not.toMatch(/undefined|not a number/);
    }
    const notes = [...stories(network)].map(({ story }) => story.note ?? '');
    expect(notes.filter((note) => note.includes('✕'))).toEqual([]);
  });

  it('tells layers that repeat themselves once', () => {
    expect(groups(['a', 'b', 'c', 'b', 'c', 'b', 'c', 'd', 'd'])).toEqual(['a', '3 × (b → c)', '2 × d']);
    expect(groups(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('adds up: no sum of products differs from the number of the server', () => {
    const network = ofTrace(trace, 1);
    if (!network) throw new Error('the trace has all its numbers');
    const notes = [...stories(network)].map(({ story }) => story.note ?? '');
    expect(notes.filter((note) => note.includes('✕'))).toEqual([]);
    expect(notes.filter((note) => note.includes('✓')).length).toBeGreaterThan(20);
  });

  it('goes forward, finds the error, goes back, and updates', () => {
    const steps = stepsOf(ofLesson(two, 0), true);
    expect(steps.map((step) => step.kind)).toEqual([
      'given', 'sum', 'output', 'sum', 'output', 'error', 'slope', 'delta', 'reach', 'slope', 'delta', 'gradient', 'move', 'gradient', 'move',
    ]);
  });

  it('has no way back where the row has no target', () => {
    const forward: Trace = { ...trace, networks: trace.networks.map(({ loss: _, ...network }) => ({ ...network, layers: network.layers.map((layer) => ({ ...layer, numbers: (layer.numbers ?? []).filter((each) => !['error', 'delta', 'derivative', 'gradient'].includes(each.kind)) })) })) };
    const network = ofTrace(forward, 1);
    expect(network && stepsOf(network, false).every((step) => step.phase === 'forward')).toBe(true);
  });

  it('tells where each number comes from: a step that is there, and earlier', () => {
    const network = ofLesson(two, 1);
    const steps = stepsOf(network, true);
    for (const { step, story } of stories(network, two)) {
      for (const token of story.lines.flat()) {
        if (token.from) {
          expect(token.from.step).toBeGreaterThanOrEqual(0);
          expect(token.from.step).toBeLessThan(steps.indexOf(steps.find((each: Step) => each.kind === step.kind && JSON.stringify(each) === JSON.stringify(step)) ?? step));
        }
      }
    }
  });

  it('keeps the focus within the layer', () => {
    const network = ofLesson(two, 1);
    const steps = stepsOf(network, true);
    const far: Focus = { unit: 99, input: 99 };
    for (const step of steps) expect(tell(network, steps, step, far, two).title).not.toContain('undefined');
  });

  it('gives the shares of the notebook', () => {
    const network = ofLesson(two, 1);
    const steps = stepsOf(network, true);
    const reach = steps.find((step) => step.kind === 'reach');
    expect(reach && line(tell(network, steps, reach, { unit: 1, input: 0 }, two))).toBe('+0.3334 = 0.08165 × 4.083');
  });
});
