#!/usr/bin/env bash
# Times cold builds with the published tool and, where it is installed, with Hugo beside it on the same pages, turn by turn.
#   eng/bench.sh [PAGES …]        100 1000 10000 unless told
# Needs python3 and the corpus maker with its peers' set-up (BENCH, ../shared/bench unless told); works in SCRATCH, artifacts/bench unless told.
set -euo pipefail
cd "$(dirname "$0")/.."
bench=${BENCH:-../shared/bench}
scratch=${SCRATCH:-artifacts/bench}
mkdir -p "$scratch"
eng/publish.sh "$scratch/tool" >/dev/null
python3 eng/bench.py "$scratch" "$bench" "${@:-100}" $([ $# -gt 0 ] || echo 1000 10000)
