#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# command_line.sh PROGRAM: exit codes, what goes to stdout and what to stderr, help, completions,
# the man pages, waivers, init. Runs in the root of the repository.
set -uo pipefail

program=$(realpath "$1")
root=$PWD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1

fail() {
  printf 'command_line: %s\n' "$1"
  failures=$((failures + 1))
}

# run STATUS ARGS...: the program must end with that status; leaves $folder/out and $folder/err.
run() {
  local expected=$1 status=0
  shift
  "$program" "$@" >"$folder/out" 2>"$folder/err" </dev/null || status=$?
  [ "$status" -eq "$expected" ] || fail "emrlint $*: exit code $status instead of $expected"
}

# says FILE TEXT: $folder/FILE must hold the text.
says() {
  grep -qF -- "$2" "$folder/$1" || fail "$1 lacks \"$2\": $(head -3 "$folder/$1")"
}
silent() {
  [ ! -s "$folder/$1" ] || fail "$1 is not empty: $(head -3 "$folder/$1")"
}

chart=$folder/chart.json
cat >"$chart" <<'JSON'
{"format": "emrlint-chart/1", "chart": "ZY1", "complete": true,
 "patient": {"name": "张三", "sex": "male"},
 "encounter": {"id": "ZY1", "kind": "inpatient", "admitted": "2024-03-01T09:12+08:00",
               "discharged": "2024-03-06T10:30+08:00"},
 "documents": [{"id": "d1", "type": "front-page", "title": "住院病案首页"}],
 "diagnoses": [{"role": "discharge-other", "code": "I10.x00", "name": "高血压"}]}
JSON
only=(--select coding-principal-missing)

# Exit codes.
run 1 check "$chart" "${only[@]}"
says out "chart.json:6:"
silent err
run 0 check "$chart" "${only[@]}" --fail-on never
run 0 check "$chart" --select coding-dx-format
run 3 check "$folder/none.json"
says out "none.json"
printf '<a><b>' >"$folder/broken.xml"
run 3 check "$folder/broken.xml" "$chart" "${only[@]}"
says out "coding-principal-missing/none"
head -c 4096 /dev/zero >"$folder/zero.json"
run 3 check "$folder/zero.json"
: >"$folder/empty.json"
run 3 check "$folder/empty.json"
run 2
silent out
run 2 check
silent out
run 2 check "$chart" --config "$folder/none.toml"
run 2 check "$chart" --as-of soon
run 2 check "$chart" -f text -f json
run 2 check "$chart" -f "json=$folder/no/such/folder"

# Indicators: numbers, what is behind one of them, and what cannot be asked for.
run 0 indicators "$chart" --lang en
says out "Principal diagnosis stated correctly"
says out "0/1"
says out "Staffing, licences and registration"
run 0 indicators "$chart" --lang en --charts zb-21
says out "not in the numerator"
says out "chart.json:6:"
run 0 indicators "$chart" --lang en --set cn-yubei-2023 --by month -f csv
says out "yb-31"
says out "2024-03"
run 0 indicators "$chart" --lang en -f json
says out '"indicator":"zb-21"'
says out '"numerator":0,"denominator":1'
run 0 indicators --list --lang en
says out "kc25-35"
run 2 indicators "$chart" --lang en --charts zb-211
says err 'did you mean'
run 2 indicators "$chart" --lang en --charts zb-27
says err "is not counted"
run 2 indicators "$chart" --lang en --by wards
run 2 indicators --lang en
run 3 indicators "$folder/none.json" "$chart" --lang en
says out "not read whole"

# Options may stand before the paths.
run 1 check -f json --select coding-principal-missing "$chart"
says out '"type":"finding"'
# A pipe is read once.
status=0
"$program" check <(cat "$chart") "${only[@]}" >"$folder/out" 2>&1 || status=$?
[ "$status" -eq 1 ] || fail "a pipe: exit code $status instead of 1"
says out "coding-principal-missing/none"

# What was probably meant.
run 2 chek --lang en
says err "Did you mean check?"
run 2 check --fromat json --lang en
says err "Did you mean --format?"
run 2 explain coding-principal-mising --lang en
says err "Did you mean coding-principal-missing?"
run 2 check "$chart" -f sarf --lang en
says err "Did you mean sarif?"

