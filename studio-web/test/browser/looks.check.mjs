import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { difference, pixelsOf } from './colors.mjs';
import { Studio } from './studio.mjs';

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
  { name: 'data', hash: '#/data', ready: 'What will be learned' },
  { name: 'column', hash: '#/data?column=bill_length_mm', ready: 'Lowest' },
  { name: 'category', hash: '#/data?column=island', ready: 'Examples' },
  { name: 'start', hash: '#/train?new=1', ready: 'Recipe and rows' },
  { name: 'train', hash: '#/train?run=1', ready: 'Layers’ health' },
  { name: 'stopped', hash: '#/train?run=2', ready: 'Resume' },
  { name: 'failed', hash: '#/train?run=3', ready: '✕ failed' },
  { name: 'paused', hash: '#/train?run=4', ready: 'Go on' },
  { name: 'diverged', hash: '#/inside?run=3&view=update&epoch=1&batch=2', ready: 'Rows of the batch' },
  { name: 'result', hash: '#/result?run=1', ready: 'Importance' },
  { name: 'precision', hash: '#/result?run=1&curve=precision-recall', ready: 'Precision and recall' },
  { name: 'try', hash: '#/try?run=1&row=3', ready: 'Closest training rows' },
  { name: 'inside', hash: '#/inside?run=1&row=3&step=9', ready: 'Gradient check' },
  { name: 'embeddings', hash: '#/inside?run=5&row=3&step=2', ready: 'cosine' },
  { name: 'tuned-error', hash: '#/inside?run=5&row=3&step=14', ready: 'error = probability − target' },
  { name: 'update', hash: '#/inside?run=1&view=update&epoch=2&batch=1&moved=2', ready: 'Rows of the batch' },
  { name: 'flow', hash: '#/inside?run=1&view=flow', ready: 'From the output back' },
  { name: 'units', hash: '#/inside?run=1&view=units&layer=1', ready: 'at work' },
  { name: 'boundary', hash: '#/inside?run=1&view=boundary', ready: 'Across' },
  { name: 'lesson-1', hash: '#/inside?lesson=1&row=2&step=8', ready: 'What the update brings' },
  { name: 'lesson', hash: '#/inside?lesson=2&iteration=500&row=2&step=9&unit=2', ready: 'What the update brings' },
  { name: 'tour', hash: '#/tour', ready: 'Five things to try' },
  { name: 'runs', hash: '#/runs', ready: 'kept in' },
  { name: 'compare', hash: '#/runs?first=1&second=5', ready: 'Settings that differ' },
];
const DEFICIENCIES = ['none', 'deuteranopia', 'protanopia', 'tritanopia'];

/** CIEDE2000 between blue and orange, however they are seen; 10 is what nobody takes for the same. */
const LEAST_DIFFERENCE = 40;

/** Where pictures of all screens go, for people to look at. */
const pictures = process.env.SLOPE_PICTURES;

let studio;
before(async () => {
  studio = await Studio.open('../examples/penguins.csv');
  await studio.table();
  const request = (settings) => ({ target: { columns: ['species'] }, recipe: { name: 'plain', settings } });
  await studio.train(request({ epochs: 30 }));
  await begin(request, 'stop');
  await studio.train(request({ epochs: 30, 'learning-rate': 1e30, optimizer: 'sgd' }));
  await begin(request, 'pause');
  await studio.train({ target: { columns: ['species'] }, recipe: { settings: { epochs: 2 } } });
});
after(() => studio.close());

/** Begins a training without an end, and ends it so. */
async function begin(request, how) {
  const { number } = await studio.ask('POST', '/api/runs', { rows: { testShare: 0.25, folds: 1 }, ...request({ epochs: 1_000_000, patience: 1_000_000 }) });
  await studio.ask('POST', `/api/runs/${number}/${how}`);
  await studio.ended(number);
}

/** Leads a page to a screen, and waits until nothing on it is at work. */
async function show(page, screen) {
  await studio.go(page, screen.hash);
  await page.getByText(screen.ready).first().waitFor();
  await page.waitForFunction(() => document.querySelector('progress:not([value])') === null);
}

