#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks what no compiler checks: layers, guards, licence lines, lengths, open ends, folder notes.
# Usage: check_tree.sh [ROOT]. One sentence a violation on stdout; exit 1 if there is any.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "${1:-$here/../..}"

existing=()
for path in CMakeLists.txt dev cmake src checks tests bench; do
  [ ! -e "$path" ] || existing+=("$path")
done
if [ ${#existing[@]} -eq 0 ]; then
  echo "hygiene: there is no source here, so nothing was checked."
  exit 1
fi

sources=$(find "${existing[@]}" -type f \
  \( -name '*.cpp' -o -name '*.h' -o -name '*.def' -o -name '*.cmake' -o -name '*.in' \
  -o -name '*.sh' -o -name '*.awk' -o -name CMakeLists.txt -o -name dev \) | sort)

folder_notes() {
  local folder lines
  for folder in src/*/; do
    [ -d "$folder" ] || continue
    if [ ! -f "${folder}README.md" ]; then
      echo "${folder}: each folder of src/ opens with a README.md that says what lives there."
      continue
    fi
    lines=$(awk 'END { print NR }' "${folder}README.md")
    [ "$lines" -le 10 ] ||
      echo "${folder}README.md: has $lines lines; ten are enough to say what lives there."
  done
}

lock_files() {
  find . -name node_modules -prune -o -name build -prune -o -name package-lock.json -print |
    while read -r lock; do
      ! grep -q '"resolved"' "$lock" ||
        echo "${lock#./}: holds download addresses; omit-lockfile-registry-resolved keeps them out."
    done
}

found=$(
  printf '%s\n' "$sources" | tr '\n' '\0' | xargs -0 awk -f "$here/check_tree.awk"
  folder_notes
  lock_files
)
[ -z "$found" ] || { printf '%s\n' "$found"; exit 1; }
