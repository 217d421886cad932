// SPDX-License-Identifier: Apache-2.0
#include "testing/fixture.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "codes/coding_system.h"
#include "tables/table_kind.h"

namespace emrlint {
namespace {

constexpr std::string_view kMark = "//~";

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }

// The text behind "//~ name:", if the line is that directive.
std::optional<std::string_view> directive(std::string_view line, std::string_view name) {
  line.remove_prefix(kMark.size());
  if (!line.starts_with(' ') || !line.substr(1).starts_with(name)) return std::nullopt;
  line.remove_prefix(1 + name.size());
  if (!line.starts_with(':')) return std::nullopt;
  line.remove_prefix(1);
  const std::size_t from = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t to = line.find_last_not_of(" \r") + 1;
  return from < to ? line.substr(from, to - from) : std::string_view();
}

// Words between blanks; '...' and "..." keep theirs.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool open = false;
  for (const char c : text) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      open = true;
    } else if (c == ' ') {
      if (open) words.push_back(std::exchange(word, {}));
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (open) words.push_back(word);
  return words;
}

Error wrong(std::string zh, std::string en) { return {std::move(zh), std::move(en), {}}; }

// Sets one option of the run; an error when name or value is unknown.
std::optional<Error> set_option(FixtureRun& run, std::string_view name, const std::string& value) {
  if (name == "--select") {
    run.select.push_back(value);
  } else if (name == "--option") {
    run.options.push_back(value);
  } else if (name == "--profile") {
    run.profiles.push_back(value);
  } else if (name == "--as-of") {
    run.as_of = parse_iso_time(value);
    if (!run.as_of) return wrong("不是时间：" + value, "not a time: " + value);
  } else if (name == "--stage") {
    run.stage = stage_from_id(value);
    if (!run.stage) return wrong("未知的阶段：" + value, "unknown stage: " + value);
  } else if (name == "--lang" && (value == "zh" || value == "en")) {
    run.lang = value == "en" ? Lang::kEn : Lang::kZh;
  } else {
    const std::string both = std::string(name) + " " + value;
    return wrong("run 行中未知的选项：" + both, "unknown option in a run line: " + both);
  }
  return std::nullopt;
}

std::optional<Error> parse_run(std::string_view text, FixtureRun& run) {
  const std::vector<std::string> words = split_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--folder" || words[i] == "--no-tables") {
      (words[i] == "--folder" ? run.folder : run.no_tables) = true;
      continue;
    }
    if (i + 1 == words.size()) {
      return wrong("选项缺少值：" + words[i], "an option without its value: " + words[i]);
    }
    if (std::optional<Error> error = set_option(run, words[i], words[i + 1])) return error;
    ++i;
  }
  return std::nullopt;
}

class Parser {
 public:
  Parser(std::string_view stem, Fixture& fixture) : stem_(stem), fixture_(fixture) {}

  std::optional<Error> run() {
    std::string_view rest = fixture_.text;
    for (std::uint32_t number = 1; !rest.empty(); ++number) {
      const char* const begin = rest.data();
      const std::string_view line = take_line(rest);
      if (std::optional<Error> error = add(line, number, begin)) {
        const std::string prefix = std::to_string(number) + ": ";
        return Error{prefix + error->zh, prefix + error->en, {}};
      }
    }
    finish(fixture_.text.data() + fixture_.text.size());
    if (fixture_.cases.empty()) return wrong("1: 没有用例", "1: there is no case");
    return std::nullopt;
  }

 private:
  std::optional<Error> add(std::string_view line, std::uint32_t number, const char* begin) {
    if (!line.starts_with(kMark)) {
      if (table_ != nullptr) {
        add_table_line(line);
      } else if (fixture_.cases.empty() && blank(line)) {
        fixture_.preamble.push_back(line);
      } else {
        add_input(line, number, begin);
      }
      return std::nullopt;
    }
    table_ = nullptr;
    if (const auto name = directive(line, "table")) return start_table(*name, line);
    if (const auto name = directive(line, "case")) {
      start_case(std::string(*name), number, begin);
      keep(FixtureLineKind::kDirective, line);
      return std::nullopt;
    }
    if (line.starts_with("//~ #")) {
      if (fixture_.cases.empty()) {
        fixture_.preamble.push_back(line);
      } else {
        keep(FixtureLineKind::kComment, line);
      }
      return std::nullopt;
    }
    if (const auto arguments = directive(line, "run")) {
      keep_in_case(line, number, begin);
      return parse_run(*arguments, fixture_.cases.back().run);
    }
    if (const auto name = directive(line, "file")) {
      keep_in_case(line, number, begin);
      std::vector<FixtureDocument>& documents = fixture_.cases.back().documents;
      documents.push_back({std::string(*name), {}});
      open_ = static_cast<std::uint32_t>(documents.size() - 1);
      document_lines_ = 0;
      return std::nullopt;
    }
    if (!fixture_.cases.empty()) {
      fixture_.cases.back().annotations.push_back(line.substr(kMark.size()));
    }
    return std::nullopt;
  }

