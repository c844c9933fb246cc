/**
 * The page in a real browser, against a real server: `npm run browser`. Names as arguments run those files alone:
 * `npm run browser -- live`. The numbers before the names of checks are those of docs/decisions/067.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { browserProgram } from './program.mjs';

const FOLDER = import.meta.dirname;
const MOST_MINUTES = 20; // for a file, on the slowest machine

if (browserProgram()) {
  const wanted = process.argv.slice(2);
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.check.mjs') && (wanted.length === 0 || wanted.includes(name.split('.')[0])));
  run({ files: files.map((name) => join(FOLDER, name)), concurrency: 1, timeout: MOST_MINUTES * 60_000 })
    .on('test:fail', () => (process.exitCode = 1))
    .compose(new spec())
    .pipe(process.stdout);
} else {
  console.log('no Chromium is there (SLOPE_CHROMIUM names one): the page is not tried in a browser');
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
}
