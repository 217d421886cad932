#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# across.sh PROGRAM: checks across charts find the same in one run, for any number of jobs and any
# memory, and in parts that are judged together. Runs in the root of the repository.
set -euo pipefail

program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1 TMPDIR=$folder

fail() {
  printf 'across: %s\n' "$1"
  exit 1
}

mkdir "$folder/charts"
cd "$folder"
# Forty patients, operated on by five surgeons, from 8:00 on, each for an hour and a half.
for i in $(seq 100 139); do
  cat >"charts/$i.json" <<JSON
{"format": "emrlint-chart/1", "chart": "ZY$i", "complete": true, "realm": "china",
 "institution": {"id": "H1"}, "patient": {"id": "P$i", "name": "患者$i"},
 "encounter": {"kind": "inpatient", "admitted": "2024-03-01T09:00", "department": "外科"},
 "surgeries": [{"id": "s1", "start": "2024-03-0$((i % 3 + 2))T$((i % 7 + 10)):00",
                "end": "2024-03-0$((i % 3 + 2))T$((i % 7 + 11)):30",
                "surgeon": {"id": "D$((i % 5))", "name": "医师$((i % 5))"}}]}
JSON
done
echo 'a secret of sixteen bytes or more' >key

# As $1: what the run of all charts at once says, with the options behind.
at_once() {
  local to=$1
  shift
  "$program" check --select 'periop-*-overlap' --fail-on never --lang zh -f json="$to.json" \
    -f sarif="$to.sarif" -f text="$to.txt" --show-undecided "$@"
}
equal() {
  for form in json sarif txt; do
    cmp "$1.$form" "$2.$form" || fail "$3 gives another $form"
  done
}

at_once one charts/*.json --jobs 1
grep -q '"check":"periop-surgeon-overlap"' one.json || fail "no overlap was found"
[ "$(grep -c overlap one.json)" = 37 ] || fail "$(grep -c overlap one.json) lines instead of 37"
at_once jobs charts/*.json --jobs 4
equal one jobs "another number of jobs"
at_once disk charts/*.json --jobs 2 --facts-memory 2000
equal one disk "less memory"

# parts N ORDER...: in N parts, reduced in that order.
parts() {
  local count=$1 part=0 files=()
  shift
  while [ "$part" -lt "$count" ]; do
    files=()
    for i in $(seq 100 139); do
      [ $((i % count)) -ne "$part" ] || files+=("charts/$i.json")
    done
    "$program" check --select 'periop-*-overlap' --fail-on never --lang zh -f json=own.json \
      --facts "$part.facts" --facts-key key "${files[@]}"
    ! grep -q periop-surgeon-overlap own.json || fail "a part judged what is for all of them"
    part=$((part + 1))
  done
  files=()
  for part in "$@"; do files+=("$part.facts"); done
  "$program" reduce --fail-on never --lang zh -f json=parts.json -f sarif=parts.sarif \
    -f text=parts.txt --show-undecided --facts-memory 3000 "${files[@]}"
  equal one parts "$count parts"
}
parts 1 0
parts 2 0 1
cp 0.facts first.facts
parts 2 1 0
cmp 0.facts first.facts || fail "the same run writes other facts"
parts 5 3 1 4 0 2
! grep -qE '患者|医师|P1[0-3]' ./*.facts || fail "a fact names somebody"

status=0
"$program" reduce --lang en -f text --fail-on warning 0.facts 1.facts 2.facts 3.facts 4.facts \
  >out || status=$?
[ "$status" = 1 ] || fail "exit code $status instead of 1 for findings"
head -c -20 0.facts >cut.facts
status=0
"$program" reduce --lang en cut.facts 2>err || status=$?
[ "$status" = 3 ] && grep -q 'cut off' err || fail "half a file was not noticed"
status=0
"$program" check --facts 9.facts charts/100.json --lang en 2>err || status=$?
[ "$status" = 2 ] && grep -q 'needs --facts-key' err || fail "facts were written without a key"
status=0
TMPDIR=/proc "$program" check --facts-memory 1 --lang en -f json=lost.json charts || status=$?
[ "$status" = 3 ] && grep -q '"id":"facts-lost"' lost.json || fail "lost facts were not noticed"
"$program" check --select 'periop-*-overlap' --write-waivers waivers.toml -f json=lost.json charts
sed -i 's/2[0-9]*-[0-9]*-[0-9]*$/2024-12-31/' waivers.toml
cat waivers.toml >emrlint.toml
"$program" reduce --as-of 2024-12-30 -f json=waived.json [0-4].facts
grep -q '"warnings":0,.*"waived":36,.*"unusedWaivers":\[\]' waived.json ||
  fail "no waiver was of use"
"$program" reduce --as-of 2025-01-30 -f json=waived.json [0-4].facts
grep -q '"warnings":36,.*"waived":0' waived.json || fail "waivers hold longer than they say"
[ -z "$(find . -name 'emrlint-*' -o -name '*.tmp.*')" ] || fail "temporary files were left behind"
