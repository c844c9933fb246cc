import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserProgram } from './program.mjs';
import { PATIENCE, Server } from './server.mjs';

const WIDE = { width: 1440, scheme: 'light' };

/** A studio in a folder of its own, a client of its API, and a browser. */
export class Studio {
  #cookie = '';

  constructor(server, browser, folder) {
    this.server = server;
    this.browser = browser;
    this.folder = folder;
  }

  /** @param words what follows `slope studio`: a table, options */
  static async open(...words) {
    const folder = mkdtempSync(join(tmpdir(), 'slope-studio-'));
    const server = await Server.start([...words, '--runs', join(folder, 'runs')]);
    const browser = await chromium.launch({
      executablePath: browserProgram(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage'],
    });
    const studio = new Studio(server, browser, folder);
    await studio.enter();
    return studio;
  }

  get runs() {
    return join(this.folder, 'runs');
  }

  /** Exchanges the token for the cookie. */
  async enter() {
    const entered = await fetch(this.server.address, { redirect: 'manual' });
    this.#cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** Asks the API as the page does; anything but success is an error. */
  async ask(method, path, body) {
    const headers = { Cookie: this.#cookie, 'X-Slope': '1', 'Content-Type': 'application/json' };
    const answer = await fetch(this.server.origin + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const json = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${json.error}`);
    return json;
  }

  /** Waits for something that the server's events tell of. */
  async #when(path, isSo) {
    const events = await fetch(`${this.server.origin}/api/events`, { headers: { Cookie: this.#cookie }, signal: AbortSignal.timeout(PATIENCE) });
    for await (const _ of events.body) {
      const now = await this.ask('GET', path);
      if (isSo(now)) return now;
    }
    throw new Error('the events have ended');
  }

  /** Opens a table of the studio's own, and waits until it is read. */
  async example(name) {
    const { table } = await this.ask('POST', '/api/data/example', { name });
    await this.table(table.number);
  }

  /** Waits until a table is read. */
  table(number = 1) {
    return this.#when('/api/state', ({ table }) => table.number >= number && table.phase === 'ready');
  }

  /** Trains to the end. */
  async train(request) {
    const { number } = await this.ask('POST', '/api/runs', { rows: { testShare: 0.25, folds: 1 }, ...request });
    return this.ended(number);
  }

  /** Waits for the end of a run. */
  ended(number) {
    return this.#when(`/api/runs/${number}`, ({ standing }) => !['running', 'stopping'].includes(standing.state));
  }

  /**
   * A page of its own that has been let in. Its `faults` are what it complains of, what the server refuses it, and what it asks
   * of other hosts.
   */
  async page(look = WIDE) {
    const context = await this.browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.scheme,
      forcedColors: look.forced ?? 'none',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.faults = faultsOf(page, new URL(this.server.origin).host);
    await page.goto(this.server.address);
    return page;
  }

  /** Leads a page to another screen, without loading it anew. */
  async go(page, hash) {
    await page.goto(`${this.server.origin}/${hash}`);
  }

  async close() {
    await this.browser.close();
    await this.server.end();
    rmSync(this.folder, { recursive: true });
  }
}

function faultsOf(page, host) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource'); // told below, with its address
    if (['error', 'warning'].includes(message.type()) && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('response', (answer) => {
    const isSaid = [409, 422].includes(answer.status()); // not now; not with this table: the page shows that
    if (answer.status() >= 400 && !isSaid) faults.push(`${answer.status()}: ${answer.request().method()} ${answer.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== host) faults.push(`another host: ${request.url()}`);
  });
  return faults;
}
