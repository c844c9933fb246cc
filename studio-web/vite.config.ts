import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { licences } from './licences.ts';

/** Where `slope studio` listens while the page is worked on: `npm run dev` hands its API on to it. */
const server = process.env.SLOPE_STUDIO ?? 'http://127.0.0.1:8765';

export default defineConfig({
  plugins: [svelte(), licences()],
  build: {
    outDir: '../serve/src/main/resources/studio',
    emptyOutDir: true,
    // light-dark() and nesting stay as they are written
    target: ['chrome123', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Names without hashes: the built page is committed, and a change is a change of a file.
        entryFileNames: 'assets/studio.js',
        assetFileNames: 'assets/studio[extname]',
      },
    },
  },
  server: { proxy: { '/api': server } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
