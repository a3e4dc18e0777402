#!/usr/bin/env bash
# Other people's old/new pairs, planned, run by psql and taken back; both results are compared with
# what they should be by pg_dump (columns in any order) and by Lockstep's own reader, and the plan of
# a pair that is equal must be empty. Prints one table a server version, failures by name.
#
#   tests/corpora/run.sh                                  all suites, the installed PostgreSQL
#   tests/corpora/run.sh --suite migra,pgschema           some suites
#   tests/corpora/run.sh --reversed                       every pair from new to old as well
#   tests/corpora/run.sh --pg-bindir DIR --pg-bindir DIR  other servers: support/fetch-servers.sh
#   tests/corpora/run.sh --pair migra/enumdeps            both scripts of one pair and what differs
#   tests/corpora/run.sh --report FILE                    scripts and differences of all failures
#
# The pairs are read from ../shared/corpora or LOCKSTEP_CORPORA. LOCKSTEP_BUILD names a build
# directory to use instead of the release preset's.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${LOCKSTEP_BUILD:-build/release}
servers=()
arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --pg-bindir) servers+=("$2"); shift 2 ;;
    -h | --help) sed -n '2,14p' "$0" | cut -c3-; exit 0 ;;
    *) arguments+=("$1"); shift ;;
  esac
done
[ ${#servers[@]} -gt 0 ] || servers=("${LOCKSTEP_PG_BINDIR:-}")

[ -n "${LOCKSTEP_BUILD:-}" ] || cmake --preset release >/dev/null
cmake --build "$build" --target lockstep-pairs -- -j "$(nproc)" >&2
tables=$(mktemp)
trap 'rm -f "$tables"' EXIT
status=0
for server in "${servers[@]}"; do
  echo "Checking the pairs on ${server:-the installed PostgreSQL} …" >&2
  LOCKSTEP_PG_BINDIR=$server LOCKSTEP_SOURCE_DIR=$PWD QT_QPA_PLATFORM=offscreen \
    "$build/tests/lockstep-pairs" "${arguments[@]}" >>"$tables" || status=$?
done
cat "$tables"
exit "$status"
