import type { Epochs } from '../api';

/** The epochs of one network as lines; several networks of an ensemble are trained one after another. */
export interface Lines {
  epoch: number[];
  trainingLoss: (number | null)[];
  validationLoss: (number | null)[];
  score: (number | null)[];
  best: { epoch: number; loss: number | null; score: number | null } | undefined;
}

/** The networks that have epochs, in order. */
export function networksOf(epochs: Epochs | undefined): number[] {
  return [...new Set(epochs?.network ?? [])];
}

/** What was learned last stands: of a network that is trained again, only the last time. */
export function linesOf(epochs: Epochs, network: number): Lines {
  const lines: Lines = { epoch: [], trainingLoss: [], validationLoss: [], score: [], best: undefined };
  epochs.network.forEach((each, index) => {
    if (each !== network) return;
    const epoch = epochs.epoch[index] ?? 0;
    if (epoch <= (lines.epoch.at(-1) ?? 0)) {
      cut(lines, lines.epoch.findIndex((before) => before >= epoch));
    }
    lines.epoch.push(epoch);
    lines.trainingLoss.push(epochs.losses.training[index] ?? null);
    lines.validationLoss.push(epochs.losses.validation[index] ?? null);
    lines.score.push(epochs.score[index] ?? null);
    if (epochs.best[index]) {
      lines.best = { epoch, loss: epochs.losses.validation[index] ?? null, score: epochs.score[index] ?? null };
    }
  });
  return lines;
}

function cut(lines: Lines, at: number): void {
  for (const values of [lines.epoch, lines.trainingLoss, lines.validationLoss, lines.score]) values.length = at;
}
