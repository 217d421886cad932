#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Proves that sarif_validate.sh accepts a sound log and rejects what is wrong.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# expect RESULT NAME TEXT: a file with this text must be accepted or rejected.
expect() {
  local result=accepted
  printf '%s' "$3" >"$folder/log.sarif"
  "$here/sarif_validate.sh" "$folder/log.sarif" >"$folder/output" || result=rejected
  [ "$result" = "$1" ] && return
  printf '%s: %s\n' "$2" "$result"
  cat "$folder/output"
  failures=$((failures + 1))
}

log() {
  printf '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
    "runs": [{"tool": {"driver": {%s}}, "results": []}]}' "$1"
}

expect accepted "sound log" "$(log '"name": "emrlint", "version": "0.1.0", "rules": []')"
expect rejected "tool without a name" "$(log '"version": "0.1.0", "rules": []')"
expect rejected "half a file" '{"version": "2.1.0", "runs": ['
expect rejected "empty file" ''

[ "$failures" -eq 0 ]
