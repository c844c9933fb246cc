#!/usr/bin/env bash
# Tries the studio's page in a Chromium, against a studio that it starts itself. Without npm or a Chromium it says so; with
# CI=true a missing Chromium fails.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v npm >/dev/null; then
    echo "npm is not there: the studio's page is not tried in a browser"
    exit 0
fi
bounded() { timeout --kill-after=30 "$1" "${@:2}"; }

[ -d node_modules/playwright-core ] || bounded 600 npm ci --no-progress
bounded 1800 npm run browser
