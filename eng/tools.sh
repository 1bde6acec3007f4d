# Sourced by the scripts beside it: finds the programs that they need, or installs them (Debian, Ubuntu, macOS).

# install_tool COMMAND DEBIAN_PACKAGE BREW_PACKAGE PURPOSE
install_tool() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "No $1 found; installing it $4." >&2
  if command -v apt-get >/dev/null; then
    as_root apt-get update -qq >&2 && as_root apt-get install -y -qq --no-install-recommends "$2" >&2
  elif command -v brew >/dev/null; then
    brew install "$3" >&2
  fi
  command -v "$1" >/dev/null 2>&1 || { echo "Install $1 $4." >&2; return 1; }
}

# install_packages DIR: what its lock file lists, unless node_modules was installed from it already.
install_packages() {
  [ ! "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || return 0
  install_tool npm npm node "to install the packages of $1 with"
  npm --prefix "$1" ci --silent --no-audit --no-fund
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# The headless shell comes first: it is Chromium without windows, and the tests take 40 % less time with it.
find_browser() {
  if [ -n "${KNOWLEDGESITE_BROWSER:-}" ]; then echo "$KNOWLEDGESITE_BROWSER"; return; fi
  local name
  for name in chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    microsoft-edge "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if command -v "$name" >/dev/null 2>&1; then command -v "$name"; return; fi
  done
  return 1
}

install_browser() {
  echo "No Chromium, Chrome or Edge found; installing Chromium." >&2
  if command -v apt-get >/dev/null; then
    local package=chromium
    as_root apt-get update -qq >&2
    apt-cache show chromium-headless-shell >/dev/null 2>&1 && package=chromium-headless-shell
    as_root apt-get install -y -qq --no-install-recommends "$package" >&2
  elif command -v brew >/dev/null; then
    brew install --cask chromium >&2
  fi
  find_browser || { echo "Install Chromium, Chrome or Edge, or name one in KNOWLEDGESITE_BROWSER." >&2; return 1; }
}
