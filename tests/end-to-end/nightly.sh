#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# nightly.sh PROGRAM GENERATOR POISON [CHARTS]: a night in any number of shards, broken off at any
# moment, over charts that bring the program down, says the same; the night after it judges only
# what changed and says what a full one would.
set -euo pipefail

program=$(realpath "$1")
generator=$(realpath "$2")
poison=$(realpath "$3")
count=${4:-60}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1 TMPDIR=$folder
export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}handle_segv=0 # A crash is to be one.
cd "$folder"

fail() {
  printf 'nightly: %s\n' "$1"
  exit 1
}

"$generator" --count "$count" --defects 0.1 --overlaps 0.2 --copies 0.1 charts >/dev/null
# Patients whose histories others have, with a few words changed: in the second night only.
mkdir later
for copy in charts/ZO*; do mv "$copy" later/; done
[ -n "$(ls later)" ] || fail "no chart was copied"
echo 'a secret of sixteen bytes or more' >key
common=(--key key --lang en)
night() {  # STORE TIME OPTIONS...
  local store=$1 time=$2
  shift 2
  "$program" nightly --store "$store" --as-of "$time" --sheet cn-generic-100 "${common[@]}" "$@"
}
one=2026-11-01T06:00 first=2026-11-01T06-00
two=2026-11-02T06:00 second=2026-11-02T06-00

# A night says what a check of the same charts says.
night whole $one --shards 1 charts >whole.txt
"$program" check --as-of $one --fail-on never -f json=check.jsonl charts
findings=$(grep '"type":"finding"' check.jsonl | grep -v '"superseded":true' |
  grep -cv '"severity":"note"')
rows=$(($(wc -l <"whole/reports/$first/problems.csv") - 1))
[ "$findings" = "$rows" ] || fail "$rows problems instead of $findings"
[ "$findings" -gt 50 ] || fail "only $findings findings to compare"
grep -q '"check":"periop-surgeon-overlap"' check.jsonl || fail "no check across charts spoke"
diff <(sed -n 's/.*"type":"finding".*"fingerprint":"\([0-9a-f]*\)".*/\1/p' check.jsonl | sort -u) \
  <(grep -o '\b[0-9a-f]\{32\}\b' "whole/reports/$first/problems.csv" | sort -u) |
  grep '^>' && fail "problems that check does not know"

# Its indicators are those of emrlint indicators.
sets=()
for file in "$OLDPWD"/checks/indicators/*.toml; do sets+=(--set "$(basename "$file" .toml)"); done
printf 'extends = ["cn-national"]\n[score]\nsheets = ["cn-generic-100"]\n' >national.toml
night national $one --config national.toml charts >/dev/null
"$program" indicators --lang en --config national.toml --as-of $one "${sets[@]}" \
  -f csv=all.csv charts
cmp all.csv "national/reports/$first/indicators.csv" || fail "indicators differ"
"$program" indicators --lang en --config national.toml --as-of $one "${sets[@]}" --by department \
  -f csv=all.csv charts
cmp all.csv "national/reports/$first/indicators-by-department.csv" || fail "indicators differ"
grep -Eq ',zb-27,27,[^,]*,[^,]*,[0-9]+,[1-9]' all.csv || fail "no grades were counted"

# Shards: any number of them, and any number at work.
for shards in 3 8; do
  night "shards$shards" $one --shards $shards --jobs $shards charts >/dev/null
  for kind in across across-tallies totals units nights; do
    cmp "whole/$kind/run=$first/part-00000-of-00001.parquet" \
      "shards$shards/$kind/run=$first/part-00000-of-00001.parquet" ||
      fail "$kind differs with $shards shards"
  done
  diff -r "whole/reports/$first" "shards$shards/reports/$first" || fail "$shards shards differ"
done

# A chart that lies in two files is judged in each, in any number of shards.
cp -r charts twice
mkdir twice/again
for file in $(find charts -path '*/ZT*' -name '*.json' | sort | head -3); do
  cp "$file" "twice/again/$(basename "$(dirname "$file")").json"
done
for shards in 1 5; do
  night "twice$shards" $one --shards $shards twice >twice.txt
  files=$(find twice -name '*.json' | wc -l)
  grep -q "charts $files; " twice.txt || fail "copies are missing: $(cat twice.txt)"
