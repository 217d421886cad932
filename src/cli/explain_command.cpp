// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>

#include "check/native.h"
#include "cli/catalog_options.h"
#include "cli/command.h"
#include "output/card_text.h"

namespace emrlint {
namespace {

class ExplainCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "explain", context_.say("说明一项检查：判什么、依据、例外、怎么改",
                                "explain a check: what it judges, basis, exceptions, advice"));
    command
        ->add_option("id", id_,
                     context_.say("检查名，或报告中方括号里的 检查名/提示名",
                                  "id of a check, or what stands in the brackets of a finding"))
        ->required()
        ->option_text(context_.say("检查名", "ID"));
    catalog_.add(*command, context_);
    command->footer(context_.say("示例：\n  emrlint explain coding-principal-missing\n",
                                 "Examples:\n  emrlint explain coding-principal-missing\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    const std::string id = id_.substr(0, id_.find('/'));
    const CatalogEntry* const entry = catalog->find(id);
    if (const Unbuilt* rule = find_unbuilt(id); rule != nullptr && entry == nullptr) {
      std::printf("%s\n%s%s\n", id.c_str(), context_.say("未做成检查：", "No check: ").c_str(),
                  std::string(rule->reason.in(context_.lang)).c_str());
      return kExitOk;
    }
    if (entry == nullptr) {
      const std::string near(catalog->nearest(id));
      return usage_error(
          context_,
          {"没有检查名为 " + id + (near.empty() ? "" : "。是否指 " + near + "？"),
           "no check is called " + id + (near.empty() ? "" : ". Did you mean " + near + "?"),
           {}});
    }
    const std::string level(emrlint::id(entry->info.severity));
    const std::string origin =
        entry->origin == kBuiltIn ? context_.say("内置", "built-in") : entry->origin;
    std::printf("%s [%s]\n%s\n\n%s\n%s%s (%s)\n", std::string(entry->info.id).c_str(),
                level.c_str(), std::string(entry->info.title.in(context_.lang)).c_str(),
                card_text(*entry, context_.lang, CardForm::kPlain).c_str(),
                context_.say("来源：", "Origin: ").c_str(), origin.c_str(), entry->kind.c_str());
    return kExitOk;
  }

 private:
  CatalogOptions catalog_;
  std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_explain_command(const Context& context) {
  return std::make_unique<ExplainCommand>(context);
}

}  // namespace emrlint
