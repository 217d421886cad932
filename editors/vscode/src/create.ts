// SPDX-License-Identifier: Apache-2.0
// A new document from a template: of a type that is picked, beside the record on the screen or in
// the folder of the workspace; into the file of the chart where that holds all documents. It is
// saved when its writer saves it.
import * as vscode from "vscode";
import type { LanguageClient, Range } from "vscode-languageclient/node";

interface Made {
  uri: string;
  text: string;
  range?: Range; // Where it goes in a file that is there.
}

interface Template {
  type: string;
  name: string;
  zh: string;
  en: string;
}

// Where the document goes: beside what is on the screen, else into the folder.
function place(): vscode.Uri | undefined {
  const shown = vscode.window.activeTextEditor?.document.uri;
  if (shown?.scheme === "file") return shown;
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

async function write(made: Made): Promise<void> {
  const target = vscode.Uri.parse(made.uri);
  const edit = new vscode.WorkspaceEdit();
  if (made.range === undefined) {
    edit.createFile(target, { contents: new TextEncoder().encode(made.text) });
    if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(target);
    return;
  }
  const { start, end } = made.range;
  const at = new vscode.Position(start.line, start.character);
  const replaced = new vscode.Range(at, new vscode.Position(end.line, end.character));
  edit.replace(target, replaced, made.text);
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const last = at.translate(made.text.split("\n").length - 1, 0);
  await vscode.window.showTextDocument(target, { selection: new vscode.Range(at, last) });
}

export async function createDocument(client: LanguageClient | undefined): Promise<void> {
  const uri = place()?.toString();
  if (client === undefined || uri === undefined) {
    const open = vscode.l10n.t("Open the folder of a chart first.");
    await vscode.window.showInformationMessage(open);
    return;
  }
  const templates = await client.sendRequest<Template[]>("emrlint/documentTemplates", { uri });
  if (templates.length === 0) {
    const none = vscode.l10n.t("Nothing can be added to this file as it is.");
    await vscode.window.showInformationMessage(none);
    return;
  }
  const items = templates.map(({ type, name, zh, en }) => ({
    label: name,
    description: name === zh ? en : zh,
    type,
  }));
  const placeHolder = vscode.l10n.t("What is to be written?");
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const made = await client.sendRequest<Made>("emrlint/newDocument", { uri, type: picked.type });
  await write(made);
}
