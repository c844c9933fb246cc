import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { Server, command, output, slope } from './server.mjs';
import { Studio } from './studio.mjs';

const PENGUINS = resolve('../examples/penguins.csv');
const BUILT = '../serve/src/main/resources/studio';

let studio;
before(async () => {
  studio = await Studio.open(PENGUINS);
  await studio.table();
  await studio.train({ target: { columns: ['species'] }, recipe: { name: 'plain', settings: { epochs: 20 } } });
});
after(() => studio.close());

/** ONNX Runtime for Java: named by SLOPE_ONNXRUNTIME, or where the build's own tests have it from. */
function runtimeJar() {
  const named = process.env.SLOPE_ONNXRUNTIME;
  if (named) return named;
  const versions = join(homedir(), '.m2/repository/com/microsoft/onnxruntime/onnxruntime');
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions, { recursive: true, encoding: 'utf8' })
    .filter((name) => /onnxruntime-[\d.]+\.jar$/.test(name))
    .map((name) => join(versions, name))
    .at(-1);
}

test('9: ONNX Runtime predicts from the downloaded file what the page shows, for each test row', async (t) => {
  const jar = runtimeJar();
  if (!jar && process.env.CI !== 'true') return t.skip('no ONNX Runtime is there (SLOPE_ONNXRUNTIME names its jar)');
  const page = await studio.page();
  await studio.go(page, '#/result?run=1');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download model.onnx' }).click()]);
  assert.equal(download.suggestedFilename(), 'model.onnx');
  const model = join(studio.folder, 'downloaded.onnx');
  await download.saveAs(model);

  const { columns, rows, ofRows } = await studio.ask('GET', '/api/runs/1/rows?count=10000');
  assert.equal(rows.length, ofRows);
  assert.ok(ofRows > 50);
  const table = join(studio.folder, 'rows.tsv');
  writeFileSync(table, [columns, ...rows.map(({ cells }) => cells.map((cell) => cell ?? ''))].map((cells) => cells.join('\t')).join('\n'));
  const said = (await output('java', ['-cp', jar, 'test/browser/RuntimeRows.java', model, table])).trimEnd().split('\n');
  assert.equal(said.length, rows.length);
  let largest = 0;
  rows.forEach((row, index) => {
    const [label, probabilities = '[]'] = said[index].split('\t');
    assert.equal(label, row.predicted, `row ${row.number}`);
    largest = Math.max(largest, Math.abs(Math.max(...JSON.parse(probabilities)) - row.probability));
  });
  t.diagnostic(`${rows.length} rows, which differ by ${largest} at most`);
  assert.ok(largest <= 1e-6, `a probability differs by ${largest}`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

/** What a page's "Show as code" has, by its buttons and the clipboard. */
async function copied(page, kind) {
  await page.getByRole('group', { name: 'Kind of code' }).getByRole('button', { name: kind }).click();
  await page.locator('details pre code').filter({ hasText: /\S/ }).waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied.').last().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('9: a training that is copied as code gives the model again: as a command, as a program, as a request', async () => {
  const page = await studio.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.go(page, '#/result?run=1');
  await page.getByText('Show as code').click();
  const wanted = readFileSync(join(studio.runs, 'run-1/model.onnx'));
  const ways = {
    'Command line': (text, cwd) => command(text, cwd),
    Java: (text, cwd) => output(...slope('shell'), { cwd, input: `${text}\nmain()\n/exit\n` }),
    Request: (text, cwd) => {
      writeFileSync(join(cwd, 'request.json'), text);
      return output(...slope('train', '--request', 'request.json'), { cwd });
    },
  };
  for (const [kind, run] of Object.entries(ways)) {
    const cwd = mkdtempSync(join(studio.folder, 'again-'));
    const said = await run(await copied(page, kind), cwd);
    assert.ok(existsSync(join(cwd, 'model.onnx')), `${kind} saves no model: ${said}`);
    assert.ok(readFileSync(join(cwd, 'model.onnx')).equals(wanted), `${kind}: another model`);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('9: a row that is copied as code is predicted as the page predicts it', async () => {
  const page = await studio.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.go(page, '#/try?run=1&row=4'); // which lacks cells
  await page.getByText('Closest training rows').waitFor();
  await page.getByText('Show as code').click();
  const row = JSON.parse(await copied(page, 'Row'));
  const { prediction } = await studio.ask('POST', '/api/runs/1/predict', { row });
  const label = prediction[0].value;
  const { value } = prediction.find((each) => each.column === `probability_${label}`);
  const java = await output(...slope('shell'), { input: `${await copied(page, 'Java')}\nmain()\n/exit\n` });
  assert.ok(java.includes(`species: ${label}`) && java.includes(String(value)), `${java} has not ${label} ${value}`);
  const lines = (await command(await copied(page, 'Command line'))).trimEnd().split('\n');
  const [names = [], cells = []] = lines.map((line) => line.split(','));
  assert.equal(cells[names.indexOf('prediction')], label);
  assert.equal(Number(cells[names.indexOf(`probability_${label}`)]), value);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('20: what is served is what is committed, and nothing asks for Node', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slope-nodeless-'));
  const programs = join(folder, 'bin');
  const asked = join(folder, 'asked');
  mkdirSync(programs);
  for (const name of ['node', 'npm', 'npx']) writeFileSync(join(programs, name), `#!/bin/sh\necho ${name} >>'${asked}'\nexit 1\n`, { mode: 0o755 });
  const server = await Server.start(['--runs', join(folder, 'runs')], '', { PATH: `${programs}:${process.env.PATH}` });
  try {
    const entered = await fetch(server.address, { redirect: 'manual' });
    const headers = { Cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' };
    const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(BUILT, name)).isFile());
    assert.ok(files.includes('index.html') && files.length > 2);
    for (const name of files) {
      const answer = await fetch(`${server.origin}/${name === 'index.html' ? '' : name}`, { headers });
      assert.equal(answer.status, 200, name);
      assert.ok(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(BUILT, name))), `${relative('..', join(BUILT, name))} is not what is served`);
    }
    assert.ok(!existsSync(asked), 'Node was asked for');
  } finally {
    await server.end();
    rmSync(folder, { recursive: true });
  }
});
