#!/usr/bin/env bash
# Tests the schemas in schemas/ on every page and every YAML file of input/ with two independent validators: ajv, and
# the language server of VS Code's YAML extension, which shows what an author sees.
#   eng/schemas.sh
set -euo pipefail
cd "$(dirname "$0")/.."

tools=artifacts/schemas
mkdir -p "$tools"
[ -d "$tools/node_modules/yaml-language-server" ] || npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel error \
  ajv@8 ajv-formats@3 yaml@2 yaml-language-server@1 vscode-languageserver-protocol@3
NODE_PATH="$PWD/$tools/node_modules" node eng/schemas.cjs
