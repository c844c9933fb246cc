import type { Run } from '../api';
import type { Course } from '../live.svelte';
import { metricName } from '../metrics';
import { capital, duration, number, percent, whole } from '../numbers';
import { parameterName } from '../parameters';
import type { Lines } from './course';

/** What a run is called in words: its state, the finding, and what follows from it. */
export interface Said {
  state: string;
  title: string;
  lead: string | undefined;
}

export function said(run: Run, course: Course | undefined, lines: Lines | undefined): Said {
  switch (run.standing.state) {
    case 'running':
    case 'stopping':
      return running(run, lines);
    case 'finished':
      return { state: `finished${run.outcome.seconds === undefined ? '' : ` in ${duration(run.outcome.seconds)}`}`, title: scored(run), lead: beside(run) };
    case 'cancelled':
      return {
        state: '◼ stopped by you',
        title: run.files.model ? `Stopped; ${best(lines)} is kept` : 'Stopped before the first epoch ended',
        lead: run.files.resumable ? 'Resume goes on from here, and ends with the same numbers as a run that was never stopped.' : undefined,
      };
    case 'paused':
      return {
        state: '‖ paused',
        title: lines?.best && lines.best.loss !== null ? `Paused; best so far ${number(lines.best.loss)}, at epoch ${whole(lines.best.epoch)}` : 'Paused before the first epoch ended',
        lead: 'It goes on from here, and ends with the same numbers as a run that was never paused. The program may end in between.',
      };
    case 'interrupted':
      return { state: '◼ interrupted', title: 'The program ended before this run did', lead: 'Its checkpoints are kept. Resume goes on from the last one.' };
    case 'failed':
      return {
        state: '✕ failed',
        title: failedTitle(run),
        lead: failedLead(run),
      };
  }
  return { state: run.standing.state, title: `Run ${run.number}`, lead: course?.events.at(-1)?.sentence };
}

function running(run: Run, lines: Lines | undefined): Said {
  const last = lines?.epoch.at(-1);
  const waited = lines?.best && last !== undefined ? last - lines.best.epoch : 0;
  return {
    state: run.standing.state === 'stopping' ? 'stopping' : 'running, safe to close this tab',
    title: lines?.best && lines.best.loss !== null ? `Best so far ${number(lines.best.loss)}, at epoch ${whole(lines.best.epoch)}` : 'Training begins',
    lead: waited > 1 ? `The validation rows have not improved for ${whole(waited)} epochs. If that goes on, training stops and keeps epoch ${whole(lines?.best?.epoch ?? 0)}.` : 'Every epoch goes over all training rows once.',
  };
}

function scored(run: Run): string {
  if (run.outcome.score === undefined || run.outcome.score === null) return 'Trained';
  const metric = run.outcome.metric ?? 'score';
  const isShare = metric.includes('accuracy');
  return isShare ? `${percent(run.outcome.score)} of the validation rows are right` : `${capital(metricName(metric))} ${number(run.outcome.score)} on the validation rows`;
}

function beside(run: Run): string | undefined {
  if (run.outcome.baseline === undefined || run.outcome.baseline === null) {
    return tested(run) ? 'The test rows, which had no part in it, are scored on the next screen.' : undefined;
  }
  const isShare = (run.outcome.metric ?? '').includes('accuracy');
  return `The baseline, which looks at no column, gets ${isShare ? percent(run.outcome.baseline) : number(run.outcome.baseline)}.${tested(run) ? ' The test rows, which had no part in it, are scored on the next screen.' : ''}`;
}

function best(lines: Lines | undefined): string {
  return lines?.best ? `the best model, of epoch ${whole(lines.best.epoch)},` : 'the best model so far';
}

const LONG_TITLE = 80;

/** The sentence of the failure, or where it is long what it begins with. */
function failedTitle(run: Run): string {
  const error = run.failure?.error ?? 'The training failed';
  const isLong = error.length > LONG_TITLE && error.includes(': ');
  return capital(isLong ? error.slice(0, error.indexOf(': ')) : error);
}

function failedLead(run: Run): string | undefined {
  const error = run.failure?.error ?? '';
  const isLong = error.length > LONG_TITLE && error.includes(': ');
  const spoiled = run.failure?.divergence?.parameter;
  if (isLong) return `${capital(error.slice(error.indexOf(': ') + 2))}.${spoiled ? ` It began in ${parameterName(spoiled, spoiled)}.` : ''}`;
  return run.failure?.cause === 'data' ? 'The table or the settings have to change before it can work.' : undefined;
}

/** Whether test rows were kept for the end. */
export function tested(run: Run): boolean {
  return (run.subject.request.rows?.testShare ?? 0) > 0;
}
