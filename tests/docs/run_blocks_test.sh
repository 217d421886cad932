#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run_blocks.sh must be able to fail: small documents that are right and wrong, one way each.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failures=0

# expect STATUS WHAT < DOCUMENT
expect() {
  local status=0
  cat >document.md
  "$here/run_blocks.sh" document.md >output 2>&1 || status=$?
  [ "$status" -eq "$1" ] && return
  echo "run_blocks_test: $2: exit code $status instead of $1"
  cat output
  failures=$((failures + 1))
}

# document COMMAND SHOWN...
document() {
  printf '```sh\n%s\n```\n\n```text\n' "$1"
  shift
  printf '%s\n' "$@" '```'
}

document 'printf "a\nb\nc\n"' a b c | expect 0 "all shown"
document 'printf "a\nb\nc\n"' … b … | expect 0 "a gap before and behind"
document 'printf "a 12 b\n"' 'a … b' | expect 0 "a gap inside a line"
document 'printf "a\nb\n"' a | expect 1 "a line that is not shown"
document 'printf "a\nb\n"' … c … | expect 1 "a line that is not printed"
document 'printf "b\na\n"' … a b … | expect 1 "another order"
document 'printf "a 12 c\n"' 'a … b' | expect 1 "another end behind a gap"
document 'echo a; exit 1' a | expect 0 "findings"
document 'echo a; exit 2' a | expect 1 "an error"
document 'no-such-program' … | expect 1 "no such program"
document './dev build' … | expect 1 "nothing to run"

[ "$failures" -eq 0 ]
