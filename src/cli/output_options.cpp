// SPDX-License-Identifier: Apache-2.0
#include "cli/output_options.h"

#include <filesystem>
#include <system_error>

#include "cli/terminal.h"
#include "output/place.h"

namespace emrlint {

namespace {

std::string output_group(const Context& context) { return context.say("输出", "Output"); }

}  // namespace

void OutputFlags::add_forms(CLI::App& command, const Context& context,
                            const std::string& forms) {
  const std::string group = output_group(context);
  command
      .add_option("-f,--format", formats,
                  context.say("输出格式，可重复；=文件 写入文件，否则写到标准输出",
                              "form of the output, repeatable; into a file with =FILE, else "
                              "to stdout"))
      ->option_text(forms + context.say("[=文件]", "[=FILE]"))
      ->group(group)
      ->allow_extra_args(false);  // What follows one is a path.
  command
      .add_option("--snippets", snippets,
                  context.say("原文摘录：不显示、遮盖姓名和号码（默认）、全文",
                              "source text: none, names and numbers masked (default), full"))
      ->check(CLI::IsMember({"none", "masked", "full"}))
      ->option_text("none|masked|full")
      ->group(group);
  command
      .add_option("--color", colour,
                  context.say("颜色；默认仅在终端",
                              "colours; by default on "
                              "a terminal"))
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never")
      ->group(group);
}

void OutputFlags::add(CLI::App& command, const Context& context) {
  add_forms(command, context, "text|json|sarif|csv|xlsx|junit|fhir");
  const std::string group = output_group(context);
  command
      .add_flag("--show-undecided", show_undecided,
                context.say("逐项列出未能判定的", "list what could not be judged"))
      ->group(group);
  command
      .add_flag("--show-waived", show_waived,
                context.say("也列出已豁免的", "list waived findings too"))
      ->group(group);
  command
      .add_option("--fail-on", fail_on,
                  context.say("有此级别及以上的问题时退出码为 1；默认 error",
                              "exit with 1 for findings of this level and above; default error"))
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->option_text("error|warning|note|never")
      ->group(group);
  command
      .add_option("--write-waivers", waivers,
                  context.say("把现有问题写成豁免清单，供逐条核对",
                              "write the findings as waivers, to be read one by one"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group);
}

Severity OutputFlags::least() const {
  if (fail_on == "never") return Severity::kOff;
  if (fail_on == "note") return Severity::kNote;
  return fail_on == "warning" ? Severity::kWarning : Severity::kError;
}

OutputOptions OutputFlags::options(const Context& context) const {
  OutputOptions options;
  options.lang = context.lang;
  options.fail_on = least();
  options.show_undecided = show_undecided;
  options.show_waived = show_waived;
  if (snippets == "none") options.snippets = Snippets::kNone;
  if (snippets == "full") options.snippets = Snippets::kFull;
  options.colour = wants_colour(colour);
  // A line that the terminal wraps would part the carets from what they stand under.
  options.columns = terminal_columns(options.columns);
  std::error_code error;
  const std::string here = std::filesystem::current_path(error).generic_string();
  if (!error) options.base_uri = uri_reference(here) + (here == "/" ? "" : "/");
  return options;
}

std::optional<Error> OutputFlags::open(Outputs& outputs, const Time& today) const {
  std::vector<std::string> forms = formats;
  if (forms.empty()) forms.emplace_back("text");
  for (const std::string& form : forms) {
    if (std::optional<Error> error = outputs.add(form)) return error;
  }
  return waivers.empty() ? std::nullopt : outputs.add_waivers(waivers, today);
}

}  // namespace emrlint
