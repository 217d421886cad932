// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/codes_import.h"
#include "cli/codes_output.h"
#include "cli/command.h"
#include "cli/config_options.h"
#include "cli/files.h"
#include "codes/code_search.h"
#include "codes/code_tables.h"
#include "config/config.h"

namespace emrlint {
namespace {

// What a table says of a code that a record has.
enum class CodeState : std::uint8_t {
  kValid,
  kOtherForm,
  kHeading,
  kNotInForce,
  kUnknown,
  kNoForm
};
struct StateName {
  std::string_view id;
  Bilingual text;
};
constexpr StateName kStates[] = {
    {"valid", {"有效", "valid"}},
    {"other-form", {"有效，但写法不同", "valid, but written another way"}},
    {"heading", {"类目或亚目，不能直接使用", "a heading, not to be used itself"}},
    {"not-in-force", {"在该日期无效", "not in force on that day"}},
    {"unknown", {"不在编码表中", "not in the table"}},
    {"no-form", {"不是编码的形式", "has not the form of a code"}},
};

class CodesCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "codes", context_.say("导入、查找、核对疾病和手术操作编码表",
                              "import, look up, search and validate tables of codes"));
    command->add_option("action", action_, context_.say("做什么", "what to do"))
        ->required()
        ->check(CLI::IsMember({"import", "lookup", "search", "validate", "list"}))
        ->option_text("import|lookup|search|validate|list");
    command
        ->add_option(
            "words", words_,
            context_.say(
                "import：来源文件；lookup、validate：编码（validate用 - 从标准输入逐行读）；"
                "search：名称、拼音首字母、英文词或编码开头",
                "import: source files; lookup, validate: codes (validate reads "
                "lines from standard input for -); search: a name, pinyin "
                "initials, English words or the beginning of a code"))
        ->option_text(context_.say("文件或编码...", "FILE or CODE..."));
    add_options(*command);
    import_.add(*command, context_);
    command->footer(context_.say(kExamplesZh, kExamplesEn));
    return command;
  }

  int run() override {
    if (action_ == "import") return import_.run(words_, format_ == "json", context_);
    if (words_.empty() && action_ != "list") {
      return usage_error(context_,
                         {"请写明" + std::string(action_ == "search" ? "要查找的内容" : "编码"),
                          "name what to " + action_,
                          {}});
    }
    if (auto error = load_tables()) return usage_error(context_, *error);
    if (!date_.empty()) {
      day_ = parse_code_day(date_);
      if (!day_)
        return usage_error(context_, {"--date 应为日期，如2024-01-31：" + date_,
                                      "--date must be a date such as 2024-01-31: " + date_,
                                      {}});
    }
    if (action_ == "list") return list();
    if (action_ == "search") return search();
    return action_ == "lookup" ? lookup() : validate();
  }

 private:
  static constexpr const char* kExamplesZh =
      "示例：\n"
      "  emrlint codes import icd10.xlsx --edition clinical-2.0 --output icd10.codes\n"
      "  emrlint codes import icd10.csv --columns code=A,name=C --output icd10.codes\n"
      "  emrlint codes lookup I10.x00x002 --table icd10.codes\n"
      "  emrlint codes search gxy --table icd10.codes\n"
      "  emrlint codes validate K35.900 E11 --date 2024-05-01\n"
      "  emrlint codes list                     emrlint.toml 中 [codes] 的编码表\n"
      "\n退出码：0 正常；1 有未采用的行、查不到或无效的编码；2 用法错误或没有编码表\n";
  static constexpr const char* kExamplesEn =
      "Examples:\n"
      "  emrlint codes import icd10.xlsx --edition clinical-2.0 --output icd10.codes\n"
      "  emrlint codes import icd10.csv --columns code=A,name=C --output icd10.codes\n"
      "  emrlint codes lookup I10.x00x002 --table icd10.codes\n"
      "  emrlint codes search gxy --table icd10.codes\n"
      "  emrlint codes validate K35.900 E11 --date 2024-05-01\n"
      "  emrlint codes list                     the tables of [codes] in emrlint.toml\n"
      "\nExit codes: 0 well; 1 rows not taken, codes not found or not valid; 2 usage error or\n"
      "no table\n";

  void add_options(CLI::App& command) {
    command
        .add_option("--table", files_,
                    context_.say("编码表文件，可重复；默认用配置中的 [codes]",
                                 "a code table; repeatable; by default those of [codes]"))
        ->option_text(context_.say("文件", "FILE"))
        ->allow_extra_args(false);
    command
        .add_option(
            "--config", config_,
            context_.say("配置文件，默认 emrlint.toml", "configuration; by default emrlint.toml"))
        ->option_text(context_.say("文件", "FILE"));
    command
        .add_option(
            "--date", date_,
            context_.say("只看在这一天有效的版本和编码", "only what is in force on this day"))
        ->option_text("DATE");
    command.add_option("--limit", limit_, context_.say("search：最多几条", "search: how many"))
        ->check(CLI::Range(1, 10000))
        ->option_text("N");
    command
        .add_option(
            "-f,--format", format_,
            context_.say("给人看，或每行一个JSON对象", "for people, or a JSON object a line"))
        ->check(CLI::IsMember({"text", "json"}))
        ->option_text("text|json");
  }

  std::optional<Error> load_tables() {
    for (const std::string& file : files_) {
      Result<CodeTable> table = CodeTable::open(file);
      if (!table) return table.error();
      own_.add(*std::move(table));
    }
    if (!files_.empty()) return std::nullopt;
    catalog_ = std::make_unique<Result<Catalog>>(Catalog::built_in());
    if (!*catalog_) return catalog_->error();
    std::error_code none;
    std::string file = config_, text;
    if (file.empty() && std::filesystem::exists("emrlint.toml", none)) file = "emrlint.toml";
    if (!file.empty()) {
      Result<std::string> read = read_small_file(file);
      if (!read) return read.error();
      text = *std::move(read);
    }
    Result<Config> config = Config::load(**catalog_, file, std::move(text), read_small_file);
    if (!config) return config.error();
    loaded_ = std::make_unique<Config>(*std::move(config));
    if (!tables().empty()) return std::nullopt;
    return Error{
        "没有编码表：用 --table 指定，或在 emrlint.toml 的 [codes] 中写 files",
        "there is no code table: name one with --table, or files in [codes] of emrlint.toml",
        {}};
  }

  const CodeTables& tables() const { return loaded_ ? loaded_->tables().codes() : own_; }

  // The tables to look into: with --date the one in force of each system.
  std::vector<const CodeTable*> chosen() const {
    std::vector<const CodeTable*> found;
    for (const CodeTable& table : tables().all()) {
      if (!day_ || tables().in_force(table.system(), day_) == &table) found.push_back(&table);
    }
    return found;
  }

  int list() const {
    JsonWriter json(std::cout);
    for (const CodeTable* table : chosen()) {
      if (format_ == "json") {
        json.begin_object(), write_table(json, *table), json.end_object(), json.end_document();
      } else {
        std::cout << table_text(*table, context_.lang);
      }
    }
    return kExitOk;
  }

  int lookup() const {
    JsonWriter json(std::cout);
    int status = kExitOk;
    for (const std::string& word : words_) {
      bool found = false;
      for (const CodeTable* table : chosen()) {
        const auto entry = table->find(word);
        if (!entry) continue;
        found = true;
        if (format_ == "json") {
          json.begin_object(), json.text("query", word), write_code(json, *entry);
          json.end_object(), json.end_document();
        } else {
          std::cout << code_text(*entry, context_.lang);
        }
      }
      if (found) continue;
      status = kExitFindings;
      std::fputs((word + context_.say("：不在编码表中\n", ": not in the table\n")).c_str(), stderr);
    }
    return status;
  }

  int search() const {
    std::string query;
    for (const std::string& word : words_) query += (query.empty() ? "" : " ") + word;
    JsonWriter json(std::cout);
    bool any = false;
    for (const CodeTable* table : chosen()) {
      const std::vector<CodeEntry> found = search_codes(*table, query, limit_);
      if (format_ != "json" && !found.empty() && chosen().size() > 1) {
        std::cout << table->name().in(context_.lang) << "\n";
      }
      for (const CodeEntry& entry : found) {
        any = true;
        if (format_ == "json") {
          json.begin_object(), write_code(json, entry), json.end_object(), json.end_document();
        } else {
          std::cout << code_line(entry, context_.lang) << "\n";
        }
      }
    }
    return any ? kExitOk : kExitFindings;
  }

  CodeState state_of(const CodeTable& table, const std::string& word,
                     std::optional<CodeEntry>& entry) const {
    const CanonicalCode code(coding_system(table.system()), word);
    if (!well_formed(table.system(), code.code())) return CodeState::kNoForm;
    entry = table.find_exact(code.code());
    if (!entry) return table.divides(word) ? CodeState::kHeading : CodeState::kUnknown;
    if (!entry->billable()) return CodeState::kHeading;
    if (day_ && !entry->validity().covers(*day_)) return CodeState::kNotInForce;
    const bool same = word == entry->code() || word == written_code(*entry);
    return same ? CodeState::kValid : CodeState::kOtherForm;
  }

  int validate() const {
    std::vector<std::string> words = words_;
    if (words == std::vector<std::string>{"-"}) {
      words.clear();
      for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) words.push_back(line);
      }
    }
    JsonWriter json(std::cout);
    int status = kExitOk;
    for (const std::string& word : words) {
      if (!validate(word, json)) status = kExitFindings;
    }
    return status;
  }

  // In each table whose system has such codes; where there is none, in the first.
  bool validate(const std::string& word, JsonWriter& json) const {
    bool valid = true, formed = false;
    for (const CodeTable* table : chosen()) {
      std::optional<CodeEntry> entry;
      const CodeState state = state_of(*table, word, entry);
      if (state == CodeState::kNoForm) continue;
      formed = true;
      valid = valid && state <= CodeState::kOtherForm;
      print_state(word, state, table, entry, json);
    }
    if (!formed) print_state(word, CodeState::kNoForm, nullptr, std::nullopt, json);
    return valid && formed;
  }

  void print_state(const std::string& word, CodeState state, const CodeTable* table,
                   const std::optional<CodeEntry>& entry, JsonWriter& json) const {
    const StateName& name = kStates[static_cast<std::size_t>(state)];
    if (format_ == "json") {
      json.begin_object();
      json.text("query", word);
      json.text("state", name.id);
      if (entry) {
        write_code(json, *entry);
      } else if (table != nullptr) {
        json.text("system", coding_system(table->system()).id);
      }
      json.end_object(), json.end_document();
      return;
    }
    std::cout << word << context_.say("：", ": ") << name.text.in(context_.lang);
    if (state == CodeState::kOtherForm) std::cout << " (" << written_code(*entry) << ")";
    if (entry) std::cout << "  " << entry->name(context_.lang);
    if (table != nullptr) std::cout << "  [" << table->name().in(context_.lang) << "]";
    std::cout << "\n";
  }

  std::string action_, config_, date_, format_ = "text";
  std::vector<std::string> words_, files_;
  std::size_t limit_ = 20;
  std::optional<std::chrono::sys_days> day_;
  CodesImportOptions import_;
  CodeTables own_;  // Of --table.
  std::unique_ptr<Result<Catalog>> catalog_;
  std::unique_ptr<Config> loaded_;
};

}  // namespace

std::unique_ptr<Command> make_codes_command(const Context& context) {
  return std::make_unique<CodesCommand>(context);
}

}  // namespace emrlint
