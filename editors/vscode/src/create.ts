// SPDX-License-Identifier: Apache-2.0
// A new document from a template: of a type that is picked, beside the record on the screen or in
// the folder of the workspace. It is saved when its writer saves it.
import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

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

export async function createDocument(client: LanguageClient | undefined): Promise<void> {
  const uri = place()?.toString();
  if (client === undefined || uri === undefined) {
    const open = vscode.l10n.t("Open the folder of a chart first.");
    await vscode.window.showInformationMessage(open);
    return;
  }
  const templates = await client.sendRequest<Template[]>("emrlint/documentTemplates", {});
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
  const made = await client.sendRequest<{ uri: string; text: string }>("emrlint/newDocument", {
    uri,
    type: picked.type,
  });
  const target = vscode.Uri.parse(made.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { contents: new TextEncoder().encode(made.text) });
  if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(target);
}
