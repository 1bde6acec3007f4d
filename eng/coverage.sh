#!/usr/bin/env bash
# Runs the tests that need no browser, and prints which share of lines and branches they reach, as a Markdown table.
#   eng/coverage.sh [FILTER]      FILTER as `dotnet test --filter` takes it
set -euo pipefail
cd "$(dirname "$0")/.."
results=artifacts/coverage
rm -rf "$results"
# In CI, source files have other names in the symbols than on disk; by default coverlet leaves out what it cannot find.
option=DataCollectionRunSettings.DataCollectors.DataCollector.Configuration
dotnet test tests/KnowledgeSite.Tests --configuration Release --nologo --results-directory "$results" \
  --collect "XPlat Code Coverage" ${1:+--filter "$1"} -- "$option.ExcludeAssembliesWithoutSources=None" \
  "$option.Include=[KnowledgeSite.*]*,[knowledgesite]*" "$option.ExcludeByAttribute=GeneratedCodeAttribute" >&2

report=$(find "$results" -name coverage.cobertura.xml | head -n 1)
echo '| project | lines | branches |'
echo '| --- | ---: | ---: |'
sed -nE 's/.*<package name="([^"]*)" line-rate="([^"]*)" branch-rate="([^"]*)".*/\1 \2 \3/p' "$report" | sort |
  awk '{ printf "| %s | %.1f %% | %.1f %% |\n", $1, $2 * 100, $3 * 100 }'
sed -nE 's/.*<coverage line-rate="([^"]*)" branch-rate="([^"]*)".*/\1 \2/p' "$report" |
  awk '{ printf "| all | %.1f %% | %.1f %% |\n", $1 * 100, $2 * 100 }'
