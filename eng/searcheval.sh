#!/usr/bin/env bash
# Measures the quality of the search on public handbooks: builds a site of each, runs queries taken from their links and
# headings in a real browser, and prints the scores, the bytes until the first result and the time of an answer.
#   eng/searcheval.sh [PEER …]        engines to run beside it, such as minisearch-page; each takes minutes
# Needs node, npm, python3 and Chromium (CHROMIUM), and the corpora with their runner in SEARCHEVAL (default: ../shared/searcheval).
# They are not part of this repository, because they belong to others. Works in SCRATCH (default: artifacts/searcheval).
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
corpora=${SEARCHEVAL:-../shared/searcheval}
if [ ! -f "$corpora/run.mjs" ]; then
  echo "The handbooks to search are not part of this repository, and '$corpora' does not have them. Name their folder in SEARCHEVAL. It" \
    "has run.mjs, score.py and data/NAME/md. To test the search without them: dotnet test tests/KnowledgeSite.Tests --filter Search" >&2
  exit 1
fi
corpora=$(cd "$corpora" && pwd)
scratch=${SCRATCH:-artifacts/searcheval}
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)
export CHROMIUM=${CHROMIUM:-$(find_browser)}

eng/publish.sh "$scratch/tool" >/dev/null
rm -rf "$scratch/results"
cp -r "$corpora"/{adapters,engines,browser.mjs,run.mjs,score.py,package.json} "$scratch"
cd "$scratch"
[ -d node_modules ] || npm install --silent --no-fund --no-audit

for data in "$corpora"/data/*/; do
  name=$(basename "$data")
  # Public handbooks have broken links and more. Only the pages matter here.
  ./tool/knowledgesite build --input "$data/md" --output "sites/$name" >"build-$name.txt" 2>&1 || true
  node run.mjs --adapter adapters/ours.mjs --site "sites/$name" --name ours --data "$data" --out results
  for peer in "$@"; do node run.mjs --engine "$peer" --data "$data" --out results; done
done
python3 score.py --data "$corpora/data" --results results --split all --by-corpus
