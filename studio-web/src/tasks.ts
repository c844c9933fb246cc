import type { Task } from './api';

/** Whether what a model puts out are probabilities: of classes, or of labels. */
export function areShares(task: Task): boolean {
  return task.classes !== undefined || task.kind === 'multilabel';
}

/** Which output stands for all: of quantiles the one in the middle, else the first. */
export function mainOutput(task: Task, outputs: number): number {
  return task.quantiles ? Math.floor((outputs - 1) / 2) : 0;
}
