#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# review.sh PROGRAM: two nights, what people say of their findings, by the command line and by
# sheets; worklist, samples, statistics, differences. Runs in the root of the repository.
set -uo pipefail
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1 TMPDIR=$folder

fail() {
  printf 'review: %s\n' "$1"
  failures=$((failures + 1))
}
# run STATUS ARGS...: ends with that status; leaves out and err.
run() {
  local expected=$1 status=0
  shift
  "$program" "$@" >out 2>err </dev/null || status=$?
  [ "$status" -eq "$expected" ] ||
    fail "emrlint $*: exit code $status instead of $expected: $(head -3 err)"
}
says() {
  grep -qE -- "$2" "$1" || fail "$1 lacks \"$2\": $(head -5 "$1")"
}
lacks() {
  ! grep -qE -- "$2" "$1" || fail "$1 has \"$2\": $(grep -E -- "$2" "$1" | head -1)"
}
# field NAME: of the only object in out.
field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" out | head -1
}

cp -r fixtures/charts "$folder/charts"
cd "$folder" || exit 1
night() {
  run "$1" nightly --store store --run "$2" --as-of "$2T06:00:00+08:00" --sheet cn-generic-100 \
    --reports reports --jobs 1 charts
}

# Nobody said anything, and there is no run.
run 2 worklist --store store --lang en
says err 'there is no such store'
mkdir store
run 2 worklist --store store --lang en
says err 'there is no run in it'
run 0 review --store store list
[ ! -e store/review.sqlite ] || fail "a list makes a file"
run 2 review --store store show 3f9a02 --lang en
says err 'nobody said anything yet'

night 0 2025-01-01
run 0 worklist --store store --limit 3 -f json --lang en
[ "$(wc -l <out)" -eq 3 ] || fail "a limit of 3 gives $(wc -l <out) findings"
says out '"state":"new","severity":"error"'
first=$(field fingerprint)
chart=$(field chart)
check=$(field check)

# What is said, and what is not allowed.
run 0 review --store store verdict "${first:0:12}" 属实 --by 张三 --at 2025-01-01T09:00
run 2 review --store store verdict "$first" right --by 张三 --lang en
says err 'one of: confirmed, refuted, unclear'
run 2 review --store store verdict "$first" unclear --lang en
says err '\(--by\)'
run 2 review --store store verdict "$first" unclear --by 张三 --at 2024-12-31 --lang en
says err 'before what was already said'
run 2 review --store store rectify "$first" confirmed --by 张三 --lang en
says err 'not modified yet'
run 0 review --store store appeal "$first" '纸质病历中有记录' --by 李四 --at 2025-01-01T10:00
run 2 review --store store decide "$first" upheld --by 李四 --lang en
says err 'who appeals does not decide'
run 0 review --store store decide "$first" 成立 --by 王五 --at 2025-01-01T11:00
run 2 review --store store verdict 000000 confirmed --by 张三 --lang en
says err 'there is no such finding'
run 2 review --store store verdict 12 confirmed --by 张三 --lang en
says err '6 digits of it at least'
run 0 review --store store show "$first" --lang en
says out "^$first  chart $chart  $check  appeal upheld"
says out '2025-01-01T11:00:00\+08:00  王五 .* decision .*upheld'
run 0 review --store store show "$first" -f json
[ "$(grep -c '"type":"change"' out)" -eq 3 ] || fail "not three changes in the history"
run 0 worklist --store store -f json
lacks out "$first"
run 0 worklist --store store --state upheld -f json
[ "$(field fingerprint)" = "$first" ] || fail "the upheld one is not listed by its state"

# A sheet, filled in by two people.
run 0 worklist --store store -f csv --output sheet.csv --lang zh
says sheet.csv '^.?状态,级别,时限,科室,医师,病历,病历得分,扣分,单项否决,检查,问题,指纹,'
run 0 review --store store import sheet.csv --by 张三
says err '没有变化'
second=$(sed -n 2p sheet.csv | grep -oE '[0-9a-f]{32}')
third=$(sed -n 3p sheet.csv | grep -oE '[0-9a-f]{32}')
printf '指纹,审核结论,备注,操作人,版本\n%s,属实,"第一行\n第二行",赵六,0\n%s,不属实,,,0\n' \
  "$second" "$third" >filled.csv
run 0 review --store store import filled.csv --by 张三 --at 2025-01-02T08:00 --lang en
says err '^3 changes recorded'
run 0 review --store store import filled.csv --by 张三 --at 2025-01-02T08:00 --lang en
says err '^nothing changed'
run 0 review --store store show "$second" -f json
says out '"by":"赵六".*"field":"verdict","after":"confirmed"'
# Somebody else was quicker: refused with line and name, and nothing of the sheet is written.
run 0 review --store store verdict "$second" unclear --by 王五 --at 2025-01-02T09:00
printf '指纹,审核结论,备注,版本\n%s,,新的备注,0\n%s,不属实,,0\n' "$third" "$second" >late.csv
run 2 review --store store import late.csv --by 张三 --lang en
says err 'late.csv:3: the verdict was changed since the export, by 王五'
run 0 review --store store show "$third" -f json
lacks out '新的备注'
# What was exported comes back as it was, as GBK too.
run 0 review --store store export --output all.csv --lang zh
[ "$(grep -cE '[0-9a-f]{32}' all.csv)" -eq 3 ] || fail "not three findings were exported"
run 0 review --store store import all.csv --by 张三 --lang en
says err '^nothing changed'
sed '1s/^\xEF\xBB\xBF//' all.csv | iconv -f UTF-8 -t GB18030 >gbk.csv
run 0 review --store store import gbk.csv --by 张三 --lang en
says err '^nothing changed'
echo 'a,b' >other.csv
run 2 review --store store import other.csv --by 张三 --lang en
says err 'other.csv:1: .*no column "fingerprint"'

