// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/files.h"

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

# 工作日：内置2020至2026年的全国节假日安排；之后的年份用表格（首行date,day，其后如2027-01-01,rest）。
# [tables]
# calendar = "calendar.csv"

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

# Working days: China's holidays of 2020 to 2026 are built in. For other years a table: the line
# date,day and then lines such as 2027-01-01,rest or 2027-01-02,work.
# [tables]
# calendar = "calendar.csv"

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
    command->add_option("folder", folder_, context_.say("写到哪里；默认当前文件夹",
                                                        "where to; by default this folder"))
        ->option_text(context_.say("文件夹", "DIR"));
    return command;
  }

  int run() override {
    const std::string path = (std::filesystem::path(folder_) / "emrlint.toml").generic_string();
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

 private:
  std::string folder_ = ".";
};

}  // namespace

std::unique_ptr<Command> make_init_command(const Context& context) {
  return std::make_unique<InitCommand>(context);
}

}  // namespace emrlint