run 2 check --stage runing "$chart" --lang en
says err "--stage: there is no runing; use one of: writing, running,"
says err "Did you mean running?"
run 2 check --jobs many "$chart" --lang en
says err "--jobs: many is no number from 0 to 1024"
run 2 check --max-bytes -1 "$chart" --lang en
says err "--max-bytes: -1 is no number from 1 to"
run 2 check "$chart" --stage --lang zh
run 2 schema charts --lang zh
says err "没有 charts，可用：chart、config。是否指 chart？"
run 2 "$chart" --lang en
says err "Did you mean emrlint check $chart?"
run 2 check "$chart" --as-of tomorrow --lang en
says err "not a time: tomorrow; write 2024-03-01T08:00"

# Machine output stands alone on stdout; the same for any number of threads.
run 1 check fixtures/charts -f json -j 1
silent err
cp "$folder/out" "$folder/one"
run 1 check fixtures/charts -f json -j 2
cmp -s "$folder/out" "$folder/one" || fail "two threads say something else than one"
forms() {
  for form in sarif csv xlsx junit fhir; do printf -- '-f %s=%s ' $form "$folder/$1.$form"; done
}
# shellcheck disable=SC2046
run 1 check fixtures/charts -j 1 -f text $(forms one)
# shellcheck disable=SC2046
run 1 check fixtures/charts -j 2 -f text $(forms two)
for form in sarif csv xlsx junit fhir; do
  cmp -s "$folder/one.$form" "$folder/two.$form" || fail "$form: two threads say something else"
done
run 1 check fixtures/charts -f json -j 2
[ "$(grep -c '^{.*}$' "$folder/out")" -eq "$(wc -l <"$folder/out")" ] || fail "a line is no object"
run 1 check "$chart" "${only[@]}" -f text -f "json=$folder/a.json" -f "sarif=$folder/a.sarif"
says out "coding-principal-missing/none"
says a.json '"type":"summary"'
says a.sarif '"version":"2.1.0"'
"$program" check --stdin-filename named.json - "${only[@]}" <"$chart" >"$folder/out" 2>&1
says out "named.json:6:"

# A hospital's own rule runs without being named in a profile.
cat >"$folder/own.toml" <<'TOML'
[[rule]]
id = "hospital-front-page-signature"
kind = "section"
severity = "error"
title = { zh = "首页应签名", en = "The front page is signed" }
judged = { zh = "首页有签名。", en = "The front page has a signature." }
exceptions = { zh = "无。", en = "None." }
advice = { zh = "签名。", en = "Sign it." }
basis = ["BL 8"]
document = ["front-page"]
fields = ["signature"]
TOML
run 1 check "$chart" --rules "$folder/own.toml" --lang en
says out "[hospital-front-page-signature/missing]"
run 1 check "$chart" --rules "$folder/own.toml" --select 'hospital-*'
says out "[hospital-front-page-signature/missing]"
run 0 explain hospital-front-page-signature --rules "$folder/own.toml"

# Waivers: what was written takes its findings out of the next run.
run 1 check "$chart" "${only[@]}" --write-waivers "$folder/waivers.toml"
run 0 check "$chart" "${only[@]}" --config "$folder/waivers.toml" --lang en
says out "waived 1"
run 1 check fixtures/charts --write-waivers "$folder/all.toml"
run 0 check fixtures/charts --config "$folder/all.toml" --lang en
says out "waived "
! grep -q "unused waiver" "$folder/out" || fail "some waivers were written in vain"
cat >"$folder/unused.toml" <<'TOML'
[[waiver]]
check = "coding-principal-missing"
chart = "ZY1"
reason = "编码员外出"
by = "王五"
until = 2024-01-01
[[waiver]]
check = "coding-principal-missing"
chart = "ZY2"
reason = "编码员外出"
by = "王五"
until = 2124-01-01
TOML
run 1 check "$chart" "${only[@]}" --config "$folder/unused.toml" --lang en -f text \
  -f "json=$folder/a.json" -f "sarif=$folder/a.sarif"
for form in out a.json a.sarif; do
  says $form "it has run out, and the finding is reported again"
  says $form "the run had no such chart"
done
run 0 check "$chart" "${only[@]}" --config "$folder/unused.toml" --as-of 2023-12-31

