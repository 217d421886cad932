// SPDX-License-Identifier: Apache-2.0
// node pack.mjs [VSIX]: bundles the extension and packs it; needs no network. Without a name it is
// build/emrlint.vsix of the repository.
import { build } from "esbuild";
import vsce from "@vscode/vsce";
import {
  cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const root = resolve(source, "../..");
const parts = [
  "README.md", "l10n", "package.json", "package.nls.json", "package.nls.zh-cn.json", "walkthrough",
];

async function bundle(outfile) {
  const { metafile } = await build({
    entryPoints: [join(source, "src/extension.ts")],
    absWorkingDir: source,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node18",
    external: ["vscode"],
    minify: true,
    metafile: true,
    logLevel: "warning",
    outfile,
  });
  return Object.keys(metafile.inputs);
}

// The licences of the packages that went into the bundle.
function licences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) packages.add(folder);
  }
  return [...packages].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(source, folder, "package.json"), "utf8"));
    const file = readdirSync(join(source, folder)).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} comes without its licence`);
    return `${name} ${version}\n\n${readFileSync(join(source, folder, file), "utf8").trim()}\n`;
  });
}

const target = resolve(process.argv[2] ?? join(root, "build/emrlint.vsix"));
const folder = mkdtempSync(join(tmpdir(), "emrlint-vscode-"));
try {
  const inputs = await bundle(join(folder, "dist/extension.js"));
  for (const part of parts) cpSync(join(source, part), join(folder, part), { recursive: true });
  cpSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "third-party.txt"), licences(inputs).join(`\n${"-".repeat(80)}\n\n`));
  writeFileSync(join(folder, ".vscodeignore"), ""); // All that lies here is meant.
  mkdirSync(dirname(target), { recursive: true });
  process.chdir(folder); // It looks up the sizes of the files here.
  await vsce.createVSIX({
    cwd: folder,
    packagePath: target,
    dependencies: false,
    allowMissingRepository: true,
  });
  if (!existsSync(target)) throw new Error(`${target} was not written`);
} finally {
  rmSync(folder, { recursive: true });
}
