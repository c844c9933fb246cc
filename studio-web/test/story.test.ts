import { describe, expect, it } from 'vitest';
import type { LessonStep, Trace } from '../src/api';
import { groups } from '../src/inside/groups';
import { membersOf, ofLesson, ofTrace, type Network } from '../src/inside/network';
import { stepsOf, type Focus } from '../src/inside/steps';
import { tell } from '../src/inside/story/tell';
import { number } from '../src/numbers';
import { recomputed } from './calculation';
import lessonOne from './golden/lesson-1-step-1.json';
import lessonTwo from './golden/lesson-2-step-500.json';
import tracedEnsemble from './golden/trace-ensemble.json';
import tracedResidual from './golden/trace-residual.json';
import tracedTuned from './golden/trace-tuned.json';
import traced from './golden/trace.json';

const two = lessonTwo as unknown as LessonStep;
const one = lessonOne as unknown as LessonStep;
const trace = traced as unknown as Trace;
const tuned = tracedTuned as unknown as Trace;
const residual = tracedResidual as unknown as Trace;
const ensemble = tracedEnsemble as unknown as Trace;

/** Every story of a network, with every unit and input in focus. */
function* stories(network: Network, lesson?: LessonStep) {
  const steps = stepsOf(network, lesson !== undefined);
  for (const [at, step] of steps.entries()) {
    const layer = 'layer' in step ? network.layers[step.layer] : undefined;
    for (let unit = 0; unit < (layer?.units.length ?? 1); unit++) {
      const inputs = step.phase === 'update' ? (layer?.inputs.length ?? 1) : 1;
      for (let input = 0; input < inputs; input++) {
        yield { at, step, focus: { unit, input }, story: tell(network, steps, step, { unit, input }, lesson) };
      }
    }
  }
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

/** Arithmetic that a calculator repeats, a calculation for each number, and each of them from an earlier step. */
function expectWhole(network: Network): void {
  expect(expectAllRecompute(network)).toBeGreaterThan(60);
  for (const { at, story } of stories(network)) {
    expect(story.lines[0]?.map((token) => token.text).join('') ?? '=', story.title).toContain('=');
    expect(JSON.stringify(story), story.title).not.toMatch(/undefined|not a number/);
    expect(story.note ?? '', story.title).not.toContain('✕');
    for (const { from } of story.lines.flat()) {
      if (!from) continue;
      expect(from.step, story.title).toBeGreaterThanOrEqual(0);
      expect(from.step, story.title).toBeLessThan(at);
    }
  }
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
    expectWhole(network);
  });

  it('puts the numbers into layer normalization and residual blocks, forward and backward', () => {
    const network = ofTrace(residual, 1);
    if (!network) throw new Error('the trace has all its numbers');
    expect(network.layers.map((layer) => `${layer.name} ${layer.facts.kind}`)).toEqual(['1 dense', '2 layer-norm', '3.1 dense', '3.2 layer-norm', '3 residual-block', '4 dense']);
    expect(stepsOf(network, false).map((step) => ('layer' in step ? `${network.layers[step.layer]?.name} ${step.kind}` : step.kind))).toEqual([
      'given', '1 sum', '2 normalize', '2 pass', '2 output', '3.1 sum', '3.2 normalize', '3.2 pass', '3.2 output', '3 pass', '4 sum', '4 error',
      '3 back', '3.2 slope', '3.2 delta', '3.2 back', '3.1 reach', '3 join', '2 slope', '2 delta', '2 back', '1 reach',
      '4 gradient', '3.1 gradient', '1 gradient',
    ]);
    expectWhole(network);
    const lines = [...stories(network)].filter(({ step }) => ['normalize', 'join', 'back'].includes(step.kind)).map(({ story }) => line(story));
    expect(lines.filter((each) => recomputed(each) !== undefined).length).toBeGreaterThanOrEqual(4 * 5);
  });

  it('puts the numbers into the layers of each ensemble member', () => {
    expect(membersOf(ensemble, 1)).toBe(3);
    for (const member of [1, 3]) {
      const network = ofTrace(ensemble, 1, member);
      if (!network) throw new Error('the trace has all its numbers');
      expectWhole(network);
      const heads = network.layers.at(-1);
      expect(heads?.facts.kind).toBe('ensemble-heads');
      const steps = stepsOf(network, false);
      expect(steps.filter((step) => 'layer' in step && step.layer === network.layers.length - 1).map((step) => step.kind)).toEqual(['sum', 'error', 'gradient']);
      const error = steps.find((step) => step.kind === 'error');
      expect(error && recomputed(line(tell(network, steps, error, { unit: 0, input: 0 })))?.value).toBeCloseTo(heads?.error?.[0] ?? Number.NaN, 3);
    }
    expect(ofTrace(ensemble, 1, 1)?.layers[1]?.outputs).not.toEqual(ofTrace(ensemble, 1, 3)?.layers[1]?.outputs);
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
    for (const { at, story } of stories(network, two)) {
      for (const token of story.lines.flat()) {
        if (token.from) {
          expect(token.from.step).toBeGreaterThanOrEqual(0);
          expect(token.from.step).toBeLessThan(at);
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
