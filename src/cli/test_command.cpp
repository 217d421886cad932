// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/catalog_options.h"
#include "cli/command.h"
#include "cli/files.h"
#include "testing/line_diff.h"
#include "testing/run_fixture.h"

namespace emrlint {
namespace {

class TestCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    CLI::App* const command = program.add_subcommand(
        "test", context_.say("运行自注释的测试用例（*.test）", "run self-annotating fixtures (*.test)"));
    command
        ->add_option("paths", paths_,
                     context_.say("用例文件或文件夹", "fixture files or folders"))
        ->required()
        ->option_text(context_.say("路径 ...", "PATH ..."));
    command->add_flag("--update", update_,
                      context_.say("按实际结果改写用例中的注释",
                                   "write the annotations of the fixtures anew"));
    catalog_.add(*command, context_);
    command->footer(context_.say(
        "示例：\n  emrlint test fixtures/checks\n"
        "  emrlint test --rules 本院规则 --update 本院规则/用例\n",
        "Examples:\n  emrlint test fixtures/checks\n"
        "  emrlint test --rules hospital/rules --update hospital/fixtures\n"));
    return command;
  }

  int run() override {
    const Result<Catalog> catalog = catalog_.load();
    if (!catalog) return usage_error(context_, catalog.error());
    for (const std::string& path : paths_) {
      const Result<std::vector<std::string>> files = files_below(path, ".test");
      if (!files) return usage_error(context_, files.error());
      for (const std::string& file : *files) test_file(*catalog, file);
    }
    summary();
    return failed_ == 0 && cases_ > 0 ? kExitOk : kExitFindings;
  }

 private:
  void test_file(const Catalog& catalog, const std::string& path) {
    ++files_;
    Result<std::string> text = read_small_file(path);
    if (!text) return broken(path, text.error());
    Fixture fixture(*std::move(text));
    const std::string stem = std::filesystem::path(path).stem().string();
    if (const std::optional<Error> error = parse_fixture(stem, fixture)) {
      return broken(path + ":", *error);
    }
    std::string whole;
    for (const std::string_view line : fixture.preamble) whole.append(line).append("\n");
    for (const FixtureCase& fixture_case : fixture.cases) {
      whole += test_case(catalog, path, fixture_case);
    }
    if (!update_ || whole == fixture.text) return;
    if (const std::optional<Error> error = write_small_file(path, whole)) return broken("", *error);
    ++updated_;
  }

  // The text of the case as it should be; its present text when it cannot be run.
  std::string test_case(const Catalog& catalog, const std::string& path,
                        const FixtureCase& fixture_case) {
    ++cases_;
    const std::string place = path + ":" + std::to_string(fixture_case.line) + ":";
    Result<CaseResult> result = run_case(catalog, fixture_case);
    if (!result) {
      broken(place, result.error());
      return std::string(fixture_case.text);
    }
    if (update_ || result->text == fixture_case.text) return std::move(result->text);
    ++failed_;
    std::printf("%s %s %s\n%s\n", place.c_str(), context_.say("未通过：", "failed:").c_str(),
                fixture_case.name.c_str(),
                line_diff(fixture_case.text, result->text, fixture_case.line).c_str());
    return std::move(result->text);
  }

  void broken(const std::string& place, const Error& error) {
    ++failed_;
    std::printf("%s %s\n\n", place.c_str(), context_.say(error).c_str());
  }

  void summary() const {
    const auto plural = [](int count) { return count == 1 ? "" : "s"; };
    const int passed = cases_ > failed_ ? cases_ - failed_ : 0;
    if (context_.lang == Lang::kZh) {
      std::printf("%d 个文件，%d 个用例：%d 个通过，%d 个未通过", files_, cases_, passed, failed_);
      if (update_) std::printf("，改写 %d 个文件", updated_);
    } else {
      std::printf("%d file%s, %d case%s: %d passed, %d failed", files_, plural(files_), cases_,
                  plural(cases_), passed, failed_);
      if (update_) std::printf(", %d file%s written", updated_, plural(updated_));
    }
    std::printf("\n");
  }

  CatalogOptions catalog_;
  std::vector<std::string> paths_;
  bool update_ = false;
  int files_ = 0, cases_ = 0, failed_ = 0, updated_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_test_command(const Context& context) {
  return std::make_unique<TestCommand>(context);
}

}  // namespace emrlint
