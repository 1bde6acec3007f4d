#!/usr/bin/env bash
# Prints the section of CHANGELOG.md about a version, and fails if there is none.
#   eng/release-notes.sh VERSION      such as 1.2.0, for the section that begins "## 1.2.0"
set -euo pipefail
version=${1:?"Usage: eng/release-notes.sh VERSION"}
cd "$(dirname "$0")/.."
notes=$(awk -v version="$version" '
  /^## / { inside = ($2 == version); next }
  inside { print }
' CHANGELOG.md)
if [ -z "$(printf %s "$notes" | tr -d '[:space:]')" ]; then
  echo "CHANGELOG.md has no section '## $version'. Rename the section 'Unreleased', and move the tag to that commit." >&2
  exit 1
fi
printf '%s\n' "$notes" | sed '/./,$!d'