done
diff -r "twice1/reports/$first" "twice5/reports/$first" || fail "charts in two files differ"
cut -d, -f1 "twice1/reports/$first/scores.csv" | sort | uniq -d | grep -c ZT | grep -qx 3 ||
  fail "the scores do not name both files of a chart"

# The same by hand, on several machines.
"$program" plan --store hosts --run "$first" --as-of $one --sheet cn-generic-100 --shards 3 \
  "${common[@]}" charts 2>/dev/null
merge=0
"$program" merge --store hosts --run "$first" "${common[@]}" 2>error.txt || merge=$?
[ $merge = 75 ] || fail "merging without shards ends with $merge"
for i in 2 0 1; do
  SLURM_ARRAY_TASK_ID=$i "$program" shard --store hosts --run "$first" "${common[@]}"
done
"$program" shard --store hosts --run "$first" --shard 1/3 "${common[@]}" # Again: nothing to do.
"$program" merge --store hosts --run "$first" "${common[@]}"
cmp "whole/across/run=$first/part-00000-of-00001.parquet" \
  "hosts/across/run=$first/part-00000-of-00001.parquet" || fail "merge differs"
other=0
"$program" shard --store hosts --run "$first" --shard 1/4 "${common[@]}" 2>error.txt || other=$?
[ $other = 2 ] || fail "a shard of another number of them ends with $other"

# Killed at any moment, by the time or in the middle of something, it goes on where it was.
kills=${EMRLINT_KILLS:-3}
for i in $(seq "$kills"); do
  rm -rf killed
  for _ in 1 2 3; do
    setsid "$program" nightly --store killed --as-of $one --sheet cn-generic-100 --shards 4 \
      --jobs 2 "${common[@]}" charts >/dev/null 2>&1 &
    pid=$!
    sleep "0.$((RANDOM % 9))$((RANDOM % 10))"
    if ((RANDOM % 3)); then
      kill -9 "$pid" 2>/dev/null || true
    else # A process of it, whichever.
      kill -9 "$(pgrep -s "$pid" | shuf -n 1)" 2>/dev/null || true
    fi
    wait "$pid" 2>/dev/null || true
  done
  night killed $one --shards 4 charts >killed.txt
  diff -r "whole/reports/$first" "killed/reports/$first" || fail "run $i differs after kill -9"
  cmp "whole/units/run=$first/part-00000-of-00001.parquet" \
    "killed/units/run=$first/part-00000-of-00001.parquet" || fail "units differ after kill -9"
done

