#!/usr/bin/env bash
# Checks the studio's page: types, tests, and that the built assets are those of these sources. Needs npm; without it says so.
set -euo pipefail
cd "$(dirname "$0")"

built=../serve/src/main/resources/studio

if ! command -v npm >/dev/null; then
    echo "npm is not there: the studio's page is not checked; its built assets are taken as they are"
    exit 0
fi
bounded() { timeout --kill-after=10 "$1" "${@:2}"; }

bounded 600 npm ci --no-progress
bounded 300 npm run check
bounded 300 npm test
bounded 300 npx vite build --outDir "$PWD/node_modules/.built" --emptyOutDir --logLevel warn
if ! diff -r node_modules/.built "$built"; then
    echo "the assets in $built are not those of studio-web: run npm run build there and commit what it writes"
    exit 1
fi
# 150 KB at most go over the wire.
size=$(cat "$built"/assets/*.js | gzip -9 | wc -c)
if [ "$size" -gt 153600 ]; then
    echo "the page's scripts have $size bytes gzipped; 153600 at most are wanted"
    exit 1
fi
# A type error in a component has to be found: a checker that finds none finds nothing.
mutant=src/parts/Mutant.svelte
trap 'rm -f "$mutant"' EXIT
printf '<script lang="ts">\n  const text: string = 1;\n</script>\n\n<p>{text}</p>\n' >"$mutant"
if bounded 300 npm run check >/dev/null 2>&1; then
    echo "svelte-check does not find a type error in a component"
    exit 1
fi
echo "the studio's page is as its sources say; $size bytes of script gzipped"
