import { route } from '../route.svelte';
import type { Focus } from './steps';

/** Where one is in a walk, kept in the address: step and unit are counted from 1 there. */
export class Place {
  #steps: () => number;

  constructor(steps: () => number) {
    this.#steps = steps;
  }

  get step(): number {
    return Math.max(0, Math.min(this.#steps() - 1, (route.number('step') ?? 1) - 1));
  }

  get focus(): Focus {
    return { unit: Math.max(0, (route.number('unit') ?? 1) - 1), input: Math.max(0, (route.number('input') ?? 1) - 1) };
  }

  goTo = (step: number, focus: Partial<Focus> = {}): void => {
    route.set({ step: step + 1, ...counted(focus) });
  };

  choose = (focus: Partial<Focus>): void => {
    route.set(counted(focus));
  };
}

function counted(focus: Partial<Focus>): Record<string, number> {
  return Object.fromEntries(Object.entries(focus).map(([name, value]) => [name, value + 1]));
}
