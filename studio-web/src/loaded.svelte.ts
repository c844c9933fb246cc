import type { Failure } from './api';
import { failure, isAborted } from './server';

/** Something that is fetched: not yet there, there, or refused. A newer request replaces the one under way. */
export class Loaded<T> {
  value = $state.raw<T | undefined>(undefined);
  problem = $state.raw<Failure | undefined>(undefined);
  loading = $state(false);
  #stop: AbortController | undefined;

  /** Keeps the old value in sight until the new one is there. */
  async load(fetched: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.loading = true;
    try {
      const value = await fetched(stop.signal);
      if (this.#stop === stop) {
        this.value = value;
        this.problem = undefined;
      }
    } catch (problem) {
      if (this.#stop === stop && !isAborted(problem)) {
        this.problem = failure(problem);
      }
    } finally {
      if (this.#stop === stop) {
        this.loading = false;
      }
    }
  }

  clear(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.value = undefined;
    this.problem = undefined;
    this.loading = false;
  }
}
