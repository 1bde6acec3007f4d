#!/usr/bin/env bash
# Reads pages of our own site with Lighthouse, as a phone and as a desktop, and prints a table; fails where one is under 100.
# Needs npm, Node 18.20 or newer, and Chromium, Chrome or Edge. Nothing else should run at the same time: performance is measured.
#   eng/lighthouse.sh [RUNS] [PAGE …]      default: 3 runs of home, a level, the matrix and a workshop; the median counts
# Our own site asks not to be indexed, which Lighthouse takes for a fault. So the score for search engines is that of a copy with
# `public: true`, and of the site as it is that request has to be the only thing amiss.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
CHROME_PATH=$(find_browser || install_browser)
export CHROME_PATH

tools=artifacts/lighthouse
mkdir -p "$tools"
[ -d "$tools/node_modules/lighthouse" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel error lighthouse@12.8.2

build() { dotnet run --project src/KnowledgeSite.Cli --configuration Release -- build --output "$@" 2>&1 | tail -n 1; }
rm -rf "$tools/input"
cp -r input "$tools/input"
echo 'public: true' >> "$tools/input/site.yaml"
build "$tools/as-it-is"
build "$tools/public" --input "$tools/input"

# Modules are looked for beside the script that asks for them.
cp eng/lighthouse.mjs eng/static-server.mjs "$tools/"
node "$tools/lighthouse.mjs" "$tools/public" "$tools/as-it-is" "$@"
