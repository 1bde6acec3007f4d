#!/usr/bin/env bash
# Builds the solution, runs every test, builds and checks input/ with --strict, and checks the
# format of the code. The browser tests need Chromium, Chrome or Edge, and zbar to read QR codes, and
# the format of scripts needs npm; where they are missing this script installs them (Debian, Ubuntu, macOS).
# The browser tests run last: at the same time as the others, all take longer than one after the other.
#   eng/test.sh                        all of it, with the fonts of this machine
#   eng/test.sh --ci                   what CI runs: all of it, on Linux also with other fonts. Pages and paper must not depend
#                                      on fonts, so the tests that could are also run, or only run, with no other fonts than the
#                                      two that cards are drawn with (elsewhere a browser does not ask Fontconfig)
#   eng/test.sh --fast                 all that needs no browser, without the format and the style of the code
#   eng/test.sh FILTER                 only the tests whose names match, as `dotnet test --filter` takes it
#   eng/test.sh --every-page [FILTER]  all of it, or these tests, on every page and not only on a sample of each kind
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh

browser=yes filter='' without= all_fonts=no
case ${1:-} in
  --fast) browser=no without=-p:RunAnalyzers=false ;;
  --ci) [ "$(uname)" != Linux ] || all_fonts=yes ;;
  --every-page) export EVERY_PAGE=1 filter=${2:-} ;;
  *) filter=${1:-} ;;
esac
results=artifacts/test-results
steps=$results/steps

if [ $browser = yes ]; then
  KNOWLEDGESITE_BROWSER=$(find_browser || install_browser)
  export KNOWLEDGESITE_BROWSER
  install_tool zbarimg zbar-tools zbar "to read QR codes with"
fi

dotnet build KnowledgeSite.sln --configuration Release --nologo --verbosity quiet ${without:+"$without"}
rm -rf "$results"
mkdir -p "$results"

# run_tests PROJECT [FILTER]
run_tests() {
  dotnet test "tests/$1/bin/Release/net10.0/$1.dll" --nologo --logger trx --results-directory "$results" ${2:+--filter "$2"}
}

# The names as a filter: 'FullyQualifiedName~.A|FullyQualifiedName~.B'.
any_of() { printf 'FullyQualifiedName~.%s|' "$@" | sed 's/|$//'; }
none_of() { printf 'FullyQualifiedName!~.%s&' "$@" | sed 's/&$//'; }

# What prints with two sets of fonts, what must be the same with both, and what is as good a test with one of them.
both='SamePaperTests'
compared='FontTests VisualRegressionTests GalleryScreenshotTests DrawingTextTests'
printed='PaperTests HandoutPaperTests DiagramTests LayoutShiftTests ZoomTests'

browser_tests() {
  if [ $all_fonts = no ]; then
    run_tests KnowledgeSite.BrowserTests "${filter:-$(none_of $both)}"
    return
  fi
  local failed=0
  run_tests KnowledgeSite.BrowserTests "$(none_of $printed)" || failed=1
  fonts=$(mktemp -d)
  printf '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' \
    "$PWD/src/KnowledgeSite.Imaging/Fonts" "$fonts" >"$fonts/fonts.conf"
  FONTCONFIG_FILE=$fonts/fonts.conf run_tests KnowledgeSite.BrowserTests "$(any_of $compared $printed)" || failed=1
  return $failed
}

step() { if "$@"; then echo passed >>"$steps"; else echo failed >>"$steps"; fi; }
own_site=artifacts/own-pages
own_pages() { dotnet src/KnowledgeSite.Cli/bin/Release/net10.0/knowledgesite.dll "$@" --strict --output $own_site; }

# What needs neither a browser nor both processors.
side_steps() {
  local failed=0
  step own_pages build
  step own_pages check
  SITE=$own_site bash eng/test-scripts.sh "$results" || failed=1
  [ $browser = no ] || step bash eng/lint.sh
  return $failed
}

# What needs no browser. The side steps run beside the tests, which leave half a processor idle.
other_tests() {
  local failed=0 side=
  if [ -z "$filter" ]; then
    side_steps >"$results/side-steps.log" 2>&1 &
    side=$!
  fi
  run_tests KnowledgeSite.Tests "$filter" || failed=1
  if [ -n "$side" ]; then
    wait "$side" || failed=1
    cat "$results/side-steps.log"
  fi
  return $failed
}

status=0 fonts=
trap '[ -z "$fonts" ] || rm -rf "$fonts"' EXIT
other_tests || status=$?
[ $browser = no ] || browser_tests || status=$?

# count passed|failed: in the results of dotnet, node and the steps.
count() {
  {
    grep -oh "<Counters [^>]*" "$results"/*.trx | sed "s/.* $1=\"\([0-9]*\)\".*/\1/"
    [ ! -f "$results/scripts.tap" ] || sed -n "s/^# ${1%ed} //p" "$results/scripts.tap"
    [ ! -f "$steps" ] || grep -c "^$1$" "$steps" || true
  } | awk '{ sum += $1 } END { print sum + 0 }'
}
echo "$(count passed) passed, $(count failed) failed"
[ $status -eq 0 ] && [ "$(count failed)" -eq 0 ]
