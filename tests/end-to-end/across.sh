#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# across.sh PROGRAM: checks across charts find the same in one run, for any number of jobs and any
# memory, in parts that are judged together, and from the store. Runs in the root of the repository.
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
# Forty patients, operated on by five surgeons, from 8:00 on, each for an hour and a half. Three or
# four of them have one history, all of them one note.
told="受凉后出现发热，伴咳嗽、咳黄痰，活动后气促，自服头孢类药物后体温有所下降，咳嗽仍明显，夜间为著，影响睡眠，"
told="${told}门诊胸部CT示右下肺炎，遂收入院，发病以来精神食欲欠佳，体重下降1kg，继续抗感染、化痰治疗，复查血常规。"
for i in $(seq 100 139); do
  cat >"charts/$i.json" <<JSON
{"format": "emrlint-chart/1", "chart": "ZY$i", "complete": true, "realm": "china",
 "institution": {"id": "H1"}, "patient": {"id": "P$i", "name": "患者$i"},
 "encounter": {"kind": "inpatient", "admitted": "2024-03-01T09:00", "department": "外科"},
 "surgeries": [{"id": "s1", "start": "2024-03-0$((i % 3 + 2))T$((i % 7 + 10)):00",
                "end": "2024-03-0$((i % 3 + 2))T$((i % 7 + 11)):30",
                "surgeon": {"id": "D$((i % 5))", "name": "医师$((i % 5))"}}],
 "documents": [{"id": "d1", "type": "admission-record", "recorded": "2024-03-0$((i % 3 + 1))T12:00",
                "sections": [{"type": "present-illness", "text": "$((i % 12))天前$told"}]},
               {"id": "d2", "type": "progress-note", "recorded": "2024-03-0$((i % 9 + 1))",
                "sections": [{"type": "course", "text": "入院第二天，$told"}]}]}
JSON
done
echo 'a secret of sixteen bytes or more' >key

checks=(--select 'periop-*-overlap' --select 'duplication-other-patient-*')

# As $1: what the run of all charts at once says, with the options behind.
at_once() {
  local to=$1
  shift
  "$program" check "${checks[@]}" --fail-on never --lang zh -f json="$to.json" \
    -f sarif="$to.sarif" -f text="$to.txt" --show-undecided "$@"
  sed -i '/^{"type":"chart"/d' "$to.json"  # reduce has no charts, only what is found across them.
}
equal() {
  for form in json sarif txt; do
    cmp "$1.$form" "$2.$form" || fail "$3 gives another $form"
  done
}

