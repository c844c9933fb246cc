import { untrack } from 'svelte';
import { preferences } from './preferences.svelte';

export interface Key {
  /** As `KeyboardEvent.key` has it; `Mod+Enter` is with Ctrl or ⌘. */
  key: string;
  /** What is shown on the button and in the list. */
  shown?: string;
  does: string;
  action: () => void;
}

/** The keys of the screen in sight. Single letters can be switched off (WCAG 2.1.4). */
class Keys {
  all = $state.raw<readonly Key[]>([]);

  /** Adds keys; what is returned takes them away, as an effect wants it. */
  add(keys: Key[]): () => void {
    // An effect that adds keys must not run again because there are more of them.
    this.all = [...untrack(() => this.all), ...keys];
    return () => {
      this.all = this.all.filter((key) => !keys.includes(key));
    };
  }

  pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    const modified = event.ctrlKey || event.metaKey;
    if ((event.key === ' ' || event.key === 'Enter') && !modified && isPressable(event.target)) {
      return;
    }
    if (!modified && (isEdited(event.target) || (event.key.length === 1 && !preferences.letterKeys))) {
      return;
    }
    const name = modified ? `Mod+${event.key}` : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = this.all.findLast((each) => each.key === name);
    if (key) {
      event.preventDefault();
      key.action();
    }
  }
}

/** Fields that take letters and arrows for themselves. */
function isEdited(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null;
}

/** What space and Enter press. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null;
}

export const keys = new Keys();
