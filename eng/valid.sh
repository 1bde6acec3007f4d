#!/usr/bin/env bash
# Reads every page of a built site with the Nu HTML Checker, which validator.w3.org runs too, and its style sheets with the CSS checker
# in it. Needs Java and npm.
#   eng/valid.sh [FOLDER]      default: output/
set -euo pipefail
folder=$(realpath "${1:-$(dirname "$0")/../output}")
cd "$(dirname "$0")/.."

tools=artifacts/valid
mkdir -p "$tools"
[ -d "$tools/node_modules/vnu-jar" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel error vnu-jar@26.9.27
vnu=(java -Xss4m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only)

# What the CSS checker does not know yet: container queries and their units, styles to begin a transition with, fields as large as what
# is in them, where a bar is scrolled to, strokes that do not scale, and logical properties in the margins of paper.
newer='.*(@container|container-type|font-size”: Parse|starting-style|field-sizing|scroll-initial-target|vector-effect|“(padding-block-start|inline-size)”.*CSS Level 3 . SVG).*'
"${vnu[@]}" --skip-non-html "$folder"
find "$folder" -name '*.css' -print0 | xargs -0 -r "${vnu[@]}" --css --filterpattern "$newer"
echo "No errors in $(find "$folder" -name '*.html' | wc -l) pages and $(find "$folder" -name '*.css' | wc -l) style sheets."