async function photograph(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function violations(page) {
  return page.evaluate(async (rules) => {
    const found = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, RULES);
}

for (const look of LOOKS) {
  test(`15, 17: everybody can read each screen, ${look.name}`, async (t) => {
    const page = await studio.page(look);
    await page.evaluate(AXE);
    for (const screen of SCREENS) {
      await show(page, screen);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${screen.name} scrolls sideways`);
      assert.deepEqual(await violations(page), [], screen.name);
      assert.deepEqual(page.faults, [], screen.name);
      await photograph(page, `${screen.name}-${look.name}`);
    }
    t.diagnostic(`${SCREENS.length} screens`);
    await page.context().close();
  });
}

test('15: a check that finds nothing where there is something checks nothing', async () => {
  const page = await studio.page();
  await page.evaluate(AXE);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  assert.ok((await violations(page)).some((each) => each.startsWith('label')), 'a field without a label is found');
  await page.context().close();
});

test('16: the labels of a chart have the ink of the theme, also after it has changed', async () => {
  const page = await studio.page();
  await show(page, SCREENS.find((screen) => screen.name === 'train'));
  /** How light the darkest or lightest text of the chart's left axis is, from 0 to 1; lines of the grid begin right of it. */
  const ink = () =>
    page.locator('.u-wrap canvas').first().evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, 24 * devicePixelRatio, canvas.height);
      const opaque = [];
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200) opaque.push((data[at] + data[at + 1] + data[at + 2]) / 765);
      return opaque.length === 0 ? undefined : opaque.reduce((sum, each) => sum + each) / opaque.length;
    });
  const light = await ink();
  assert.ok(light < 0.5, `on white the labels are dark, not ${light}`);
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const dark = await ink();
  assert.ok(dark > 0.5, `on black the labels are light, not ${dark}`);
  await page.context().close();
});

test('17: the tab key reaches what can be used, each with a ring that is seen', async (t) => {
  const page = await studio.page();
  for (const name of ['data', 'start', 'train', 'result']) {
    await show(page, SCREENS.find((screen) => screen.name === name));
    await page.getByRole('heading', { level: 1 }).focus();
    const seen = new Set();
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { text: element.outerHTML.slice(0, 90), isPage: element === document.body, hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 };
      });
      if (at.isPage || seen.has(at.text)) break;
      seen.add(at.text);
      assert.ok(at.hasRing, `${name}: ${at.text} has no ring`);
    }
    t.diagnostic(`${name}: ${seen.size} stops`);
    assert.ok(seen.size > 2);
  }
  await page.context().close();
});

test('18: blue and orange stay apart for every eye, in both themes', async (t) => {
  for (const scheme of ['light', 'dark']) {
    const page = await studio.page({ width: 1440, scheme });
    const devtools = await page.context().newCDPSession(page);
    await show(page, SCREENS.find((screen) => screen.name === 'train'));
    const [training, validation] = await swatches(page);
    for (const type of DEFICIENCIES) {
      await devtools.send('Emulation.setEmulatedVisionDeficiency', { type });
      const [blue, orange] = await pixelsOf(page, [training, validation]);
      const apart = difference(blue, orange);
      t.diagnostic(`${scheme}, ${type}: ${apart.toFixed(0)}`);
      assert.ok(apart >= LEAST_DIFFERENCE, `${scheme}, ${type}: ${apart}`);
    }
    for (const screen of pictures ? SCREENS.filter(({ name }) => ['train', 'result', 'boundary', 'lesson'].includes(name)) : []) {
      for (const type of [...DEFICIENCIES.slice(1), 'achromatopsia']) {
        await devtools.send('Emulation.setEmulatedVisionDeficiency', { type });
        await show(page, screen);
        await photograph(page, `${screen.name}-${scheme}-${type}`);
      }
    }
    await page.context().close();
  }
});

const RAGGED = ['species,island', 'Adelie,Biscoe', 'Gentoo,"Dream, east",Biscoe', 'Adelie'].join('\n');
test('15, 17: everybody can read why a file cannot be read', async () => {
  for (const look of LOOKS) {
    const page = await studio.page(look);
    await page.evaluate(AXE);
    await page.getByRole('button', { name: 'Another file' }).click();
    await page.getByLabel('Table', { exact: true }).setInputFiles({ name: 'ragged.csv', mimeType: 'text/csv', buffer: Buffer.from(RAGGED) });
    await page.getByRole('button', { name: 'Skip bad lines (2)' }).waitFor();
    await page.getByLabel('Delimiter', { exact: true }).selectOption('other …');
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${look.name} scrolls sideways`);
    assert.deepEqual(await violations(page), [], look.name);
    assert.deepEqual(page.faults, [], look.name);
    await photograph(page, `bad-line-${look.name}`);
    await page.context().close();
  }
});

/** Puts a square of each color of the data on the page; their middles. */
async function swatches(page) {
  return page.evaluate(() =>
    ['--blue', '--orange'].map((name, index) => {
      const square = document.createElement('div');
      square.style.cssText = `position: fixed; left: ${10 + 50 * index}px; top: 100px; width: 40px; height: 40px; background: var(${name}); z-index: 99`;
      document.body.append(square);
      return { x: 30 + 50 * index, y: 120 };
    }),
  );
}
