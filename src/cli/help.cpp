// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <algorithm>
#include <vector>

#include "base/version.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::size_t kColumn = 30;   // Where descriptions start.
constexpr std::size_t kWidth = 80;

std::string option_names(const CLI::Option& option) {
  std::string text = option.get_name(option.get_positional(), !option.get_positional());
  for (std::size_t at = 0; (at = text.find(',', at)) != text.npos; at += 2) {
    text.replace(at, 1, ", ");
  }
  return text;
}

// "-f, --format FORM" or the word that stands for a positional.
std::string option_label(const CLI::Option& option) {
  if (option.get_positional()) {
    return option.get_option_text().empty() ? option.get_name(true, false)
                                            : option.get_option_text();
  }
  const std::string text = option_names(option);
  return option.get_option_text().empty() ? text : text + " " + option.get_option_text();
}

// One row: what stands left, then its description in a column.
void add_row(std::string& out, const std::string& left, std::string_view description) {
  out += "  " + left;
  std::size_t column = display_width(left) + 2;
  if (column + 2 > kColumn) {
    out += '\n';
    column = 0;
  }
  out.append(kColumn - column, ' ');
  append_wrapped(out, description, kColumn, kColumn, kWidth);
}

std::vector<const CLI::Option*> shown_options(const CLI::App& app, bool positional) {
  return app.get_options([&](const CLI::Option* option) {
    return !option->get_group().empty() && option->get_positional() == positional;
  });
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); });
}

void add_options(std::string& out, const CLI::App& app, const Context& context) {
  std::vector<std::string> groups;
  const std::vector<const CLI::Option*> options = shown_options(app, false);
  for (const CLI::Option* option : options) {
    if (std::find(groups.begin(), groups.end(), option->get_group()) == groups.end()) {
      groups.push_back(option->get_group());
    }
  }
  for (const std::string& group : groups) {
    const bool unnamed = group == "Options";  // CLI11's name for options without a group.
    out += "\n" + (unnamed ? context.say("选项", "Options") : group) +
           context.say("：\n", ":\n");
    for (const CLI::Option* option : options) {
      if (option->get_group() == group) {
        add_row(out, option_label(*option), option->get_description());
      }
    }
  }
}

}  // namespace

std::string usage_line(const CLI::App& app, const Context& context) {
  std::string text = "emrlint";
  if (app.get_parent() != nullptr) text += " " + app.get_name();
  if (app.get_parent() == nullptr) {
    return text + context.say(" 命令 [选项] [参数]", " COMMAND [OPTIONS] [ARGUMENTS]");
  }
  for (const CLI::Option* option : shown_options(app, true)) {
    const std::string label = option_label(*option);
    text += option->get_required() ? " " + label : " [" + label + "]";
  }
  if (!shown_options(app, false).empty()) text += context.say(" [选项]", " [OPTIONS]");
  return text;
}

std::string help_text(const CLI::App& app, const Context& context) {
  std::string out;
  append_wrapped(out, app.get_description(), 0, 0, kWidth);
  out += "\n" + context.say("用法：", "Usage: ") + usage_line(app, context) + "\n";
  const std::vector<const CLI::Option*> positionals = shown_options(app, true);
  if (!positionals.empty()) out += context.say("\n参数：\n", "\nArguments:\n");
  for (const CLI::Option* option : positionals) {
    add_row(out, option_label(*option), option->get_description());
  }
  const std::vector<const CLI::App*> commands = commands_of(app);
  if (!commands.empty()) out += context.say("\n命令：\n", "\nCommands:\n");
  for (const CLI::App* command : commands) {
    add_row(out, command->get_name(), command->get_description());
  }
  add_options(out, app, context);
  if (app.get_parent() != nullptr) add_options(out, *app.get_parent(), context);
  // A command without examples has inherited those of the program.
  const CLI::App* const parent = app.get_parent();
  const bool own = parent == nullptr || app.get_footer() != parent->get_footer();
  if (own && !app.get_footer().empty()) out += "\n" + app.get_footer();
  return out;
}

namespace {

// Text for roff: backslashes, leading dots and the minus signs of options.
std::string roff(std::string_view text) {
  std::string out;
  bool start = true;
  for (const char c : text) {
    if (start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    start = c == '\n';
  }
  return out;
}

void add_man_options(std::string& out, const CLI::App& app) {
  for (const bool positional : {true, false}) {
    for (const CLI::Option* option : shown_options(app, positional)) {
      out += ".TP\n.B " + roff(option_label(*option)) + "\n" + roff(option->get_description()) +
             "\n";
    }
  }
}

void add_man_examples(std::string& out, const CLI::App& app) {
  out += ".PP\n.nf\n" + roff(app.get_footer()) + ".fi\n";
}

}  // namespace

std::string man_page(const CLI::App& program, const Context& context) {
  std::string out = ".\\\" SPDX-License-Identifier: Apache-2.0\n.TH EMRLINT 1 \"\" \"emrlint " +
                    std::string(kVersion) + "\"\n";
  out += context.say(".SH 名称\n", ".SH NAME\n");
  out += "emrlint \\- " + roff(program.get_description()) + "\n";
  out += context.say(".SH 用法\n", ".SH SYNOPSIS\n");
  out += ".B " + roff(usage_line(program, context)) + "\n";
  out += context.say(".SH 命令\n", ".SH COMMANDS\n");
  for (const CLI::App* command : commands_of(program)) {
    out += ".SS " + roff(usage_line(*command, context)) + "\n";
    out += roff(command->get_description()) + "\n";
    add_man_options(out, *command);
    if (command->get_footer() != program.get_footer()) add_man_examples(out, *command);
  }
  out += context.say(".SH 通用选项\n", ".SH GENERAL OPTIONS\n");
  add_man_options(out, program);
  out += context.say(".SH 示例与退出码\n", ".SH EXAMPLES AND EXIT CODES\n");
  add_man_examples(out, program);
  return out;
}

}  // namespace emrlint
