#!/usr/bin/env bash
# Runs the tests of the scripts that readers run (tests/scripts) with node's own test runner.
#   eng/test-scripts.sh [DIR]      also writes DIR/scripts.tap
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
install_packages tests/scripts
results=${1:-artifacts/test-results}
mkdir -p "$results"
node --test --disable-warning=MODULE_TYPELESS_PACKAGE_JSON \
  --import ./tests/scripts/strings.mjs \
  --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$results/scripts.tap" tests/scripts/*/*.test.js
