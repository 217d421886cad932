#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# robustness.sh PROGRAM: each broken, huge or hostile input in one run with a good chart. The run
# ends with exit code 3, says what is wrong and where, and judges the good chart as if it were
# alone, in the text, the JSON lines and the SARIF log. Runs in the root of the repository.
set -uo pipefail

program=$(realpath "$1")
charts=$PWD/fixtures/charts
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failures=0
export LC_ALL=C.UTF-8 NO_COLOR=1

fail() {
  printf 'robustness: %s\n' "$1"
  failures=$((failures + 1))
}

# lint NAME ARGS...: one run in three forms: NAME.txt, NAME.jsonl, NAME.sarif.
lint() {
  local name=$1
  shift
  timeout 120 "$program" check --lang en -j 1 -f text -f "json=$name.jsonl" \
    -f "sarif=$name.sarif" "$@" >"$name.txt" 2>"$name.err"
}

# What the three forms say of the good chart.
said_in_text() { grep '^good\.json:' "$1.txt"; }
said_in_json() { grep '"type":"finding".*"path":"good\.json"' "$1.jsonl"; }
said_in_sarif() {
  grep '^,\?{"ruleId".*"uri":"good\.json"' "$1.sarif" | grep -o '"emrlintSubject/v1":"[0-9a-f]*"'
}

cp "$charts/death-broken/chart.json" good.json
lint alone good.json
for form in text json sarif; do
  "said_in_$form" alone >"expected.$form" || fail "the good chart alone gives nothing as $form"
done

# rejected ID PLACED FILE [ARGS...]: FILE beside the good chart gives the problem ID, when PLACED is
# `at` with line and column.
rejected() {
  local id=$1 placed=$2 file=$3 status=0 place=''
  shift 3
  lint run "$@" "$file" good.json || status=$?
  [ "$status" -eq 3 ] || fail "$file: exit code $status instead of 3"
  [ ! -s run.err ] || fail "$file: $(head -3 run.err)"
  [ "$placed" != at ] || place=':[0-9]+:[0-9]+'
  grep -qE "^$file$place: [a-z ]+: .* \[$id\]$" run.txt ||
    fail "$file: no line for $id: $(grep "^$file" run.txt | head -3)"
  place=''
  [ "$placed" != at ] || place='"line":[0-9]+,"column":[0-9]+'
  grep -qE "\"type\":\"problem\".*\"id\":\"$id\".*\"path\":\"$file\",?$place" run.jsonl ||
    fail "$file: no problem $id in the JSON lines"
  place=''
  [ "$placed" != at ] || place='.*"startLine":[0-9]+,"startColumn":[0-9]+'
  grep -qE "\"descriptor\":\{\"id\":\"$id\"\}.*\"uri\":\"$file\"$place" run.sarif ||
    fail "$file: no notification $id in the SARIF log"
  for form in text json sarif; do
    "said_in_$form" run | cmp -s - "expected.$form" ||
      fail "$file: the good chart is judged otherwise as $form"
  done
}

repeat() { awk -v n="$1" -v s="$2" 'BEGIN { for (i = 0; i < n; ++i) printf "%s", s }'; }

# Cut off in the middle.
head -c 3000 "$charts/medical-stay-xml/d01-C0037.xml" >cut.xml
head -c 3000 "$charts/medical-stay/chart.json" >cut.json
head -c 3000 "$charts/medical-stay-fhir/bundle.json" >cut-fhir.json
gzip -c "$charts/medical-stay/chart.json" | head -c 2000 >cut.json.gz
rejected xml-syntax at cut.xml
rejected json-syntax at cut.json
rejected json-syntax at cut-fhir.json
rejected json-syntax at cut.json.gz
rejected compression-damaged - cut.json.gz

# Not there, empty, no text, no compression after all.
head -c 4096 "$program" >program.json
: >empty.xml
printf ' \n\t\n' >blank.json
printf '\x1f\x8b\x08\x00no more of it' >damaged.json.gz
printf '{"name": "value"}' >other.json
rejected file-unreadable - missing.json
rejected file-empty - empty.xml
rejected file-empty - blank.json
rejected encoding-unknown - program.json
rejected compression-damaged - damaged.json.gz
rejected not-a-record at other.json

# 100,000 levels, closed and not.
{
  printf '{"format": "emrlint-chart/1", "chart": "X",\n "x": '
  repeat 100000 '['
  repeat 100000 ']'
  printf '}'
} >deep.json
{
  printf '{"resourceType": "Bundle", "type": "document",\n "entry": '
  repeat 100000 '[{"a":'
} >deep-fhir.json
{
  printf '<ClinicalDocument xmlns="urn:hl7-org:v3">\n'
  repeat 100000 '<section>'
} >deep-open.xml
{
  cat deep-open.xml
  repeat 100000 '</section>'
  printf '</ClinicalDocument>'
} >deep.xml
rejected json-limit at deep.json
rejected json-limit at deep-fhir.json
rejected xml-depth at deep.xml
rejected xml-syntax at deep-open.xml

# Bytes of another encoding.
sed '0,/"title": "/s//"title": "\xff\xc0/' "$charts/medical-stay/chart.json" >bytes.json
sed '0,/<title>/s//<title>\xff\xfe/' "$charts/medical-stay-xml/d01-C0037.xml" >bytes.xml
rejected encoding-invalid-bytes at bytes.json
rejected encoding-invalid-bytes at bytes.xml

# What refers to itself, over and over: entities, files, encounters.
{
  printf '<?xml version="1.0"?>\n<!DOCTYPE ClinicalDocument [\n<!ENTITY e0 "ha">\n'
  for i in 1 2 3 4 5 6 7 8 9; do
    printf '<!ENTITY e%s "%s">\n' $i "$(repeat 10 "&e$((i - 1));")"
  done
  printf ']>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><title>&e9;</title></ClinicalDocument>'
} >entities.xml
cat >include.xml <<'XML'
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xi="http://www.w3.org/2001/XInclude">
<xi:include href="include.xml"/><title>x</title></ClinicalDocument>
XML
cat >loop.json <<'JSON'
{"resourceType": "Bundle", "type": "collection", "entry": [
 {"fullUrl": "urn:uuid:1", "resource": {"resourceType": "Composition", "id": "1", "title": "x",
   "encounter": {"reference": "urn:uuid:2"}, "section": [{"entry": [{"reference": "urn:uuid:1"}]}],
   "relatesTo": [{"code": "replaces", "targetReference": {"reference": "urn:uuid:1"}}]}},
 {"fullUrl": "urn:uuid:2", "resource": {"resourceType": "Encounter", "id": "2",
   "partOf": {"reference": "urn:uuid:3"}}},
 {"fullUrl": "urn:uuid:3", "resource": {"resourceType": "Encounter", "id": "3",
   "partOf": {"reference": "urn:uuid:2"}}},
 {"fullUrl": "urn:uuid:4", "resource": {"resourceType": "Observation", "id": "4",
   "hasMember": [{"reference": "urn:uuid:4"}]}}]}
JSON
rejected xml-entity at entities.xml
rejected xml-include at include.xml
rejected fhir-reference-loop at loop.json

# Too large: by the limit, as it lies there and unpacked; 200 MB of holes are looked at whole.
truncate -s 200M huge.json
truncate -s 4M large.json
gzip -c large.json >large.json.gz
rejected file-too-large - large.json --max-bytes 1000000
rejected file-too-large - large.json.gz --max-bytes 1000000
rejected encoding-unknown - huge.json

[ "$failures" -eq 0 ]
