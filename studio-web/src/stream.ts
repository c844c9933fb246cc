/**
 * The server's events, with one connection for all tabs. A browser opens six connections to a host at most, so the tab that
 * holds the lock listens and passes every message on; when it is closed, the next one gets the lock. Where there are no locks
 * (plain http on an address other than this machine), each tab listens for itself.
 */
export interface StreamListener {
  message(kind: string, data: string): void;
  /** Whether the server can be reached. */
  connection(connected: boolean): void;
}

type Passed = { kind: string; data: string } | { connected: boolean } | { hello: true };

const KINDS = ['state', 'runs', 'run'];

export function listen(listener: StreamListener): void {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
    connect(listener);
    return;
  }
  const channel = new BroadcastChannel('slope-studio');
  let leads = false;
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if ('hello' in data) {
      if (leads) reconnect();
    } else if ('connected' in data) {
      listener.connection(data.connected);
    } else {
      listener.message(data.kind, data.data);
    }
  };
  const passing: StreamListener = {
    message: (kind, data) => {
      channel.postMessage({ kind, data });
      listener.message(kind, data);
    },
    connection: (connected) => {
      channel.postMessage({ connected });
      listener.connection(connected);
    },
  };
  let source: EventSource | undefined;
  // A tab that opens has missed the past: the leader asks for it again, for all.
  const reconnect = () => {
    source?.close();
    source = connect(passing);
  };
  void navigator.locks.request('slope-studio', () => {
    leads = true;
    reconnect();
    return new Promise(() => {}); // held until this tab is closed
  });
  channel.postMessage({ hello: true });
}

function connect(listener: StreamListener): EventSource {
  const source = new EventSource('/api/events');
  source.onopen = () => listener.connection(true);
  source.onerror = () => listener.connection(false);
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => listener.message(kind, (event as MessageEvent<string>).data));
  }
  return source;
}
