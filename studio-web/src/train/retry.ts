import type { Plan, Request } from '../api';
import { post } from '../server';

/** What a page may choose of a request: not where the table is, nor what is written. */
export function chosen(request: Request): Request {
  const { target, inputs, rows, recipe, training } = request;
  return { target, ...(inputs && { inputs }), ...(rows && { rows }), ...(recipe && { recipe }), ...(training && { training }) };
}

/** Whether two requests ask for other trainings. An empty part is as none. */
export function differs(one: Request, other: Request): boolean {
  return flat(chosen(one)) !== flat(chosen(other));
}

function flat(value: unknown, name = ''): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value)
      .map(([key, part]) => flat(part, `${name}.${key}`))
      .filter((part) => part !== '')
      .sort()
      .join('\n');
  }
  return value === undefined || (Array.isArray(value) && value.length === 0) ? '' : `${name}=${JSON.stringify(value)}`;
}

const RATE = 'learning-rate';

/** The same training with a tenth of its learning rate, which is the recipe's own if none was chosen. */
export async function slower(request: Request): Promise<Request> {
  const asked = chosen(request);
  const plan = await post<Plan>('/api/plan', asked);
  const rate = Number(plan.settings.settings.find((each) => each.name === RATE)?.value);
  return { ...asked, recipe: { ...asked.recipe, settings: { ...asked.recipe?.settings, [RATE]: Number((rate / 10).toPrecision(6)) } } };
}
