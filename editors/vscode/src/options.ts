// SPDX-License-Identifier: Apache-2.0
// What the settings mean for the server and for its client.
import { homedir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Executable, LanguageClientOptions } from "vscode-languageclient/node";

export function serverOptions(settings: vscode.WorkspaceConfiguration): Executable {
  const config = settings.get("config", "");
  return {
    command: inHome(settings.get("program", "emrlint")),
    args: [
      "lsp",
      ...(config === "" ? [] : ["--config", inWorkspace(config)]),
      ...settings.get<string[]>("arguments", []),
    ],
    options: { cwd: folder() },
  };
}

export function clientOptions(
  settings: vscode.WorkspaceConfiguration,
  log: vscode.LogOutputChannel,
): LanguageClientOptions {
  const options = {
    lang: language(settings),
    sheet: settings.get("sheet", ""),
    acrossCharts: settings.get("acrossCharts", "open"),
    ...judgeAt(settings),
  };
  return {
    documentSelector: ["xml", "json", "jsonl"].flatMap((language) =>
      ["file", "untitled"].map((scheme) => ({ scheme, language })),
    ),
    initializationOptions: options,
    middleware: {
      // A list stays where a message would go.
      executeCommand: (command, args, next) =>
        command === "emrlint.dueNext"
          ? vscode.commands.executeCommand("emrlint.showDue")
          : next(command, args),
      workspace: {
        // The settings here have other names, and paths that only VS Code can resolve.
        configuration: ({ items }) => items.map(() => options),
      },
    },
    outputChannel: log,
  };
}

function language(settings: vscode.WorkspaceConfiguration): string {
  const chosen = settings.get("language", "auto");
  if (chosen !== "auto") return chosen;
  return vscode.env.language.startsWith("zh") ? "zh" : "en";
}

// Without `now` the server goes by the clock; null means that all charts are finished.
function judgeAt(settings: vscode.WorkspaceConfiguration): { now?: string | null } {
  const time = settings.get("judgeAt", "");
  if (time === "") return {};
  return { now: time === "finished" ? null : time };
}

function folder(): string | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
}

function inHome(path: string): string {
  return path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
}

function inWorkspace(path: string): string {
  const root = folder();
  return root === undefined ? inHome(path) : inHome(path.replace("${workspaceFolder}", root));
}
