#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sarif_charts.sh PROGRAM: lints the example charts and validates the SARIF log of that run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Exit code 1 says that there are findings, which is what the charts are for.
status=0
"$program" check "$here/../../fixtures/charts" -f "sarif=$folder/log.sarif" || status=$?
[ "$status" -le 1 ] || { echo "sarif_charts: $program ended with exit code $status."; exit 1; }
"$here/sarif_validate.sh" "$folder/log.sarif"
