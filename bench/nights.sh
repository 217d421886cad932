#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What two nights of the nightly job cost: all charts, then one in a hundred changed.
# nights.sh EMRLINT GENERATE SCRATCH [COUNT]; the charts stay in SCRATCH. DuckDB is found by
# EMRLINT_DUCKDB, as ever. Needs GNU time.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '3,5s/^# //p' "$0" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "GNU time is missing: apt-get install time" >&2; exit 2; }
emrlint=$(realpath "$1") generate=$(realpath "$2") count=${4:-100000}
mkdir -p "$3"
cd "$3"
[ -d "charts-$count" ] || "$generate" --count "$count" --defects 0.02 "charts-$count" >/dev/null
rm -rf store

# night DAY: prints seconds of CPU, seconds by the clock, and kilobytes of the largest process.
night() {
  /usr/bin/time -o time.txt -f '%U %S %e %M' "$emrlint" nightly --store store \
    --sheet cn-generic-100 --as-of "2026-11-0$1T06:00+08:00" --lang en "charts-$count" \
    >night.txt 2>night.err
  awk '{print $1 + $2, $3, $4}' time.txt
}

# Other bytes of the same chart, there and back: a blank in front of a colon.
change_some() {
  local file
  find "charts-$count" -name chart.json | sort | awk 'NR % 100 == 50' | while read -r file; do
    if grep -q '"name" :' "$file"; then sed -i 's/"name" :/"name":/' "$file"
    else sed -i 's/"name":/"name" :/' "$file"; fi
  done
}

first=$(night 1)
head -1 night.txt
change_some
second=$(night 2)
head -1 night.txt
awk -v count="$count" -v first="$first" -v second="$second" 'BEGIN {
  split(first, a); split(second, b)
  printf "first night   %.1f s of CPU, %.1f s, %.0f charts a second, %.0f MB\n",
         a[1], a[2], count / a[2], a[3] / 1024
  printf "second night  %.1f s of CPU, %.1f s, %.0f MB: %.1f %% of the CPU and %.1f %% " \
         "of the time of the first (goal: under 5)\n",
         b[1], b[2], b[3] / 1024, 100 * b[1] / a[1], 100 * b[2] / a[2]
}'
