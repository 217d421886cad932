#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Proves that check_tree.sh finds each kind of violation, and nothing in a clean tree.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
spdx='// SPDX-License-Identifier: Apache-2.0'
failures=0

start_clean() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree/src/base" "$tree/src/check" "$tree/checks/coding"
  echo 'What every folder may use.' >"$tree/src/base/README.md"
  echo 'What a check is.' >"$tree/src/check/README.md"
  printf '%s\n#ifndef EMRLINT_BASE_A_H_\n#define EMRLINT_BASE_A_H_\n#endif\n' "$spdx" \
    >"$tree/src/base/a.h"
  printf '%s\n#include "base/a.h"\n' "$spdx" >"$tree/src/check/b.cpp"
  printf '%s\n#include "check/b.h"\n#include "base/a.h"\n' "$spdx" >"$tree/checks/coding/c.cpp"
}

# expect NAME SENTENCE: the tree as it stands must yield this sentence and no other.
expect() {
  local output
  output=$("$here/check_tree.sh" "$tree" || true)
  if [ "$output" != "$2" ]; then
    printf '%s\n  expected: %s\n  got:      %s\n' "$1" "$2" "$output"
    failures=$((failures + 1))
  fi
}

# add PATH LINE...: appends lines to a file of the tree.
add() {
  local path=$tree/$1
  shift
  mkdir -p "$(dirname "$path")"
  printf '%s\n' "$@" >>"$path"
}

repeat() { for _ in $(seq "$1"); do printf '%s' "$2"; done; }

start_clean
expect "clean tree" ""

add src/base/d.cpp "$spdx" '#include "check/b.h"'
expect "upward include" \
  'src/base/d.cpp:2: base/ may not include "check/b.h"; it may include no other folder.'

start_clean
add checks/coding/c.cpp '#include "reader/x.h"'
expect "a check that includes a reader" "checks/coding/c.cpp:4: checks/ may not include \
\"reader/x.h\"; it may include check tables codes copies text terminology model base."

start_clean
add checks/coding/c.cpp '#include <pugixml.hpp>'
expect "a check that includes a parser" "checks/coding/c.cpp:4: a check may not include \
<pugixml.hpp>; it judges a chart, not files, parsers or clocks."

start_clean
add src/base/d.cpp "$spdx" '#include "util/x.h"'
expect "unknown layer" "src/base/d.cpp:2: includes \"util/x.h\", but util/ is no layer; known to \
tests/hygiene are the folders of src/ and checks/."

start_clean
add src/base/d.cpp 'int x;'
expect "no licence line" \
  'src/base/d.cpp: the first three lines lack "SPDX-License-Identifier: Apache-2.0".'

start_clean
add src/base/d.h "$spdx" '#ifndef D_H' '#endif'
expect "wrong guard" \
  'src/base/d.h:2: the include guard is D_H; from the path it is EMRLINT_BASE_D_H_.'

start_clean
add src/base/d.h "$spdx"
expect "no guard" 'src/base/d.h: has no include guard; expected #ifndef EMRLINT_BASE_D_H_.'

start_clean
add src/base/d.cpp "$spdx" "// $(repeat 98 x)"
expect "long line" 'src/base/d.cpp:2: has 101 columns; the limit is 100.'

start_clean
add src/base/d.cpp "$spdx" "// $(repeat 97 术)"
expect "a hundred columns of Chinese" ""

start_clean
add src/base/d.cpp "$spdx" "// TO""DO: later"
expect "open end" 'src/base/d.cpp:2: leaves work open in a comment; do it, or file an issue.'

start_clean
add checks/coding/d.cpp "$spdx" "$(repeat 199 $'//\n')" '//'
expect "long check" \
  'checks/coding/d.cpp: has 201 lines; a check over 200 is too long to read.'

start_clean
rm "$tree/src/check/README.md"
expect "folder without a note" \
  'src/check/: each folder of src/ opens with a README.md that says what lives there.'

start_clean
add src/base/README.md 1 2 3 4 5 6 7 8 9 10
expect "long folder note" \
  'src/base/README.md: has 11 lines; ten are enough to say what lives there.'

start_clean
add package-lock.json '"resolved": "somewhere"'
expect "download address" "package-lock.json: holds download addresses; \
omit-lockfile-registry-resolved keeps them out."

[ "$failures" -eq 0 ]
