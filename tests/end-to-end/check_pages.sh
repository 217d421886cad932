#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/checks is what the cards of the checks and checks/coverage say: `./dev docs` writes it.
# Usage: check_pages.sh EMRLINT
set -euo pipefail

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$1" rules --format markdown --output "$pages" >/dev/null
if ! diff -r "$pages" docs/checks; then
  echo "docs/checks is not what the cards say: run ./dev docs"
  exit 1
fi
