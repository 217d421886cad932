// SPDX-License-Identifier: Apache-2.0
// What else the server offers for the record and for a chart of many documents, asked for with
// positions in 16-bit units. Throws where an answer is wrong.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";
import { Session } from "./session.mjs";

const chart = fileURLToPath(
  new URL("../../../fixtures/charts/medical-stay-xml-broken", import.meta.url),
);
const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const id = "completeness-placeholder-text";

async function hover(session, uri) {
  const position = session.position(uri, session.texts.get(uri).indexOf("未填写"));
  const answer = await session.request("HoverRequest", { textDocument: { uri }, position });
  assert.ok(answer.contents.value.includes(id));
  assert.equal(session.textUnder(uri, answer.range), "[未填写]");
  const nothing = { textDocument: { uri }, position: { line: 0, character: 0 } };
  assert.equal(await session.request("HoverRequest", nothing), null);
}

// By the range of the request alone: what this client echoes is wrong.
function actions(session, uri, text) {
  const at = session.position(uri, session.texts.get(uri).indexOf(text));
  const echoed = { range: everywhere, message: "misplaced" };
  return session.request("CodeActionRequest", {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [echoed] },
  });
}

async function fixes(session, uri) {
  const [fix, waiver, page] = await actions(session, uri, "J15900");
  assert.equal(fix.title, "write “J15.900”");
  assert.equal(fix.isPreferred, true);
  assert.equal(session.textUnder(uri, fix.diagnostics[0].range), "J15900");
  await session.apply(uri, 2, fix.edit);
  assert.ok(session.texts.get(uri).includes('"肺炎（𠮷）" code="J15.900" '));
  const left = await session.diagnostics(uri, 2);
  assert.ok(left.length > 0 && left.every(({ code }) => code !== "coding-dx-format"));

  assert.equal(waiver.edit.documentChanges[0].kind, "create");
  assert.match(waiver.edit.documentChanges[1].edits[0].newText, /check = "coding-dx-format"/);
  await session.request("ExecuteCommandRequest", page.command);
  const { uri: shown } = session.asked.get("ShowDocumentRequest");
  assert.match(readFileSync(fileURLToPath(shown), "utf8"), /coding-dx-format/);

  const sections = await actions(session, uri, "入院记录</title>");
  const past = sections.find(({ title }) => title === "insert an empty past history");
  await session.apply(uri, 3, past.edit);
  assert.match(session.texts.get(uri), /<section>\s*<code code="11348-0"/);
  assert.ok((await session.diagnostics(uri, 3)).every(({ code }) => code !== "xml-syntax"));
}

async function outline(session, uri) {
  const textDocument = { uri };
  const [document] = await session.request("DocumentSymbolRequest", { textDocument });
  assert.equal(document.name, "入院记录");
  const complaint = document.children.find(({ name }) => name === "chief complaint");
  assert.match(session.textUnder(uri, complaint.range), /咳嗽、咳痰5天，发热2天。/);
  const folds = await session.request("FoldingRangeRequest", { textDocument });
  assert.ok(folds.some(({ startLine }) => startLine === complaint.range.start.line));
  const found = await session.request("WorkspaceSymbolRequest", { query: "chief" });
  assert.deepEqual(found.map(({ location }) => location.uri), [uri]);
  const [lens] = await session.request("CodeLensRequest", { textDocument });
  assert.match(lens.command.title, /\d+ to correct/);
}

// Asks a second time with the id of the first answer.
async function pulls(session, uri, pushed) {
  const textDocument = { uri };
  const full = await session.request("DocumentDiagnosticRequest", { textDocument });
  assert.equal(full.kind, "full");
  assert.deepEqual(full.items, pushed);
  assert.deepEqual(session.published.get(uri).diagnostics, [], "what was pushed is taken back");
  const again = { textDocument, previousResultId: full.resultId };
  assert.equal((await session.request("DocumentDiagnosticRequest", again)).kind, "unchanged");
  const all = await session.request("WorkspaceDiagnosticRequest", { previousResultIds: [] });
  assert.ok(all.items.some((one) => one.uri === uri));
}

export async function record(folder) {
  const session = Session.start();
  await session.initialize(["utf-16"], folder);
  const uri = await session.open(join(folder, "admission.xml"));
  await session.diagnostics(uri, 1);
  await hover(session, uri);
  await outline(session, uri);
  await fixes(session, uri);
  await pulls(session, uri, await session.diagnostics(uri, 3));
  assert.ok(session.asked.has("RegistrationRequest"));
  assert.equal(await session.stop(), 0);
  return session.messages;
}

