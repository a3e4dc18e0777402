#!/usr/bin/env bash
# The pictures of the README, from the real window and the shop of packaging/demo.sh:
#
#   packaging/pictures.sh [DIRECTORY]      writes to packaging/pictures unless told otherwise
#
# Needs Xvfb, openbox, xdotool and ImageMagick besides what Lockstep needs. LOCKSTEP_BUILD_DIR and
# LOCKSTEP_DEMO_ROWS are those of the demo.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
pictures=$(mkdir -p "${1:-$source_dir/packaging/pictures}" && cd "${1:-$source_dir/packaging/pictures}" && pwd)
export LOCKSTEP_BUILD_DIR=${LOCKSTEP_BUILD_DIR:-$source_dir/build/release}
export LOCKSTEP_DEMO_ROWS=${LOCKSTEP_DEMO_ROWS:-300000}
for tool in Xvfb openbox xdotool import; do
  command -v "$tool" >/dev/null || { echo "pictures: $tool is not installed." >&2; exit 2; }
done

scratch=$(mktemp -d /tmp/lockstep-pictures.XXXXXX)
chmod 755 "$scratch"
started=()
finish() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; wait "$process" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap finish EXIT

# A screen of exactly the size of the pictures, filled by the window, and settings of its own.
export XDG_CONFIG_HOME=$scratch/config LOCKSTEP_DEMO_DIR=$scratch/demo LOCKSTEP_DEMO_SOCKET=$scratch/shop
mkdir -p "$XDG_CONFIG_HOME/lockstep"
printf '[window]\ntheme=dark\n' >"$XDG_CONFIG_HOME/lockstep/lockstep.conf"
cat >"$scratch/openbox.xml" <<'EOF'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
  <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>
EOF
exec 8>"$scratch/display"
Xvfb -displayfd 8 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null &
started+=($!)
until [ -s "$scratch/display" ]; do sleep 0.2; done
export DISPLAY=:$(cat "$scratch/display")
openbox --config-file "$scratch/openbox.xml" &
started+=($!)

# The shop is built and its window opened by the demo; a window that closes ends the demo.
"$source_dir/packaging/demo.sh" &
started+=($!)
window=
for _ in $(seq 1200); do
  window=$(xdotool search --onlyvisible --name 'Lockstep$' 2>/dev/null | tail -1) && [ -n "$window" ] && break
  sleep 0.5
done
[ -n "$window" ] || { echo "pictures: no window came up." >&2; exit 1; }

still() { # file, page, theme, step, further options
  QT_QPA_PLATFORM=offscreen "$LOCKSTEP_BUILD_DIR/app/lockstep" "$scratch/demo/work/orders_v42.lockstep" --log-level error \
    --language en --screenshot "$pictures/$1.png" --page "$2" --theme "$3" --step "$4" --size 1600x1000 "${@:5}"
}
cat >"$scratch/0042_orders.sql" <<'EOF'
-- 0042: what the sales report needs
CREATE INDEX orders_created_idx ON orders (created_at);
ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users (id);
ALTER TABLE users ALTER COLUMN email TYPE varchar(320);
UPDATE orders SET status = 'new';
ALTER TABLE order_items ADD CHECK (quantity > 0);
EOF
# Home, with projects and with connections of every kind. The demo's own project is open in its window.
mkdir -p "$XDG_CONFIG_HOME/lockstep"
cp "$scratch/demo/work/shop.lockstep" "$scratch/demo/work/orders_v42.lockstep"
cp "$scratch/demo/work/shop.lockstep" "$scratch/demo/work/tiers.lockstep"
printf '[recent]\nprojects=%s, %s\n' "$scratch/demo/work/orders_v42.lockstep" "$scratch/demo/work/tiers.lockstep" \
  >>"$XDG_CONFIG_HOME/lockstep/lockstep.conf"
home() { # file, theme
  QT_QPA_PLATFORM=offscreen "$LOCKSTEP_BUILD_DIR/app/lockstep" --log-level error --language en \
    --screenshot "$pictures/$1.png" --page home --theme "$2" --size 1600x1000
}
cat >"$XDG_CONFIG_HOME/lockstep/connections.json" <<'EOF'
{"format": "lockstep-connections/1", "connections": [
  {"id": "a", "name": "Shop", "environment": "production", "host": "db1.example.net", "dbname": "shop", "user": "app",
   "read_only": true},
  {"id": "b", "name": "Shop, next release", "environment": "staging", "host": "db2.example.net", "dbname": "shop"},
  {"id": "c", "name": "Shop on my computer", "environment": "development", "dbname": "shop"}]}
EOF
taken=()
for theme in light dark; do
  end=
  [ "$theme" = light ] || end=-dark
  home "home$end" "$theme"
  still "compare$end" compare "$theme" 0
  still "plan$end" plan "$theme" 7
  still "rehearse$end" rehearse "$theme" 0
  still "review$end" review "$theme" 1 --script "$scratch/0042_orders.sql"
  taken+=("home$end" "compare$end" "plan$end" "rehearse$end" "review$end")
done

# The run: the name is typed, the button pressed, and the picture taken in the middle of the fill, in both
# colours.
click() { xdotool mousemove "$1" "$2" click 1; }
colours() { # the command that changes them
  xdotool key ctrl+shift+p
  sleep 1
  xdotool type "$1"
  sleep 1
  xdotool key Return
  sleep 3
}
xdotool windowfocus --sync "$window"
xdotool key ctrl+3
sleep 10
import -window root "$pictures/check-dark.png"
colours "appearance light"
import -window root "$pictures/check.png"
xdotool key ctrl+r
sleep 2
click 560 470
xdotool type shop
sleep 1
click 1120 516
sleep "${LOCKSTEP_PICTURE_AFTER:-6}"
xdotool mousemove 300 900
import -window root "$pictures/run.png"
colours "appearance dark"
import -window root "$pictures/run-dark.png"
xdotool key ctrl+q
for picture in "${taken[@]}" check check-dark run run-dark; do
  convert "$pictures/$picture.png" -strip -define png:compression-level=9 -define png:compression-filter=5 "$scratch/small.png"
  [ "$(stat -c %s "$scratch/small.png")" -ge "$(stat -c %s "$pictures/$picture.png")" ] || cp "$scratch/small.png" "$pictures/$picture.png"
  echo "pictures: $pictures/$picture.png $(stat -c %s "$pictures/$picture.png") bytes"
done
