#!/usr/bin/env bash
# Makes a ready-to-run build of the tool in DIR: DIR/knowledgesite build --input … --output …
# It brings its own runtime, compiled together with the tool: that starts and runs faster than the machine's, and needs none.
#   eng/publish.sh DIR [RUNTIME]      RUNTIME such as linux-x64 or osx-arm64; default: that of this machine
set -euo pipefail
directory=$(mkdir -p "${1:?"Usage: eng/publish.sh DIR [RUNTIME]"}" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
runtime=${2:-$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)}

# Apart from the ordinary build's folders, and with lock files of its own: those that are kept name no runtime.
dotnet publish src/KnowledgeSite.Cli --configuration Release --runtime "$runtime" --self-contained \
  --artifacts-path artifacts/publish -p:NuGetLockFilePath=obj/publish.lock.json -p:RestoreLockedMode=false \
  -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true --output "$directory"
