import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Studio } from './studio.mjs';
import { points } from './tables.mjs';

const ROWS = 1_000_000;

/** The page's own aim is 0.1 s a frame on a usual machine. */
const LONGEST_TASK = 2_000;

const folder = mkdtempSync(join(tmpdir(), 'slope-large-'));
let studio;
before(async () => {
  const table = join(folder, 'points.csv');
  const file = openSync(table, 'w');
  for (const piece of points(ROWS)) writeSync(file, piece);
  closeSync(file);
  process.env.SLOPE_JAVA_OPTIONS = '-Xmx512m'; // what a million rows of five columns have to be content with
  studio = await Studio.open();
});
after(async () => {
  await studio.close();
  rmSync(folder, { recursive: true });
});

test('3: a million rows: reading says how far it is, is cancelled, and holds the page nowhere', async (t) => {
  const page = await studio.page();
  await page.getByRole('heading', { name: 'Which table' }).waitFor();
  await page.evaluate(() => {
    globalThis.longest = 0;
    globalThis.shares = new Set();
    new PerformanceObserver((list) => list.getEntries().forEach((task) => (globalThis.longest = Math.max(globalThis.longest, task.duration)))).observe({ type: 'longtask' });
    new MutationObserver(() => {
      const bar = document.querySelector('main progress[value]');
      if (bar) globalThis.shares.add(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const choose = () => page.getByLabel('Table', { exact: true }).setInputFiles(join(folder, 'points.csv'));
  await choose();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Reading was cancelled').waitFor();
  await choose();
  await page.getByRole('heading', { level: 1, name: '1,000,000 rows, 5 columns' }).waitFor();
  await page.getByText('Task', { exact: true }).waitFor();
  const shares = await page.evaluate(() => [...globalThis.shares]);
  assert.ok(shares.filter((share) => share > 0 && share < 1).length > 2, `the bar moved to ${shares}`);
  const bars = await page.getByRole('row', { name: /^x / }).getByRole('img').locator('rect').count();
  assert.ok(bars > 1 && bars <= 20, `${bars} bars for a million rows`);
  const longest = await page.evaluate(() => globalThis.longest);
  t.diagnostic(`the longest task of the page took ${Math.round(longest)} ms; the server has ${memory(studio.server.pid)}`);
  assert.ok(longest < LONGEST_TASK, `a task took ${longest} ms`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

/** What a process holds in memory, where Linux tells it. */
function memory(pid) {
  try {
    return /VmRSS:\s*(.*)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return 'an unknown size';
  }
}
