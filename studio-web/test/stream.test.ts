import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../src/stream';

class Source {
  static opened: Source[] = [];
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;
  handlers = new Map<string, (event: { data: string }) => void>();
  constructor(readonly address: string) {
    Source.opened.push(this);
  }
  addEventListener(kind: string, handler: (event: { data: string }) => void): void {
    this.handlers.set(kind, handler);
  }
  close(): void {}
}

/** Another tab does not answer here. */
class Channel {
  onmessage: (() => void) | undefined;
  postMessage(): void {}
}

describe('the stream of events', () => {
  beforeEach(() => {
    Source.opened = [];
    vi.stubGlobal('EventSource', Source);
    vi.stubGlobal('BroadcastChannel', Channel);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is a plain one where there are no locks', () => {
    vi.stubGlobal('navigator', {});
    const got: string[] = [];
    listen({ message: (kind, data) => got.push(`${kind} ${data}`), connection: (connected) => got.push(String(connected)) });
    const [source] = Source.opened;
    source?.onopen?.();
    source?.handlers.get('run')?.({ data: '{}' });
    source?.onerror?.();
    expect(got).toEqual(['true', 'run {}', 'false']);
  });

  it('is opened by the tab that gets the lock, and by no other', () => {
    const waiting: (() => unknown)[] = [];
    vi.stubGlobal('navigator', { locks: { request: (_: string, held: () => unknown) => waiting.push(held) } });
    const listener = { message: () => {}, connection: () => {} };
    listen(listener);
    listen(listener);
    expect(Source.opened).toHaveLength(0);
    waiting[0]?.();
    expect(Source.opened).toHaveLength(1);
    waiting[1]?.();
    expect(Source.opened).toHaveLength(2);
  });
});
