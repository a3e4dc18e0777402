#!/usr/bin/env bash
# Installs what is missing, builds with address and undefined-behaviour sanitizers, runs all tests.
#
#   tests/run.sh                 everything
#   tests/run.sh -R unit/plan    any ctest option: only some tests
#   LOCKSTEP_PRESET=release tests/run.sh    another preset of CMakePresets.json
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${LOCKSTEP_PRESET:-dev}

packaging/install-deps.sh
cmake --preset "$preset" >/tmp/lockstep-configure.$$.log 2>&1 || { cat /tmp/lockstep-configure.$$.log >&2; exit 1; }
rm -f /tmp/lockstep-configure.$$.log
cmake --build --preset "$preset" -- -j "$(nproc)" --quiet
ctest --preset "$preset" -j "$(nproc)" "$@"
