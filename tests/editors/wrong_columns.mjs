// SPDX-License-Identifier: Apache-2.0
// wrong_columns.mjs PROGRAM ARGS...: stands between a client and a language server and spoils the
// columns that the server sends: bytes where the client counts 16-bit units, and these where it
// counts bytes. A test of a client has to fail before it.
import { spawn } from "node:child_process";

const server = spawn(process.argv[2], process.argv.slice(3), {
  stdio: ["pipe", "pipe", "inherit"],
});
const texts = new Map(); // The lines of each open document.
const asked = new Map(); // The document that a request is about.
let encoding = "utf-16";

// Calls `handle` with each message of a stream.
function eachMessage(stream, handle) {
  let rest = Buffer.alloc(0);
  stream.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head))[1]);
      if (rest.length < head + 4 + length) return;
      const body = rest.subarray(head + 4, head + 4 + length);
      rest = rest.subarray(head + 4 + length);
      handle(JSON.parse(body));
    }
  });
}

function write(stream, message) {
  const body = Buffer.from(JSON.stringify(message));
  stream.write(`Content-Length: ${body.length}\r\n\r\n`);
  stream.write(body);
}

const units = (text) => (encoding === "utf-8" ? Buffer.byteLength(text) : text.length);
const wrongUnits = (text) => (encoding === "utf-8" ? text.length : Buffer.byteLength(text));

// The part of a line before a column that was counted rightly.
function before(line, column) {
  let text = "";
  for (const character of line) {
    if (units(text) >= column) break;
    text += character;
  }
  return text;
}

// Spoils every position in a value; `uri` is the document that the positions around it are of.
function spoil(value, uri) {
  if (Array.isArray(value)) value.forEach((one) => spoil(one, uri));
  if (typeof value !== "object" || value === null) return;
  if (typeof value.line === "number" && typeof value.character === "number") {
    const line = texts.get(uri)?.[value.line];
    if (line !== undefined) value.character = wrongUnits(before(line, value.character));
    return;
  }
  const here = value.uri ?? value.textDocument?.uri ?? uri;
  for (const [key, one] of Object.entries(value)) spoil(one, texts.has(key) ? key : here);
}

function change(uri, { range, text }) {
  const lines = texts.get(uri) ?? [""];
  if (range === undefined) {
    texts.set(uri, text.split("\n"));
    return;
  }
  const head = before(lines[range.start.line] ?? "", range.start.character);
  const last = lines[range.end.line] ?? "";
  const tail = last.slice(before(last, range.end.character).length);
  lines.splice(range.start.line, range.end.line - range.start.line + 1,
    ...(head + text + tail).split("\n"));
}

eachMessage(process.stdin, (message) => {
  const document = message.params?.textDocument;
  if (message.method === "textDocument/didOpen") texts.set(document.uri, document.text.split("\n"));
  for (const one of message.params?.contentChanges ?? []) change(document.uri, one);
  if (message.method && message.id !== undefined) asked.set(message.id, document?.uri);
  write(server.stdin, message);
});
eachMessage(server.stdout, (message) => {
  encoding = message.result?.capabilities?.positionEncoding ?? encoding;
  spoil(message.params ?? message.result, message.params?.uri ?? asked.get(message.id));
  write(process.stdout, message);
});
process.stdin.on("end", () => server.stdin.end());
server.on("exit", (code) => process.exit(code ?? 1));
