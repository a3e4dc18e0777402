#!/usr/bin/env bash
# Builds the release preset's lockstep-bench and prints design section 5 as ratios within this run.
#
#   tests/bench/run.sh                              2 000 tables, 1 000 000 rows
#   tests/bench/run.sh --tables 10000 --rows 5000000
#   tests/bench/run.sh --catalog                    catalogs of 1 000, 10 000 and 50 000 tables
#   tests/bench/run.sh --only catalog               one part: catalog or backfill
#   tests/bench/run.sh --only waits                 how long applications wait, with each scenario's plan and
#                                                   without; LOCKSTEP_PG_BINDIR names another server
#   tests/bench/run.sh --only waits --scenarios s12,s14
#   tests/bench/run.sh --only estimates             estimates after a calibration against what steps take
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${LOCKSTEP_BENCH_BUILD:-build/release}

if [ -z "${LOCKSTEP_BENCH_BUILD:-}" ]; then
  cmake --preset release >/dev/null
fi
cmake --build "$build" --target lockstep-bench -- -j "$(nproc)" >&2
LOCKSTEP_SOURCE_DIR=$PWD exec "$build/tests/bench/lockstep-bench" "$@"