# The sheet of the configuration counts, unless the command line names one.
printf 'extends = "cn-national"\n[score]\nsheets = ["cn-frontpage-2016"]\n' >"$folder/score.toml"
run 0 score "$chart" --config "$folder/score.toml" -f json
says out '"sheet":"cn-frontpage-2016"'
run 0 score "$chart" --config "$folder/score.toml" --sheet cn-generic-100 -f json
says out '"sheet":"cn-generic-100"'
run 0 score "$chart" -f json
says out '"sheet":"cn-generic-100"'
# It also tells what each finding costs.
broken=fixtures/charts/emergency-surgery-broken/chart.json
run 1 check "$broken" --config "$folder/score.toml" --lang en -f csv
says out ",Profile,Points,Veto"
grep -q 'coding-dx-format,.*,cn-national,4,' "$folder/out" || fail "no points in the CSV file"
run 1 check "$broken" --lang en -f csv
grep -q Veto "$folder/out" && fail "points without a sheet"

# init writes what config can read, in both languages, and leaves a file that is there alone.
for lang in zh en; do
  mkdir "$folder/$lang"
  run 0 init "$folder/$lang" --lang $lang
  run 0 config --config "$folder/$lang/emrlint.toml"
  says out 'extends = "cn-national"'
  sed 's/^# \(\[\|severity\|when\|check\|chart\|reason\|by\|until\)/\1/' \
    "$folder/$lang/emrlint.toml" >"$folder/$lang/whole.toml"
  run 0 config --config "$folder/$lang/whole.toml"
  run 2 init "$folder/$lang"
done

# init --tables writes tables that config takes, and leaves those that are there alone.
for lang in zh en; do
  mkdir "$folder/tables-$lang"
  echo 'name,class' >"$folder/tables-$lang/antibiotics.csv"
  run 0 init --tables "$folder/tables-$lang" --lang $lang
  says out "[tables]"
  sed -n '/^\[tables]/,$p' "$folder/out" >"$folder/tables-$lang/emrlint.toml"
  says "tables-$lang/antibiotics.csv" 'name,class'
  sed -i "s|$folder/tables-$lang/||" "$folder/tables-$lang/emrlint.toml"
  run 0 config --config "$folder/tables-$lang/emrlint.toml"
  says out 'tables.surgery-levels = "surgery-levels.csv"'
  columns() { sed -n '/^## calendar/,$p' "$1"; }
  [ "$(columns "$folder/tables-$lang/README.md")" = "$(columns docs/tables.md)" ] ||
    fail "the columns in docs/tables.md are stale: emrlint init --tables writes them anew"
done
printf 'code,lvel\n"1,5\n' >"$folder/tables-en/surgery-levels.csv"
run 2 check "$chart" --config "$folder/tables-en/emrlint.toml" --lang en
says err "surgery-levels.csv:1:6: there is no column \"lvel\"; did you mean \"level\"?"
says err "surgery-levels.csv:2:1: the quote is not closed"

# codes: what import writes the others read; what was not taken is named.
printf '编码,名称\nA00.000,霍乱\nA0,伤寒\nI10.x00,高血压\nI10.x00x002,高血压2级\n' >"$folder/icd10.csv"
run 1 codes import "$folder/icd10.csv" --edition insurance-2.0 -o "$folder/a.codes" --lang en \
  --system icd-10 --valid-from 2021-01-01
says err 'icd10.csv:3:1: "A0" has not the form of ICD-10 diagnoses'
says out '4 rows read, 3 codes, 1 rows not taken'
run 1 codes import "$folder/icd10.csv" -o "$folder/b.codes" -f json --system icd-10
says out '"type":"rejected"'
run 0 codes list --table "$folder/a.codes" --lang en
says out 'icd-10/insurance-2.0'
run 0 codes lookup i10x00 A00.000 --table "$folder/a.codes" --lang en
says out 'I10.x00  高血压'
run 1 codes lookup Z99.900 --table "$folder/a.codes" --lang en
says err 'Z99.900: not in the table'
run 0 codes search 高血压 --table "$folder/a.codes" -f json
says out '"code":"I10.x00x002"'
run 1 codes search 骨折 --table "$folder/a.codes"
silent err
run 1 codes search init --table "$folder/a.codes"  # A word, not the command.
silent err
silent out
run 1 codes validate I10.x00 I10x00 Z99.900 x --table "$folder/a.codes" --lang en
says out 'I10.x00: valid  高血压'
says out 'I10x00: valid, but written another way (I10.x00)'
says out 'Z99.900: not in the table'
says out 'x: has not the form of a code'
run 1 codes validate I10 --table "$folder/a.codes" --lang en
says out 'I10: a heading, not to be used itself'
run 1 codes validate I10.x00 --table "$folder/a.codes" --date 2020-12-31
run 2 codes list --lang en
says err 'there is no code table'
run 2 codes lookup I10.x00 --table "$folder/icd10.csv" --lang en
says err 'is no code table'
run 2 codes import "$folder/icd10.csv"
run 2 codes import "$folder/none.csv" -o "$folder/c.codes"
run 2 codes import "$folder/icd10.csv" -o "$folder/no/such/c.codes"
printf '[codes]\nfiles = ["a.codes"]\nregion = "CN-ZJ"\n' >"$folder/codes.toml"
run 0 codes search gxy --config "$folder/codes.toml"
says out '高血压'
run 0 config --config "$folder/codes.toml"
says out 'codes.files = "a.codes"'
head -c 200 "$folder/a.codes" >"$folder/b.codes"
sed s/a.codes/b.codes/ "$folder/codes.toml" >"$folder/cut.toml"
run 2 check "$chart" --config "$folder/cut.toml" --lang en
says err "cut.toml:2:10: $folder/b.codes: is a damaged or incomplete code table"

