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
    </dev/null | tr -d '\r' | sed 's/.*\x1b\[K//' >"$folder/narrow"
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

# Twelve charts with the same consent form: a template is no copy, what is written into it is one.
form1=患者某某系本院住院病人，医师已向其本人说明本次介入操作的目的、步骤以及可能发生的意外情况
form2=本人已完整听取以上说明，对其中的疑问均得到解答，住院第3天自愿签署本同意书
own=本例右侧髂动脉迂曲成角，导丝通过困难时改经左侧肱动脉入路，家属已知晓造影剂用量会随之增加
mkdir "$folder/charts"
for i in 01 02 03 04 05 06 07 08 09 10 11 12; do
  text="${form1/某某/欧阳$i号}。电话138000000$i。$form2"
  [ $i != 05 ] || text="$form1。$own。$form2"
  document='"type": "special-procedure-consent", "title": "知情同意书",
    "sections": [{"type": "informed-consent", "text": "'$text'"}]'
  printf '%s' '{"format": "emrlint-chart/1", "chart": "ZY0'$i'", "complete": true,
    "patient": {"name": "欧阳'$i'号"}, "documents": [
    {"id": "a", "recorded": "2024-03-01T09:00", '"$document"'},
    {"id": "b", "recorded": "2024-03-02T09:00", '"$document"'}]}' >"$folder/charts/ZY0$i.json"
done
run 0 "$folder/charts" --lang en --no-learn
says out "12 charts, 12 with copied text, 12 passages"
run 0 "$folder/charts" --lang en
says out "12 charts, 1 with copied text, 1 passage"
says out "Chart ZY005"
says out 本例右侧髂动脉
lacks out 介入操作
silent_learn=$(cat "$folder/err")
[ -z "$silent_learn" ] || fail "learning says: $silent_learn"
# Nine charts tell nothing of custom, nor does a share that the form does not reach.
run 0 "$folder"/charts/ZY00[1-9].json --lang en
says out "9 charts, 9 with copied text"
run 0 "$folder/charts" fixtures/charts --lang en --learn-share 100 --chart 'ZY0*'
says out "12 charts, 1 with copied text"
run 2 "$folder/charts" --learn-share 0 --lang en
says err "--learn-share: 0 is no number from 1 to 100"

# What was learnt, as a table: without names, with 0 for numbers.
run 0 "$folder/charts" --learn "$folder/learnt.csv" --lang zh
says out "12份病历，2条模板文字"
says learnt.csv "章节,文字,备注"
says learnt.csv "知情同意,系本院住院病人，医师已向其本人说明本次介入操作的目的"
says learnt.csv "住院第0天自愿签署本同意书,12份病历中的12份"
for secret in 欧阳 13800000 肱动脉; do lacks learnt.csv $secret; done
run 0 "$folder/charts" --no-learn --boilerplate "$folder/learnt.csv" --lang en
says out "12 charts, 1 with copied text, 1 passage"
tail -c +4 "$folder/learnt.csv" | iconv -f UTF-8 -t GB18030 >"$folder/gb.csv"
run 0 "$folder/charts" --no-learn --boilerplate "$folder/gb.csv" --lang en
says out "12 charts, 1 with copied text, 1 passage"
printf 'section,text\nrisks,医师已向其本人说明\n,同前\n' >"$folder/gb.csv"
run 2 "$folder/charts" --boilerplate "$folder/gb.csv" --lang en
says err 'gb.csv:2:1: there is no section "risks"; did you mean "risk"?'
says err 'gb.csv:3:2: column text is too short: 4 Chinese characters or 2 words at least'
run 2 "$folder/charts" --boilerplate "$folder/none.csv" --lang en
says err "cannot read $folder/none.csv"
run 3 "$folder/charts" "$folder/none.json" --learn "$folder/learnt.csv" --lang en
says err none.json
run 2 - --learn "$folder/learnt.csv" --lang en
says err "--learn reads everything twice"
# A pipe is read once.
status=0
"$program" copies <(cat $chart/chart.json) --lang en >"$folder/out" 2>&1 || status=$?
[ "$status" -eq 0 ] || fail "a pipe: exit code $status"
says out "1 with copied text, 3 passages"

[ "$failures" -eq 0 ]
