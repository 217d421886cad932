#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The whole charts: `charts.sh PROGRAM [--update]`, with the tables of fixtures/hospital, of which
# the lists of codes are imported first. A clean chart gives nothing at all, neither a finding nor
# an undecided outcome; a broken twin gives its text in tests/end-to-end/charts.
set -euo pipefail
program=$1
update=${2:-}
failed=0
codes=$(mktemp -d)
trap 'rm -rf "$codes"' EXIT
{
  echo "extends = [\"$PWD/fixtures/hospital/emrlint.toml\"]"
  echo "[codes]"
  echo 'files = ["icd-10.codes", "icd-10-2023.codes", "icd-9-cm-3.codes"]'
} >"$codes/emrlint.toml"
for list in icd-10 icd-10-2023 icd-9-cm-3; do
  "$program" codes import "fixtures/hospital/$list.csv" --output "$codes/$list.codes" >"$codes/log"
done
for folder in fixtures/charts/*/; do
  folder=${folder%/}
  actual=$("$program" check "$folder" --config "$codes/emrlint.toml" --lang zh \
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
