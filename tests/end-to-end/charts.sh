#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The whole charts: `charts.sh PROGRAM [--update]`, with the tables of fixtures/hospital. A clean
# chart gives nothing at all, neither a finding nor an undecided outcome; a broken twin gives its
# text in tests/end-to-end/charts.
set -euo pipefail
program=$1
update=${2:-}
failed=0
for folder in fixtures/charts/*/; do
  folder=${folder%/}
  actual=$("$program" check "$folder" --config fixtures/hospital/emrlint.toml --lang zh \
    --color never --show-undecided --fail-on never)
  expected=tests/end-to-end/charts/${folder##*/}.txt
  case $folder in
    *-broken)
      if [ "$update" = --update ]; then
        printf '%s\n' "$actual" >"$expected"
      elif ! diff -u "$expected" <(printf '%s\n' "$actual"); then
        echo "FAILED: $folder does not give $expected" >&2
        failed=1
      fi ;;
    *)
      if printf '%s\n' "$actual" | grep -qE ' (error|warning|note): |未能判定|problem'; then
        printf '%s\n' "$actual"
        echo "FAILED: $folder is a clean chart" >&2
        failed=1
      fi ;;
  esac
done
exit "$failed"
