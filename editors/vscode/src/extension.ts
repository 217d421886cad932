// SPDX-License-Identifier: Apache-2.0
// Runs `emrlint lsp` for the records that are opened; everything else is the server's.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { createDocument } from "./create";
import { type Due, DueNext } from "./due";
import { clientOptions, serverOptions } from "./options";

let client: LanguageClient | undefined;
let log: vscode.LogOutputChannel;
let due: DueNext;
// Starts and stops one after the other, however fast settings change.
let last: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel("emrlint", { log: true });
  const command = (name: string, run: () => unknown) =>
    vscode.commands.registerCommand(`emrlint.${name}`, run);
  due = new DueNext(async () => client?.sendRequest<Due>("emrlint/dueNext", {}));
  context.subscriptions.push(
    log,
    due,
    command("restart", restart),
    command("showLog", () => log.show()),
    command("chooseProgram", chooseProgram),
    command("showDue", () => vscode.commands.executeCommand("emrlint.due.focus")),
    command("new", () => createDocument(client)),
    command("refreshDue", () => due.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // The client follows changes of the trace by itself.
      if (event.affectsConfiguration("emrlint") && !event.affectsConfiguration("emrlint.trace")) {
        void restart();
      }
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await inTurn(stop);
}

function inTurn(step: () => Promise<void>): Promise<void> {
  last = last.then(step, step);
  return last;
}

function restart(): Promise<void> {
  return inTurn(async () => {
    await stop();
    await start();
  });
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await setRunning(false);
  try {
    await old?.dispose();
  } catch (error) {
    log.warn(`the server did not end in good order: ${error}`);
  }
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("emrlint");
  const server = serverOptions(settings);
  const started = new LanguageClient("emrlint", "emrlint", server, clientOptions(settings, log));
  client = started;
  try {
    await started.start();
    await setRunning(true);
    await due.refresh();
  } catch (error) {
    log.error(`${server.command}: ${error}`);
    client = undefined;
    // Not awaited: it stays until somebody closes it.
    void askForProgram(server.command);
  }
}

function setRunning(running: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand("setContext", "emrlint.running", running);
}

async function askForProgram(program: string): Promise<void> {
  const choose = vscode.l10n.t("Choose the Program");
  const show = vscode.l10n.t("Show Log");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The program "{0}" of emrlint could not be started.', program),
    choose,
    show,
  );
  if (answer === choose) await chooseProgram();
  if (answer === show) log.show();
}

async function chooseProgram(): Promise<void> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("The program emrlint"),
    openLabel: vscode.l10n.t("Use"),
  });
  const file = files?.[0];
  if (file === undefined) return;
  const settings = vscode.workspace.getConfiguration("emrlint");
  await settings.update("program", file.fsPath, vscode.ConfigurationTarget.Global);
}
