import type { Cell, Request, Table } from './api';
import { merged } from './merged';

/** What would be trained next: target, columns left out, settings. Kept by this browser for each table's name. */
class Draft {
  request = $state.raw<Request | undefined>(undefined);
  #table = '';

  /** Begins with what was chosen for a table of this name before, or with the column that the server suggests. */
  begin(table: Table): void {
    if (this.#table === key(table) && this.request) {
      return;
    }
    this.#table = key(table);
    this.request = remembered(table) ?? suggested(table);
  }

  setTarget(column: string): void {
    this.#change((request) => ({
      ...request,
      target: { columns: [column] },
      inputs: { ...request.inputs, ignored: (request.inputs?.ignored ?? []).filter((each) => each !== column) },
    }));
  }

  isIgnored(column: string): boolean {
    return this.request?.inputs?.ignored?.includes(column) ?? false;
  }

  toggleIgnored(column: string): void {
    const ignored = this.request?.inputs?.ignored ?? [];
    const next = ignored.includes(column) ? ignored.filter((each) => each !== column) : [...ignored, column];
    this.#change((request) => ({ ...request, inputs: { ...request.inputs, ignored: next } }));
  }

  setRecipe(name: string): void {
    this.#change((request) => ({ ...request, recipe: { name } }));
  }

  /** A setting of the recipe; undefined leaves it to the recipe. */
  setSetting(name: string, value: Cell | number[] | undefined): void {
    this.#change((request) => {
      const { [name]: _, ...others } = request.recipe?.settings ?? {};
      return { ...request, recipe: { ...request.recipe, settings: value === undefined ? others : { ...others, [name]: value } } };
    });
  }

  setSeed(seed: number): void {
    this.#change((request) => ({ ...request, training: { ...request.training, seed } }));
  }

  setTestShare(testShare: number): void {
    this.#change((request) => ({ ...request, rows: { ...request.rows, testShare } }));
  }

  /** The share of rows whose actual value intervals or sets are to hold; undefined for none. */
  setCoverage(coverage: number | undefined): void {
    this.#change((request) => {
      const { coverage: _, ...others } = request.rows ?? {};
      return { ...request, rows: coverage === undefined ? others : { ...others, coverage } };
    });
  }

  /** What a remedy of the server's changes. */
  merge(part: Partial<Request>): void {
    this.#change((request) => merged(request, part) as Request);
  }

  #change(change: (request: Request) => Request): void {
    if (!this.request) {
      return;
    }
    this.request = change(this.request);
    try {
      localStorage.setItem(`slope-request-${this.#table}`, JSON.stringify(this.request));
    } catch {
      // a browser that keeps nothing
    }
  }
}

const TEST_SHARE = 0.2;

function suggested(table: Table): Request | undefined {
  const target = table.suggestedTarget ?? table.columns.at(-1)?.name;
  return target === undefined ? undefined : { target: { columns: [target] }, inputs: { ignored: [] }, rows: { testShare: TEST_SHARE } };
}

function remembered(table: Table): Request | undefined {
  try {
    const request = JSON.parse(localStorage.getItem(`slope-request-${key(table)}`) ?? 'null') as Request | null;
    const names = table.columns.map((column) => column.name);
    return request?.target.columns.every((column) => names.includes(column)) ? request : undefined;
  } catch {
    return undefined;
  }
}

function key(table: Table): string {
  return `${table.name}|${table.columns.map((column) => column.name).join('|')}`;
}

export const draft = new Draft();
