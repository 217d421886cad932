// SPDX-License-Identifier: Apache-2.0
// What the protocol's reference library gets from the server; run by editor_test.sh. One line for
// each thing seen; tabs separate what it is, its name, and the text under it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";
import * as charts from "./peer/charts.mjs";
import * as features from "./peer/features.mjs";
import { Session } from "./peer/session.mjs";
import { checkTypes } from "./peer/typed.mjs";

const record = process.env.EMRLINT_RECORD;
const seen = [];
const messages = [];
const note = (...fields) => seen.push(fields.join("\t"));

function noteFindings(session, step, uri, findings) {
  for (const one of findings) {
    assert.ok(lsp.Diagnostic.is(one), JSON.stringify(one));
    note(step, one.code, session.textUnder(uri, one.range));
  }
}

// Positions in one encoding, through an edit in front of a finding.
async function positions(encoding) {
  const session = Session.start();
  const { capabilities } = await session.initialize([encoding], record);
  assert.equal(capabilities.positionEncoding, encoding);
  const uri = await session.open(join(record, "admission.xml"));
  noteFindings(session, `open ${encoding}`, uri, await session.diagnostics(uri, 1));

  const line = session.position(uri, session.texts.get(uri).indexOf("[未填写]")).line;
  const at = { line, character: 10 };
  await session.change(uri, 2, { start: at, end: at }, "<!-- 𠮷𠮷 -->");
  noteFindings(session, `edited ${encoding}`, uri, await session.diagnostics(uri, 2));
  assert.equal(await session.stop(), 0);
  messages.push(...session.messages);
}

const rejects = (promise, code) => assert.rejects(promise, (error) => error.code === code);

// The order of a session, and what is wrong in it.
async function order() {
  const session = Session.start();
  const { connection } = session;
  const hover = {
    textDocument: { uri: pathToFileURL(join(record, "none.xml")).href },
    position: { line: 0, character: 0 },
  };
  await rejects(session.request("HoverRequest", hover), lsp.ErrorCodes.ServerNotInitialized);
  await session.initialize(["utf-16"], record);
  await rejects(connection.sendRequest("textDocument/none", hover), lsp.ErrorCodes.MethodNotFound);
  await session.request("ShutdownRequest");
  await rejects(session.request("HoverRequest", hover), lsp.ErrorCodes.InvalidRequest);
  await session.notify("ExitNotification");
  assert.equal(await session.ended, 0);

  const left = Session.start();
  await left.initialize([], record);
  await left.notify("ExitNotification");
  assert.equal(await left.ended, 1, "exit without shutdown");
}

for (const encoding of ["utf-16", "utf-8", "utf-32"]) await positions(encoding);
await order();
// Not with wrong columns, before which all of it would fail.
if (!process.env.EMRLINT_WRONG) {
  messages.push(...(await features.record(record)));
  messages.push(...(await features.related()));
  messages.push(...(await features.completes(record)));
  messages.push(...(await features.hints(record)));
  messages.push(...(await charts.dueNext(record)));
  messages.push(...(await charts.progress(record)));
  messages.push(...(await charts.watches(record)));
  messages.push(...(await features.cancels()));
}
checkTypes(messages);
writeFileSync(process.env.EMRLINT_SEEN, seen.map((line) => `${line}\n`).join(""));
