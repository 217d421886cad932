// SPDX-License-Identifier: Apache-2.0
// What is due next in the charts of the workspace: a list in the explorer, the soonest in the
// status bar. Asked again when findings change, and each minute.
import * as vscode from "vscode";
import type { Location } from "vscode-languageclient/node";

export interface DueItem {
  title: string;
  message: string;
  chart: string;
  patient: string;
  until: string;
  minutesLeft: number;
  timeLeft: string;
  overdue: boolean;
  location: Location;
}

export interface Due {
  charts: number;
  cutOff: boolean;
  items: DueItem[];
}

const none: Due = { charts: 0, cutOff: false, items: [] };
const pause = 500; // Milliseconds after the last change of findings.
const minute = 60_000;

export class DueNext implements vscode.TreeDataProvider<DueItem>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly bar: vscode.StatusBarItem;
  private readonly parts: vscode.Disposable[];
  private readonly clock: NodeJS.Timeout;
  private waiting: NodeJS.Timeout | undefined;
  private due = none;

  // `ask` gives nothing where no server runs.
  constructor(private readonly ask: () => Promise<Due | undefined>) {
    this.bar = vscode.window.createStatusBarItem("emrlint.due", vscode.StatusBarAlignment.Left);
    this.bar.name = "emrlint";
    this.bar.command = "emrlint.showDue";
    this.parts = [
      this.bar,
      this.changed,
      vscode.window.registerTreeDataProvider("emrlint.due", this),
      vscode.languages.onDidChangeDiagnostics(() => this.refreshSoon()),
    ];
    this.clock = setInterval(() => void this.refresh(), minute);
  }

  dispose(): void {
    clearInterval(this.clock);
    clearTimeout(this.waiting);
    for (const part of this.parts) part.dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.refresh(), pause);
  }

  async refresh(): Promise<void> {
    this.due = (await this.ask()) ?? none;
    await vscode.commands.executeCommand("setContext", "emrlint.charts", this.due.charts > 0);
    this.changed.fire();
    this.showNext();
  }

  private showNext(): void {
    const overdue = this.due.items.filter((item) => item.overdue).length;
    const next = this.due.items.find((item) => !item.overdue);
    const texts = [];
    if (overdue > 0) texts.push(`$(error) ${vscode.l10n.t("{0} overdue", overdue)}`);
    if (next) texts.push(`$(clock) ${next.timeLeft} ${next.title}`);
    this.bar.text = texts.join("  ");
    this.bar.tooltip = (next ?? this.due.items[0])?.message;
    const background = overdue > 0 ? "statusBarItem.warningBackground" : undefined;
    this.bar.backgroundColor = background && new vscode.ThemeColor(background);
    if (texts.length > 0) this.bar.show();
    else this.bar.hide();
  }

  getChildren(item?: DueItem): DueItem[] {
    return item ? [] : this.due.items;
  }

  getTreeItem(item: DueItem): vscode.TreeItem {
    const shown = new vscode.TreeItem(item.timeLeft);
    const who = this.due.charts > 1 ? `${item.chart} ${item.patient}`.trim() : "";
    shown.description = [who, item.title].filter((text) => text !== "").join(" · ");
    shown.tooltip = `${item.message}\n${item.chart} ${item.patient}`.trim();
    shown.iconPath = item.overdue
      ? new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"))
      : new vscode.ThemeIcon("clock");
    const { start, end } = item.location.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    shown.command = {
      title: vscode.l10n.t("Open"),
      command: "vscode.open",
      arguments: [vscode.Uri.parse(item.location.uri), { selection }],
    };
    return shown;
  }
}
