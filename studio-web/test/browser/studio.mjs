import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const MOST_SECONDS = 60;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** A Chromium: named by SLOPE_CHROMIUM, or on the path. */
export function browserProgram() {
  const named = process.env.SLOPE_CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
}

/** Starts `slope studio` on a table, and a browser; SLOPE_STUDIO_COMMAND names another command than ../slope. */
export async function open(table) {
  const [command = '', ...words] = (process.env.SLOPE_STUDIO_COMMAND ?? '../slope studio').split(' ');
  const runs = mkdtempSync(join(tmpdir(), 'slope-studio-'));
  const server = spawn(command, [...words, table, '--no-open', '--runs', runs], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await printed(server);
  const program = browserProgram();
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  return {
    browser,
    address: new URL('/', address).href,
    /** A page of its own that has been let in; what it asks of other hosts, and what it complains of, is kept. */
    async page(width, colorScheme, forcedColors = 'none') {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, forcedColors, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const faults = [];
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(address).host) faults.push(`another host: ${request.url()}`);
      });
      await page.goto(address);
      return { page, faults, close: () => context.close() };
    },
    async close() {
      await browser.close();
      server.kill('SIGINT');
    },
  };
}

function printed(server) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('slope studio did not print its address')), MOST_SECONDS * 1000);
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const found = /http:\/\/\S+token=\w+/.exec(text);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
    server.on('exit', (code) => reject(new Error(`slope studio ended with ${code}`)));
  });
}
