import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Server } from './server.mjs';
import { Studio } from './studio.mjs';

const QUICK = { name: 'plain', settings: { hidden: [2], patience: 1_000_000 } };
const XOR = { target: { columns: ['class'] } };
const TABS = 13;

/** One message for each of so many epochs had held the page for 23 s; the page's own aim is 0.2 s on a usual machine. */
const LONGEST_TASK = 2_000;

let studio;
before(async () => {
  studio = await Studio.open();
  await studio.example('xor');
});
after(() => studio.close());

/** Begins a run that ends only when it is stopped. */
async function begin() {
  const request = { ...XOR, rows: { testShare: 0.25, folds: 1 }, recipe: { ...QUICK, settings: { ...QUICK.settings, epochs: 10_000_000 } } };
  return (await studio.ask('POST', '/api/runs', request)).number;
}

test('5: twenty thousand quick epochs all arrive and hold the page nowhere', async (t) => {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((task) => (globalThis.longest = Math.max(globalThis.longest, task.duration)))).observe({ type: 'longtask' });
  });
  await studio.go(page, '#/train');
  const { number } = await studio.train({ ...XOR, recipe: { ...QUICK, settings: { ...QUICK.settings, epochs: 20_000, patience: 20_000 } } });
  await page.getByRole('link', { name: /^Next: result/ }).waitFor();
  const chart = page.getByRole('slider', { name: /^Loss by epoch/ });
  assert.equal(await chart.getAttribute('aria-valuemin'), '1');
  assert.equal(await chart.getAttribute('aria-valuemax'), '20000');
  const { epochs } = await studio.ask('GET', `/api/runs/${number}/history`);
  assert.equal(epochs.epoch.length, 20_000);
  const longest = await page.evaluate(() => globalThis.longest);
  t.diagnostic(`the longest task of the page took ${Math.round(longest)} ms`);
  assert.ok(longest < LONGEST_TASK, `a task took ${longest} ms`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('5: a page that is loaded again shows the run from its beginning, pauses it, goes on and stops it', async (t) => {
  const page = await studio.page();
  const number = await begin();
  await studio.go(page, `#/train?run=${number}`);
  const chart = page.getByRole('slider', { name: /^Loss by epoch/ });
  await chart.waitFor();
  await page.reload();
  await chart.waitFor();
  assert.equal(await chart.getAttribute('aria-valuemin'), '1');
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /^Go on/ }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /^Pause/ }).waitFor();
  const from = performance.now();
  await page.keyboard.press('s');
  await page.getByRole('status').filter({ hasText: 'Stopped' }).waitFor({ state: 'attached' });
  t.diagnostic(`said to be stopped after ${Math.round(performance.now() - from)} ms`);
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test(`6: ${TABS} tabs hear all; when the one that listens is closed, another does`, async () => {
  const first = await studio.page();
  const context = first.context();
  await first.getByText('Server ready').waitFor();
  const others = [];
  for (let tab = 1; tab < TABS; tab++) {
    const page = await context.newPage();
    await page.goto(studio.server.origin);
    await page.getByText('Server ready').waitFor();
    others.push(page);
  }
  const number = await begin();
  for (const page of [first, ...others]) await page.getByRole('banner').getByText('Training').waitFor();
  await first.close();
  await studio.ask('POST', `/api/runs/${number}/stop`);
  for (const page of others) await page.getByText('Server ready').waitFor();
  await context.close();
});

test('5: a server that is gone is missed; one that is started anew lets in who has its address', async () => {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await studio.server.end('SIGKILL');
  await page.getByText('⚠ Connection lost').waitFor();
  await page.getByRole('status').filter({ hasText: 'Connection lost' }).waitFor({ state: 'attached' });

  studio.server = await Server.start(['--runs', studio.runs, '--port', studio.server.port]);
  await studio.enter();
  const anew = await page.context().newPage();
  await anew.goto(studio.server.address);
  await anew.getByText('Server ready').waitFor();
  await anew.getByText('Run 1').or(anew.getByText('Run 3')).first().waitFor();
  await page.getByText('⚠ Connection lost').waitFor({ state: 'detached' });
  await page.context().close();
});
