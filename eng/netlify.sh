#!/usr/bin/env bash
# Netlify calls this: it installs the .NET SDK of global.json if there is none, and builds the site for its address.
# A preview of a pull request says so above every page and is hidden from search engines.
#   netlify.sh              builds with the installed tool
#   netlify.sh COMMAND …    builds with this command
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES=$PWD/.nuget
if ! dotnet --version >/dev/null 2>&1; then
  export DOTNET_ROOT=$PWD/.dotnet
  export PATH=$DOTNET_ROOT:$PATH
  if ! dotnet --version >/dev/null 2>&1; then
    curl --fail --silent --show-error --location --retry 3 https://dot.net/v1/dotnet-install.sh |
      bash -s -- --jsonfile global.json --install-dir "$DOTNET_ROOT" --no-path
  fi
fi

# Pages show the date of their last change, and a host may have fetched only the newest commits.
if [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then git fetch --quiet --unshallow || true; fi

case "${CONTEXT:-dev}" in
  production) options=(--base-url "$URL") ;;
  deploy-preview) options=(--base-url "$DEPLOY_PRIME_URL" --banner "Preview of pull request ${REVIEW_ID:-without a number}") ;;
  branch-deploy) options=(--base-url "$DEPLOY_PRIME_URL" --banner "Preview of the branch ${BRANCH:-without a name}") ;;
  *) options=() ;;
esac

if [ $# -gt 0 ]; then
  tool=("$@")
else
  dotnet tool restore
  tool=(dotnet knowledgesite)
fi
"${tool[@]}" build --strict ${options[@]+"${options[@]}"}
