#!/usr/bin/env bash
# Opens Word files of a site in LibreOffice and compares the words of their PDFs with those of the pages.
#   eng/word.sh [SITE]      SITE is a built site; default: input/, which is built first.
# Each kind of page is represented; WORD_FILES=all converts every file. Installs LibreOffice Writer and poppler if they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."

. eng/tools.sh

install_tool soffice libreoffice-writer-nogui libreoffice "to open Word files"
install_tool pdftotext poppler-utils poppler "to read PDFs"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
site=${1:-$folder/site}
[ $# -gt 0 ] || dotnet run --project src/KnowledgeSite.Cli --configuration Release -- build --output "$site"
python3 eng/word.py "$site" "$folder/pdf" "${WORD_FILES:-kinds}"
