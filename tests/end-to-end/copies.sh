#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# copies.sh PROGRAM [--update]: the copy map of fixtures/copies/stay in both languages, for two
# widths, in colours and as JSON; --document, --chart, --least, --snippets, wrong arguments.
set -uo pipefail
program=$(realpath "$1")
update=${2:-}
chart=fixtures/copies/stay
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1

fail() {
  printf 'copies: %s\n' "$1"
  failures=$((failures + 1))
}

# same NAME ARGS...: what the program prints is tests/end-to-end/copies/NAME.
same() {
  local expected=tests/end-to-end/copies/$1
  shift
  "$program" copies "$@" >"$folder/out" 2>"$folder/err" </dev/null ||
    fail "emrlint copies $* failed"
  [ ! -s "$folder/err" ] || fail "emrlint copies $*: $(cat "$folder/err")"
  if [ "$update" = --update ]; then
    cp "$folder/out" "$expected"
  elif ! diff -u "$expected" "$folder/out"; then
    fail "emrlint copies $* does not print $expected"
  fi
}
# run STATUS ARGS...: ends with that status; leaves $folder/out and $folder/err.
run() {
  local expected=$1 status=0
  shift
  "$program" copies "$@" >"$folder/out" 2>"$folder/err" </dev/null || status=$?
  [ "$status" -eq "$expected" ] || fail "emrlint copies $*: exit code $status instead of $expected"
}
says() {
  grep -qF -- "$2" "$folder/$1" || fail "$1 lacks \"$2\": $(head -3 "$folder/$1")"
}
lacks() {
  ! grep -qF -- "$2" "$folder/$1" || fail "$1 has \"$2\""
}

same stay.zh.txt $chart --lang zh
same stay.en.txt $chart --lang en
same stay.colour.txt $chart --lang zh --color always
same stay.json $chart -f json --lang en

# A terminal of 80 columns: no line is wider, Chinese characters counted as two.
if command -v script >/dev/null; then
  script -qec "stty cols 80; '$program' copies $chart --lang zh --color never" /dev/null \
    </dev/null | tr -d '\r' >"$folder/narrow"
  grep -q '#5' "$folder/narrow" || fail "nothing is shown on a terminal"
  [ "$(wc -L <"$folder/narrow")" -le 80 ] || fail "a line is wider than 80 columns"
fi

# Names and numbers are masked in every form, and shown on demand only.
for form in text json; do
  run 0 $chart -f $form
  for secret in 李四光 王小明 赵国强 13800000017; do lacks out $secret; done
  run 0 $chart -f $form --snippets full
  for secret in 李四光 王小明 13800000017; do says out $secret; done
  run 0 $chart -f $form --snippets none
  lacks out 右上腹仍有隐痛
done

run 0 $chart --no-passages --lang en
says out " 78 100"
lacks out "Passage"
run 0 $chart --document 6 --lang en
says out "#6 progress note"
lacks out "#2 first progress note"
run 0 $chart --document discharge-record --lang en --least 16
says out "discharge record, condition on admission"
run 0 $chart --document a2 --lang en
says out "Passage 1: #1 admission record"
lacks out "Passage 2"
run 0 $chart --least 5000 --lang en
says out "1 chart, 0 with copied text, 0 passages"
run 0 $chart --chart 'ZY2024*' --lang en
says out "Chart ZY20240506-0017"
run 2 $chart --chart ZY1 --lang en
says err "no chart is what --chart says"
run 2 $chart --least 7 --lang en
says err "--least: 7 is no number from 8 to"
run 2 $chart -f sarif --lang en
says err "unknown output format: sarif; use text or json"
run 2 --lang en
run 3 "$folder/none.json" --lang en
says out "none.json"
# The same for any number of threads; both forms at once.
run 0 fixtures/charts -f json -j 1
cp "$folder/out" "$folder/one"
run 0 fixtures/charts -f json -j 2 -f "text=$folder/text"
cmp -s "$folder/out" "$folder/one" || fail "two threads say something else than one"
says text ZY20240408-0001

[ "$failures" -eq 0 ]
