#!/usr/bin/env bash
# Builds sites of 1 MB of one construct each (brackets, tags, footnotes, deep YAML, long ladders …), and prints the CPU
# time and memory of each.
#   eng/pathological.sh [OPTIONS] [CONSTRUCT …]      all constructs, or those with these prefixes; --help lists options
# Needs python3. TOOL is the tool to run (default: a new build by eng/publish.sh), SCRATCH the folder to work in
# (default: artifacts/pathological).
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=${SCRATCH:-artifacts/pathological}
mkdir -p "$scratch"
tool=${TOOL:-$scratch/tool/knowledgesite}
[ -n "${TOOL:-}" ] || eng/publish.sh "$scratch/tool" >/dev/null
python3 eng/pathological.py "$tool" "$scratch" "$@"
