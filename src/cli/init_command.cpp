// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/table_files.h"

namespace emrlint {
namespace {

constexpr const char* kZh = R"(# emrlint 的配置。
# 所有键见 emrlint schema config，生效结果见 emrlint config。

# 以哪些标准为基础；不写则按病历的来源选择。可再写本院的文件。
extends = ["cn-national"]

# 单项检查：级别（error、warning、note、off）和它的选项。选项见 emrlint explain 检查名。
# [check.duplication-progress-notes]
# severity = "note"

# 只对部分病历生效：科室、疾病（诊断编码开头）、文书类型、路径。
# [[override]]
# when = { department = "儿科" }
# [override.check.coding-principal-missing]
# severity = "warning"

# 本院的参考表（CSV）：手术分级目录、手术授权、抗菌药物分级、危急值界限等，以及2026年之后的工作日。
# emrlint init --tables 写出空表和各列说明。
# [tables]
# surgery-levels = "tables/surgery-levels.csv"
# calendar = "tables/calendar.csv"

# 疾病和手术操作编码表，由 emrlint codes import 生成；按出院日期选用有效的版本。
# [codes]
# files = ["codes/icd10.codes", "codes/icd9.codes"]

# 评分表：内置的名称（emrlint score --list-sheets）或本院的.toml文件；夜间任务用第一个。
# [score]
# sheets = ["cn-generic-100"]

# 已接受的问题：必须写明理由、责任人和期限。用 emrlint check --write-waivers 可先生成一份。
# [[waiver]]
# check = "coding-principal-missing"
# chart = "ZY0001"
# reason = "外院转入，原始资料未到"
# by = "病案室"
# until = 2025-12-31
)";

constexpr const char* kEn = R"(# Configuration of emrlint.
# All keys: emrlint schema config; the settings in force: emrlint config.

# What it builds on; without this line the origin of a chart decides. Add files of your own.
extends = ["cn-national"]

# One check: its severity (error, warning, note, off) and its options: emrlint explain ID.
# [check.duplication-progress-notes]
# severity = "note"

# For some charts only: department, disease (start of a diagnosis code), document, path.
# [[override]]
# when = { department = "paediatrics" }
# [override.check.coding-principal-missing]
# severity = "warning"

# Reference tables of the hospital (CSV): levels of surgeries, authorisations, classes of
# antibiotics, critical limits and others, and the working days after 2026. emrlint init --tables
# writes empty ones and says what each column holds.
# [tables]
# surgery-levels = "tables/surgery-levels.csv"
# calendar = "tables/calendar.csv"

# Tables of diagnosis and procedure codes, made by emrlint codes import; the edition in force on the
# day of discharge counts.
# [codes]
# files = ["codes/icd10.codes", "codes/icd9.codes"]

# Scoring sheets: built-in names (emrlint score --list-sheets) or .toml files of your own; the
# nightly job uses the first.
# [score]
# sheets = ["cn-generic-100"]

# Accepted findings: why, by whom and until when. emrlint check --write-waivers starts a list.
# [[waiver]]
# check = "coding-principal-missing"
# chart = "ZY0001"
# reason = "transferred in, papers not here yet"
# by = "records office"
# until = 2025-12-31
)";

class InitCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "init", context_.say("写一份带说明的 emrlint.toml", "write a commented emrlint.toml"));
    command->add_option("folder", folder_,
                        context_.say("写到哪里；默认当前文件夹，空表默认tables",
                                     "where to; by default this folder, for tables the folder "
                                     "tables"))
        ->option_text(context_.say("文件夹", "DIR"));
    command->add_flag("--tables", tables_,
                      context_.say("改为写出空的参考表（CSV）及各列说明",
                                   "write empty reference tables (CSV) and what their columns hold "
                                   "instead"));
    return command;
  }

  int run() override { return tables_ ? write_tables() : write_config(); }

 private:
  int write_config() const {
    const std::filesystem::path folder = folder_.empty() ? "." : folder_;
    const std::string path = (folder / "emrlint.toml").generic_string();
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
      return usage_error(context_, {path + " 已存在，未改动", path + " exists and was left as it is",
                                    {}});
    }
    if (const auto failed = write_small_file(path, context_.say(kZh, kEn))) {
      return usage_error(context_, *failed);
    }
    std::printf(context_.say("已写 %s\n", "wrote %s\n").c_str(), path.c_str());
    return kExitOk;
  }

  // Writes the tables that are not there yet, and says how emrlint.toml names them.
  int write_tables() const {
    const std::filesystem::path folder = folder_.empty() ? "tables" : folder_;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::string names = "[tables]\n";
    for (std::size_t i = 0; i < kTableCount; ++i) {
      const TableInfo& info = table_info(static_cast<TableKind>(i));
      const std::string path =
          (folder / (std::string(info.id) + ".csv")).generic_string();
      names.append(info.id).append(" = \"").append(path).append("\"\n");
      if (const auto failed = write_new(path, empty_table(info, context_.lang))) {
        return usage_error(context_, *failed);
      }
    }
    const auto failed = write_new((folder / "README.md").generic_string(), table_guide());
    if (failed) return usage_error(context_, *failed);
    std::printf("\n%s\n%s",
                context_.say("填好之后写入emrlint.toml：", "Once filled in, for emrlint.toml:").c_str(),
                names.c_str());
    return kExitOk;
  }

  std::optional<Error> write_new(const std::string& path, const std::string& text) const {
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
      std::printf(context_.say("%s 已存在，未改动\n", "%s exists and was left as it is\n").c_str(),
                  path.c_str());
      return std::nullopt;
    }
    if (auto failed = write_small_file(path, text)) return failed;
    std::printf(context_.say("已写 %s\n", "wrote %s\n").c_str(), path.c_str());
    return std::nullopt;
  }

  std::string folder_;
  bool tables_ = false;
};

}  // namespace

std::unique_ptr<Command> make_init_command(const Context& context) {
  return std::make_unique<InitCommand>(context);
}

}  // namespace emrlint
