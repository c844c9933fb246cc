import type { Epochs, Health, Run, RunEvent, RunMessage, RunState, State } from './api';
import { get } from './server';
import { listen } from './stream';

/** What is known of a run's training so far. */
export interface Course {
  state: RunState;
  epochs: Epochs;
  events: RunEvent[];
  last: RunEvent | undefined;
  health: Health | undefined;
  progress: Run['progress'];
  place: Run['place'];
}

/** What the server says of itself, kept up to date by its events; the page is redrawn once a frame at most. */
class Live {
  state = $state.raw<State | undefined>(undefined);
  runs = $state.raw<Run[]>([]);
  courses = $state.raw<ReadonlyMap<number, Course>>(new Map());
  connected = $state(true);
  #waiting: (() => void)[] = [];

  start(): void {
    listen({
      message: (kind, data) => this.#soon(() => this.#take(kind, data)),
      connection: (connected) => this.#soon(() => (this.connected = connected)),
    });
    void this.refresh();
  }

  /** Asks for the state and the list of runs, as after a change that this page has made. */
  async refresh(): Promise<void> {
    try {
      const [state, list] = await Promise.all([get<State>('/api/state'), get<{ runs: Run[] }>('/api/runs')]);
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

  /** A run's history, for one that ended before this page was opened. */
  setCourse(number: number, course: Course): void {
    this.courses = new Map(this.courses).set(number, course);
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
      this.runs = (JSON.parse(data) as { runs: Run[] }).runs;
    } else if (kind === 'run') {
      this.#grow(JSON.parse(data) as RunMessage);
    }
  }

  #grow(message: RunMessage): void {
    const before = message.from === 0 ? undefined : this.courses.get(message.run);
    this.courses = new Map(this.courses).set(message.run, {
      state: message.state,
      epochs: before ? joined(before.epochs, message.epochs, message.from) : message.epochs,
      events: [...(before?.events ?? []), ...(message.events ?? [])],
      last: message.last ?? before?.last,
      health: message.health ?? before?.health,
      progress: message.progress,
      place: message.place ?? before?.place,
    });
    this.runs = this.runs.map((run) => (run.number === message.run ? { ...run, ...changed(message) } : run));
  }
}

function changed(message: RunMessage): Partial<Run> {
  return {
    state: message.state,
    ...(message.progress ? { progress: message.progress } : {}),
    ...(message.place ? { place: message.place } : {}),
  };
}

/** Epochs and those that follow; what was sent twice is taken once. */
export function joined(before: Epochs, more: Epochs, from: number): Epochs {
  const join = <T>(name: keyof Epochs) => [...(before[name] as T[]).slice(0, from), ...(more[name] as T[])];
  return {
    network: join('network'),
    epoch: join('epoch'),
    trainingLoss: join('trainingLoss'),
    validationLoss: join('validationLoss'),
    score: join('score'),
    learningRate: join('learningRate'),
    best: join('best'),
  };
}

export const live = new Live();
