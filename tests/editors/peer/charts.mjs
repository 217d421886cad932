// SPDX-License-Identifier: Apache-2.0
// What the server offers for the charts of a workspace as a whole, and does with many files. Throws
// where an answer is wrong.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";
import { Session } from "./session.mjs";

// What is due next, in charts that nobody opened and in one of which a text is on the screen.
export async function dueNext(folder) {
  const session = Session.start();
  await session.initialize(["utf-16"], folder, "2024-05-01T10:00:00+08:00");
  const all = await session.connection.sendRequest("emrlint/dueNext", {});
  const first = all.items.find(({ chart }) => chart === "𠮷2");
  assert.deepEqual([first.timeLeft, first.patient, first.overdue], ["6 h left", "吉𠮷", false]);
  assert.ok(lsp.Location.is(first.location));
  const uri = await session.open(fileURLToPath(first.location.uri));
  assert.equal(session.textUnder(uri, first.location.range), "2024-05-01T08:00:00+08:00");
  await session.diagnostics(uri, 1);

  const at = session.position(uri, session.texts.get(uri).indexOf("05-01T08:00"));
  const day = { start: at, end: { line: at.line, character: at.character + 5 } };
  await session.change(uri, 2, day, "04-29");
  const now = await session.request("ExecuteCommandRequest", { command: "emrlint.dueNext" });
  const late = now.items.find(
    ({ chart, check }) => chart === "𠮷2" && check === "completeness-admission-record",
  );
  assert.deepEqual([late.timeLeft, late.overdue], ["26 h overdue", true]);
  assert.ok(session.said.at(-1).startsWith("Due next, the soonest first:\n"));
  assert.equal(await session.stop(), 0);
  return session.messages;
}

const note = fileURLToPath(
  new URL("../../../fixtures/charts/medical-stay-xml-broken/d01-C0037.xml", import.meta.url),
);

// Reading many files is told from its begin to its end.
export async function progress(folder) {
  const many = join(folder, "many");
  mkdirSync(many);
  for (let i = 0; i < 45; ++i) copyFileSync(note, join(many, `n${i}.xml`));
  const session = Session.start();
  await session.initialize(["utf-16"], many);
  const uri = await session.open(join(many, "n0.xml"));
  await session.diagnostics(uri, 1);
  const { token } = session.asked.get("WorkDoneProgressCreateRequest");
  assert.ok(session.progress.every((one) => one.token === token));
  const kinds = session.progress.map(({ value }) => value.kind);
  assert.deepEqual([kinds[0], kinds[1], kinds.at(-1)], ["begin", "report", "end"]);
  assert.equal(await session.stop(), 0);
  return session.messages;
}

// A file that came is told by the client that was asked to watch, and counts at once.
export async function watches(folder) {
  const session = Session.start();
  await session.initialize(["utf-16"], folder);
  const uri = await session.open(join(folder, "admission.xml"));
  const before = await session.diagnostics(uri, 1);
  const { registrations } = session.asked.get("RegistrationRequest");
  const patterns = registrations.flatMap(({ registerOptions }) => registerOptions.watchers);
  assert.ok(patterns.some(({ globPattern }) => globPattern.includes("toml")));
  const config = join(folder, "emrlint.toml");
  writeFileSync(config, '[check.coding-dx-format]\nseverity = "off"\n');
  const changes = [{ uri: pathToFileURL(config).href, type: lsp.FileChangeType.Created }];
  const changed = session.next(uri);
  await session.notify("DidChangeWatchedFilesNotification", { changes });
  const after = await changed;
  rmSync(config);
  assert.deepEqual(
    before.map(({ code }) => code).filter((code) => code !== "coding-dx-format"),
    after.map(({ code }) => code),
  );
  assert.notEqual(before.length, after.length);
  assert.equal(await session.stop(), 0);
  return session.messages;
}
