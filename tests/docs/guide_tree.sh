#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# guide_tree.sh SOURCE EMBEDDED FOLDER: writes the files of docs/writing-checks.md into FOLDER and
# beside them what a program with these checks is built from: guide.cpp, the native checks of the
# guide, and embedded_bytes.S, which is EMBEDDED with the rule files of the guide.
set -euo pipefail

source=$1 embedded=$2 folder=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

rm -rf "$folder"
mkdir -p "$folder"
"$here/write_blocks.sh" "$source/docs/writing-checks.md" "$source" "$folder"

cd "$folder"
find checks -name '*.cpp' | sort | sed 's/.*/#include "&"/' >guide.cpp
sed_script=$(find checks -name '*.toml' | sort | sed "s|.*|s#\"$source/&\"#\"$folder/&\"#|")
sed "$sed_script" "$embedded" >embedded_bytes.S
[ -s guide.cpp ] || { echo "guide_tree: the guide has no native check."; exit 1; }
! cmp -s embedded_bytes.S "$embedded" || { echo "guide_tree: the guide has no rule."; exit 1; }
