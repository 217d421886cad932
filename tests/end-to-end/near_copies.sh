#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# near_copies.sh PROGRAM: near copies of other patients' texts are findings, the same at once, from
# files of facts and from a store; what cannot be read again is undecided and named.
set -euo pipefail

program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1 TMPDIR=$folder

fail() {
  printf 'near_copies: %s\n' "$1"
  exit 1
}

mkdir "$folder/charts"
cd "$folder"
echo 'a secret of sixteen bytes or more' >key

# chart NUMBER DAY WORDS [PATIENT]: words of its own stand amid the same history.
chart() {
  cat <<JSON
{"format": "emrlint-chart/1", "chart": "ZY$1", "complete": true, "realm": "china", \
"institution": {"id": "H1"}, "patient": {"id": "${4-P$1}"}, \
"encounter": {"kind": "inpatient", "admitted": "2024-03-01T09:00"}, \
"documents": [{"id": "d1", "type": "admission-record", "recorded": "2024-03-0$2T12:00", \
"sections": [{"type": "present-illness", "text": "患者3天前受凉后出现发热，最高体温38.6℃，\
伴咳嗽、咳黄痰，痰量中等，活动后气促，自服头孢类药物2天后体温有所下降，$3，夜间为著，影响睡眠，\
门诊胸部CT示右下肺炎，白细胞12.4×10⁹/L，遂收入院，发病以来精神食欲欠佳，体重下降1kg。"}]}]}
JSON
}
chart 1 2 咳嗽仍明显 >charts/1.json
chart 2 3 仍有咳嗽 >charts/2.json
{
  chart 3 4 咳痰未减
  chart 4 5 咳嗽如前 P1
} >charts/more.ndjson

checks=(--select 'duplication-other-patient-narrative' --fail-on never --lang en)
"$program" check charts "${checks[@]}" -f json=one.json -f sarif=one.sarif -f text=one.txt \
  --show-undecided
sed -i '/^{"type":"chart"/d' one.json  # reduce has no charts, only what is found across them.
[ "$(grep -c '"messageId":"near"' one.json)" = 3 ] ||
  fail "$(grep -c '"messageId":"near"' one.json) near copies instead of 3"
grep -q '"chart":"ZY2".*"severity":"warning".*"similarity":0.979' one.json ||
  fail "ZY2 has no measure"
grep -q 'ZY2.*another patient.s chart, ZY1' one.json || fail "ZY2 has another source"
# Of ZY1 and ZY4, which are of one patient, neither is held against the other.
grep -q '"chart":"ZY4".*another patient.s chart, ZY' one.json || fail "ZY4 is not told"
! grep -q '"chart":"ZY4".*another patient.s chart, ZY1' one.json || fail "ZY4 is its own patient"
grep -q '"relatedLocations"' one.sarif || fail "SARIF does not tell the source"

# same WHAT: what is in parts.* is what one run says.
same() {
  for form in json sarif txt; do cmp "one.$form" "parts.$form" || fail "$1: another $form"; done
}
reduced() {
  local expected=$1 status=0
  shift
  "$program" reduce --fail-on never --lang en -f json=parts.json -f sarif=parts.sarif \
    -f text=parts.txt --show-undecided "$@" 2>err || status=$?
  [ "$status" = "$expected" ] ||
    fail "reduce $*: exit code $status instead of $expected: $(cat err)"
}
"$program" check charts/1.json charts/more.ndjson "${checks[@]}" -f json=own.json --facts a.facts \
  --facts-key key
"$program" check charts/2.json "${checks[@]}" -f json=own.json --facts b.facts --facts-key key
! grep -q '"messageId":"near' own.json || fail "a part judged what all are for"
reduced 0 --facts-key key b.facts a.facts
same "two files of facts"
mkdir elsewhere
cd elsewhere
reduced 0 --facts-key ../key ../b.facts ../a.facts
cmp ../one.txt parts.txt || fail "the charts are not found again from another folder"
cd ..
"$program" check charts/2.json "${checks[@]}" -f json=own.json --store store --run r --shard 1/2 \
  --facts-key key
"$program" check charts/1.json charts/more.ndjson "${checks[@]}" -f json=own.json --store store \
  --run r --shard 0/2 --facts-key key
reduced 0 --facts-key key --store store --run r
same "a store"
! grep -rqaE '受凉|咳嗽|肺炎' a.facts b.facts store || fail "text was kept"

# Without the key, and from stdin, nothing can be compared.
reduced 0 a.facts b.facts
[ "$(grep -c '"missing":"texts-to-compare"' parts.json)" = 3 ] ||
  fail "without the key not undecided"
cat charts/1.json charts/2.json charts/more.ndjson |
  "$program" check --stdin-filename a.ndjson - "${checks[@]}" -f json=stdin.json
[ "$(grep -c '"missing":"texts-to-compare"' stdin.json)" = 3 ] || fail "stdin is not undecided"
# The option turns it off.
printf '[check.duplication-other-patient-narrative]\nnear = 0\n' >emrlint.toml
"$program" check charts "${checks[@]}" -f json=off.json
! grep -qE '"messageId":"near|"missing"' off.json || fail "near copies though they are off"
rm emrlint.toml

# By nights: what is said of the second one's charts is what one run says of them.
for night in 1 2; do
  "$program" check "charts/$night.json" "${checks[@]}" -f json=own.json --store store \
    --run "night-$night" --facts-key key
done
"$program" check charts/more.ndjson "${checks[@]}" -f json=own.json --store store --run night-3 \
  --facts-key key
reduced 0 --facts-key key --store store --run night-3 --against night-1 --against night-2
cmp <(grep '"type":"finding"' parts.json) <(grep -E '"type":"finding","chart":"ZY[34]"' one.json) ||
  fail "nights find other copies than one run"
cp parts.json nights.json
rm -r store/facts/run=r
reduced 0 --facts-key key --store store --run night-3 --against '*'
cmp parts.json nights.json || fail "all other nights are not those two"
status=0
"$program" reduce --against night-1 a.facts --lang en 2>err || status=$?
[ "$status" = 2 ] && grep -q -- '--against goes with --store' err || fail "nights without a store"

# Charts that are gone or were changed are named.
rm charts/1.json
chart 2 3 什么也没有 >charts/2.json
reduced 3 --facts-key key a.facts b.facts
grep -q '"id":"chart-gone".*charts/1.json' parts.json || fail "a chart that is gone is not named"
grep -q '"id":"chart-changed".*charts/2.json' parts.json || fail "a changed chart is not named"
grep -q '"missing":"texts-to-compare"' parts.json || fail "a lost chart leaves nothing undecided"
grep -q '"messageId":"near"' parts.json || fail "the charts that are there were not compared"
