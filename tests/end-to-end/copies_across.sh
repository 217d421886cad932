#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# copies_across.sh PROGRAM: copies between charts by the command line: at once, by nights, where a
# text stands, a chart that is gone, wrong arguments. Runs in the root of the repository.
set -uo pipefail
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1 TMPDIR=$folder

fail() {
  printf 'copies_across: %s\n' "$1"
  failures=$((failures + 1))
}
# run STATUS ARGS...: ends with that status; leaves out and err.
run() {
  local expected=$1 status=0
  shift
  "$program" copies "$@" >out 2>err </dev/null || status=$?
  [ "$status" -eq "$expected" ] ||
    fail "emrlint copies $*: exit code $status instead of $expected: $(head -3 err)"
}
says() {
  grep -qE -- "$2" "$1" || fail "$1 lacks \"$2\": $(head -5 "$1")"
}
count() {
  grep -c "\"type\":\"$1\"" "$2"
}

# Three patients with the same words: each pair of stays shares what the fixture says.
for i in 1 2 3; do
  mkdir -p "$folder/charts/$i"
  sed "s/ZY20240506-0017/ZY2024000$i/g; s/\(\"patient\": {\"id\": \"\)[^\"]*/\1P$i/" \
    fixtures/copies/stay/chart.json >"$folder/charts/$i/chart.json"
done
# A chart of somebody else, whose texts still name the patient that they were copied from.
sed -i 's/"name": "李四光"/"name": "王五明"/' "$folder/charts/3/chart.json"
cd "$folder" || exit 1
echo 'a secret of sixteen bytes or more' >key
echo 'another secret of as many bytes' >other
echo 'short' >short

run 0 --across charts --lang en
says out '^Copy 1: ZY20240001 .* <-> ZY20240002 '
says out 'word for word'
says out 'two patients|one patient'
says out 'charts/1/chart.json:[0-9]+:[0-9]+-[0-9]+:[0-9]+ \(source\)'
says out '^compared: charts 3; templates 0, copies '
run 0 --across charts -f json=all.json -f text=all.txt --lang zh
says all.txt '完全相同'
says charts/3/chart.json '患者李四光'
! grep -q '李四光' all.json all.txt || fail "the name of the other patient is shown"
[ "$(count copy all.json)" -gt 2 ] || fail "only $(count copy all.json) copies"
[ -z "$(ls -d emrlint-* 2>/dev/null)" ] || fail "temporary files are left"
for pair in '1".*"copy":.*ZY20240002' '1".*"copy":.*ZY20240003' '2".*"copy":.*ZY20240003'; do
  says all.json "\"chart\":\"ZY2024000$pair\""
done
# Two charts at the most: what stands in three is a template.
run 0 --across charts --cap 2 -f json=capped.json
[ "$(count copy capped.json)" = 0 ] || fail "copies of what is a template"
[ "$(count template capped.json)" -gt 0 ] || fail "no template"

# By nights: the same pairs as at once.
run 0 --store store --run 2024-03-01 --key key -f json=first.json charts/1 charts/2
run 0 --store store --run 2024-03-02 --against '*' --key key -f json=second.json charts/3
grep -h '"type":"copy"' first.json second.json | sed 's/"path":"[^"]*"//g' | sort >nights
grep -h '"type":"copy"' all.json | sed 's/"path":"[^"]*"//g' | sort >once
cmp nights once || fail "nights find other copies than one run"
# Read again, and in shards, without a comparison between.
run 0 --store store --run 2024-03-02 --against 2024-03-01 --key key -f json=again.json
cmp <(grep '"type":"copy"' again.json) <(grep '"type":"copy"' second.json) || fail "not the same"
run 0 --store store --run shards --shard 0/2 --key key charts/2 charts/3 --lang en
says out '^indexed: charts 2'
run 3 --store store --run shards --key key --lang en
says err 'missing'
run 0 --store store --run shards --shard 1/2 --key key charts/1
run 0 --store store --run shards --key key -f json=shards.json
cmp <(grep '"type":"copy"' shards.json | sed 's/"path":"[^"]*"//g' | sort) once || fail "shards"

# Where a text stands; in the charts of all runs once each.
printf '3年前进食油腻食物后出现右上腹阵发性绞痛，向右肩背部放射，伴恶心，未呕吐' >text
run 0 --where text --store store --key key -f json=where.json
[ "$(count found where.json)" -ge 3 ] || fail "found $(count found where.json) times"
run 2 --where text --store store --lang en
says err 'needs --key'
printf '太短' >little
run 3 --where little --store store --key key --lang en
says err 'too short'

# What is gone or changed is said.
rm charts/3/chart.json
sed -i 's/右上腹/左上腹/' charts/1/chart.json
run 3 --store store --run 2024-03-02 --against 2024-03-01 --key key -f json=lost.json \
  -f text=lost.txt --lang en
says lost.json '"type":"unverified","chart":"ZY20240003",.*"reason":"gone"'
says lost.json '"type":"unverified","chart":"ZY20240001",.*"reason":"changed"'
[ "$(count copy lost.json)" = 0 ] || fail "a copy of a chart that is gone"
says lost.txt '^could not be verified: ZY20240003'

run 2 --across - --lang en
says err 'not from stdin'
run 2 --store store --run x charts/2 --lang en
says err '--store needs --key'
run 2 --store store --run x --key short charts/2 --lang en
says err 'too short'
run 3 --store store --run x --key other charts/2 --lang en
says err 'under another key'
run 2 --run x charts/2 --lang en
says err 'go with --store'
run 2 --across --least 39 charts/2 --lang en
says err '40 at least'
run 3 --across charts/nothing --lang en
says out 'unreadable'

[ "$failures" -eq 0 ]
