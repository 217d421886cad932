#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# guide.sh BUILD: does what docs/writing-checks.md says, in a copy of what it touches, and compares
# with what it shows. The program with the two checks of the guide is built in BUILD/tests/docs.
set -euo pipefail

build=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
tree=$build/tests/docs/guide

log=$build/tests/docs/guide.log
cmake --build "$build" --target emrlint_guide emrlint_guide_tests >"$log" 2>&1 || {
  cat "$log"
  echo "guide: the checks of docs/writing-checks.md do not build."
  exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/build/dev" "$folder/fixtures"
cp -r "$root/fixtures/checks" "$folder/fixtures"
ln -s "$root/fixtures/charts" "$folder/fixtures/charts"
cp -r "$tree/checks" "$tree/fixtures" "$folder"
ln -s "$build/tests/docs/emrlint_guide" "$folder/build/dev/emrlint"
cd "$folder"
"$here/run_blocks.sh" "$root/docs/writing-checks.md"
# What every check must have, asked of the whole catalog with the two new ones in it.
EMRLINT_TEST_ROOT=$folder "$build/tests/docs/emrlint_guide_tests" --no-intro \
  --source-file='*tests/checks/catalog_test*'