# The night after: a chart changed, one gone, some new; the others are not looked at again, but told
# of what the new ones have in common with them.
changed=$(find charts -name '*.json' | sort | sed -n 3p)
gone=$(find charts -name '*.json' | sort | sed -n 7p)
sed -i 's/"name"/"name" /' "$changed"
rm "$gone"
new=$(($(find later -name '*.json' | wc -l) + 1))
mv later/* charts/
night whole $two charts >after.txt
grep -q "; judged tonight $new," after.txt || fail "not $new were judged: $(cat after.txt)"
night full $two charts >/dev/null
for file in scores.csv indicators.csv indicators-by-{department,doctor,disease,month}.csv; do
  cmp "whole/reports/$second/$file" "full/reports/$second/$file" || fail "$file differs"
done
without_baseline() {
  sed -E 's/,(new|unchanged|updated),/,,/' "$1"
}
diff <(without_baseline "whole/reports/$second/problems.csv") \
  <(without_baseline "full/reports/$second/problems.csv") || fail "the second night differs"
grep -q 'duplication-other-patient-narrative.*,new,' "whole/reports/$second/problems.csv" ||
  fail "no near copy of the second night was found"
grep -q ',unchanged,' "whole/reports/$second/problems.csv" || fail "nothing is unchanged"

# What a finding of an earlier night costs, by a number in its message, stays what it was.
cp -r charts counted-charts
for argument in '{3}' ''; do
  cat >"sheet$argument.toml" <<TOML
extends = "cn-zhejiang-2021"
title = {zh = "按份数", en = "By numbers"}
description = {zh = "每1%扣0.1分", en = "0.1 points for each per cent"}

[[row]]
section = "present-illness"
item = "own"
text = {zh = "与他人病历雷同", en = "Like another patient's chart"}
points = 0.1
per = "place"
checks = ["duplication-other-patient-narrative/near$argument"]
TOML
done
counted() { # STORE TIME ARGUMENT
  "$program" nightly --store "$1" --as-of "$2" --sheet "sheet$3.toml" "${common[@]}" counted-charts
}
counted numbers $one '{3}' >/dev/null
sed -i 's/"name"/"name" /' "$(find counted-charts -name '*.json' | sort | sed -n 5p)"
counted numbers $two '{3}' >after.txt
grep -q '; judged tonight 1,' after.txt || fail "not 1 was judged: $(cat after.txt)"
counted all-numbers $two '{3}' >/dev/null
counted no-numbers $two '' >/dev/null
cmp "numbers/reports/$second/scores.csv" "all-numbers/reports/$second/scores.csv" ||
  fail "a carried finding costs something else"
cmp -s "numbers/reports/$second/scores.csv" "no-numbers/reports/$second/scores.csv" &&
  fail "no number in a message costs anything"

# Wording that becomes a template by what is new changes what was said of charts that did not
# change.
passage=家中自测血糖并登记成册邻居陪同领取宣教单张归途选购时令蔬菜晚间收看天气预报后就寝
passage+=次日清晨沿河堤散步约半小时遇见旧友闲谈家常中午煮面配小菜下午修剪阳台花草并给孙辈辅导功课
passage+=傍晚整理旧照片装入相册又将换季被褥晒好收入木柜临睡前泡脚听戏曲广播
with_passage() { # FILE...
  sed -i "/\"type\": \"present-illness\"/{n;s/\"text\": \"/&$passage，/}" "$@"
}
cp -r charts alike
mapfile -t pair < <(find alike -path '*/Z[OK]*' -name '*.json' | sort -t/ -k2.3 | head -2)
mapfile -t others < <(find alike -name '*.json' -exec grep -l '"present-illness"' {} + |
  grep -vF -e "${pair[0]}" -e "${pair[1]}" | sort | head -50)
[ "${#others[@]}" = 50 ] || fail "only ${#others[@]} charts for a template"
with_passage "${pair[@]}" "${others[@]:0:48}"
copy=$(grep -h -m 1 -o '"chart": *"ZK[^"]*"' "${pair[@]}" | grep -o 'ZK[0-9]*')
night alike $one alike >/dev/null
grep -q "^$copy,.*duplication-other-patient-narrative" "alike/reports/$first/problems.csv" ||
  fail "the copy $copy was not found"
with_passage "${others[@]:48:2}"
night alike $two alike >after.txt
grep -q '; judged tonight 2,' after.txt || fail "not 2 were judged: $(cat after.txt)"
night unlike $two alike >/dev/null
diff <(without_baseline "alike/reports/$second/problems.csv") \
  <(without_baseline "unlike/reports/$second/problems.csv") || fail "a template is told apart"
grep -q "^$copy,.*duplication-other-patient-narrative" "alike/reports/$second/problems.csv" &&
  fail "the template in $copy counts as copied"

# What killed processes left goes with the next night, old runs on which nothing rests with --keep.
left=whole/facts/run=$first/part-00000-of-00001.parquet.tmp.elsewhere.1
mkdir "whole/reports/$first.tmp.elsewhere.1"
touch "$left" "$left.new.tmp.elsewhere.1"
touch -d '1 day ago' "$left" "whole/reports/$first.tmp.elsewhere.1"
sed -i 's/"name" /"name"  /' "$changed" # A second time.
night whole 2026-11-03T06:00 --keep 1 charts >keep.txt
[ -e "$left" ] || [ -e "whole/reports/$first.tmp.elsewhere.1" ] && fail "what was left lies there"
[ -e "$left.new.tmp.elsewhere.1" ] || fail "what another machine writes was removed"
grep -q removed keep.txt && fail "a run on which others rest was removed"
night whole 2026-11-04T06:00 --full charts >/dev/null
for file in scores.csv indicators.csv indicators-by-{department,doctor,disease,month}.csv; do
  cmp "whole/reports/2026-11-03T06-00/$file" "whole/reports/2026-11-04T06-00/$file" ||
    fail "$file differs in the third night"
