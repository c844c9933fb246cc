import type { Evaluation } from '../api';
import { intervalText, metricName } from '../metrics';
import { capital, number, percent } from '../numbers';

/** The finding in one sentence, with its number, and what it stands beside. */
export function finding(evaluation: Evaluation, metric: string | undefined): { title: string; lead: string } {
  const { metrics, bestConstant, intervals } = evaluation.scores;
  const name = metrics.accuracy !== undefined ? 'accuracy' : metrics.rmse !== undefined ? 'rmse' : (metric ?? Object.keys(metrics)[0] ?? '');
  const value = metrics[name];
  const interval = intervals.metrics[name];
  const between = interval ? ` On other rows like these: ${intervalText(name, interval)} (${percent(intervals.coverage, 0)} interval).` : '';
  const rows = evaluation.rows.trainedOn ? 'rows, some of which it was trained on' : 'rows it never saw';
  const baseline = bestConstant[name];
  if (name === 'accuracy') {
    return {
      title: `${percent(value)} right on ${rows}`,
      lead: `${baseline === undefined ? '' : `Always predicting the most frequent class gets ${percent(baseline)}.`}${between}`,
    };
  }
  if (name === 'rmse') {
    return {
      title: `Off by ${number(metrics.mae)} on average, on ${rows}`,
      lead: `${baseline === undefined ? '' : `Always predicting the mean is off by ${number(bestConstant.mae)}.`} Root mean squared error ${number(value)}.${between}`,
    };
  }
  return { title: `${capital(metricName(name))} ${number(value)} on ${rows}`, lead: `${baseline === undefined ? '' : `The baseline gets ${number(baseline)}.`}${between}` };
}
