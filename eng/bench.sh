#!/usr/bin/env bash
# Times cold builds of generated pages with the published tool: CPU, wall time and memory.
#   eng/bench.sh [PAGES …]        default: 100 1000 10000
# Needs python3 on Linux or macOS. Works in SCRATCH (default: artifacts/bench). To compare, builds take turns with
#   BEFORE   another build of the tool, such as that of the commit before: BEFORE=/tmp/before/knowledgesite
#   PEERS    a folder with a corpus maker and the set-up of Hugo (make_corpus.py, peers.sh), if Hugo is installed
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=${SCRATCH:-artifacts/bench}
mkdir -p "$scratch"
eng/publish.sh "$scratch/tool" >/dev/null
[ $# -gt 0 ] || set -- 100 1000 10000
python3 eng/bench.py "$scratch" "$@"
