#!/usr/bin/env bash
# Checks the format of C# (CSharpier), scripts and style sheets (Prettier, ESLint), and that no line of code is longer
# than 120 characters, which the formatters leave in strings, comments and templates. The build checks the style of C#
# (EnforceCodeStyleInBuild); only its fixes need 'dotnet format', which loads the whole solution. Also checks that the page
# about accessibility has the results of its report (eng/conformance-report.mjs).
#   eng/lint.sh          reports what is not formatted
#   eng/lint.sh --fix    formats it, and applies the fixes of style
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/tools.sh
prettier=--check csharpier=check eslint=() report=()
[ "${1:-}" != --fix ] || { prettier=--write csharpier=format eslint=(--fix) report=(--fix); }

dotnet tool restore >/dev/null
[ "$csharpier" = check ] || dotnet format style KnowledgeSite.sln --no-restore --severity warn
dotnet csharpier "$csharpier" .

install_packages eng
scripts=(theme src eng tests/KnowledgeSite.BrowserTests tests/scripts)
eng/node_modules/.bin/prettier "$prettier" --log-level warn "${scripts[@]/%/\/**\/*.{js,mjs,cjs,css\}}"
eng/node_modules/.bin/eslint --config eng/eslint.config.mjs "${scripts[@]}" ${eslint[@]+"${eslint[@]}"}
node eng/conformance-report.mjs ${report[@]+"${report[@]}"}

# A UTF-8 locale, so that characters are counted and not bytes.
if LC_ALL=C.UTF-8 git grep -nE '^.{121,}' -- '*.cs' '*.razor' '*.css' '*.js' '*.mjs' '*.cjs'; then
  echo "Break these lines: the limit is 120 characters." >&2
  exit 1
fi
