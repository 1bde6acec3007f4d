# Sourced by the scripts beside it: finds what the browser tests drive and read with, or installs it. The headless shell comes first:
# it is Chromium without the parts that show windows, and takes the tests three fifths of the time.

find_browser() {
  if [ -n "${KNOWLEDGESITE_BROWSER:-}" ]; then echo "$KNOWLEDGESITE_BROWSER"; return; fi
  local name
  for name in chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome google-chrome-stable microsoft-edge \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if command -v "$name" >/dev/null 2>&1; then command -v "$name"; return; fi
  done
  return 1
}

install_browser() {
  echo "No Chromium, Chrome or Edge found; installing Chromium." >&2
  local root=""
  [ "$(id -u)" -eq 0 ] || root=sudo
  if command -v apt-get >/dev/null; then
    local package=chromium
    $root apt-get update -qq >&2
    apt-cache show chromium-headless-shell >/dev/null 2>&1 && package=chromium-headless-shell
    $root apt-get install -y -qq --no-install-recommends "$package" >&2
  elif command -v brew >/dev/null; then
    brew install --cask chromium >&2
  fi
  find_browser || { echo "Install Chromium, Chrome or Edge, or name one in KNOWLEDGESITE_BROWSER." >&2; return 1; }
}

# The decoder that the browser tests read QR codes with: one that shares no code with the encoder.
install_decoder() {
  command -v zbarimg >/dev/null 2>&1 && return
  local root=""
  [ "$(id -u)" -eq 0 ] || root=sudo
  if command -v apt-get >/dev/null; then
    $root apt-get update -qq >&2 && $root apt-get install -y -qq --no-install-recommends zbar-tools >&2
  elif command -v brew >/dev/null; then
    brew install zbar >&2
  fi
  command -v zbarimg >/dev/null 2>&1 || { echo "Install zbar (zbarimg), which the tests read QR codes with." >&2; return 1; }
}
