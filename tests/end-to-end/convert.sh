#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# convert.sh PROGRAM: what `convert` makes of JSON lines and SARIF is what `check` itself writes,
# but for what docs/output.md says that they do not hold.
set -euo pipefail
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
  echo "convert: $1" >&2
  exit 1
}
head -c 3000 fixtures/charts/medical-stay/chart.json >"$folder/cut.json"
mkdir "$folder/fixtures"
cp -r fixtures/charts "$folder/fixtures"
cd "$folder"
cat >emrlint.toml <<'TOML'
extends = "cn-national"
[[waiver]]
check = "timeliness-discharge-record-24h"
chart = "ZY20240408-0001"
reason = "停电"
by = "病案室"
until = 2124-01-01
TOML

# forms NAME: the options that write all forms as NAME.*.
forms() {
  for form in json sarif csv xlsx junit fhir text; do
    printf -- '-f %s=%s.%s ' $form "$1" $form
  done
}
for lang in zh en; do
  status=0
  # shellcheck disable=SC2046
  "$program" check cut.json fixtures/charts --lang $lang --fail-on never --show-undecided \
    --snippets none $(forms own) 2>err || status=$?
  [ $status = 3 ] || fail "check ends with $status"
  # shellcheck disable=SC2046
  "$program" convert own.json --lang $lang --fail-on never --show-undecided $(forms json) 2>err ||
    fail "the JSON lines cannot be converted: $(cat err)"
  # shellcheck disable=SC2046
  "$program" convert own.sarif --lang $lang --fail-on never --show-undecided $(forms log) 2>err ||
    fail "the SARIF log cannot be converted: $(cat err)"
  for form in json csv xlsx text; do
    cmp own.$form json.$form || fail "$form out of JSON lines is another one ($lang)"
  done
  # JSON lines have no paths in the structure of files. Where lines end in a log tells nothing.
  flat() { tr -d '\n' <"$1"; }
  no_paths() {
    flat "$1" | sed -E 's/,"logicalLocations":\[\{[^}]*\}\]//g
      s/,"(expression|location)":\["[^"]*"\]//g'
  }
  for form in sarif fhir; do
    cmp <(no_paths own.$form) <(flat json.$form) ||
      fail "$form out of JSON lines is another one ($lang)"
  done
  # Without snippets nothing of the log is lost.
  cmp <(flat own.sarif) <(flat log.sarif) || fail "sarif out of SARIF is another one ($lang)"
  # A log has no charts, documents and authors.
  cut_json() {
    grep -v -e '^{"type":"chart"' -e '"superseded":true' "$1" |
      sed 's/,"document":"[^"]*"//; s/,"doctor":"[^"]*"//'
  }
  cmp <(cut_json own.json) <(cut_json log.json) || fail "JSON out of SARIF is another one ($lang)"
done

# What cannot be told is said, and what is no result is refused.
grep -q '^emrlint: junit: the input holds no charts without findings' err ||
  fail "what SARIF does not hold is not said"
refused() {
  local status=0
  "$program" convert "$2" --lang en -f "csv=$folder/no.csv" 2>err || status=$?
  [ $status = 3 ] || fail "$2 ends with $status"
  grep -q "$1" err || fail "no word of '$1': $(cat err)"
}
head -n 5 own.json >short.json
refused 'short.json:6: the last line, the summary, is missing' short.json
echo '{"type":"finding","check":"no-such-check"}' >unknown.json
refused 'unknown.json:1: the results name the check no-such-check' unknown.json
refused 'neither JSON lines nor a SARIF log' fixtures/charts/medical-stay/chart.json
"$program" convert - --lang zh -f csv <own.json >stdin.csv 2>err || fail "stdin is not read"
[ "$(wc -l <stdin.csv)" = "$(wc -l <own.csv)" ] || fail "stdin gives other rows"
