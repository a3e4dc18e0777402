#!/usr/bin/env bash
# Installs what Lockstep needs to build, test and run on Debian 12 (bookworm). Safe to run again:
# packages that are there already are left alone. Works as root and, through sudo, as a plain user.
#
#   packaging/install-deps.sh            everything needed to build, run and test
#   packaging/install-deps.sh --lint     also clang, clang-tidy, clang-format and clazy
set -euo pipefail

build=(
  g++ cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-charts-dev libqt6opengl6-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  libqscintilla2-qt6-dev qtkeychain-qt6-dev libpqxx-dev libspdlog-dev libfmt-dev libpg-query-dev libpq-dev
)
run=(
  postgresql-15 postgresql-client-15 postgresql-contrib
  fonts-inter fonts-jetbrains-mono fonts-dejavu-core fonts-droid-fallback # the last for Japanese and Chinese
  qt6-translations-l10n libqscintilla2-qt6-l10n
)
check=(xvfb xauth x11-utils pgbouncer openssh-client dbus-daemon)
# Tests lead connections through an SSH server of their own. The package would start one for everybody
# where there is a service manager: there it is left to the user, and those tests are skipped.
[ -d /run/systemd/system ] || check+=(openssh-server)
lint=(clang-14 clang-tidy-14 clang-format-14 clazy)

wanted=("${build[@]}" "${run[@]}" "${check[@]}")
[ "${1:-}" = "--lint" ] && wanted+=("${lint[@]}")

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' \
    || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "install-deps: all ${#wanted[@]} packages are installed already."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-deps: run this as root, or install sudo first." >&2; exit 1; }
  as_root=(sudo)
fi
echo "install-deps: installing ${#missing[@]} packages: ${missing[*]}"
# The package must not start a server of its own: Lockstep starts private ones.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  "${missing[@]}" >/tmp/lockstep-install-deps.$$.log 2>&1 \
  || { tail -n 30 /tmp/lockstep-install-deps.$$.log >&2; exit 1; }
rm -f /tmp/lockstep-install-deps.$$.log
echo "install-deps: done."
