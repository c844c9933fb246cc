import type { Epochs, Health, Run, RunEvent, RunList, RunMessage, State } from './api';
import { get } from './server';
import { listen } from './stream';

/** What is known of a run's training so far. */
export interface Course {
  epochs: Epochs;
  events: RunEvent[];
  /** The last epoch, with its gradients. */
  last: RunEvent | undefined;
  health: Health | undefined;
}

/** What the server says of itself, kept up to date by its events; the page is redrawn once a frame at most. */
class Live {
  state = $state.raw<State | undefined>(undefined);
  runs = $state.raw<Run[]>([]);
  courses = $state.raw<ReadonlyMap<number, Course>>(new Map());
  connected = $state(true);
  #waiting: (() => void)[] = [];
  #heard = 0; // events so far

  start(): void {
    listen({
      message: (kind, data) => {
        this.#heard++;
        this.#soon(() => this.#take(kind, data));
      },
      connection: (connected) => this.#soon(() => (this.connected = connected)),
    });
    void this.refresh();
  }

  /** Changes something; the answer is the state, which an event that came meanwhile may know better. */
  async change(ask: () => Promise<State>): Promise<void> {
    const heard = this.#heard;
    const state = await ask();
    if (heard === this.#heard) this.state = state;
  }

  /** Asks for the state and the list of runs, as after a change that this page has made. */
  async refresh(): Promise<void> {
    const heard = this.#heard;
    try {
      const [state, list] = await Promise.all([get<State>('/api/state'), get<RunList>('/api/runs')]);
      if (heard !== this.#heard) return;
      this.state = state;
      this.runs = list.runs;
    } catch {
      this.connected = false;
    }
  }

  run(number: number | undefined): Run | undefined {
    return number === undefined ? undefined : this.runs.find((run) => run.number === number);
  }

  /** The newest run that can be looked at. */
  newest(wanted: (run: Run) => boolean = () => true): Run | undefined {
    return this.runs.find(wanted);
  }

  setRuns(runs: Run[]): void {
    this.runs = runs;
  }

  /** Fetches the history of a run that ended before this page was opened. */
  async past(number: number): Promise<void> {
    if (!this.courses.has(number)) {
      const history = await get<RunMessage>(`/api/runs/${number}/history`);
      if (!this.courses.has(number)) this.#grow(history);
    }
  }

  #soon(change: () => void): void {
    if (this.#waiting.push(change) > 1) {
      return;
    }
    const commit = () => {
      const changes = this.#waiting;
      this.#waiting = [];
      for (const each of changes) each();
    };
    // A hidden tab is given no frames; it has to hear the end of a run all the same.
    if (document.hidden) setTimeout(commit, 250);
    else requestAnimationFrame(commit);
  }

  #take(kind: string, data: string): void {
    if (kind === 'state') {
      this.state = JSON.parse(data) as State;
    } else if (kind === 'runs') {
      this.runs = (JSON.parse(data) as RunList).runs;
    } else if (kind === 'run') {
      this.#grow(JSON.parse(data) as RunMessage);
    }
  }

  /** Takes news of a run, as they come or as its history. */
  #grow(message: RunMessage): void {
    const before = this.courses.get(message.run);
    this.courses = new Map(this.courses).set(message.run, {
      epochs: before ? joined(before.epochs, message.epochs, message.from.epochs) : message.epochs,
      events: [...(before?.events ?? []).slice(0, message.from.events), ...message.events],
      last: message.newest?.epoch ?? before?.last,
      health: message.newest?.health ?? before?.health,
    });
    this.runs = this.runs.map((run) => (run.number === message.run ? { ...run, standing: message.standing } : run));
  }
}

/** Epochs and those that follow; what was sent twice is taken once. */
export function joined(before: Epochs, more: Epochs, from: number): Epochs {
  const join = <T>(first: T[], second: T[]) => [...first.slice(0, from), ...second];
  return {
    network: join(before.network, more.network),
    epoch: join(before.epoch, more.epoch),
    losses: {
      training: join(before.losses.training, more.losses.training),
      validation: join(before.losses.validation, more.losses.validation),
    },
    score: join(before.score, more.score),
    learningRate: join(before.learningRate, more.learningRate),
    best: join(before.best, more.best),
  };
}

export const live = new Live();
