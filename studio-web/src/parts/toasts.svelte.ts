import { announcer } from './announcer.svelte';

export interface Toast {
  sentence: string;
  undo?: (() => void) | undefined;
  isError: boolean;
}

/** The one sentence at the foot of the page, with a way back where there is one. */
class Toasts {
  current = $state.raw<Toast | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(sentence: string, undo?: () => void): void {
    this.#set({ sentence, undo, isError: false });
  }

  fail(sentence: string): void {
    this.#set({ sentence, isError: true });
  }

  close(): void {
    this.current = undefined;
  }

  #set(toast: Toast): void {
    clearTimeout(this.#timer);
    this.current = toast;
    announcer.say(toast.sentence);
    this.#timer = setTimeout(() => this.close(), 20_000);
  }
}

export const toasts = new Toasts();
