#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# editor_test.sh CLIENT PROGRAM [--update]: what a client shows of tests/editors/record must be what
# record.expected says (or CLIENT.expected, where there is one), and must not be with a server whose
# columns are wrong: so that the test is known to read the text that is highlighted.
set -euo pipefail

client=$1
program=$(realpath "$2")
update=${3:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# What `./dev setup` would install: the test is skipped without it, but not in `./dev test`.
missing() {
  echo "editor_test: $1 is missing; ./dev setup installs it."
  exit "${EMRLINT_MISSING:-77}"
}
command -v node >/dev/null || missing node
case $client in
  peer) [ -d "$here/../../node_modules/vscode-languageserver-protocol" ] || missing "an npm part" ;;
  vscode) [ -d "${EMRLINT_CODE_SERVER:-}" ] || missing "VS Code" ;;
  *) command -v "$client" >/dev/null || missing "$client" ;;
esac

export EMRLINT_EDITORS=$here/../../editors
# Clients find `emrlint` where people have it: in PATH. A home of their own keeps out settings.
mkdir "$folder/bin" "$folder/home"
export HOME=$folder/home XDG_CONFIG_HOME=$folder/home XDG_DATA_HOME=$folder/home \
  XDG_STATE_HOME=$folder/home XDG_CACHE_HOME=$folder/home PATH=$folder/bin:$PATH

start() {
  case $client in
    emacs) emacs --batch -Q -l "$here/emacs.el" ;;
    nvim) nvim --clean --headless -c "luafile $here/nvim.lua" ;;
    peer) node "$here/peer.mjs" ;;
    vscode) node "$here/code-server/drive.mjs" ;;
    *) echo "editor_test: there is no client $client"; return 2 ;;
  esac
}

# session NAME COMMAND...: runs the client before this server; leaves what it saw in $folder/NAME.
session() {
  local name=$1 status=0
  shift
  printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"$folder/bin/emrlint"
  chmod +x "$folder/bin/emrlint"
  cp -r "$here/record" "$folder/record-$name"
  export EMRLINT_RECORD=$folder/record-$name EMRLINT_SEEN=$folder/$name
  start >"$folder/log" 2>&1 </dev/null || status=$?
  ! grep -q '^failed' "$folder/$name" || status=1
  [ "$status" -eq 0 ] || {
    printf 'editor_test: %s ended with %s before the server "%s".\n' "$client" "$status" "$name"
    cat "$folder/log" "$folder/$name" 2>/dev/null
    exit 1
  }
}

session right "$program"
expected=$here/$client.expected
[ -f "$expected" ] || expected=$here/record.expected
[ "$update" != --update ] || cp "$folder/right" "$expected"
diff -u --label expected --label "seen in $client" "$expected" "$folder/right"

unset EMRLINT_PICTURE
export EMRLINT_WRONG=1
session wrong "$(command -v node)" "$here/wrong_columns.mjs" "$program"
# The same findings, other texts under them, in each step that shows any.
steps=$(grep -E '^(open|edited)' "$folder/right" | cut -f 1 | sort -u)
[ -n "$steps" ]
while read -r step; do
  grep "^$step" "$folder/right" >"$folder/these"
  grep "^$step" "$folder/wrong" >"$folder/those"
  diff <(cut -f 2 "$folder/these") <(cut -f 2 "$folder/those")
  if cmp -s "$folder/these" "$folder/those"; then
    echo "editor_test: $client shows the same with wrong columns ($step)."
    exit 1
  fi
done <<<"$steps"
