import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Studio } from './studio.mjs';

const LESSON = '#/inside?lesson=2&iteration=500&row=2';
const SETTINGS = { epochs: 30, hidden: [6, 4], activation: 'tanh' };
const XOR = { target: { columns: ['class'] } };

let studio;
before(async () => {
  studio = await Studio.open();
  await studio.example('xor');
  await studio.train({ ...XOR, recipe: { name: 'plain', settings: SETTINGS } });
});
after(() => studio.close());

/** Reads `a = b × c + d`, as it is shown. What has more than numbers is no arithmetic. */
function recomputed(line) {
  const [shown = '', formula = ''] = line.split(' = ');
  const plain = formula.replaceAll('×', '*').replaceAll('−', '-').replaceAll(/[\s,]/g, '');
  if (!/^[-+*().\d]+$/.test(plain) || !/[*+]|\d-/.test(plain)) return undefined;
  return { shown: Number(shown.replaceAll('−', '-').replaceAll(/[+,]/g, '')), digits: /\.(\d+)/.exec(shown)?.[1].length ?? 0, value: new Function(`return ${plain}`)() };
}

for (const lesson of [1, 2]) {
  test(`10: a calculator repeats what each step of lesson ${lesson} shows`, async (t) => {
    const page = await studio.page();
    await studio.go(page, `#/inside?lesson=${lesson}&iteration=1&row=1`);
    await page.getByText('What the update brings').waitFor();
    let checked = 0;
    for (let before = ''; before !== page.url(); await page.keyboard.press('ArrowRight')) {
      before = page.url();
      for (const line of await page.locator('[data-calculation]:not(:has(.note))').allInnerTexts()) {
        const read = recomputed(line);
        if (!read) continue;
        assert.ok(Math.abs(read.shown - read.value) <= 0.5 * 10 ** -read.digits * 1.000001, line);
        checked++;
      }
    }
    t.diagnostic(`${checked} lines`);
    assert.ok(checked > 4, `only ${checked} lines were arithmetic`);
    assert.match(page.url(), /step=/);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('11: the gradients of a row agree with differences that need no derivative', async () => {
  const page = await studio.page();
  await studio.go(page, '#/inside?run=1&row=3&step=9');
  await page.getByRole('button', { name: 'Nudge the weights and compare' }).click();
  await page.getByText('✓ they agree').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a point of the loss is chosen, and the update of its epoch is taken apart', async () => {
  const page = await studio.page();
  await studio.go(page, '#/train?run=1');
  const loss = page.getByRole('slider', { name: /^Loss by epoch/ });
  await loss.waitFor();
  await loss.press('Home');
  for (let epoch = 1; epoch < 4; epoch++) await loss.press('ArrowRight');
  await loss.press('Enter');
  await page.getByText('epoch 4, batch 1').waitFor();
  await page.getByRole('heading', { name: 'Rows of the batch' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('12: steps back, and an update that is undone, restore the picture', async () => {
  const page = await studio.page();
  await studio.go(page, `${LESSON}&step=4`);
  await page.getByText('What the update brings').waitFor();
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
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('13: a healthy network has no warning; gradients that vanish and numbers that explode are named', async () => {
  const page = await studio.page();
  await studio.go(page, '#/train?run=1');
  await page.getByText('✓ healthy').waitFor();
  assert.equal(await page.getByText('⚠').count(), 0, 'a healthy network is not warned of');

  const deep = { hidden: Array.from({ length: 10 }, () => 4), activation: 'sigmoid', epochs: 3 };
  await studio.train({ ...XOR, recipe: { name: 'plain', settings: deep } });
  await studio.go(page, '#/train?run=2');
  await page.getByText('The gradient shrinks on its way back').first().waitFor();

  const wild = { ...SETTINGS, activation: 'relu', 'learning-rate': 1e30, optimizer: 'sgd' };
  const { failure } = await studio.train({ ...XOR, recipe: { name: 'plain', settings: wild } });
  assert.equal(failure.cause, 'divergence');
  await studio.go(page, '#/train?run=3');
  await page.getByText(`in epoch ${failure.divergence.epoch}`).first().waitFor();
  await page.getByRole('link', { name: 'See that batch' }).click();
  await page.getByText('Parameters that move').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('14: the map has the color of each of its points’ prediction', async () => {
  const page = await studio.page();
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/boundary'));
  await studio.go(page, '#/inside?run=1&view=boundary');
  const { predictions, outputs, x, y } = await (await asked).json();
  const map = page.locator('svg image');
  await map.waitFor();
  const pixels = await map.evaluate(async (image) => {
    const bitmap = new Image();
    bitmap.src = image.getAttribute('href');
    await bitmap.decode();
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, data: [...data] };
  });
  assert.equal(pixels.width, x.values.length);
  assert.equal(pixels.height, y.values.length);
  predictions.forEach((line, up) =>
    line.forEach((cell, across) => {
      const probability = cell[outputs.length - 1];
      const at = 4 * ((pixels.height - 1 - up) * pixels.width + across);
      const isBlue = pixels.data[at + 2] > pixels.data[at];
      if (Math.abs(probability - 0.5) > 0.02) assert.equal(isBlue, probability > 0.5, `at ${across}, ${up}: ${probability}`);
    }),
  );
  for (const [across, up] of [[0, 0], [13, 29], [39, 39]]) {
    const row = { x: x.values[across], y: y.values[up] };
    const { prediction } = await studio.ask('POST', '/api/runs/1/predict', { row });
    const probability = prediction.find((each) => each.column === `probability_${outputs.at(-1)}`).value;
    assert.ok(Math.abs(probability - predictions[up][across].at(-1)) < 1e-6);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
