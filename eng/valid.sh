#!/usr/bin/env bash
# Reads every page of a built site with the Nu HTML Checker, which validator.w3.org runs too. Needs Java and npm.
#   eng/valid.sh [FOLDER]      output/ unless told
# Style sheets are left out: the checker knows neither nesting nor container queries.
set -euo pipefail
folder=$(realpath "${1:-$(dirname "$0")/../output}")
cd "$(dirname "$0")/.."

tools=artifacts/valid
mkdir -p "$tools"
[ -d "$tools/node_modules/vnu-jar" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel error vnu-jar@26.9.27
java -Xss4m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --errors-only "$folder"
echo "No errors in $(find "$folder" -name '*.html' | wc -l) pages."
