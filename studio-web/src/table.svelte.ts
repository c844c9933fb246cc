import type { Table } from './api';
import { draft } from './draft.svelte';
import { live } from './live.svelte';
import { Loaded } from './loaded.svelte';
import { get } from './server';

/** The table that is open, fetched when its number changes. */
class OpenTable {
  readonly loaded = new Loaded<Table>();
  #number: number | undefined;

  /** For an effect: fetches the table when there is another one. */
  follow(): void {
    const state = live.state?.table;
    if (state?.phase !== 'ready') {
      this.#number = undefined;
      if (state) this.loaded.clear();
      return;
    }
    if (state.number === this.#number && this.#number !== undefined) {
      return;
    }
    this.#number = state.number;
    void this.loaded.load(async (signal) => {
      const table = await get<Table>('/api/data', signal);
      draft.begin(table);
      return table;
    });
  }
}

export const openTable = new OpenTable();
