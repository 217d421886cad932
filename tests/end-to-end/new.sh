#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# new.sh PROGRAM: a new document goes where it belongs, is read as one of the chart, and overwrites
# nothing. Runs in the root of the repository.
set -uo pipefail

program=$(realpath "$1")
charts=$PWD/fixtures/charts
formats=$PWD/fixtures/formats
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1

fail() {
  printf 'new: %s\n' "$1"
  failures=$((failures + 1))
}

# run STATUS ARGS...: the program must end with that status; leaves $folder/out and $folder/err.
run() {
  local expected=$1 status=0
  shift
  "$program" "$@" >"$folder/out" 2>"$folder/err" </dev/null || status=$?
  [ "$status" -eq "$expected" ] || fail "emrlint $*: exit code $status instead of $expected"
}
says() {
  grep -qF -- "$2" "$folder/$1" || fail "$1 lacks \"$2\": $(head -3 "$folder/$1")"
}
silent() {
  [ ! -s "$folder/$1" ] || fail "$1 is not empty: $(head -3 "$folder/$1")"
}
# charts_of PATH: how many charts a run over it finds.
charts_of() {
  "$program" check "$1" -f json --fail-on never 2>/dev/null | grep -c '"type":"chart"'
}

# Beside WS/T 500: a file of the chart, then another.
cp -r "$charts/medical-stay-xml" "$folder/xml"
before=$(charts_of "$folder/xml")
run 0 new discharge-record "$folder/xml"
silent err
[ "$(cat "$folder/out")" = "$folder/xml/出院记录.xml" ] || fail "not the path: $(cat "$folder/out")"
grep -q '<name>李四</name>' "$folder/xml/出院记录.xml" || fail "the patient is not named"
[ "$before" -gt 0 ] && [ "$(charts_of "$folder/xml")" = "$before" ] || fail "another chart came"
run 0 new 出院记录 "$folder/xml/出院记录.xml" --lang en
says out "$folder/xml/出院记录-2.xml"
run 0 new 出院记录 "$folder/xml/" --output -
says out "<title>出院记录</title>"

# Nothing is overwritten.
cp "$folder/xml/出院记录.xml" "$folder/kept"
run 2 new 出院记录 "$folder/xml" --output "$folder/xml/出院记录.xml"
says err "不覆盖"
cmp -s "$folder/kept" "$folder/xml/出院记录.xml" || fail "a file was overwritten"
run 2 new 出院记录 "$folder/xml" --output "$folder/no/such/folder.xml"

# Beside C-CDA; a type that it lacks.
mkdir "$folder/ccda"
cp "$formats/ccda/operative-note.xml" "$folder/ccda"
run 0 new "discharge record" "$folder/ccda" --lang en
says out "$folder/ccda/discharge-record.xml"
run 0 check "$folder/ccda" -f json --fail-on never
[ "$(charts_of "$folder/ccda")" = 1 ] || fail "the C-CDA document is of another chart"
run 2 new admission-record "$folder/ccda" --lang en
says err "has no template in the format ccda; it has one in: ws500 chart-json fhir"
run 0 new admission-record "$folder/ccda" --format ws500 --output - --lang en
says out "<title>入院记录</title>"
says err "the documents of this chart are in the format ccda; files of several formats"
run 0 new "discharge record" "$folder/ccda" --format ccda --output -
silent err

# A file that holds the whole chart is not changed; --output gives a copy with the document.
for form in medical-stay/chart.json medical-stay-fhir/bundle.json; do
  mkdir "$folder/$(dirname "$form")"
  cp "$charts/$form" "$folder/$form"
  run 0 new discharge-record "$folder/$(dirname "$form")" --lang en
  says err "belongs in $folder/$form, line "
  says out '"discharge-record"'
  cmp -s "$charts/$form" "$folder/$form" || fail "$form was changed"
  run 0 new discharge-record "$folder/$form" --output "$folder/copy.json"
  diff "$charts/$form" "$folder/copy.json" >"$folder/diff"
  ! grep -q '^<' "$folder/diff" || [ "$(grep -c '^<' "$folder/diff")" -le 1 ] ||
    fail "more was changed than added: $(head -3 "$folder/diff")"
  run 0 check "$folder/copy.json" --fail-on never
  silent err
  rm "$folder/copy.json"
done

# Of several patients none is named; a document beside it names its own.
mkdir "$folder/two"
cp "$charts"/medical-stay-xml/*.xml "$charts"/elective-surgery-xml/*.xml "$folder/two"
run 0 new 出院记录 "$folder/two" --output - --lang en
says err "the patient is left empty"
! grep -q '李四' "$folder/out" || fail "a patient was named"
run 0 new 出院记录 "$folder/two/$(basename "$(ls "$charts"/medical-stay-xml/*.xml | head -1)")" \
  --output -
silent err
says out '<name>李四</name>'

# Without a chart.
mkdir "$folder/empty"
cd "$folder/empty" || exit 1
run 0 new 会诊记录
says out '会诊记录.xml'
[ -s 会诊记录.xml ] || fail "no file in the current folder"
run 0 new ccd --format ccda
run 0 new 会诊记录 --format fhir --output -
says out '"resourceType": "Bundle"'
run 0 new 会诊记录 --format chart-json --output consultation.json
run 0 check consultation.json --fail-on never

# Types.
run 0 new --list --lang en
says out "discharge-record"
says out "出院记录"
says out "ws500 ccda chart-json fhir"
silent err
[ "$(grep -c . "$folder/out")" -gt 57 ] || fail "types are missing"
run 0 new --list --format ccda
[ "$(grep -c 'ccda' "$folder/out")" = 9 ] || fail "not the types of C-CDA"
run 2 new --lang en
says err "say a type"
run 2 new discharge-recrd --lang en
says err "did you mean \"discharge-record\""
run 2 new 出院记禄
says err "出院记录"
silent out
run 2 new unknown
run 2 new discharge-record "$folder/none" --lang en
says err "there is no $folder/none"

[ "$failures" -eq 0 ] || exit 1
