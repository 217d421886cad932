// SPDX-License-Identifier: Apache-2.0
// A client that is made of the protocol's reference library: starts the server `emrlint` of PATH
// and keeps whatever it sends, for typed.mjs.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import * as lsp from "vscode-languageserver-protocol/node";

const patience = 60000; // Milliseconds; nothing takes that long unless it never comes.

export class Session {
  static start() {
    return new Session(spawn("emrlint", ["lsp"], { stdio: ["pipe", "pipe", "inherit"] }));
  }

  constructor(server) {
    this.server = server;
    this.ended = new Promise((done) => server.on("exit", done));
    this.messages = []; // {type, value}: the name of the type in the library, what was received.
    this.texts = new Map(); // By URI; what the server has to have.
    this.published = new Map(); // By URI: the last list.
    this.waiting = [];
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(server.stdout),
      new lsp.StreamMessageWriter(server.stdin),
    );
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.keep("Params<typeof lsp.PublishDiagnosticsNotification.type>", params);
      this.published.set(params.uri, params);
      this.waiting.forEach((look) => look());
    });
    this.said = []; // Messages to the user.
    this.connection.onNotification(lsp.ShowMessageNotification.type, (params) => {
      this.keep("Params<typeof lsp.ShowMessageNotification.type>", params);
      this.said.push(params.message);
    });
    this.progress = [];
    this.connection.onNotification("$/progress", (params) => {
      this.keep("{ token: lsp.ProgressToken; value: Progress }", params);
      this.progress.push(params);
    });
    this.answers("WorkDoneProgressCreateRequest", () => null);
    this.answers("RegistrationRequest", () => null);
    this.answers("ShowDocumentRequest", () => ({ success: true }));
    this.connection.listen();
  }

  keep(type, value) {
    this.messages.push({ type, value });
  }

  // How a request of the server is answered. The last of each kind stays.
  answers(name, answer) {
    this.asked ??= new Map();
    this.connection.onRequest(lsp[name].type, (params) => {
      this.keep(`RequestParams<typeof lsp.${name}.type>`, params);
      this.asked.set(name, params);
      return answer(params);
    });
  }

  // `name` is that of a request in the library, such as "HoverRequest".
  async request(name, params, token) {
    const result = await this.connection.sendRequest(lsp[name].type, params, token);
    this.keep(`Result<typeof lsp.${name}.type>`, result);
    return result;
  }

  notify(name, params) {
    return this.connection.sendNotification(lsp[name].type, params);
  }

  async initialize(encodings, root, now = null) {
    const result = await this.request("InitializeRequest", {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      initializationOptions: { lang: "en", now },
      capabilities: {
        general: { positionEncodings: encodings },
        textDocument: {
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
        window: { showDocument: { support: true }, workDoneProgress: true },
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
        },
      },
    });
    this.encoding = result.capabilities.positionEncoding;
    await this.notify("InitializedNotification", {});
    return result;
  }

  // Opens a file; the URI.
  async open(path, version = 1) {
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, "utf8");
    this.texts.set(uri, text);
    const textDocument = { uri, languageId: "xml", version, text };
    await this.notify("DidOpenTextDocumentNotification", { textDocument });
    return uri;
  }

  // Replaces a range, here and there.
  async change(uri, version, range, text) {
    const old = this.texts.get(uri);
    const [begin, end] = [range.start, range.end].map((at) => this.offset(uri, at));
    this.texts.set(uri, old.slice(0, begin) + text + old.slice(end));
    await this.notify("DidChangeTextDocumentNotification", {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  // Applies the edits of this document in a WorkspaceEdit, here and there.
  async apply(uri, version, { documentChanges }) {
    for (const { textDocument, edits } of documentChanges) {
      if (textDocument?.uri !== uri) continue;
      for (const { range, newText } of edits) await this.change(uri, version, range, newText);
    }
  }

  // What the server says of this version of a document, which was sent before.
  diagnostics(uri, version) {
    return new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`no findings of ${uri}`)), patience);
      const look = () => {
        const params = this.published.get(uri);
        if (params?.version !== version) return false;
        clearTimeout(timer);
        found(params.diagnostics);
        return true;
      };
      if (!look()) this.waiting.push(look);
    });
  }

  // The next findings of a document, whatever its version.
  next(uri) {
    const { version } = this.published.get(uri);
    this.published.delete(uri);
    return this.diagnostics(uri, version);
  }

  // An index into the text, in 16-bit units, of a position in the encoding of the session.
  offset(uri, { line, character }) {
    const lines = this.texts.get(uri).split("\n");
    const before = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    return before + prefix(lines[line] ?? "", character, this.encoding).length;
  }

  position(uri, offset) {
    const lines = this.texts.get(uri).slice(0, offset).split("\n");
    return { line: lines.length - 1, character: width(lines.at(-1), this.encoding) };
  }

  textUnder(uri, { start, end }) {
    return this.texts.get(uri).slice(this.offset(uri, start), this.offset(uri, end));
  }

  // Ends the server as the protocol wants it; its exit code.
  async stop() {
    await this.request("ShutdownRequest");
    await this.notify("ExitNotification");
    return this.ended;
  }
}

function width(text, encoding) {
  if (encoding === "utf-8") return Buffer.byteLength(text);
  return encoding === "utf-32" ? [...text].length : text.length;
}

// As much of a line as has this width.
function prefix(line, columns, encoding) {
  let text = "";
  for (const character of line) {
    if (width(text, encoding) >= columns) break;
    text += character;
  }
  return text;
}
