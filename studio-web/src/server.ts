import type { Failure } from './api';

/** What the server refuses, with its sentence and what may help. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly failure: Failure,
  ) {
    super(failure.error);
  }
}

const WRITES = { 'X-Slope': '1', 'Content-Type': 'application/json' };

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, signal ? { signal } : {});
}

export function post<T>(path: string, body: object = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, { method: 'POST', headers: WRITES, body: JSON.stringify(body), ...(signal ? { signal } : {}) });
}

export function remove<T>(path: string): Promise<T> {
  return answer<T>(path, { method: 'DELETE', headers: WRITES });
}

/** Hands a file over as it is. */
export function send<T>(path: string, file: File): Promise<T> {
  return answer<T>(`${path}?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'X-Slope': '1', 'Content-Type': 'application/octet-stream' },
    body: file,
  });
}

/** Parameters of an address; those that are undefined are left out. */
export function query(parameters: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The sentence that a person reads when something went wrong. */
export function sentence(problem: unknown): string {
  return failure(problem).error;
}

export function failure(problem: unknown): Failure {
  if (problem instanceof Refusal) {
    return problem.failure;
  }
  return { error: 'The server does not answer. Is slope studio still running?' };
}

export function isAborted(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}

async function answer<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, { credentials: 'same-origin', ...request });
  if (response.ok) {
    return (await response.json()) as T;
  }
  throw new Refusal(response.status, await refused(response));
}

async function refused(response: Response): Promise<Failure> {
  if (response.status === 401) {
    return { error: 'This page has no access. Open the address that slope studio has printed.' };
  }
  try {
    return (await response.json()) as Failure;
  } catch {
    return { error: `The server answered ${response.status}.` };
  }
}
