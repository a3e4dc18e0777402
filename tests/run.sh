#!/usr/bin/env bash
# Installs what is missing, builds with address and undefined-behaviour sanitizers, runs all tests.
#
#   tests/run.sh                            everything, on the installed PostgreSQL
#   tests/run.sh -R unit/plan               any ctest option: only some tests
#   tests/run.sh --pg-bindir DIR …          the same suites on another server, or on several, one after
#                                           the other: support/fetch-servers.sh gets 12 to 18
#   LOCKSTEP_PRESET=release tests/run.sh    another preset of CMakePresets.json
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${LOCKSTEP_PRESET:-dev}
servers=()
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --pg-bindir) servers+=("$2"); shift 2 ;;
    --help) sed -n '2,8p' "$0" | cut -c3-; exit 0 ;;
    *) options+=("$1"); shift ;;
  esac
done
[ ${#servers[@]} -gt 0 ] || servers=("${LOCKSTEP_PG_BINDIR:-}")

packaging/install-deps.sh
cmake --preset "$preset" >/tmp/lockstep-configure.$$.log 2>&1 || { cat /tmp/lockstep-configure.$$.log >&2; exit 1; }
rm -f /tmp/lockstep-configure.$$.log
cmake --build --preset "$preset" -- -j "$(nproc)" --quiet
status=0
for server in "${servers[@]}"; do
  [ ! -x "$server/postgres" ] || echo "Testing on $("$server/postgres" --version) …"
  # One more than there are processors: many tests wait for a clock or for each other's locks. A machine that
  # is busy with something else may let one of them down, so that it is tried once more; both tries are shown.
  LOCKSTEP_PG_BINDIR=$server ctest --preset "$preset" -j "$(($(nproc) + 1))" --repeat until-pass:2 "${options[@]}" \
    || status=$?
done
exit "$status"
