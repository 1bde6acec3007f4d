#!/usr/bin/env bash
# Checks every page of a built site with the Nu HTML Checker, which validator.w3.org runs too, and its style sheets with
# the CSS checker that is part of it. Needs Java and npm.
#   eng/valid.sh [FOLDER]      default: output/
set -euo pipefail
folder=$(realpath "${1:-$(dirname "$0")/../output}")
cd "$(dirname "$0")/.."

tools=artifacts/valid
mkdir -p "$tools"
[ -d "$tools/node_modules/vnu-jar" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel error vnu-jar@26.9.27
vnu=(java -Xss4m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only)

# The CSS checker does not know these yet: container queries and their units, @starting-style, field-sizing,
# scroll-target properties, vector-effect, and logical properties in @page margins.
newer='.*(@container|container-type|font-size”: Parse|starting-style|field-sizing|scroll-initial-target|vector-effect|“(padding-block-start|inline-size)”.*CSS Level 3 . SVG).*'
"${vnu[@]}" --skip-non-html "$folder"
find "$folder" -name '*.css' -print0 | xargs -0 -r "${vnu[@]}" --css --filterpattern "$newer"
echo "No errors in $(find "$folder" -name '*.html' | wc -l) pages and $(find "$folder" -name '*.css' | wc -l) style sheets."
