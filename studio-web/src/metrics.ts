import type { Interval } from './api';
import { number, percent } from './numbers';

const NAMES: Record<string, string> = { auc: 'ROC AUC', rmse: 'RMSE', mae: 'MAE', r2: 'R²', mcc: 'MCC', f1: 'F1', mape: 'MAPE', brier: 'Brier score', 'macro-f1': 'macro F1', 'micro-f1': 'micro F1', 'poisson-deviance': 'Poisson deviance', 'gamma-deviance': 'gamma deviance', 'tweedie-deviance': 'Tweedie deviance' };
const SHARES = ['accuracy', 'balanced-accuracy', 'average-precision', 'f1', 'macro-f1', 'micro-f1', 'mape'];

/** A metric's name as people write it. */
export function metricName(metric: string): string {
  return NAMES[metric] ?? metric.replaceAll('-', ' ');
}

/** A score as people read it: shares in percent, other numbers with four digits. */
export function scoreText(metric: string, value: number | null | undefined): string {
  return SHARES.includes(metric) ? percent(value) : number(value);
}

/** An interval of a score as people read it. */
export function intervalText(metric: string, interval: Interval): string {
  return `${scoreText(metric, interval.low)} to ${scoreText(metric, interval.high)}`;
}
