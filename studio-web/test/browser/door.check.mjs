import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Studio } from './studio.mjs';

const EVIL = '<img src=x onerror="globalThis.hurt=1">';

let studio;
before(async () => {
  const table = join(mkdtempSync(join(tmpdir(), 'slope-evil-')), 'evil.csv');
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${(row * 3) % 11},${row % 7 > 3 ? EVIL.replaceAll('"', '""') : 'no'}`);
  writeFileSync(table, `"${EVIL.replaceAll('"', '""')}",b,"<b>kind</b>"\n${rows.map((row) => row.replace(/([^,]*)$/, '"$1"')).join('\n')}\n`);
  studio = await Studio.open(table);
  await studio.table();
  await studio.train({ target: { columns: ['<b>kind</b>'] }, recipe: { name: 'plain', settings: { epochs: 3 } } });
});
after(() => studio.close());

test('19: names and values that are markup stay text on each screen', async () => {
  const page = await studio.page();
  const screens = ['#/data', '#/train?run=1', '#/result?run=1', '#/try?run=1', '#/inside?run=1&row=3', '#/inside?run=1&view=boundary', '#/runs'];
  for (const screen of screens) {
    await studio.go(page, screen);
    await page.getByText('img src=x').or(page.getByText('<b>kind</b>')).first().waitFor();
    assert.equal(await page.locator('main img, main b:text-is("kind")').count(), 0, screen);
  }
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('19: a page of another port can neither read nor write', async () => {
  const other = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<title>another</title>')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const page = await studio.page(); // has the cookie
  await page.getByText('Server ready').waitFor();
  await page.goto(`http://127.0.0.1:${other.address().port}/`);
  const attempt = (method, headers) =>
    page.evaluate(
      async ([address, how, more]) => {
        try {
          return (await fetch(address, { method: how, credentials: 'include', headers: more })).status;
        } catch {
          return 'refused';
        }
      },
      [`${studio.server.origin}/api/${method === 'GET' ? 'state' : 'data/read'}`, method, headers],
    );
  assert.equal(await attempt('GET', {}), 'refused');
  assert.equal(await attempt('DELETE', { 'X-Slope': '1', 'Content-Type': 'application/json' }), 'refused');
  assert.equal((await studio.ask('GET', '/api/state')).table.phase, 'ready');
  await page.context().close();
  other.close();
});

test('19: the server ends with a stream open', async (t) => {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  const from = performance.now();
  await studio.server.end('SIGINT');
  t.diagnostic(`ended after ${Math.round(performance.now() - from)} ms`);
  await page.getByText('⚠ Connection lost').waitFor();
});
