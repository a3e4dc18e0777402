#!/usr/bin/env bash
# How long Lockstep takes from the start of the process to a window on the screen, empty and without a window
# manager, each time from a warm disk cache. Not a test: nothing here fails by the clock.
#
#   tests/bench/startup.sh [TIMES]        the release preset's program, or LOCKSTEP_BUILD_DIR's
#
# Needs Xvfb and xdotool besides what Lockstep needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${LOCKSTEP_BUILD_DIR:-build/release}/app/lockstep
times=${1:-7}
for tool in Xvfb xdotool; do
  command -v "$tool" >/dev/null || { echo "startup: $tool is not installed." >&2; exit 2; }
done
home=$(mktemp -d /tmp/lockstep-startup.XXXXXX)
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; wait "$process" 2>/dev/null || true; done
  rm -rf "$home"
}
trap finish EXIT
exec 8>"$home/display"
# Without clients an X server begins anew, and refuses whoever comes meanwhile: such a start ends with "Aborted".
Xvfb -noreset -displayfd 8 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null &
started+=($!)
until [ -s "$home/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$home/display") XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home QT_QPA_PLATFORM=xcb
now() { echo $(($(date +%s%N) / 1000000)); }
taken=()
cost=()
for _ in $(seq $((times + 1))); do
  begin=$(now)
  "$program" 2>/dev/null &
  window=$!
  until xdotool search --onlyvisible --name 'Lockstep' >/dev/null 2>&1; do :; done
  taken+=($(($(now) - begin)))
  # What it cost, which others at work change less: user and system time, in hundredths of a second.
  read -r -a stat <"/proc/$window/stat"
  cost+=($(((stat[13] + stat[14]) * 10)))
  kill "$window"
  wait "$window" 2>/dev/null || true
done
# The first start fills the cache.
sorted=($(printf '%s\n' "${taken[@]:1}" | sort -n))
costs=($(printf '%s\n' "${cost[@]:1}" | sort -n))
echo "window after ${sorted[$((times / 2))]} ms (median of $times; ${sorted[0]} to ${sorted[-1]} ms), ${costs[$((times / 2))]} ms of processor time"
