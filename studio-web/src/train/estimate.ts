import type { Estimate, Request } from '../api';
import { duration } from '../numbers';

/** How long a training may take, and on what that rests; nothing where no figure is better than a wrong one. */
export function estimated(estimate: Estimate | undefined, isTried: boolean): string | undefined {
  if (isTried) return 'How long? A trial of some seconds tells it …';
  if (estimate?.seconds === undefined) return undefined;
  const trial = duration(estimate.trialSeconds);
  return estimate.isWhole ? `About ${trial}: a trial was done by then.` : `About ${duration(estimate.seconds)} if every epoch is needed, by a trial of ${trial} on this machine.`;
}

/** Whether two requests ask for the same training, but for its seed. */
export function isAlike(first: Request, second: Request | undefined): boolean {
  return second !== undefined && asked(first) === asked(second);
}

function asked(request: Request): string {
  const settings = Object.entries(request.recipe?.settings ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  const ignored = [...(request.inputs?.ignored ?? [])].sort();
  return JSON.stringify([request.target.columns, ignored, request.rows ?? {}, request.recipe?.name ?? null, settings]);
}
