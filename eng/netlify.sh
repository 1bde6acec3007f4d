#!/usr/bin/env bash
# What Netlify calls: finds the SDK that global.json asks for, or gets it, and builds the site for the address that it will have.
# A deploy preview says so above every page and is kept from search engines.
set -euo pipefail
cd "$(dirname "$0")/.."

# Where the cache plugin in eng/netlify-cache keeps them.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES=$PWD/.nuget
if ! dotnet --version >/dev/null 2>&1; then
  export DOTNET_ROOT=$PWD/.dotnet
  export PATH=$DOTNET_ROOT:$PATH
  if ! dotnet --version >/dev/null 2>&1; then
    curl --fail --silent --show-error --location --retry 3 https://dot.net/v1/dotnet-install.sh |
      bash -s -- --jsonfile global.json --install-dir "$DOTNET_ROOT" --no-path
  fi
fi

# Dates and people come from the history, of which a host may have fetched the end only.
if [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then git fetch --quiet --unshallow || true; fi

case "${CONTEXT:-dev}" in
  production) options=(--base-url "$URL") ;;
  deploy-preview) options=(--base-url "$DEPLOY_PRIME_URL" --banner "Preview of pull request ${REVIEW_ID:-without a number}") ;;
  branch-deploy) options=(--base-url "$DEPLOY_PRIME_URL" --banner "Preview of the branch ${BRANCH:-without a name}") ;;
  *) options=() ;;
esac
dotnet run --project src/KnowledgeSite.Cli --configuration Release -- build --strict "${options[@]}"
