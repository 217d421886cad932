// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "base/version.h"
#include "cli/command.h"
#include "cli/convert_command.h"
#include "cli/help.h"
#include "cli/parse_error.h"
#include "cli/review_commands.h"

namespace emrlint {
namespace {

// --lang wins, then the locale; everything but English reads Chinese, as most of its users do.
Lang language(std::span<const std::string> arguments) {
  std::string value;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].starts_with("--lang=")) value = arguments[i].substr(7);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const set = std::getenv(name);
    if (value.empty() && set != nullptr) value = set;
  }
  return value.starts_with("en") ? Lang::kEn : Lang::kZh;
}

class Program {
 public:
  explicit Program(std::span<const std::string> arguments)
      : arguments_(arguments.begin(), arguments.end()), context_{language(arguments)} {
    declare();
  }

  int run() {
    if (arguments_.empty()) {
      std::fputs(help_text(app_, context_).c_str(), stderr);
      return kExitUsage;
    }
    try {
      std::vector<std::string> reversed(arguments_.rbegin(), arguments_.rend());
      app_.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
      return stopped(error);
    }
    if (man_) {
      std::fputs(man_page(app_, context_).c_str(), stdout);
      return kExitOk;
    }
    for (std::size_t i = 0; i < commands_.size(); ++i) {
      if (declared_[i]->parsed()) return commands_[i]->run();
    }
    std::fputs(help_text(app_, context_).c_str(), stderr);
    return kExitUsage;
  }

 private:
  void declare() {
    app_.name("emrlint");
    app_.description(context_.say("结构化病历的静态检查：哪里迟、缺、抄、错、矛盾，依据哪一条",
                                  "Static analysis of structured medical records: what is late, "
                                  "missing, copied, miscoded or contradictory, and by which rule"));
    app_.formatter_fn([this](const CLI::App* app, const std::string&, CLI::AppFormatMode) {
      return help_text(*app, context_);
    });
    const std::string group = context_.say("通用选项", "General options");
    app_.set_help_flag("-h,--help", context_.say("打印帮助", "print this help"))->group(group);
    app_.set_version_flag("--version", "emrlint " + std::string(kVersion))
        ->group(group)
        ->description(context_.say("打印版本", "print the version"));
    app_.add_option("--lang", lang_,
                    context_.say("zh 或 en；默认按系统语言", "zh or en; by default the locale's"))
        ->check(CLI::IsMember({"zh", "en"}))
        ->option_text("zh|en")
        ->group(group);
    app_.add_flag("--help-man", man_)->group("");
    app_.fallthrough();
    app_.require_subcommand(0, 1);  // A word such as "init" behind a command is its argument.
    commands_ = make_commands(context_);
    for (const std::unique_ptr<Command>& command : commands_) {
      CLI::App* const declared = command->add(app_);
      declared->set_help_flag("-h,--help")->group("");
      declared_.push_back(declared);
    }
    app_.footer(
        context_.say("示例：\n"
                     "  emrlint check 病历/                              检查，结果给人看\n"
                     "  emrlint check 病历/ -f text -f sarif=结果.sarif  另存 SARIF\n"
                     "  emrlint explain timeliness-rescue-record-6h      说明一项检查及其依据\n"
                     "  emrlint check --help                             一个命令的选项和示例\n"
                     "\n退出码：0 没有达到 --fail-on 的问题；1 有；2 用法或配置错误；\n"
                     "3 有输入无法读取或检查中断\n",
                     "Examples:\n"
                     "  emrlint check charts/                             for people\n"
                     "  emrlint check charts/ -f text -f sarif=log.sarif  and as SARIF\n"
                     "  emrlint explain timeliness-rescue-record-6h       one check\n"
                     "  emrlint check --help                              its options\n"
                     "\nExit codes: 0 no finding at or above --fail-on; 1 findings; "
                     "2 usage or\nconfiguration error; "
                     "3 some input could not be read or a check broke\n"));
  }

  int stopped(const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
      // --help, --version: what they print comes with the error.
      return app_.exit(error) == 0 ? kExitOk : kExitUsage;
    }
    const std::vector<std::string> unknown = app_.remaining(true);
    const bool extras = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
    if (extras && !unknown.empty()) return unknown_word(unknown.front());
    usage_error(context_, explain_parse_error(error));
    return show_usage();
  }

  // How the command in question is called, under an error about its arguments.
  int show_usage() const {
    const std::vector<CLI::App*> used = app_.get_subcommands();
    const CLI::App& app = used.empty() ? app_ : *used.front();
    std::fprintf(stderr, "%s%s\n", context_.say("用法：", "Usage: ").c_str(),
                 usage_line(app, context_).c_str());
    return kExitUsage;
  }

  // A word that no command takes: names what was probably meant.
  int unknown_word(const std::string& word) {
    const std::vector<CLI::App*> used = app_.get_subcommands();
    const bool option = word.starts_with('-');
    std::vector<std::string> known;
    if (option) {
      add_options(app_, known);
      for (const CLI::App* command : used) add_options(*command, known);
    } else if (used.empty()) {
      for (const CLI::App* command : declared_) known.push_back(command->get_name());
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::string plain = word.substr(0, word.find('='));
    std::string near(nearest(plain, views));
    std::error_code none;
    if (known.size() == declared_.size() && near.empty() && std::filesystem::exists(word, none)) {
      near = "emrlint check " + word;
    }
    const bool command = !option && used.empty();
    Error error{command  ? "未知的命令："
                : option ? "未知的选项："
                         : "多余的参数：",
                command  ? "unknown command: "
                : option ? "unknown option: "
                         : "unexpected argument: ",
                {}};
    error.zh += word + (near.empty() ? "" : "。是否指 " + near + "？");
    error.en += word + (near.empty() ? "" : ". Did you mean " + near + "?");
    return usage_error(context_, error);
  }

  static void add_options(const CLI::App& app, std::vector<std::string>& known) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
  }

  std::vector<std::string> arguments_;
  Context context_;
  CLI::App app_;
  std::string lang_;
  bool man_ = false;
  std::vector<std::unique_ptr<Command>> commands_;
  std::vector<CLI::App*> declared_;
};

}  // namespace

int run_program(std::span<const std::string> arguments) { return Program(arguments).run(); }

std::vector<std::unique_ptr<Command>> make_commands(const Context& context) {
  std::vector<std::unique_ptr<Command>> commands;
  for (const auto& make :
       {make_check_command, make_score_command, make_indicators_command, make_nightly_command,
        make_worklist_command, make_review_command, make_sample_command, make_stats_command,
        make_diff_command, make_copies_command, make_reduce_command, make_convert_command,
        make_plan_command, make_shard_command, make_merge_command, make_pipe_command,
        make_explain_command, make_rules_command, make_coverage_command, make_config_command,
        make_new_command, make_init_command, make_test_command, make_codes_command,
        make_schema_command, make_lsp_command, make_completions_command, make_version_command}) {
    commands.push_back(make(context));
  }
  return commands;
}

int usage_error(const Context& context, const Error& error) {
  std::fprintf(stderr, "emrlint: %s%s\n", context.say("错误：", "error: ").c_str(),
               context.say(error).c_str());
  return kExitUsage;
}

}  // namespace emrlint
