import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** How long anything may take, in milliseconds: a machine that is twenty times slower is no failure. SLOPE_PATIENCE: seconds. */
export const PATIENCE = 1000 * Number(process.env.SLOPE_PATIENCE ?? 300);

/** The command; SLOPE_COMMAND names another one than the checkout's own. */
const [PROGRAM = '', ...WORDS] = (process.env.SLOPE_COMMAND ?? resolve('../slope')).split(' ');

/** A program and its words that stand for `slope` with some words, for `output`. */
export function slope(...words) {
  return [PROGRAM, [...WORDS, ...words]];
}

/** What a program says until its end. */
export async function output(program, words, { cwd = '.', input = '' } = {}) {
  const run = spawn(program, words, { cwd, stdio: ['pipe', 'pipe', 'inherit'], timeout: PATIENCE });
  run.stdin.end(input);
  let said = '';
  run.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(run, 'close');
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}: ${said}`);
  return said;
}

/** What a line of a shell says, in which `slope` is the command above. */
export function command(line, cwd) {
  const program = [PROGRAM, ...WORDS].map((word) => `'${word}'`).join(' ');
  return output('bash', ['-c', `slope() { ${program} "$@"; }\n${line}`], cwd === undefined ? {} : { cwd });
}

/** A `slope studio` that has printed its address. */
export class Server {
  #process;
  #exit;

  constructor(process, address) {
    this.#process = process;
    this.#exit = once(process, 'exit');
    /** With the token. */
    this.address = address;
    this.origin = new URL(address).origin;
    this.port = new URL(address).port;
  }

  /** @param environment variables besides those of this process */
  static async start(words, javaOptions = '', environment = {}) {
    const started = spawn(PROGRAM, [...WORDS, 'studio', ...words, '--no-open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment, SLOPE_JAVA_OPTIONS: `${process.env.SLOPE_JAVA_OPTIONS ?? ''} ${javaOptions}` },
    });
    return new Server(started, await printed(started));
  }

  get pid() {
    return this.#process.pid;
  }

  /** Ends it, and waits until it has ended. */
  async end(signal = 'SIGINT') {
    this.#process.kill(signal);
    await this.#exit;
  }
}

function printed(server) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('slope studio did not print its address')), PATIENCE);
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const found = /http:\/\/\S+token=\w+/.exec(text);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
    server.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`slope studio ended with ${code}`));
    });
  });
}
