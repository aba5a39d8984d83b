#!/bin/sh
# Sees to it that Chromium is there, and fonts that show Chinese, from Debian's packages.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

missing=""
has chromium || has chromium-browser || has google-chrome || missing="chromium"
fc-list :lang=zh 2>/dev/null | grep -q . || missing="$missing fontconfig fonts-noto-cjk"
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if ! has apt-get || ! $as_root true 2>/dev/null; then
  echo "The tests in the browser need:" $missing >&2
  echo "Install them (on Debian, as root: apt-get install" $missing") and run this again." >&2
  exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing:" $missing
install="apt-get -q -y install --no-install-recommends"
if ! { $as_root apt-get -q update && $as_root env DEBIAN_FRONTEND=noninteractive $install $missing; } \
  >"$log" 2>&1; then
  cat "$log" >&2
  echo "Not installed:" $missing >&2
  exit 1
fi
