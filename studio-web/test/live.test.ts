import { afterEach, expect, it, vi } from 'vitest';
import type { State } from '../src/api';
import { live } from '../src/live.svelte';

class Source {
  static handlers = new Map<string, (event: { data: string }) => void>();
  addEventListener(kind: string, handler: (event: { data: string }) => void): void {
    Source.handlers.set(kind, handler);
  }
}

afterEach(() => vi.unstubAllGlobals());

const state = (phase: string) => ({ table: { phase } }) as State;

it('an answer that an event has overtaken changes nothing', async () => {
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', () => Promise.reject(new Error('not there')));
  live.start();
  await live.change(() => Promise.resolve(state('reading')));
  expect(live.state?.table.phase).toBe('reading');

  await live.change(async () => {
    Source.handlers.get('state')?.({ data: JSON.stringify(state('ready')) });
    await new Promise((drawn) => requestAnimationFrame(drawn));
    return state('reading');
  });
  expect(live.state?.table.phase).toBe('ready');
});
