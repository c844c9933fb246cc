import type { Run, SavedModel, Task } from './api';
import { live } from './live.svelte';
import { models } from './models.svelte';
import { route } from './route.svelte';

/** The model that a screen is about: that of a run, or a saved one that no run of this studio trained. */
export interface Subject {
  /** Where the server answers for it. */
  at: string;
  /** For people: Run 7, penguins.onnx. */
  name: string;
  target: string;
  /** What stands for it in addresses. */
  parameters: { run?: number; model?: number };
  run: Run | undefined;
}

export function ofRun(run: Run): Subject {
  return {
    at: `/api/runs/${run.number}`,
    name: `Run ${run.number}`,
    target: run.subject.target.join(', '),
    parameters: { run: run.number },
    run,
  };
}

export function ofModel(model: SavedModel): Subject {
  return {
    at: `/api/models/${model.number}`,
    name: model.file,
    target: targetOf(model.task),
    parameters: { model: model.number },
    run: undefined,
  };
}

/** A run that diverged, and so left no model: its updates can be seen all the same. */
export function ofDiverged(run: Run): Subject {
  return { ...ofRun(run), at: `/api/runs/${run.number}/diverged` };
}

/** As the choice of what is looked into has it: run-7, model-1. */
export function sourceOf(subject: Subject): string {
  return Object.entries(subject.parameters).map(([kind, number]) => `${kind}-${number}`).join('');
}

function targetOf(task: Task): string {
  return task.columns.join(', ');
}

/** The model that the address names; without one that of the newest run. */
export function inSight(): Subject | undefined {
  const saved = models.model(route.number('model'));
  if (saved || route.number('model') !== undefined) {
    return saved && ofModel(saved);
  }
  const run = live.run(route.number('run')) ?? live.newest((each) => each.files.model);
  return run?.files.model ? ofRun(run) : undefined;
}
