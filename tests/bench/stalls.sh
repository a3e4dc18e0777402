#!/usr/bin/env bash
# The longest time in which a window answered nobody, in each test of a whole window: what the tests' watchdog prints.
# In the build that users get its limit is what the window promises, 50 ms; in others it is wider.
#
#   tests/bench/stalls.sh             the release preset's tests, or LOCKSTEP_BUILD_DIR's
set -euo pipefail
cd "$(dirname "$0")/../.."
tests=${LOCKSTEP_BUILD_DIR:-build/release}/tests
export LOCKSTEP_SOURCE_DIR=$PWD QT_QPA_PLATFORM=offscreen
status=0
printf '| test | longest stall | in | over the limit | asked |\n|---|---|---|---|---|\n'
for program in "$tests"/tst_widgets_window* "$tests"/tst_widgets_{mainwindow,reviewpage,reviewplan,commandpalette}; do
  [ -f "$program" ] && [ -x "$program" ] || continue
  said=$("$program" 2>/dev/null) || status=1
  # A program has one watchdog or one a window: the worst counts.
  sed -n 's/^Event loop: longest stall \([0-9]*\) ms in [^:]*::\([^,]*\), \([0-9]*\) over the limit of \([0-9]*\) ms, asked \([0-9]*\) times$/\1|\2|\3|\4|\5/p' \
    <<<"$said" | sort -t'|' -k1,1nr | awk -F'|' -v name="$(basename "$program" | sed 's/^tst_widgets_//')" '
      NR == 1 { worst = $1; where = $2; limit = $4 } { over += $3; asked += $5 }
      END { if (NR) printf "| %s | %d ms | %s | %d of %d ms | %d |\n", name, worst, where, over, limit, asked }'
done
exit "$status"
