import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAMED = new URL('../licenses/studio.txt', import.meta.url);

/** The build fails where a library is inside the page whose licence is not handed on in licenses/studio.txt. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      const named = readFileSync(NAMED, 'utf8');
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? Object.entries(each.modules) : []));
      const libraries = new Set(modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => libraryOf(id)));
      for (const library of libraries) {
        if (library !== undefined && !named.includes(`-------- ${library}\n`)) {
          this.error(`the licence of ${library}, which is inside the page, is missing in licenses/studio.txt`);
        }
      }
    },
  };
}

function libraryOf(id: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}
