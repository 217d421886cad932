// SPDX-License-Identifier: Apache-2.0
// What a case is judged with, and the charts that it brings.
#include <algorithm>
#include <cctype>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "codes/code_import.h"
#include "config/config.h"
#include "reader/readers.h"
#include "testing/run_fixture.h"

namespace emrlint {
namespace {

bool is_record(std::string_view name) {
  return !name.ends_with(".toml") && !name.ends_with(".csv");
}

// A value of --option as TOML: numbers, booleans and arrays as they are, the rest as text.
std::string toml_value(const std::string& value) {
  const bool number = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
  });
  if (number || value == "true" || value == "false" || value.starts_with('[')) return value;
  return '"' + value + '"';
}

bool code_list(std::string_view name) {
  const std::string_view system = name.substr(0, name.find_first_of("/."));
  return name.ends_with(".csv") && find_coding_system(system) != nullptr;
}

// The tables of the case, as keys before all headings.
std::string tables_text(const FixtureCase& fixture_case) {
  std::string text;
  for (const std::string_view table : table_ids()) {
    const std::string file = std::string(table) + ".csv";
    for (const FixtureDocument& document : fixture_case.documents) {
      if (document.name != file) continue;
      text.append("tables.").append(table).append(" = \"").append(file).append("\"\n");
    }
  }
  std::string codes;
  for (const FixtureDocument& document : fixture_case.documents) {
    if (code_list(document.name)) codes += "\"" + document.name + "\", ";
  }
  return codes.empty() ? text : text + "codes.files = [" + codes + "]\n";
}

// The code table of the list that a case brings: "icd-10.csv", "icd-10/insurance-2.0.csv".
Result<CodeTable> import_codes(const std::string& name, const std::string& list) {
  ImportOptions options;
  const std::string stem = name.substr(0, name.size() - std::string_view(".csv").size());
  const std::size_t slash = std::min(stem.find('/'), stem.size());
  options.edition.system = find_coding_system(stem.substr(0, slash));
  if (slash < stem.size()) options.edition.id = stem.substr(slash + 1);
  CodeImport import(std::move(options));
  if (auto error = import.add(name, list)) return *error;
  Result<std::string> bytes = import.finish(false);
  if (!bytes) return bytes.error();
  if (!import.faults().empty()) {
    const ImportFault& fault = import.faults().front();
    return Error{fault.place + ": " + fault.zh, fault.place + ": " + fault.en, {}};
  }
  return CodeTable::of(*std::move(bytes), name);
}

// The tables and the emrlint.toml of the case, and what its run line says.
std::string config_text(const FixtureCase& fixture_case) {
  std::string text = tables_text(fixture_case);
  for (const FixtureDocument& document : fixture_case.documents) {
    if (document.name == "emrlint.toml") text += document.text;
  }
  const FixtureRun& run = fixture_case.run;
  if (!run.profiles.empty()) {
    text += "extends = [";
    for (const std::string& profile : run.profiles) text += '"' + profile + "\", ";
    text += "]\n";
  }
  if (!run.options.empty()) text += "[check." + run.select.front() + "]\n";
  for (const std::string& option : run.options) {
    const std::size_t equals = std::min(option.find('='), option.size());
    text += option.substr(0, equals) + " = " +
            toml_value(option.substr(std::min(equals + 1, option.size()))) + "\n";
  }
  return text;
}

}  // namespace

Result<Config> case_config(const Catalog& catalog, const FixtureCase& fixture_case) {
  const auto read_file = [&](const std::string& path) -> Result<std::string> {
    for (const FixtureDocument& document : fixture_case.documents) {
      if (document.name == path) return document.text;
    }
    return Error{"用例中没有文件 " + path, "the case has no file " + path, {}};
  };
  const auto open_codes = [&](const std::string& path) -> Result<CodeTable> {
    const Result<std::string> list = read_file(path);
    if (!list) return list.error();
    return import_codes(path, *list);
  };
  const FixtureRun& run = fixture_case.run;
  Result<Config> config =
      Config::load(catalog, "emrlint.toml", config_text(fixture_case), read_file, open_codes);
  if (!config) return config;
  config->as_of = run.as_of;
  config->stage = run.stage;
  config->select = run.select;
  return config;
}

Batch read_case(const FixtureCase& fixture_case) {
  std::vector<std::unique_ptr<SourceFile>> files;
  for (const FixtureDocument& document : fixture_case.documents) {
    if (is_record(document.name)) {
      files.push_back(std::make_unique<SourceFile>(document.name, document.text));
    }
  }
  return read_texts(std::move(files), Limits{}, fixture_case.run.folder);
}

}  // namespace emrlint
