import type { Reading } from '../api';

/** What is said of single columns, which another delimiter may not have. */
const OF_COLUMNS = ['categorical', 'numeric', 'ignored', 'missingIn', 'notations', 'dayFirst', 'monthFirst', 'yearFirst'];

/** The same way to read a file, with another delimiter. */
export function separatedBy(delimiter: string, reading: Reading | undefined): Reading {
  const form = Object.entries(reading ?? {}).filter(([name]) => !OF_COLUMNS.includes(name));
  return { ...Object.fromEntries(form), delimiter };
}
