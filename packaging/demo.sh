#!/usr/bin/env bash
# A shop with a million users, traffic on it, and Lockstep changing its schema.
#
#   packaging/demo.sh            builds Lockstep, starts the shop and opens the window
#   packaging/demo.sh --reset    throws the shop away and starts over
#   packaging/demo.sh --cli      the same through lockstep-cli, without a window; so it does where
#                                there is no display
#   LOCKSTEP_DEMO_ROWS=50000 packaging/demo.sh    a smaller shop
#
# The shop is a private PostgreSQL of its own: no port, nothing outside its directory. It stops
# when this script ends.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
demo_dir=$source_dir/resources/demo
rows=${LOCKSTEP_DEMO_ROWS:-1000000}
reset=no
window=yes
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || window=no
for argument in "$@"; do
  case "$argument" in
    --reset) reset=yes ;;
    --cli) window=no ;;
    *) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
[[ $rows =~ ^[1-9][0-9]*$ ]] || { echo "demo: LOCKSTEP_DEMO_ROWS must be a number, not \"$rows\"." >&2; exit 2; }

say() { echo "demo: $*"; }

# --- Lockstep itself -------------------------------------------------------------------------
"$source_dir/packaging/install-deps.sh"
if [ -n "${LOCKSTEP_BUILD_DIR:-}" ]; then
  build=$LOCKSTEP_BUILD_DIR
else
  build=$source_dir/build/release
  say "building Lockstep (a few minutes the first time)"
  (cd "$source_dir" && cmake --preset release >/dev/null && cmake --build --preset release --target lockstep lockstep-cli -- --quiet)
fi
cli=$build/app/lockstep-cli