done
# A change that shows in neither size, time of writing nor number of the file.
touch -r "$changed" time
sed 's/"name"  /"name" \t/' "$changed" >text
cmp -s text "$changed" && fail "nothing was changed"
cat text >"$changed"
touch -r time "$changed"
night whole 2026-11-05T06:00 --keep 1 charts >keep.txt
grep -q '; judged tonight 1,' keep.txt || fail "not 1 was judged: $(cat keep.txt)"
[ "$(grep -c removed keep.txt)" = 3 ] || fail "not three runs were removed: $(cat keep.txt)"
[ -e "whole/facts/run=$first" ] || [ -e "whole/reports/$first" ] && fail "the first night is there"
[ -e "whole/reports/2026-11-04T06-00/summary.html" ] || fail "the full night was removed"
nights=$("$program" stats --store whole --trend -f csv | wc -l)
[ "$nights" = 6 ] || fail "the trend knows of $((nights - 1)) nights"

# Charts that bring the program down are named, and the others judged.
mkdir -p sick
cp -r charts/* sick/
one_chart=$(find charts -name '*.json' | sort | sed -n 1p)
for key in POISON HANG; do
  sed "0,/\"chart\": *\"[^\"]*\"/s//\"chart\": \"$key\"/" "$one_chart" >"sick/$key.json"
  grep -q "\"$key\"" "sick/$key.json" || fail "no chart is called $key"
done
cat >poison.toml <<'TOML'
extends = ["cn-national"]
checks = ["hospital-poison"]
TOML
ended=0
night bad $one --plugin "$poison" --config poison.toml --timeout 1 sick >bad.txt || ended=$?
[ $ended = 3 ] || fail "a night with bad charts ends with $ended"
grep -q 'crashed 1, timed out 1' bad.txt || fail "the bad charts are not named: $(cat bad.txt)"
judged=$(find charts -name '*.json' | wc -l)
grep -q "judged tonight $judged," bad.txt || fail "not all others were judged: $(cat bad.txt)"
grep -q 'crashed,SIGSEGV' "bad/reports/$first/not-evaluated.csv" || fail "no crash in the list"
grep -q 'timeout,1 s' "bad/reports/$first/not-evaluated.csv" || fail "no time-out in the list"

# A chart that breaks off is judged in part, which the night says.
printf '{"format": "emrlint-chart/1", "chart": "CUT' >cut.json
ended=0
night cut $one cut.json >cut.txt || ended=$?
[ $ended = 3 ] && grep -q 'read in part only: 1' cut.txt || fail "a cut off chart is not told"
list=cut/reports/$first/not-evaluated.csv
grep -q 'cut.json,1,[0-9]*,read in part,this string has no' "$list" ||
  fail "a cut off chart is not listed: $(cat "$list")"
grep -q '<td class="text">read in part</td>' "cut/reports/$first/summary.html" ||
  fail "a cut off chart is not on the page"
night cut $two cut.json >cut.txt || true
grep -q 'read in part only: 1' cut.txt || fail "a cut off chart is forgotten the night after"

# A line in, a line out, also where a chart brings the program down.
while read -r file; do
  tr -d '\n' <"$file"
  echo
done < <(find sick -name '*.json' | sort | head -7) >lines.ndjson
tr -d '\n' <sick/POISON.json >>lines.ndjson
printf '\n{"cut off\n' >>lines.ndjson
"$program" pipe --plugin "$poison" --config poison.toml --timeout 1 <lines.ndjson >results.ndjson
[ "$(wc -l <results.ndjson)" = "$(wc -l <lines.ndjson)" ] || fail "not a result for each line"
grep -q '"status":"crashed","detail":"SIGSEGV"' results.ndjson || fail "no crash in the results"
grep -q '"status":"unreadable"' results.ndjson || fail "a broken line is not named"
[ "$(grep -c '"status":"judged"' results.ndjson)" -ge 4 ] || fail "charts behind a crash are lost"

# Changed rules judge everything again; another key is refused.
night national 2026-11-03T06:00 --config national.toml --select 'timeliness-*' charts >rules.txt
grep -q ', unchanged 0$' rules.txt || fail "charts judged by other rules count as unchanged"
echo nightly: ok
