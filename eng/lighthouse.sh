#!/usr/bin/env bash
# Audits pages of input/ with Lighthouse, as a phone and as a desktop, and prints a table. Fails if a score is below 100.
# Needs npm, Node 18.20 or newer, and Chromium, Chrome or Edge. Nothing else should run at the same time, because
# performance is measured.
#   eng/lighthouse.sh [RUNS] [PAGE …]      default: the median of 3 runs of home, a level, the matrix and a workshop
# The site asks search engines not to index it, which Lighthouse reports. So the SEO score is that of a copy with
# `public: true`; of the site itself, this request must be the only SEO finding.
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

# Node looks for modules beside the script that imports them.
cp eng/lighthouse.mjs eng/static-server.mjs "$tools/"
node "$tools/lighthouse.mjs" "$tools/public" "$tools/as-it-is" "$@"
