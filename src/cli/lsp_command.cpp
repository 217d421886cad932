// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/files.h"
#include "lsp/stdio.h"
#include "score/sheet.h"

namespace emrlint {
namespace {

// Where pages of checks are kept for the editor to open; empty where there is no home.
std::string cache_folder() {
  const char* const cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return std::string(cache) + "/emrlint";
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache/emrlint" : std::string();
}

class LspCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "lsp", context_.say("编辑器的语言服务（标准输入输出）",
                            "language server for editors, on stdin and stdout"));
    const std::string group = context_.say("检查", "Checks");
    command
        ->add_option("--config", config_,
                     context_.say("配置文件；默认工作区的 emrlint.toml",
                                  "configuration; by default emrlint.toml of the workspace"))
        ->option_text(context_.say("文件", "FILE"))
        ->group(group);
    command
        ->add_option("--sheet", sheet_,
                     context_.say("评分用的评分表：内置名称或文件",
                                  "the scoring sheet: a built-in name or a file"))
        ->option_text(context_.say("评分表", "SHEET"))
        ->group(group);
    command->add_flag("--stdio")->group("");  // What many clients pass; there is no other way.
    catalog_.add(*command, context_);
    command->footer(context_.say(
        "由编辑器启动，见 docs/editors.md。打开一份文书，即检查它所在文件夹的整份病历。\n"
        "退出码：0 客户端先发 shutdown 再发 exit；1 其他结束方式；2 用法错误\n",
        "Started by an editor: docs/editors.md. To open a document is to check the whole chart\n"
        "of its folder. Exit codes: 0 after shutdown and exit; 1 any other end; 2 usage\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    signal(SIGPIPE, SIG_IGN);  // A client that went away shows when something is written.
    const auto load = [&](const std::string& path) {
      ConfigOptions options;
      options.path = path;
      options.only_path = true;
      return options.load(*catalog);
    };
    lsp::ServerOptions options{*catalog, load};
    options.load_sheet = [&](const std::string& name) {
      return load_sheet(name, *catalog, read_small_file);
    };
    options.settings.lang = context_.lang;
    options.settings.config = config_;
    options.settings.sheet = sheet_;
    options.pages = cache_folder();
    return lsp::serve(STDIN_FILENO, STDOUT_FILENO, options);
  }

 private:
  std::string config_, sheet_;
  CatalogOptions catalog_;
};

}  // namespace

std::unique_ptr<Command> make_lsp_command(const Context& context) {
  return std::make_unique<LspCommand>(context);
}

}  // namespace emrlint
