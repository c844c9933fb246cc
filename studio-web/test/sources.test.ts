import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|ts|css)$/.test(name));
const FORBIDDEN = [
  { pattern: /\{@html/, why: 'names of columns would become markup' },
  { pattern: /innerHTML|insertAdjacentHTML|document\.write/, why: 'names of columns would become markup' },
  { pattern: /\beval\(|new Function\(/, why: 'the page’s policy forbids it' },
  { pattern: /<[^>]*\sstyle="/, why: 'the page’s policy forbids styles in markup; use style:name={value}' },
  { pattern: /https?:\/\/(?!www\.w3\.org)/, why: 'the page asks no other host' },
  { pattern: /:\s*any\s*[;)=[|>]|as any\b|<any>/, why: 'the contract is typed' },
];

describe('the sources of the page', () => {
  it('are there', () => expect(SOURCES.length).toBeGreaterThan(50));

  for (const { pattern, why } of FORBIDDEN) {
    it(`have no ${pattern.source}: ${why}`, () => {
      expect(SOURCES.filter((name) => pattern.test(readFileSync(join('src', name), 'utf8')))).toEqual([]);
    });
  }

  it('find what is forbidden where it is', () => {
    const bad = ['{@html name}', 'box.innerHTML = name', 'eval("1")', '<p style="color: red">', 'https://example.com', 'let x: any;'];
    bad.forEach((text, index) => expect(FORBIDDEN[index]?.pattern.test(text)).toBe(true));
  });

  it('are files of 300 lines at most, but for the contract', () => {
    const long = SOURCES.filter((name) => name !== 'api.ts' && readFileSync(join('src', name), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