# --- The shop's server -----------------------------------------------------------------------
bin=$(dirname "$(readlink -f "$(command -v postgres || ls -d /usr/lib/postgresql/*/bin/postgres | sort -V | tail -1)")")
export LC_ALL=C
unset PGDATABASE PGHOST PGPORT PGUSER PGSERVICE PGOPTIONS PGPASSWORD
as=()
data_home=${XDG_DATA_HOME:-$HOME/.local/share}/lockstep/demo
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root; its user usually cannot look into root's home.
  owner=$(id -un postgres 2>/dev/null || echo nobody)
  as=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
  data_home=${LOCKSTEP_DEMO_DIR:-/var/lib/lockstep-demo}
else
  data_home=${LOCKSTEP_DEMO_DIR:-$data_home}
fi
data=$data_home/data
socket=${LOCKSTEP_DEMO_SOCKET:-/tmp/lockstep-demo-$(id -u)}
work=$data_home/work

mkdir -p "$data_home" "$work"
exec 9>"$data_home/lock"
flock -n 9 || { say "another demo is running in $data_home; stop it first." >&2; exit 1; }

traffic_pid=
stop_all() {
  [ -z "$traffic_pid" ] || kill -ALRM "$traffic_pid" 2>/dev/null || true
  [ -z "$traffic_pid" ] || wait "$traffic_pid" 2>/dev/null || true
  [ ! -f "$data/postmaster.pid" ] || "${as[@]}" "$bin/pg_ctl" -D "$data" -m fast -s stop 9>&- || true
}
trap stop_all EXIT
trap 'exit 130' INT TERM HUP

if [ -f "$data/postmaster.pid" ]; then
  "${as[@]}" "$bin/pg_ctl" -D "$data" -m fast -s stop 2>/dev/null || rm -f "$data/postmaster.pid"
fi
[ "$reset" = no ] || { say "starting over"; rm -rf "$data" "$work"/*; }
# A shop that was not seeded to the end, or with another number of rows, is of no use.
[ "$(cat "$data_home/seeded" 2>/dev/null)" = "$rows" ] && [ -d "$data" ] || rm -rf "$data" "$data_home/seeded"

mkdir -p "$socket"
chmod 700 "$socket"
fresh=no
if [ ! -d "$data" ]; then
  fresh=yes
  mkdir -p "$data"
  [ ${#as[@]} -eq 0 ] || chown -R "$owner" "$data"
  chmod 755 "$data_home"; chmod 700 "$data"
  (cd / && "${as[@]}" "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C -N --no-instructions >/dev/null)
fi
[ ${#as[@]} -eq 0 ] || chown "$owner" "$socket"
settings=(-c listen_addresses= -c "unix_socket_directories=$socket" -c max_wal_size=4GB -c shared_buffers=256MB
          -c synchronous_commit=off -c log_min_messages=error)
say "starting the shop's PostgreSQL in $data"
(cd / && "${as[@]}" "$bin/pg_ctl" -D "$data" -l "$data/server.log" -o "${settings[*]}" -s -w start 9>&-) \
  || { tail -n 20 "$data/server.log" >&2; exit 1; }
connection="host=$socket user=postgres dbname=shop"
sql() { "$bin/psql" -X -q -v ON_ERROR_STOP=1 "$@"; }

# --- Its tables and rows ---------------------------------------------------------------------
fill() { # table, rows, statement
  local begin=$SECONDS
  printf 'demo: %-12s %9d rows ... ' "$1" "$2"
  sql -d "$connection" -c "SET session_replication_role = replica" -c "$3"
  echo "$((SECONDS - begin)) s"
}
if [ "$fresh" = yes ]; then
  sql -d "host=$socket user=postgres dbname=postgres" -c "CREATE DATABASE shop"
  sql -d "$connection" -f "$demo_dir/shop_current.sql"
  fill users "$rows" "INSERT INTO users (user_name, email, created_at) SELECT 'user ' || i, 'user' || i || '@shop.example',
    now() - i % 1000 * interval '1 day' FROM generate_series(1, $rows) i"
  fill orders $((rows * 2)) "INSERT INTO orders (customer_id, status, total, created_at) SELECT 1 + i % $rows,
    (enum_range(NULL::order_status))[1 + i % 4], i % 500, now() - i % 700 * interval '1 day' FROM generate_series(1, $rows * 2) i"
  fill order_items $((rows * 4)) "INSERT INTO order_items (order_id, product, quantity, price) SELECT 1 + i % ($rows * 2),
    'product ' || i % 300, 1 + i % 5, 1 + i % 90 FROM generate_series(1, $rows * 4) i"
  fill contacts "$rows" "INSERT INTO contacts (full_name, email, newsletter) SELECT 'Person ' || i,
    'person' || i || '@mail.example', i % 3 = 0 FROM generate_series(1, $rows) i"
  for table in users orders order_items contacts; do
    sql -d "$connection" -c "SELECT setval(pg_get_serial_sequence('$table', 'id'), max(id)) FROM $table" -o /dev/null
  done
  sql -d "$connection" -c "VACUUM ANALYZE" -c "CHECKPOINT"
  echo "$rows" >"$data_home/seeded"
fi

# --- Traffic ---------------------------------------------------------------------------------
# The release that runs today knows the old columns only. Once the plan waits at its gate, the next
# release goes live: it writes the new ones.
rm -f "$work"/traffic*
start_traffic() { # release: today or next
  (cd "$work" && exec "$bin/pgbench" -n -d "$connection" -D "users=$rows" -f "$demo_dir/traffic.sql@8" \
    -f "$demo_dir/signup.sql@1" -f "$demo_dir/order_$1.sql@1" -c 4 -j 1 -R "${LOCKSTEP_DEMO_RATE:-200}" -T 3600 \
    -l --log-prefix="traffic_$1" >"traffic_$1.out" 2>"traffic_$1.err" 9>&-) &
  traffic_pid=$!
}
stop_traffic() {
  kill -ALRM "$traffic_pid" 2>/dev/null || true
  wait "$traffic_pid" 2>/dev/null || true
  traffic_pid=
}
start_traffic today
say "traffic: ${LOCKSTEP_DEMO_RATE:-200} visits a second for at most an hour (log in $work)"

next_release() {
  stop_traffic
  start_traffic next
  say "the next release of the shop is live: it writes orders.user_id itself"
}

report_traffic() {
  stop_traffic
  local failed
  failed=$(cat "$work"/traffic_*.err | grep -c ERROR || true)
  # Columns of pgbench's log: client, number, microseconds, script, seconds, microseconds, lag.
  cat "$work"/traffic_*.[0-9]* | awk -v failed="$failed" '
    { waited = $3 - $7; total++; sum += waited; if (waited > worst) worst = waited }
    END { printf "demo: traffic: %d visits, %d failed, mean %.1f ms, longest %.1f ms\n", total, failed, sum / total / 1000, worst / 1000 }'
  [ "$failed" -eq 0 ] || { grep -h ERROR "$work"/traffic_*.err | head -5 >&2; return 1; }
}

# --- The change ------------------------------------------------------------------------------
cp "$demo_dir/shop_target.sql" "$demo_dir/shop_intents.json" "$work/"
project=$work/shop.lockstep
if [ ! -f "$project" ] || [ "$fresh" = yes ]; then
  cat >"$project" <<EOF
{
  "format": "lockstep-project/1",
  "current": "$connection",
  "target": "shop_target.sql",
  "policy": "zero-downtime",
  "intents": $(cat "$demo_dir/shop_intents.json"),
  "edits": [],
  "run_target": "$connection",
  "environment": "development"
}
EOF
fi

if [ "$window" = yes ]; then
  say "opening $project"
  "$build/app/lockstep" "$project" 9>&- &
  window_pid=$!
  released=no
  while kill -0 "$window_pid" 2>/dev/null; do
    sleep 1
    [ "$released" = no ] || continue
    [ "$(sql -At -d "$connection" -c "SELECT count(*) FROM lockstep.run WHERE state = 'waiting_gate'" 2>/dev/null)" = 1 ] || continue
    next_release
    released=yes
  done
  wait "$window_pid" || true
  report_traffic
  exit
fi

status=0
say "no display: the same through lockstep-cli"
differs=0
"$cli" compare --current "$connection" --target "$work/shop_target.sql" >"$work/changes.txt" || differs=$?
if [ -x "$build/app/lockstep" ]; then
  QT_QPA_PLATFORM=offscreen "$build/app/lockstep" "$project" --screenshot "$work/demo.png" \
    && say "screenshot of the window: $work/demo.png" || { say "the screenshot failed" >&2; status=1; }
fi
if [ "$differs" -eq 0 ]; then
  say "the shop already has the target schema; packaging/demo.sh --reset starts over."
  exit "$status"
elif [ "$differs" -ne 1 ]; then
  exit "$differs"
fi
cat "$work/changes.txt"
"$cli" plan --current "$connection" --target "$work/shop_target.sql" --intents "$work/shop_intents.json" -o "$work/shop.lockplan"
"$cli" run "$work/shop.lockplan" --database "$connection" || status=$?
if [ "$status" -eq 6 ]; then
  next_release
  status=0
  "$cli" run "$work/shop.lockplan" --database "$connection" --resume --approve-gates all || status=$?
fi
sleep 2
report_traffic || status=1
if [ "$status" -eq 0 ]; then
  "$cli" compare --current "$connection" --target "$work/shop_target.sql" && say "the shop has its new schema."
fi
exit "$status"
