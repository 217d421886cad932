#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# write_blocks.sh DOCUMENT SOURCE FOLDER: does to FOLDER what a document tells its reader to do to
# the files of SOURCE. A fenced block that opens with "```kind path" is a new file of that path, or
# the end of the one that SOURCE has.
set -euo pipefail

document=$1 source=$2 folder=$3

blocks=$(mktemp -d)
trap 'rm -rf "$blocks"' EXIT
awk -v folder="$blocks" '
  /^```/ && open { open = 0; close(file); next }
  /^```/ { open = 1; file = sprintf("%s/%03d", folder, ++count); path = $2; printf "" >file }
  /^```/ { if (path != "") print file, path; next }
  open { print >file }' "$document" >"$blocks/list"

while read -r block path; do
  mkdir -p "$folder/$(dirname "$path")"
  if [ ! -e "$folder/$path" ] && [ -e "$source/$path" ]; then
    cp "$source/$path" "$folder/$path"
  fi
  cat "$block" >>"$folder/$path"
done <"$blocks/list"
