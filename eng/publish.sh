#!/usr/bin/env bash
# Publishes the tool, compiled ahead of time, in DIR: DIR/knowledgesite build --input … --output …
# The runtime is part of it and compiled together with the tool. That starts and runs faster than an installed runtime.
#   eng/publish.sh DIR [RUNTIME [OPTION …]]      RUNTIME such as linux-x64 or osx-arm64; default: that of this machine.
# The options go to "dotnet publish", such as -p:Version=1.2.0.
set -euo pipefail
directory=$(mkdir -p "${1:?"Usage: eng/publish.sh DIR [RUNTIME [OPTION …]]"}" && cd "$1" && pwd)
cd "$(dirname "$0")/.."
runtime=${2:-$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)}

# Code ahead of time for processors since 2013 to 2015. On older ones the runtime compiles the methods that need more.
processor=
[[ $runtime != *-x64 ]] || processor=-p:PublishReadyToRunCrossgen2ExtraArgs=--instruction-set:x86-64-v3

# In its own folders and with its own lock files: those in the repository name no runtime.
dotnet publish src/KnowledgeSite.Cli --configuration Release --runtime "$runtime" --self-contained \
  --artifacts-path artifacts/publish -p:NuGetLockFilePath=obj/publish.lock.json -p:RestoreLockedMode=false \
  -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true --output "$directory" \
  ${processor:+"$processor"} "${@:3}"
