#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run_blocks.sh DOCUMENT: runs the commands of a document where it is called and compares what they
# print with what the document shows. Each line of a "```sh" block is a command; ./dev and cmake,
# which set up and build, are left to the caller. A "```text" block behind it is its output: "…"
# alone on a line stands for any lines, inside a line for any text. Exit codes 0 and 1 (findings)
# are as good; all others fail.
set -uo pipefail

document=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0 commands=0

run_block() {
  local command status
  : >"$scratch/output"
  while IFS= read -r command; do
    case $command in "" | "#"* | "./dev "* | "cmake "*) continue ;; esac
    commands=$((commands + 1))
    status=0
    bash -o pipefail -c "$command" >>"$scratch/output" 2>&1 </dev/null || status=$?
    if [ "$status" -gt 1 ]; then
      echo "$document: exit code $status: $command"
      cat "$scratch/output"
      failures=$((failures + 1))
    fi
  done <"$scratch/block"
}

compare_block() {
  awk -f "$here/match.awk" "$scratch/block" "$scratch/output" && return
  echo "$document shows:"
  sed 's/^/    /' "$scratch/block"
  echo "the program prints:"
  sed 's/^/    /' "$scratch/output"
  failures=$((failures + 1))
}

kind=
while IFS= read -r line; do
  case $line in
    '```')
      case $kind in
        sh) run_block ;;
        text) compare_block ;;
      esac
      kind=
      ;;
    '```'*)
      # A block that names a file is not for here.
      kind=${line#'```'}
      : >"$scratch/block"
      ;;
    *) [ -z "$kind" ] || printf '%s\n' "$line" >>"$scratch/block" ;;
  esac
done <"$document"

[ "$commands" -gt 0 ] || { echo "$document: there was no command to run."; exit 1; }
[ "$failures" -eq 0 ]
