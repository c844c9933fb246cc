/**
 * The screens of the page in a real browser, against a real server: from a table to a result by the keyboard, every screen in
 * light, dark, narrow and with forced colours without a fault of axe, sideways scroll or request to another host.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserProgram, open } from './studio.mjs';

if (!browserProgram()) {
  const sentence = 'no Chromium is there (SLOPE_CHROMIUM names one): the screens are not tried';
  if (process.env.CI === 'true') throw new Error(sentence);
  console.log(sentence);
  process.exit(0);
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { name: 'light', width: 1440, scheme: 'light' },
  { name: 'dark', width: 1440, scheme: 'dark' },
  { name: 'narrow', width: 320, scheme: 'light' },
  { name: 'narrow-dark', width: 320, scheme: 'dark' },
  { name: 'forced', width: 900, scheme: 'light', forced: 'active' },
];
const SCREENS = [
  { name: 'data', hash: '#/data', ready: 'text=What will be learned' },
  { name: 'start', hash: '#/train?new=1', ready: 'text=Recipe and rows' },
  { name: 'train', hash: '#/train?run=1', ready: 'text=Layers’ health' },
  { name: 'result', hash: '#/result?run=1', ready: 'text=Importance' },
  { name: 'try', hash: '#/try?run=1&row=3', ready: 'text=Closest training rows' },
  { name: 'inside', hash: '#/inside?run=1&row=3&step=9', ready: 'text=Gradient check' },
  { name: 'update', hash: '#/inside?run=1&view=update&epoch=2&batch=1&moved=2', ready: 'text=Rows of the batch' },
  { name: 'flow', hash: '#/inside?run=1&view=flow', ready: 'text=From the output back' },
  { name: 'units', hash: '#/inside?run=1&view=units&layer=1', ready: 'text=at work' },
  { name: 'boundary', hash: '#/inside?run=1&view=boundary', ready: 'text=Across' },
  { name: 'lesson', hash: '#/inside?lesson=2&iteration=500&row=2&step=9&unit=2', ready: 'text=What the update brings' },
  { name: 'tour', hash: '#/tour', ready: 'text=Five things to try' },
  { name: 'runs', hash: '#/runs', ready: 'text=kept in' },
];
const pictures = process.env.SLOPE_PICTURES;
const studio = await open(process.env.SLOPE_STUDIO_TABLE ?? '../examples/penguins.csv');
let checks = 0;

try {
  await trainByKeys();
  await stepsBackAndForth();
  await threadOfProbability();
  for (const look of LOOKS) {
    for (const screen of SCREENS) await look_(screen, look);
  }
  await faultsAreFound();
  console.log(`${checks} checks of the page passed`);
} finally {
  await studio.close();
}

/** From start to result with the keyboard alone. */
async function trainByKeys() {
  const { page, faults, close } = await studio.page(1440, 'light');
  await page.waitForSelector('text=What will be learned');
  assert.ok(!page.url().includes('token'), 'the token has left the address bar');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('text=Recipe and rows');
  await page.selectOption('select >> nth=0', 'plain');
  await page.waitForSelector('text=Settings of plain');
  await page.fill('label:has-text("epochs") >> nth=0 >> input', '30');
  await page.keyboard.press('Tab');
  await page.waitForSelector('button.first:not([disabled])');
  await page.locator('h1').focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('text=Next: result', { timeout: 120_000 });
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('text=Confusion matrix', { timeout: 60_000 });
  const cells = await page.locator('.confusion button b').allTextContents();
  const shown = Number(/of ([\d,]+) rows are right/.exec(await page.locator('main').innerText())?.[1]?.replace(',', ''));
  assert.equal(cells.reduce((sum, cell) => sum + Number(cell.replace(',', '')), 0), shown, 'confusion adds up to the rows');
  assert.deepEqual(faults, []);
  checks += 3;
  await close();
}

/** Going forward and back restores the picture. */
async function stepsBackAndForth() {
  const { page, close } = await studio.page(1440, 'light');
  await page.goto(`${studio.address}#/inside?lesson=2&iteration=500&row=2&step=4`);
  await page.waitForSelector('text=What the update brings');
  const picture = () => page.locator('.net svg').innerHTML();
  const before = await picture();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  assert.match(page.url(), /step=9/);
  assert.notEqual(await picture(), before);
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
  assert.equal(await picture(), before);
  await page.keyboard.press('u');
  await page.waitForFunction(() => location.hash.includes('iteration=499'));
  await page.keyboard.press('n');
  await page.waitForFunction(() => location.hash.includes('iteration=500'));
  await page.waitForFunction((html) => document.querySelector('.net svg')?.innerHTML === html, before);
  checks += 4;
  await close();
}

/** A row that is tried has the prediction that the server gives for it. */
async function threadOfProbability() {
  const { page, close } = await studio.page(1440, 'light');
  await page.goto(`${studio.address}#/try?run=1&row=17`);
  await page.waitForSelector('text=Closest training rows', { timeout: 60_000 });
  const shown = await page.locator('h1').innerText();
  const given = await page.evaluate(async () => {
    const start = await (await fetch('/api/runs/1/row?number=17')).json();
    const body = JSON.stringify({ row: start.row });
    const headers = { 'X-Slope': '1', 'Content-Type': 'application/json' };
    return (await (await fetch('/api/runs/1/predict', { method: 'POST', headers, body })).json()).prediction;
  });
  const largest = Math.max(...given.filter((each) => each.column.startsWith('probability_')).map((each) => each.value));
  assert.ok(shown.includes((largest * 100).toFixed(1)), `${shown} has ${largest}`);
  checks += 1;
  await close();
}

async function look_(screen, look) {
  const { page, faults, close } = await studio.page(look.width, look.scheme, look.forced);
  await page.goto(studio.address + screen.hash);
  await page.waitForSelector(screen.ready, { timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('progress:not([value])') === null, undefined, { timeout: 60_000 });
  const name = `${screen.name}, ${look.name}`;
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} scrolls sideways`);
  assert.deepEqual(await violations(page), [], name);
  assert.deepEqual(faults, [], name);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${screen.name}-${look.name}.png`), fullPage: true });
  }
  checks += 3;
  await close();
}

/** A check that finds nothing where there is something checks nothing. */
async function faultsAreFound() {
  const { page, close } = await studio.page(1440, 'light');
  await page.waitForSelector('h1');
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('main')?.append(field);
  });
  assert.ok((await violations(page)).some((each) => each.startsWith('label')), 'a field without a label is found');
  checks += 1;
  await close();
}

async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const found = await globalThis.axe.run(document, { runOnly: rules });
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, RULES);
}
