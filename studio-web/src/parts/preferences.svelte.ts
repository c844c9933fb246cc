export type Theme = 'light' | 'dark';
export type Words = 'words' | 'mathematics';

/** What a person prefers on this machine: light or dark, keys of single letters, words or mathematics. */
class Preferences {
  theme = $state<Theme | undefined>(read('theme') as Theme | undefined);
  letterKeys = $state(read('letter-keys') !== 'off');
  words = $state<Words>(read('words') === 'mathematics' ? 'mathematics' : 'words');
  /** Grows when colours change, for canvases, which do not redraw themselves. */
  colours = $state(0);

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.colours++);
    this.#show();
  }

  toggleTheme(): void {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.theme = (this.theme ?? system) === 'dark' ? 'light' : 'dark';
    write('theme', this.theme);
    this.#show();
    this.colours++;
  }

  setLetterKeys(on: boolean): void {
    this.letterKeys = on;
    write('letter-keys', on ? 'on' : 'off');
  }

  setWords(words: Words): void {
    this.words = words;
    write('words', words);
  }

  #show(): void {
    if (this.theme) {
      document.documentElement.dataset.theme = this.theme;
    }
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(`slope-${name}`) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`slope-${name}`, value);
  } catch {
    // the choice lasts as long as the page
  }
}

export const preferences = new Preferences();
