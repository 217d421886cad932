// SPDX-License-Identifier: Apache-2.0
// Holds what a server sent against the types of the protocol, by the compiler of TypeScript.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

const head = `import * as lsp from "vscode-languageserver-protocol";
type Result<T> = T extends lsp.ProtocolRequestType<any, infer R, any, any, any> ? Nothing<R>
  : T extends lsp.ProtocolRequestType0<infer R, any, any, any> ? Nothing<R> : never;
type Progress = lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd;
type Nothing<R> = R extends void ? null : R; // As JSON has it.
type RequestParams<T> = T extends lsp.ProtocolRequestType<infer P, any, any, any, any> ? P : never;
type Params<T> = T extends lsp.ProtocolNotificationType<infer P, any> ? P : never;
`;

const line = ({ type, value }, name) =>
  `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;

// What has to be rejected, or else nothing was checked.
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const wrong = [
  {
    type: "Params<typeof lsp.PublishDiagnosticsNotification.type>",
    value: { uri: "file:///a", diagnostics: [{ range, severity: 9, message: "none such" }] },
  },
  { type: "Result<typeof lsp.HoverRequest.type>", value: { content: "misspelt" } },
];

// Throws what the compiler says, if it says anything.
export function checkTypes(messages) {
  const folder = mkdtempSync(join(tmpdir(), "emrlint-typed-"));
  try {
    symlinkSync(modules, join(folder, "node_modules"));
    const right = messages.map((message, index) => line(message, `right${index}`));
    const rejected = wrong.map(
      (message, index) => `// @ts-expect-error\n${line(message, `wrong${index}`)}`,
    );
    writeFileSync(join(folder, "messages.ts"), [head, ...right, ...rejected].join(""));
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
    const modern = ["--module", "node16", "--moduleResolution", "node16"];
    const compiler = join(modules, "typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, ...options, ...modern, "messages.ts"], {
      cwd: folder,
      encoding: "utf8",
    });
  } catch (error) {
    throw new Error(`what the server sent is not of the protocol:\n${error.stdout ?? error}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
