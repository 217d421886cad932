// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "check/native.h"
#include "cli/catalog_options.h"
#include "cli/check_pages.h"
#include "cli/command.h"
#include "cli/files.h"
#include "codes/coding_system.h"
#include "config/option_value.h"
#include "output/card_text.h"
#include "output/coverage_forms.h"
#include "output/json_writer.h"

namespace emrlint {
namespace {

class RulesCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command =
        program.add_subcommand("rules", context_.say("列出全部检查", "list all checks"));
    command
        ->add_option("--format", format_,
                     context_.say("一览、JSON、说明页，或仅检查名",
                                  "overview, JSON, pages, or the ids alone"))
        ->check(CLI::IsMember({"text", "json", "markdown", "ids"}))
        ->option_text("text|json|markdown|ids");
    command
        ->add_option("--output", folder_,
                     context_.say("markdown：每项检查一页，连同索引和条款对照，写入文件夹",
                                  "markdown: a page for each check, an index and the coverage of "
                                  "the law texts, into this folder"))
        ->option_text(context_.say("文件夹", "DIR"));
    command
        ->add_option("--fixtures", fixtures_,
                     context_.say("说明页中的例子取自这里的测试用例",
                                  "where the examples of the pages come from"))
        ->option_text(context_.say("文件夹", "DIR"));
    catalog_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n  emrlint rules\n  emrlint rules --format markdown --output docs/checks\n",
        "Examples:\n  emrlint rules\n  emrlint rules --format markdown --output docs/checks\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    if (format_ == "json") return print_json(*catalog);
    if (format_ == "markdown") return print_pages(*catalog);
    const bool ids = format_ == "ids";
    for (const CatalogEntry& entry : catalog->entries()) {
      if (ids) {
        std::printf("%s\n", std::string(entry.info.id).c_str());
      } else {
        std::printf("%-46s %-8s %s\n", std::string(entry.info.id).c_str(),
                    std::string(id(entry.info.severity)).c_str(),
                    std::string(entry.info.title.in(context_.lang)).c_str());
      }
    }
    if (!ids) print_unbuilt();
    return kExitOk;
  }

 private:
  void print_unbuilt() const {
    std::printf("\n%s\n", context_.say("未做成检查的规则：", "Rules that are no check:").c_str());
    for (const Unbuilt& rule : unbuilt_rules()) {
      std::printf("%-46s %s\n", std::string(rule.id).c_str(),
                  std::string(rule.reason.in(context_.lang)).c_str());
    }
  }

  int print_pages(const Catalog& catalog) const {
    if (folder_.empty()) {
      for (const CatalogEntry& entry : catalog.entries()) {
        std::printf("%s\n", check_page(entry, fixtures_).c_str());
      }
      return kExitOk;
    }
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    for (const CatalogEntry& entry : catalog.entries()) {
      const std::string path = folder_ + "/" + std::string(entry.info.id) + ".md";
      const auto failed = write_small_file(path, check_page(entry, fixtures_));
      if (failed) return usage_error(context_, *failed);
    }
    auto failed = write_small_file(folder_ + "/README.md", check_index(catalog));
    if (failed) return usage_error(context_, *failed);
    const Result<Coverage> coverage = built_in_coverage(catalog);
    if (!coverage) return usage_error(context_, coverage.error());
    std::ostringstream page;
    write_coverage_markdown(page, *coverage, {});
    failed = write_small_file(folder_ + "/coverage.md", page.str());
    return failed ? usage_error(context_, *failed) : kExitOk;
  }

  static void print_entry(JsonWriter& json, const CatalogEntry& entry) {
    const CheckInfo& info = entry.info;
    json.begin_object();
    json.text("id", info.id);
    json.text("status", "built");
    json.text("family", entry.family);
    json.text("kind", entry.kind);
    json.text("origin", entry.origin);
    json.text("severity", id(info.severity));
    json.both("title", info.title);
    json.both("judged", info.judged);
    json.both("exceptions", info.exceptions);
    json.both("advice", info.advice);
    json.begin_array("basis");
    for (const Citation& citation : info.basis) {
      json.begin_object();
      json.text("source", citation.source);
      json.text("article", citation.article);
      json.end_object();
    }
    json.end_array();
    json.begin_array("coreSystems");
    for (const int number : info.core_systems) json.number(static_cast<std::uint64_t>(number));
    json.end_array();
    json.begin_array("needs");
    for (const Source source : info.needs) json.text(id(source));
    json.end_array();
    json.begin_array("needsTables");
    for (const TableKind table : info.needs_tables) json.text(id(table));
    json.end_array();
    json.begin_array("needsCodes");
    for (const CodeSystem system : info.needs_codes) json.text(coding_system(system).id);
    json.end_array();
    json.begin_array("supersedes");
    for (const std::string_view other : info.supersedes) json.text(other);
    json.end_array();
    json.begin_array("options");
    for (const OptionInfo& option : info.options) {
      json.begin_object();
      json.text("name", option.name);
      json.text("default", to_toml(option.fallback));
      json.both("text", {option.zh, option.en});
      json.end_object();
    }
    json.end_array();
    json.begin_array("messages");
    for (const MessageInfo& message : info.messages) {
      json.begin_object();
      json.text("id", message.id);
      json.both("text", {message.zh, message.en});
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }

  static int print_json(const Catalog& catalog) {
    JsonWriter json(std::cout);
    json.begin_array();
    for (const CatalogEntry& entry : catalog.entries()) {
      json.line();
      print_entry(json, entry);
    }
    for (const Unbuilt& rule : unbuilt_rules()) {
      json.line();
      json.begin_object();
      json.text("id", rule.id);
      json.text("status", "not-built");
      json.both("reason", rule.reason);
      json.end_object();
    }
    json.end_array();
    json.line();
    return kExitOk;
  }

  CatalogOptions catalog_;
  std::string format_ = "text", folder_, fixtures_ = "fixtures/checks";
};

}  // namespace

std::unique_ptr<Command> make_rules_command(const Context& context) {
  return std::make_unique<RulesCommand>(context);
}

}  // namespace emrlint
