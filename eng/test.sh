#!/usr/bin/env bash
# Everything that CI runs: builds the solution, runs every test, builds and checks input/ with --strict, and checks the
# format of the code. The browser tests need Chromium, Chrome or Edge, and zbar to read QR codes, and
# the format of scripts needs npm; where they are missing this script installs them (Debian, Ubuntu, macOS).
# Pages and paper must not depend on the fonts of a machine, so the tests that could are run again with only the two fonts
# that cards are drawn with (on Linux; elsewhere a browser does not ask Fontconfig). FONTCONFIG_FILE may name other settings.
#   eng/test.sh            all of it
#   eng/test.sh --fast     all that needs no browser, without the format of the code
#   eng/test.sh FILTER     only the tests whose names match, as `dotnet test --filter` takes it, with the fonts of this machine
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh

tests=KnowledgeSite.sln filter=${1:-}
results=artifacts/test-results
status=0
if [ "$filter" = --fast ]; then
  tests=tests/KnowledgeSite.Tests filter=
else
  browser=$(find_browser || install_browser)
  export KNOWLEDGESITE_BROWSER=$browser
  install_tool zbarimg zbar-tools zbar "to read QR codes with"
fi

dotnet build KnowledgeSite.sln --configuration Release --nologo --verbosity quiet

rm -rf "$results"
dotnet test "$tests" --configuration Release --no-build --nologo \
  --logger trx --results-directory "$results" ${filter:+--filter "$filter"} || status=$?

if [ $# -eq 0 ] && [ "$(uname)" = Linux ]; then
  fonts=$(mktemp -d)
  trap 'rm -rf "$fonts"' EXIT
  printf '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' \
    "$PWD/src/KnowledgeSite.Imaging/Fonts" "$fonts" >"$fonts/fonts.conf"
  sensitive='FontTests PaperTests HandoutPaperTests VisualRegressionTests GalleryScreenshotTests DiagramTests DrawingTextTests LayoutShiftTests ZoomTests'
  FONTCONFIG_FILE=$fonts/fonts.conf dotnet test tests/KnowledgeSite.BrowserTests --configuration Release --no-build --nologo \
    --logger trx --results-directory "$results" \
    --filter "($(printf 'FullyQualifiedName~.%s|' $sensitive | sed 's/|$//'))&FullyQualifiedName!~SamePaperTests" || status=$?
fi

passed=0 failed=0
if [ -z "$filter" ]; then
  bash eng/test-scripts.sh "$results" || status=$?
  passed=$(sed -n 's/^# pass //p' "$results/scripts.tap")
  failed=$(sed -n 's/^# fail //p' "$results/scripts.tap")
fi

own_pages() {
  dotnet run --project src/KnowledgeSite.Cli --configuration Release --no-build -- "$@" --strict --output artifacts/own-pages
}
require() { if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi; }
if [ -z "$filter" ]; then
  require own_pages build
  require own_pages check
  [ $# -gt 0 ] || require bash eng/lint.sh
fi

count() { grep -oh "<Counters [^>]*" "$results"/*.trx | sed "s/.* $1=\"\([0-9]*\)\".*/\1/" | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$((passed + $(count passed)))
failed=$((failed + $(count failed)))
echo "$passed passed, $failed failed"
[ $status -eq 0 ] && [ $failed -eq 0 ]
