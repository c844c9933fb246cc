export const SCREENS = [
  { name: 'data', title: 'Data' },
  { name: 'train', title: 'Train' },
  { name: 'result', title: 'Result' },
  { name: 'try', title: 'Try it' },
  { name: 'inside', title: 'See inside' },
] as const;

export type ScreenName = (typeof SCREENS)[number]['name'] | 'runs' | 'tour';

const NAMES: readonly string[] = [...SCREENS.map((screen) => screen.name), 'runs', 'tour'];

/** Where the page is: a screen and its parameters, all of it in the address, such as `#/result?run=7&at=0.42`. */
class Route {
  screen = $state<ScreenName>('data');
  parameters = $state.raw<Record<string, string>>({});

  constructor() {
    this.#read();
    addEventListener('hashchange', () => this.#read());
  }

  text(name: string): string | undefined {
    return this.parameters[name];
  }

  number(name: string): number | undefined {
    const text = this.parameters[name];
    const value = text === undefined ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  /** Goes to a screen; the browser's back button returns. */
  go(screen: ScreenName, parameters: Record<string, string | number | undefined> = {}): void {
    location.hash = address(screen, parameters);
  }

  /** Changes parameters of this screen without a step in the browser's history. Undefined removes one. */
  set(changes: Record<string, string | number | undefined>): void {
    history.replaceState(null, '', address(this.screen, { ...this.parameters, ...changes }));
    this.#read();
  }

  #read(): void {
    const [path = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?');
    this.screen = NAMES.includes(path) ? (path as ScreenName) : 'data';
    this.parameters = Object.fromEntries(new URLSearchParams(search));
  }
}

export function address(screen: ScreenName, parameters: Record<string, string | number | undefined> = {}): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `#/${screen}${search ? `?${search}` : ''}`;
}

export const route = new Route();
