#!/usr/bin/env bash
# Runs the tests of the scripts that readers run (tests/scripts) with node's own test runner.
#   eng/test-scripts.sh [DIR]      also writes DIR/scripts.tap
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
install_tool npm npm node "to test scripts with"

# node_modules is as old as the lock file that it was installed from.
if [ tests/scripts/package-lock.json -nt tests/scripts/node_modules/.package-lock.json ]; then
  npm --prefix tests/scripts ci --silent --no-audit --no-fund
fi
results=${1:-artifacts/test-results}
mkdir -p "$results"
node --test --disable-warning=MODULE_TYPELESS_PACKAGE_JSON \
  --import ./tests/scripts/strings.mjs \
  --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$results/scripts.tap" tests/scripts/*/*.test.js