# Help in both languages, for every command; explain, rules, schemas, version.
run 0 --help --lang zh
says out "用法："
run 0 --help --lang en
says out "Usage: emrlint COMMAND"
for command in $(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$folder/out"); do
  run 0 "$command" --help --lang en
  says out "Usage: emrlint $command"
  silent err
done
run 0 explain coding-principal-missing/none --lang zh
says out "依据"
run 0 coverage --law sa --system 8 --lang en
says out "Action Plan for the Quality and Safety of Surgery"
says out "not in a chart"
says out "Core system 8 Preoperative discussion"
! grep -q "^XD" "$folder/out" || fail "coverage --law shows other texts"
silent err
run 0 coverage --format json --output "$folder/coverage.json"
silent out
says coverage.json '"key":"SA"'
run 2 coverage --law SAA --lang en
says err "Did you mean SA?"
run 2 coverage --system 19 --lang en
says err "--system: 19 is no number from 1 to 18"
run 0 rules --format ids
says out "coding-principal-missing"
run 0 rules --format json
says out '"status":"not-built","reason":'
run 0 explain document-structure-valid
says out structure-
run 0 rules --format markdown --output "$folder/pages"
says pages/README.md "coding-principal-missing.md"
says pages/coverage.md "coding-principal-missing.md"
says pages/coding-principal-missing.md "//~ case:"
run 0 schema chart
says out '"$schema"'
run 0 schema config
says out '"coding-principal-missing"'
run 0 version
run 0 --version

# Completions: each shell that is here must take its script.
for shell in bash zsh fish; do
  run 0 completions $shell
  ! command -v $shell >/dev/null || $shell -n "$folder/out" || fail "$shell rejects its completions"
done
run 0 completions bash
mkdir "$folder/shell"
touch "$folder/shell/night log.sarif"
# completes WORDS EXPECTED: to what bash completes the last word, between bars.
completes() {
  local words
  words=$(cd "$folder/shell" && PATH=$(dirname "$program"):$PATH bash -c 'source "$0"
    read -ra COMP_WORDS <<<"emrlint $1"; [ "${1: -1}" != " " ] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _emrlint; IFS="|"; echo "${COMPREPLY[*]}"' \
    "$folder/out" "$1")
  [ "$words" = "$2" ] || fail "bash completes \"emrlint $1\" to: $words"
}
completes "com" "completions"
completes "--he" "--help"
completes "check --fail-on " "error|warning|note|never"
completes "check --fail-on = n" "note|never"
completes "check --as-of " ""
completes "check -f sarif = ni" "night log.sarif"
completes "check ni" "night log.sarif"
completes "rules ni" ""
completes "explain coding-principal-m" "coding-principal-missing"
completes "schema c" "chart|config"
completes "coverage --law X" "XD"

# The man pages are what the program says of itself today.
for page in en:docs/man/emrlint.1 zh:docs/man/zh_CN/emrlint.1; do
  run 0 --help-man --lang "${page%%:*}"
  cmp -s "$folder/out" "$root/${page#*:}" ||
    fail "${page#*:} is stale: emrlint --help-man --lang ${page%%:*} > ${page#*:}"
done

[ "$failures" -eq 0 ]
