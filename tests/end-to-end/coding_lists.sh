#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Compares the lists of codes of the checks with the code tables of the folder that
# EMRLINT_CODE_TABLES names. Skipped (77) without it. Usage: coding_lists.sh EMRLINT_TESTS
set -euo pipefail

if [ -z "${EMRLINT_CODE_TABLES:-}" ]; then
  echo "skipped: EMRLINT_CODE_TABLES names no folder with code tables"
  exit 77
fi
"$1" --no-skipped-summary \
  --test-case='coding lists of a table*,*in the imported tables,code lists:*'
