import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { output, slope } from './server.mjs';
import { Studio } from './studio.mjs';
import { houses, passengers } from './tables.mjs';

let studio;
before(async () => (studio = await Studio.open('../examples/penguins.csv')));
after(() => studio.close());

test('1: the page is there, asks no other host and complains of nothing', async () => {
  const page = await studio.page();
  await page.getByText('What will be learned').waitFor();
  assert.ok(!page.url().includes('token'), 'the token has left the address bar');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

const NAMES = Array.from({ length: 100 }, (_, index) => `c${index}`);
const kind = (at) => (at % 2 ? 'yes' : 'no');
const FORMS = [
  { name: 'semicolons.csv', head: 'a;b;kind', row: (at) => `${at % 7},5;${at % 3};${kind(at)}`, columns: 3 },
  { name: 'bom.csv', head: '\ufeffa,kind', row: (at) => `${at % 7},${kind(at)}`, columns: 2 },
  { name: 'quoted.csv', head: 'a,kind', row: (at) => `"one\nand ""${at % 5}""",${kind(at)}`, columns: 2 },
  { name: 'tabs.tsv', head: 'a\tkind', row: (at) => `${at % 7}\t${kind(at)}`, columns: 2 },
  { name: 'wide.csv', head: NAMES.join(','), row: (at) => NAMES.map((_, column) => (at * column) % 13).join(','), columns: 100 },
];
const ROWS = 40;

test('2: a file of each form shows its columns, chosen and dropped', async () => {
  const page = await studio.page();
  for (const { name, head, row, columns } of FORMS) {
    const text = [head, ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n');
    await page.getByRole('button', { name: 'Another file' }).click();
    await page.getByLabel('Table', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('heading', { level: 1, name: `${ROWS} rows, ${columns} columns` }).waitFor();
    await page.getByText('Task', { exact: true }).waitFor();
  }
  await drop(page, 'dropped.csv', houses(50));
  await page.getByRole('heading', { level: 1, name: '50 rows, 4 columns' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

/** A page with a table that was dropped on it, and what would be learned from it. */
async function open(name, text) {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  const { table } = await studio.ask('GET', '/api/state');
  await drop(page, name, text);
  await studio.table(table.number + 1); // the one before it may have had the same name
  await page.getByRole('banner').getByText(name).waitFor();
  await page.getByText('Task', { exact: true }).waitFor();
  return page;
}

async function drop(page, name, content) {
  const transfer = await page.evaluateHandle(
    ([file, bytes]) => {
      const moved = new DataTransfer();
      moved.items.add(new File([new Uint8Array(bytes)], file));
      return moved;
    },
    [name, [...Buffer.from(content)]],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('2: a bad line is told with its file, its line and what is wrong, and can be skipped', async () => {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await drop(page, 'ragged.csv', `a,b,kind\n1,2,yes\n3,4,5,no\n${Array.from({ length: ROWS }, (_, at) => `${at % 7},${at % 3},${kind(at)}\n`).join('')}`);
  await page.getByRole('heading', { level: 1, name: 'cannot be read' }).waitFor();
  const said = await page.getByRole('alert').innerText();
  assert.match(said, /ragged\.csv:3/);
  assert.match(said, /4/);
  assert.match(said, /3/);
  assert.equal(await page.getByRole('figure', { name: 'Line 3' }).innerText(), '3,4,5,no');
  assert.equal(await page.getByRole('figure', { name: 'Line 3' }).getByRole('mark').innerText(), 'no', 'the field that is too much');
  await page.getByRole('button', { name: 'Skip bad lines (1)' }).click();
  await page.getByRole('heading', { level: 1, name: `${ROWS + 1} rows, 3 columns` }).waitFor();
  await page.getByText('line 3 of').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('2: another delimiter reads the file again, where the first lines told the wrong one', async () => {
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await drop(page, 'carets.csv', `a^b,c^kind\n${Array.from({ length: ROWS }, (_, at) => `${at % 7}^x,y^${kind(at)}\n`).join('')}`);
  await page.getByRole('heading', { level: 1, name: `${ROWS} rows, 2 columns` }).waitFor();
  const delimiter = page.getByLabel('Delimiter', { exact: true });
  assert.equal(await delimiter.inputValue(), ',');
  await delimiter.selectOption('other …');
  await page.getByLabel('Other delimiter').fill('^');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `${ROWS} rows, 3 columns` }).waitFor();
  assert.equal(await delimiter.inputValue(), '^');
  await page.getByText('Show as code').click();
  await page.getByText("--delimiter '^'").waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('2, 17: a column opens its details, by keys and by a click', async () => {
  const page = await open('penguins.csv', readFileSync('../examples/penguins.csv', 'utf8'));
  await page.getByRole('row', { name: /^species category/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('number: every value is a number').waitFor();
  await page.getByText('59.6 · 58 · 55.9').waitFor();
  await page.getByText('2 inputs of the network').waitFor();
  assert.match(page.url(), /column=bill_length_mm/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'bill_length_mm', expanded: false }).waitFor();
  await page.getByRole('row', { name: /^island category/ }).getByRole('img').click();
  await page.getByText('values such as "Biscoe" are no numbers').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

const TABLES = [
  { name: 'penguins.csv', of: 'three classes', text: () => readFileSync('../examples/penguins.csv', 'utf8'), shows: 'Confusion matrix' },
  { name: 'passengers.csv', of: 'two classes', text: passengers, shows: 'Threshold' },
  { name: 'houses.csv', of: 'numbers', text: houses, shows: 'Residuals' },
];
TABLES.forEach(({ name, of, text, shows }, index) => {
  test(`4, 17: ${of}: from the table to the result by keys alone, with the model of the command line`, async () => {
    const page = await open(name, text());
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Train a network' }).waitFor();
    await page.locator('label', { hasText: /^Recipe/ }).locator('select').focus();
    await page.keyboard.type('plain');
    await page.getByLabel('epochs', { exact: true }).focus();
    await page.keyboard.type('20');
    await page.keyboard.press('Tab');
    await page.locator('button:enabled', { hasText: 'Train' }).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: /^Next: result/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: shows }).first().waitFor();
    await page.getByRole('heading', { name: 'Importance' }).waitFor();
    assert.deepEqual(page.faults, []);
    await page.context().close();

    const run = join(studio.runs, `run-${index + 1}`);
    const again = join(studio.folder, `again-${index}.onnx`);
    await output(...slope('train', '--request', join(run, 'request.json'), '--out', again));
    assert.ok(readFileSync(again).equals(readFileSync(join(run, 'model.onnx'))), 'the command line makes the same model');
  });
});

test('2: a Parquet file shows its columns, and their types are its own', async () => {
  const table = join(studio.folder, 'penguins.parquet');
  const columns = ['species', 'island', 'bill_length_mm', 'sex'];
  await output(...slope('predict', join(studio.runs, 'run-1/model.onnx'), '../examples/penguins.csv', '--out', table, '--keep', columns.join(',')));
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await drop(page, 'penguins.parquet', readFileSync(table));
  await page.getByRole('heading', { level: 1, name: '344 rows, 5 columns' }).waitFor();
  await page.getByLabel('Kind of bill_length_mm').waitFor();
  const { columns: read } = await studio.ask('GET', '/api/data');
  assert.deepEqual(read.map(({ name, kind }) => `${name} ${kind}`), ['species category', 'island category', 'bill_length_mm number', 'sex category', 'prediction category']);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('7: a threshold moves confusion, curve and rows together', async () => {
  const page = await open('passengers.csv', passengers());
  await studio.go(page, '#/result?run=2');
  const slider = page.getByRole('slider', { name: /^Predict yes from/ });
  await slider.waitFor();
  const positions = new Set();
  for (const at of ['0.2', '0.5', '0.8']) {
    await slider.fill(at);
    const wanted = await studio.ask('GET', `/api/runs/2/threshold?at=${at}`);
    const { trueNegatives, falsePositives, falseNegatives, truePositives } = wanted.counts;
    const counts = [trueNegatives, falsePositives, falseNegatives, truePositives];
    await page.waitForFunction((text) => [...document.querySelectorAll('table button b')].map((each) => each.textContent).join() === text, counts.join());
    assert.equal(counts.reduce((sum, count) => sum + count), 48, 'the cells are the test rows, a fifth of 240');
    await page.getByRole('button', { name: 'rows that are no, predicted yes' }).click();
    await page.getByRole('heading', { name: 'Rows that are no and were predicted yes' }).waitFor();
    await page.waitForFunction((rows) => document.querySelectorAll('[aria-label="Rows behind the cell"] tbody tr').length === rows, falsePositives);
    positions.add(await page.getByRole('img', { name: /^ROC curve/ }).locator('circle').getAttribute('cx'));
  }
  assert.ok(positions.size > 1, 'the point on the curve has moved');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('8: the values of a row have the prediction of that row, and one out of range is flagged', async () => {
  const { row, number } = await studio.ask('GET', '/api/runs/2/row?number=17');
  const changes = Object.entries(row).map(([name, value]) => [`set.${name}`, value === null ? '' : String(value)]);
  const page = await studio.page();
  await page.getByText('Server ready').waitFor();
  await studio.go(page, `#/try?${new URLSearchParams([['run', '2'], ['row', '3'], ...changes])}`);
  await page.getByText('Closest training rows').waitFor();
  const changed = await page.getByRole('heading', { level: 1 }).innerText();
  await studio.go(page, `#/try?run=2&row=${number}`);
  await page.getByText(`started from row ${number}`).waitFor();
  await page.waitForFunction((text) => document.querySelector('h1')?.innerText === text, changed);
  const { prediction } = await studio.ask('POST', '/api/runs/2/predict', { row });
  const likeliest = Math.max(...prediction.filter((each) => each.column.startsWith('probability_')).map((each) => each.value));
  assert.ok(changed.includes((likeliest * 100).toFixed(1)), `"${changed}" has ${likeliest}`);

  await studio.go(page, `#/try?run=2&row=${number}&set.Fare=900`);
  await page.getByText('⚠ unusual').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
