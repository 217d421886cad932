#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sarif_validate.sh FILE: the SARIF multitool must find no error in FILE, neither by the rules of
# the standard nor by GitHub's. Its warnings are shown but do not count: one of them (SARIF2001)
# does not know the Chinese full stop.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
multitool=$root/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
file=$1

[ -s "$file" ] || { echo "sarif_validate: $file is missing or empty."; exit 1; }
report=$(mktemp)
trap 'rm -f "$report"' EXIT

# The program is one self-contained file; without ICU it only runs in invariant mode.
output=$(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" validate \
  --rule-kind "Sarif;Ghas" --log ForceOverwrite --output "$report" "$file" 2>&1) || {
  printf '%s\nsarif_validate: the multitool itself failed.\n' "$output"
  exit 1
}
printf '%s\n' "$output"

# It reports errors with exit code 0, and is as content when it scanned nothing.
grep -q '^Done\. 1 files scanned\.' <<<"$output" || {
  echo "sarif_validate: $file was not scanned."
  exit 1
}
errors=$(grep -cE ': error [A-Z]+[0-9]+: ' <<<"$output" || true)
[ "$errors" -eq 0 ] || { echo "sarif_validate: $errors errors in $file."; exit 1; }
