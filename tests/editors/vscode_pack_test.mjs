// SPDX-License-Identifier: Apache-2.0
// The VS Code extension compiles, is packed with all it needs and nothing else, and has each of its
// texts in both languages. Whether it works is the matter of `./dev test editors`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const extension = fileURLToPath(new URL("../../editors/vscode", import.meta.url));
const require = createRequire(join(extension, "package.json"));

if (!existsSync(join(extension, "node_modules"))) {
  console.log("vscode_pack_test: its npm parts are missing; ./dev setup installs them.");
  process.exit(Number(process.env.EMRLINT_MISSING ?? 77));
}
if (Number(process.versions.node.split(".")[0]) < 18) {
  console.log(`vscode_pack_test: skipped, Node ${process.versions.node} is older than 18`);
  process.exit(77);
}

const read = (name) => readFileSync(join(extension, name), "utf8");
const json = (name) => JSON.parse(read(name));

// The texts of the files in a VSIX, by name.
function unpack(vsix) {
  return new Promise((done, failed) => {
    const files = new Map();
    require("yauzl").open(vsix, { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error);
      zip.on("error", failed).on("end", () => done(files));
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (unreadable, stream) => {
          if (unreadable) return failed(unreadable);
          const chunks = [];
          stream.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
            files.set(entry.fileName, Buffer.concat(chunks).toString());
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

function texts() {
  const [english, chinese] = [json("package.nls.json"), json("package.nls.zh-cn.json")];
  assert.deepEqual(Object.keys(chinese), Object.keys(english));
  const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  for (const name of readdirSync(join(extension, "walkthrough"))) {
    if (!name.includes(".nls.")) read(`walkthrough/${name.replace(".md", ".nls.zh-cn.md")}`);
  }
  const sources = readdirSync(join(extension, "src")).map((name) => read(`src/${name}`)).join("");
  const said = [...sources.matchAll(/l10n\.t\(\s*("[^"]*"|'[^']*')/g)].map((match) =>
    match[1].slice(1, -1));
  const translated = Object.keys(json("l10n/bundle.l10n.zh-cn.json"));
  assert.deepEqual([...new Set(said)].sort(), translated.sort());
}

// Each command that is contributed is registered, each view provided, and each setting read.
function names() {
  const { commands, configuration, views } = json("package.json").contributes;
  const sources = readdirSync(join(extension, "src")).map((name) => read(`src/${name}`)).join("");
  for (const { command } of commands) {
    assert.ok(sources.includes(`command("${command.replace("emrlint.", "")}",`), command);
  }
  for (const { id } of views.explorer) {
    assert.ok(sources.includes(`registerTreeDataProvider("${id}",`), id);
  }
  for (const key of Object.keys(configuration.properties)) {
    if (key === "emrlint.trace.server") continue; // Read by vscode-languageclient.
    assert.match(sources, new RegExp(`get(<[^>]*>)?\\("${key.replace("emrlint.", "")}"`), key);
  }
}

async function packed(folder) {
  const vsix = join(folder, "emrlint.vsix");
  execFileSync(process.execPath, [join(extension, "pack.mjs"), vsix], { stdio: "ignore" });
  const files = await unpack(vsix);
  const expected = [
    "[Content_Types].xml", "extension.vsixmanifest", "extension/LICENSE.txt",
    "extension/README.md", "extension/dist/extension.js",
    "extension/l10n/bundle.l10n.zh-cn.json", "extension/package.json",
    "extension/package.nls.json", "extension/package.nls.zh-cn.json", "extension/third-party.txt",
    ...readdirSync(join(extension, "walkthrough")).map((name) => `extension/walkthrough/${name}`),
  ];
  assert.deepEqual([...files.keys()].sort(), expected.sort());
  assert.match(files.get("extension/third-party.txt"), /vscode-languageclient \d/);
  // Nothing is left to be loaded but what VS Code and Node bring.
  const loaded = [...files.get("extension/dist/extension.js").matchAll(/\brequire\("([^"]+)"\)/g)];
  const builtin = new Set(["vscode", ...require("node:module").builtinModules]);
  for (const [, name] of loaded) assert.ok(builtin.has(name.replace("node:", "")), name);
  assert.ok(loaded.some(([, name]) => name === "vscode"));
}

const folder = mkdtempSync(join(tmpdir(), "emrlint-pack-"));
try {
  texts();
  names();
  execFileSync(process.execPath, [join(extension, "node_modules/typescript/bin/tsc")], {
    cwd: extension,
    stdio: "inherit",
  });
  await packed(folder);
} finally {
  rmSync(folder, { recursive: true });
}