at_once one charts/*.json --jobs 1
grep -q '"check":"periop-surgeon-overlap"' one.json || fail "no overlap was found"
[ "$(grep -c overlap one.json)" = 37 ] || fail "$(grep -c overlap one.json) lines instead of 37"
copies=$(grep -c '"messageId":"equal' one.json)
[ "$copies" = 28 ] || fail "$copies histories of other patients instead of 28"
# The histories of all patients differ in a number: together a template, of which nothing is said.
! grep -q '"messageId":"near' one.json || fail "what all have is told as a near copy"
[ "$(grep -c '"messageId":"template"' one.json)" = 1 ] || fail "the note of all is not told once"
at_once jobs charts/*.json --jobs 4
equal one jobs "another number of jobs"
at_once disk charts/*.json --jobs 2 --facts-memory 2000
equal one disk "less memory"

# check_part PART COUNT OPTIONS...: checks every COUNT-th chart, without judging across charts.
check_part() {
  local part=$1 count=$2 files=()
  shift 2
  for i in $(seq 100 139); do
    [ $((i % count)) -ne "$part" ] || files+=("charts/$i.json")
  done
  "$program" check "${checks[@]}" --fail-on never --lang zh -f json=own.json \
    --facts-key key "$@" "${files[@]}"
  ! grep -qE 'surgeon-overlap|other-patient' own.json || fail "a part judged what all are for"
}
# reduced WHAT ARGS...: what reduce says must be what the run of all charts at once says.
reduced() {
  local what=$1
  shift
  "$program" reduce --facts-key key --fail-on never --lang zh -f json=parts.json \
    -f sarif=parts.sarif -f text=parts.txt --show-undecided "$@"
  equal one parts "$what"
}

# parts N ORDER...: in N parts, reduced in that order.
parts() {
  local count=$1 files=()
  shift
  for part in "$@"; do
    check_part "$part" "$count" --facts "$part.facts"
    files+=("$part.facts")
  done
  reduced "$count parts" --facts-memory 3000 "${files[@]}"
}
parts 1 0
parts 2 0 1
cp 0.facts first.facts
parts 2 1 0
cmp 0.facts first.facts || fail "the same run writes other facts"
parts 5 3 1 4 0 2
! grep -qE '患者|医师|P1[0-3]' ./*.facts || fail "a fact names somebody"
! grep -qE '受凉|发热|肺炎' ./*.facts || fail "a fact holds text"

# in_store N ORDER...: in N parts of a store, written in that order.
in_store() {
  local count=$1 run=run-$1
  shift
  for part in "$@"; do
    check_part "$part" "$count" --store store --run "$run" --shard "$part/$count"
  done
  reduced "a store with $count parts" --store store --run "$run" --store-memory 67108864
}
in_store 1 0
in_store 2 1 0
in_store 5 3 1 4 0 2
part=store/facts/run=run-1/part-00000-of-00001.parquet
cp "$part" first.parquet
check_part 0 1 --store store --run run-1
cmp "$part" first.parquet || fail "the same run writes another part"
! grep -rqaE '患者|医师|P1[0-3]' store || fail "a fact in the store names somebody"
# Whole runs are judged together like parts of one.
check_part 0 2 --store store --run even
check_part 1 2 --store store --run odd
reduced "a store with two runs" --store store --run odd --run even

# A run that is killed leaves the whole part or none, and its rest is in nobody's way.
mkdir rest
for seconds in 0.02 0.04 0.06 0.08 0.1 0.12 0.15 0.2 0.3 0.5; do
  run=killed-$seconds
  TMPDIR=rest timeout -s KILL "$seconds" "$program" check charts "${checks[@]}" \
    -f json=own.json --store store --run "$run" --facts-key key || true
  part=store/facts/run=$run/part-00000-of-00001.parquet
  [ ! -e "$part" ] || cmp "$part" first.parquet || fail "a killed run left half a part"
done 2>/dev/null
rm -r rest
mkdir -p store/facts/run=killed
head -c 1000 first.parquet >store/facts/run=killed/part-00000-of-00001.parquet.tmp.host.1
check_part 0 1 --store store --run killed
reduced "a run that was done again" --store store --run killed

# refused STATUS TEXT ARGS...: the program ends with that status and says why.
refused() {
  local expected=$1 text=$2 status=0
  shift 2
  "$program" "$@" --lang en >out 2>err || status=$?
  [ "$status" = "$expected" ] || fail "emrlint $*: exit code $status instead of $expected"
  grep -qF -- "$text" err || fail "emrlint $*: says $(head -1 err)"
}
in=(check charts/100.json --facts-key key)
refused 3 'part-00000-of-00001.parquet: another part is there' "${in[@]}" --store store --run run-1
refused 2 '--store needs --facts-key' check charts/100.json --store store --run a
refused 2 '--store and --run go together' "${in[@]}" --store store
refused 2 '--store and --run go together' "${in[@]}" --run a
refused 2 '--facts and --store' "${in[@]}" --store store --run a --facts a.facts
refused 2 '--run: a name has letters' "${in[@]}" --store store --run ../a
refused 2 '--run: this run has one name' "${in[@]}" --store store --run a --run b
refused 2 '--shard: 2/2 is no part' "${in[@]}" --store store --run a --shard 2/2
echo 'another secret of sixteen bytes or more' >other
refused 2 'are under another key' check charts/100.json --facts-key other --store store --run a
refused 3 'these facts are under another key' reduce --facts-key other --store store --run run-1
refused 3 'these facts are under another key' reduce --facts-key other 0.facts
refused 2 'either files of facts, or --store' reduce
refused 2 'either files of facts, or --store' reduce 0.facts --store store --run run-1
refused 3 'run=none: there are no parts of such a run' reduce --store store --run none
refused 3 'the chart ZY100 is in several of these runs' reduce --store store --run even --run run-1
rm store/facts/run=run-5/part-00002*
refused 3 'run=run-5: 1 of 5 parts are missing, the first is part-00002-of-00005.parquet' \
  reduce --store store --run run-5
echo 'PAR1 something else PAR1' >store/facts/run=run-5/part-00002-of-00005.parquet
refused 3 'run=run-5/part-00002-of-00005.parquet: is no whole part' \
  reduce --store store --run run-5
cp first.parquet store/facts/run=run-5/other.parquet
refused 3 'run=run-5/other.parquet: is no part' reduce --store store --run run-5
# Without DuckDB only the store is out of reach, and that is said before anything is checked.
export EMRLINT_DUCKDB=/nowhere/libduckdb.so
refused 2 'name a libduckdb.so in the environment variable' reduce --store store --run run-1
refused 2 '/nowhere/libduckdb.so' "${in[@]}" --store store --run b
reduced "a program without DuckDB" [0-4].facts
unset EMRLINT_DUCKDB

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
"$program" reduce --fail-on never --as-of 2024-12-30 -f json=waived.json [0-4].facts
grep -q '"warnings":0,.*"waived":36,.*"unusedWaivers":\[\]' waived.json ||
  fail "no waiver was of use"
"$program" reduce --fail-on never --as-of 2025-01-30 -f json=waived.json [0-4].facts
grep -q '"warnings":36,.*"waived":0' waived.json || fail "waivers hold longer than they say"
[ -z "$(find . -name 'emrlint-*' -o -name '*.tmp.*' | grep -v 'run=killed')" ] ||
  fail "temporary files were left behind"
