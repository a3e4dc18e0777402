#!/usr/bin/env bash
# Takes the texts of the sources over into translations/*.ts. What is translated stays; what is new is
# marked unfinished; what is gone is removed. The same sources give the same bytes.
#
#   packaging/update-translations.sh            the files that are there
#   packaging/update-translations.sh de fr      also begins those languages
#   packaging/update-translations.sh --check    changes nothing; 1 if a file lacks or exceeds the sources' texts
set -euo pipefail
cd "$(dirname "$0")/.."
lupdate=$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate 2>/dev/null || command -v lupdate || true)
[ -n "$lupdate" ] || { echo "update-translations: lupdate is not installed (qt6-l10n-tools)." >&2; exit 2; }

directory=translations
check=
if [ "${1:-}" = --check ]; then
  check=1
  shift
  directory=$(mktemp -d)
  trap 'rm -rf "$directory"' EXIT
  cp translations/*.ts "$directory"
fi
for language in "$@"; do
  [ -e "$directory/lockstep_$language.ts" ] || touch_new+=("$directory/lockstep_$language.ts")
done

update() { # options, file
  "$lupdate" -silent -locations none -no-obsolete -source-language en -extensions cpp,h app model widgets "$@"
}
status=0
for file in "$directory"/*.ts "${touch_new[@]:-}"; do
  [ -n "$file" ] || continue
  language=$(basename "${file%.ts}")
  language=${language#lockstep_}
  # English differs from the sources by its plural forms alone.
  only=()
  [ "$language" != en ] || only=(-pluralonly)
  update "${only[@]}" -target-language "$language" -ts "$file" 2>/dev/null
  if [ -n "$check" ] && ! cmp -s "$file" "translations/$(basename "$file")"; then
    echo "update-translations: translations/$(basename "$file") is not what the sources say." >&2
    diff "translations/$(basename "$file")" "$file" | head -20 >&2 || true
    status=1
  fi
done
exit "$status"
