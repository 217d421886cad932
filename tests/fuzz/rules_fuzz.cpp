// SPDX-License-Identifier: Apache-2.0
// TOML: rule files, which are then run on a chart, and configurations.
#include <algorithm>

#include "config/config.h"
#include "fuzz/invariants.h"
#include "reader/readers.h"
#include "rule/rule_file.h"

namespace emrlint::fuzz {
namespace {

const Catalog& catalog() {
  static const Catalog built_in = std::move(*Catalog::built_in());
  return built_in;
}

const Batch& chart() {
  static const Batch batch = [] {
    Files files;
    files.push_back(std::make_unique<SourceFile>("chart.json", R"({
      "format": "emrlint-chart/1", "chart": "ZY1", "complete": true, "realm": "china",
      "sources": ["documents"], "patient": {"name": "张三"},
      "encounter": {"kind": "inpatient", "admitted": "2024-03-01T09:00",
                    "discharged": "2024-03-09T10:00"},
      "surgeries": [{"id": "s1", "name": "胆囊切除术", "start": "2024-03-03T10:00"}],
      "documents": [{"id": "d1", "type": "discharge-record", "title": "出院记录",
        "sections": [{"type": "chief-complaint", "text": "腹痛3天"}],
        "signatures": [{"role": "resident", "by": {"name": "李一"},
                        "at": "2024-03-10T15:00"}]}]})"));
    return read_texts(std::move(files), Limits{}, false);
  }();
  return batch;
}

// An error about a text names its line and column.
void check_error(const Error& error, const std::string& path, const std::string& text) {
  expect(!error.zh.empty() && !error.en.empty(), "an error without words");
  if (!error.en.starts_with(path + ":")) return;
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  std::size_t used = 0;
  const std::string rest = error.en.substr(path.size() + 1);
  expect(!rest.empty() && rest[0] >= '1' && rest[0] <= '9', "an error without a line");
  expect(std::stol(rest, &used) <= lines, "an error behind the last line");
  expect(rest[used] == ':', "an error without a column");
}

void read_rules(const std::string& text) {
  const Result<std::vector<Rule>> rules = read_rule_file("rules.toml", text);
  if (!rules.ok()) {
    check_error(rules.error(), "rules.toml", text);
    return;
  }
  Catalog with_rules;
  if (const auto error = with_rules.add_rules("rules.toml", text)) {
    check_error(*error, "rules.toml", text);
    return;
  }
  const Result<Config> config = Config::load(with_rules, {}, {}, {});
  if (!config.ok()) return;
  check_report(chart().files, lint(with_rules, *config, chart().charts.at(0)));
}

void read_config(const std::string& text) {
  const auto no_file = [](const std::string& path) -> Result<std::string> {
    return Error{"没有文件" + path, "no file " + path, {}};
  };
  const Result<Config> config = Config::load(catalog(), "emrlint.toml", text, no_file);
  if (!config.ok()) {
    check_error(config.error(), "emrlint.toml", text);
    return;
  }
  check_report(chart().files, lint(catalog(), *config, chart().charts.at(0), "chart.json"));
  for (const ConfigValue& value : config->values()) {
    expect(!value.origin.empty(), "a value of the configuration without an origin");
  }
}

}  // namespace
}  // namespace emrlint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = emrlint::fuzz::bytes_of(data, size);
  emrlint::fuzz::read_rules(text);
  emrlint::fuzz::read_config(text);
  return 0;
}
