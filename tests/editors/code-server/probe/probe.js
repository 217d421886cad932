// SPDX-License-Identifier: Apache-2.0
// What somebody sees who opens the record in VS Code with editors/vscode; packed and started by
// drive.mjs. One line for each thing seen; tabs separate what it is, its name, and the text.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

const patience = 60000; // Milliseconds; nothing takes that long unless it never comes.
const seen = [];
const note = (...fields) => seen.push(fields.join("\t"));

// Waits until `find` gives something: it is asked again whenever diagnostics change.
function wait(what, find) {
  return new Promise((done, failed) => {
    const look = () => {
      const found = find();
      if (!found) return;
      clearTimeout(timer);
      listener.dispose();
      done(found);
    };
    const timer = setTimeout(() => failed(new Error(`waited in vain for ${what}`)), patience);
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

const code = (finding) => finding.code.value ?? finding.code;

function findings(document) {
  const order = (a, b) =>
    a.range.start.compareTo(b.range.start) || (code(a) < code(b) ? -1 : 1);
  return vscode.languages.getDiagnostics(document.uri)
    .filter(({ source }) => source === "emrlint").sort(order);
}

function noteFindings(step, document) {
  for (const one of findings(document)) note(step, code(one), document.getText(one.range));
}

async function open() {
  const uri = vscode.Uri.file(join(process.env.EMRLINT_RECORD, "admission.xml"));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await wait("findings", () => placeholder(document));
  noteFindings("open", document);
  return document;
}

const placeholder = (document) =>
  findings(document).find((one) => code(one) === "completeness-placeholder-text");
const position = (document, text) => document.positionAt(document.getText().indexOf(text));

async function noteHover(document) {
  const hovers = await vscode.commands.executeCommand(
    "vscode.executeHoverProvider", document.uri, position(document, "[未填写]"));
  const shown = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join("\n");
  note("hover", /completeness-placeholder-text/.exec(shown) ?? shown);
}

async function fix(document) {
  const at = position(document, "J15900");
  const actions = await vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider", document.uri, new vscode.Range(at, at), "quickfix");
  const action = actions.find(({ title }) => title.startsWith("write"));
  await vscode.workspace.applyEdit(action.edit);
  note("fixed", action.title, document.lineAt(at.line).text.trim());
}

// A change before a finding on its line.
async function edit(document) {
  const before = placeholder(document).range;
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, new vscode.Position(before.start.line, 10), "<!-- 𠮷𠮷 -->");
  await vscode.workspace.applyEdit(change);
  await wait("findings of the change", () => {
    const now = placeholder(document);
    return now && !now.range.isEqual(before);
  });
  noteFindings("edited", document);
}

// What the picture is to show: findings in the text and in their list, and the fixes of one.
async function pose(document) {
  const run = (command) => vscode.commands.executeCommand(command);
  await run("workbench.action.files.revert");
  await wait("the findings of the reverted text", () =>
    findings(document).some((one) => code(one) === "coding-dx-format"));
  await run("workbench.action.closeSidebar");
  await run("workbench.actions.view.problems");
  const editor = await vscode.window.showTextDocument(document);
  const at = position(document, "J15900");
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  await run("editor.action.quickFix");
}

async function session() {
  const document = await open();
  await edit(document);
  await noteHover(document);
  await fix(document);
  if (process.env.EMRLINT_PICTURE) await pose(document);
}

exports.activate = async () => {
  try {
    await session();
  } catch (error) {
    note("failed", error.stack ?? error);
  }
  writeFileSync(process.env.EMRLINT_SEEN, seen.map((line) => `${line}\n`).join(""));
};