// Findings of one document that lead into others.
export async function related() {
  const session = Session.start();
  await session.initialize(["utf-16"], chart);
  const uri = await session.open(join(chart, "d01-C0037.xml"));
  const findings = await session.diagnostics(uri, 1);
  const copied = findings.find(({ code }) => code === "duplication-first-note-vs-hpi");
  assert.match(session.textUnder(uri, copied.range), /^患者5天前受凉后出现咳嗽/);
  const other = copied.relatedInformation.find(({ location }) => location.uri !== uri);
  const source = await session.open(fileURLToPath(other.location.uri));
  assert.match(session.textUnder(source, other.location.range), /^患者5天前受凉后出现咳嗽/);
  assert.equal(await session.stop(), 0);
  return session.messages;
}

// A code of the hospital's table, and its name beside it, which stands before it and has 𠮷.
export async function completes(folder) {
  const coded = join(folder, "coded");
  mkdirSync(coded);
  copyFileSync(join(folder, "admission.xml"), join(coded, "admission.xml"));
  writeFileSync(join(coded, "table.csv"), "编码,名称\nJ15.900,细菌性肺炎\nJ18.900,肺炎\n");
  writeFileSync(join(coded, "emrlint.toml"), '[codes]\nfiles = ["table.codes"]\n');
  const table = ["codes", "import", "table.csv", "--output", "table.codes"];
  execFileSync("emrlint", [...table, "--edition", "clinical-2.0"], { cwd: coded, stdio: "ignore" });
  const session = Session.start();
  await session.initialize(["utf-16"], coded);
  const uri = await session.open(join(coded, "admission.xml"));
  const begin = session.texts.get(uri).indexOf("900", session.texts.get(uri).indexOf("J15900"));
  const at = (offset) => session.position(uri, offset);
  await session.change(uri, 2, { start: at(begin), end: at(begin + 3) }, "");
  const answer = await session.request("CompletionRequest", {
    textDocument: { uri },
    position: at(begin),
  });
  const item = answer.items.find(({ label }) => label.includes("J15.900"));
  const before = session.texts.get(uri);
  const line = /.*"J15".*/.exec(before)[0];
  // From the end, so that the places of the others stay right.
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])];
  edits.sort((a, b) => b.range.start.character - a.range.start.character);
  for (const [index, { range, newText }] of edits.entries()) {
    await session.change(uri, index + 3, range, newText);
  }
  const wanted = line.replace('"肺炎（𠮷）"', '"细菌性肺炎"').replace("J15", "J15.900");
  assert.equal(session.texts.get(uri), before.replace(line, wanted));
  assert.equal(await session.stop(), 0);
  return session.messages;
}

const running = `{"format": "emrlint-chart/1", "chart": "𠮷1", "complete": true, "realm": "china",
 "sources": ["documents"],
 "encounter": {"kind": "inpatient", "id": "吉𠮷", "admitted": "2024-03-01T08:00:00+08:00"},
 "documents": [{"id": "d", "type": "first-progress-note", "title": "首次病程记录",
                "recorded": "2024-03-01T09:00:00+08:00"}]}
`;

// The time that is left stands behind what called for it.
export async function hints(folder) {
  const file = join(folder, "running.json");
  writeFileSync(file, running);
  const session = Session.start();
  await session.initialize(["utf-16"], folder, "2024-03-01T10:00:00+08:00");
  const uri = await session.open(file);
  await session.diagnostics(uri, 1);
  const all = await session.request("InlayHintRequest", {
    textDocument: { uri },
    range: everywhere,
  });
  const left = all.find(({ label }) => label.startsWith("22 h left"));
  const text = session.texts.get(uri);
  assert.match(text.slice(0, session.offset(uri, left.position)), /2024-03-01T08:00:00\+08:00"?$/);
  assert.equal(await session.stop(), 0);
  return session.messages;
}

// A request that still waits ends with the error for it; each try is a race with its answer.
export async function cancels() {
  const session = Session.start();
  await session.initialize(["utf-16"], chart);
  const uri = await session.open(join(chart, "d13-C0032.xml"));
  let cancelled = 0;
  for (let version = 2; version < 40 && cancelled === 0; ++version) {
    await session.change(uri, version, { start: everywhere.start, end: everywhere.start }, "");
    const source = new lsp.CancellationTokenSource();
    const params = { textDocument: { uri } };
    const answer = session.request("DocumentSymbolRequest", params, source.token).catch((error) => {
      assert.equal(error.code, lsp.LSPErrorCodes.RequestCancelled);
      cancelled += 1;
    });
    source.cancel();
    await answer;
  }
  assert.equal(cancelled, 1, "no request could be cancelled");
  assert.equal(await session.stop(), 0);
  return session.messages;
}
