#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# readme.sh PROGRAM: the commands of README.md and README.zh-CN.md do what is shown there.
set -euo pipefail

program=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

for document in README.md README.zh-CN.md; do
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  mkdir -p "$folder/build/release" "$folder/fixtures"
  ln -s "$program" "$folder/build/release/emrlint"
  cp -r "$root/fixtures/charts" "$folder/fixtures"
  (cd "$folder" && "$here/run_blocks.sh" "$root/$document")
  rm -rf "$folder"
done