  std::optional<Error> start_table(std::string_view name, std::string_view line) {
    std::vector<std::string_view> ids(table_ids().begin(), table_ids().end());
    ids.insert(ids.end(), coding_system_ids().begin(), coding_system_ids().end());
    const std::string_view kind = name.substr(0, name.find('/'));  // "icd-10/insurance-2.0"
    if (std::find(ids.begin(), ids.end(), kind) == ids.end()) {
      const std::string text(name);
      return wrong("没有名为\"" + text + "\"的表格" + did_you_mean_zh(name, ids),
                   "there is no table \"" + text + "\"" + did_you_mean_en(name, ids));
    }
    std::vector<FixtureDocument>& files =
        fixture_.cases.empty() ? fixture_.tables : fixture_.cases.back().documents;
    keep_table_line(line);
    files.push_back({std::string(name) + ".csv", {}});
    table_ = &files.back();
    return std::nullopt;
  }

  // A blank line ends a table.
  void add_table_line(std::string_view line) {
    keep_table_line(line);
    if (blank(line)) {
      table_ = nullptr;
    } else {
      table_->text.append(line).append("\n");
    }
  }

  void keep_table_line(std::string_view line) {
    if (fixture_.cases.empty()) {
      fixture_.preamble.push_back(line);
    } else {
      keep(FixtureLineKind::kTable, line);
    }
  }

  void keep_in_case(std::string_view line, std::uint32_t number, const char* begin) {
    if (fixture_.cases.empty()) start_case({}, number, begin);
    keep(FixtureLineKind::kDirective, line);
  }

  void keep(FixtureLineKind kind, std::string_view line) {
    fixture_.cases.back().lines.push_back({kind, line});
  }

  void add_input(std::string_view line, std::uint32_t number, const char* begin) {
    if (fixture_.cases.empty()) start_case({}, number, begin);
    FixtureCase& current = fixture_.cases.back();
    if (!open_) {
      current.documents.push_back({"chart.json", {}});
      open_ = static_cast<std::uint32_t>(current.documents.size() - 1);
      document_lines_ = 0;
    }
    current.lines.push_back({FixtureLineKind::kInput, line, *open_, ++document_lines_});
    current.documents[*open_].text.append(line).append("\n");
  }

  void start_case(std::string name, std::uint32_t number, const char* begin) {
    finish(begin);
    FixtureCase& current = fixture_.cases.emplace_back();
    current.name = std::move(name);
    current.line = number;
    begin_ = begin;
    open_.reset();
  }

  // Ends the last case at `end`.
  void finish(const char* end) {
    if (fixture_.cases.empty()) return;
    FixtureCase& current = fixture_.cases.back();
    current.text = std::string_view(begin_, static_cast<std::size_t>(end - begin_));
    if (current.run.select.empty()) current.run.select.emplace_back(stem_);
    if (current.run.no_tables) return;
    for (const FixtureDocument& table : fixture_.tables) {
      const bool own = std::any_of(
          current.documents.begin(), current.documents.end(),
          [&](const FixtureDocument& document) { return document.name == table.name; });
      if (!own) current.documents.push_back(table);
    }
  }

  std::string_view stem_;
  Fixture& fixture_;
  const char* begin_ = nullptr;
  std::optional<std::uint32_t> open_;  // The document that lines of input go to.
  std::uint32_t document_lines_ = 0;
  FixtureDocument* table_ = nullptr;  // The table that lines go to.
};

}  // namespace

std::optional<Error> parse_fixture(std::string_view stem, Fixture& fixture) {
  return Parser(stem, fixture).run();
}

}  // namespace emrlint