# By hand: an appeal upheld and a finding refuted are wrong, the unclear one is neither.
run 0 stats --store store -f json
grep -h '"reviewed":[1-9]' out >precise || fail "no check was reviewed"
[ "$(grep -oE '"wrong":[0-9]+' precise | awk -F: '{n += $2} END {print n}')" = 2 ] ||
  fail "not two findings were wrong: $(cat precise)"
[ "$(grep -oE '"right":[0-9]+' precise | awk -F: '{n += $2} END {print n}')" = 0 ] ||
  fail "a finding was right: $(cat precise)"
lacks out '"reviewed":0,.*"precision"'
run 0 stats --store store --by department --by month -f csv --lang en
says out '^.?department,month,charts,findings,pass,fail,rate,undecided,due'
run 2 stats --store store --last 3 --lang en
says err 'go with --trend'

# Samples: the same again, others with another seed, every chart at most once.
run 0 sample --store store --ratio 0.5 --by department --lang en
cp out one
says one '^Sample of run 2025-01-01: strata by department: [0-9]+, [0-9]+ charts in all'
run 0 sample --store store --ratio 0.5 --by department --lang en
cmp out one || fail "two samples with one seed differ"
run 0 sample --store store --count 4 --seed other -f json
[ "$(grep -c '"type":"chart"' out)" -eq 4 ] || fail "a count of 4 draws other than 4 charts"
says out '"type":"design","run":"2025-01-01","by":"none","seed":"other","count":4'
run 2 sample --store store --count 4 --ratio 0.5
run 2 sample --store store --lang en
says err 'say --count or --ratio'

# The next night: a chart is gone, and what was said stays.
rm -r charts/death-broken
night 0 2025-01-02
run 1 diff --store store 2025-01-01 2025-01-02 -f json
says out '"type":"vanishes"'
run 0 diff --store store 2025-01-02 2025-01-02 --lang en
says out '^no difference'
run 2 diff --store store 2025-01-01 2025-01-03 --lang en
says err 'there is no run 2025-01-03; did you mean'
run 0 stats --store store --trend -f json
[ "$(wc -l <out)" -eq 2 ] || fail "a trend of two nights has $(wc -l <out)"
run 0 stats --store store --trend --run 2025-01-01 -f json
[ "$(wc -l <out)" -eq 1 ] || fail "a trend up to the first night has $(wc -l <out)"
run 0 stats --store store --trend --per month --by department --lang en
lacks out '^2025-01-01'
run 2 stats --store store --trend --by doctor --lang en
says err 'know no doctors'

# What a new configuration would change, and the same of two files.
printf 'extends = ["cn-national"]\n' >old.toml
printf 'extends = ["cn-national"]\n[check.periop-anesthesia-previsit]\nseverity = "note"\n' \
  >new.toml
printf '[check.timeliness-admission-record-24h]\nlimit = "4h"\n' >>new.toml
run 1 diff --config new.toml --against old.toml charts -f json
cp out rules.jsonl
says out '"type":"appears","check":"timeliness-admission-record-24h"'
says out '"type":"severity","check":"periop-anesthesia-previsit".*"severityBefore":"error"'
lacks out '"type":"vanishes"'
run 1 check charts --config old.toml -f json=old.jsonl
run 1 check charts --config new.toml -f json=new.jsonl
run 1 diff old.jsonl new.jsonl -f json
cmp out rules.jsonl || fail "two files differ otherwise than two configurations"
run 1 diff new.jsonl old.jsonl --lang en
says out '^timeliness-admission-record-24h: vanish, such as'
run 0 diff --config old.toml --against old.toml charts --lang en
says out '^no difference'
run 2 diff --config old.toml charts --select no-such-check --lang en
says err 'no check is called no-such-check'
run 2 diff old.jsonl --lang en
says err 'two files'
run 3 diff old.jsonl sheet.csv --lang en
says err 'sheet.csv:1: this is no output'
run 3 diff --config new.toml --against old.toml charts/nothing --lang en
[ -z "$(ls -d emrlint-diff-* 2>/dev/null)" ] || fail "temporary files are left"

# Two processes at once, from the beginning; then one that is killed.
rm -f store/review.sqlite*
for who in 张三 李四; do
  (for i in 1 2 3 4 5; do
    "$program" review --store store comment "$second" "$who $i" --by "$who" >/dev/null 2>&1 ||
      echo "$who $i" >>refused
  done) &
done
wait
[ ! -e refused ] || fail "refused: $(cat refused)"
run 0 review --store store show "$second" -f json
[ "$(grep -c '"type":"change"' out)" -eq 10 ] || fail "not ten changes of two processes"
for _ in 1 2 3; do
  "$program" review --store store import filled.csv --by 张三 >/dev/null 2>&1 &
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
  run 0 review --store store list -f json
done

[ "$failures" -eq 0 ]
