#!/usr/bin/env bash
# Runs the tests of the scripts that readers run (tests/scripts) with node's own test runner.
#   eng/test-scripts.sh [DIR]      also writes DIR/scripts.tap
# The search is tested on the pages of input/. SITE is the folder with their site; if it is not set, this script builds one.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
install_packages tests/scripts
results=${1:-artifacts/test-results}
mkdir -p "$results"
if [ -z "${SITE:-}" ]; then
  SITE=artifacts/own-pages
  dotnet run --project src/KnowledgeSite.Cli --configuration Release -- build --output "$SITE"
fi
export SITE
node --test --disable-warning=MODULE_TYPELESS_PACKAGE_JSON \
  --import ./tests/scripts/strings.mjs \
  --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$results/scripts.tap" tests/scripts/*/*.test.js
