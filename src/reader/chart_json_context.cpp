// SPDX-License-Identifier: Apache-2.0
#include "reader/chart_json_context.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/nearest.h"

namespace emrlint::chart_json {
namespace {

constexpr std::size_t kMaxProblems = 100;  // Of one chart; a wrong export repeats itself.

// Words of the format are short and plain; anything else could be about a patient.
bool quotable(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == ' ';
  };
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), plain);
}

template <auto Member>
bool has_id(const Chart& chart, std::string_view id) {
  const auto& events = chart.*Member;
  return std::any_of(events.begin(), events.end(),
                     [&](const auto& event) { return event.id.value == id; });
}

struct Collection {
  std::string_view name;
  bool (*has)(const Chart&, std::string_view id);
};

constexpr Collection kCollections[] = {
    {"surgeries", has_id<&Chart::surgeries>},
    {"procedures", has_id<&Chart::procedures>},
    {"orders", has_id<&Chart::orders>},
    {"results", has_id<&Chart::results>},
    {"conditions", has_id<&Chart::conditions>},
    {"consultations", has_id<&Chart::consultations>},
    {"transfers", has_id<&Chart::transfers>},
    {"handovers", has_id<&Chart::handovers>},
    {"rescues", has_id<&Chart::rescues>},
    {"transfusions", has_id<&Chart::transfusions>},
    {"critical_values", has_id<&Chart::critical_values>},
    {"checklists", has_id<&Chart::checklists>},
    {"rounds", has_id<&Chart::rounds>},
    {"followups", has_id<&Chart::followups>},
    {"documents", has_id<&Chart::documents>},
};

bool leads_somewhere(const Chart& chart, std::string_view reference) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos) return false;
  for (const Collection& collection : kCollections) {
    if (collection.name == reference.substr(0, slash)) {
      return collection.has(chart, reference.substr(slash + 1));
    }
  }
  return false;
}

// How a message calls a value: by its key, or as an item of a list.
std::string zh_name(JsonValue value) {
  return value.key().empty() ? "此项" : fmt::format("“{}”", value.key());
}
std::string en_name(JsonValue value) {
  return value.key().empty() ? "this item" : fmt::format("\"{}\"", value.key());
}

}  // namespace

void Context::problem(std::string_view id, Span where, std::string zh, std::string en) {
  if (++problems_ > kMaxProblems + 1) return;
  if (problems_ > kMaxProblems) {
    id = "chart-json-more";
    zh = fmt::format("问题超过 {} 个，其余不再列出", kMaxProblems);
    en = fmt::format("more than {} problems; the rest is not listed", kMaxProblems);
  }
  out_.problems.push_back({Problem::Kind::kIncomplete, std::string(id), std::move(zh),
                           std::move(en), file_.uri(), where, true});
}

void Context::wrong_kind(JsonValue value, std::string_view zh, std::string_view en) {
  problem("chart-json-kind", value.span(), fmt::format("{}应为{}", zh_name(value), zh),
          fmt::format("{} should be {}", en_name(value), en));
}

void Context::unknown_word(std::string_view id, Text word, std::span<const std::string_view> known,
                           std::string_view zh, std::string_view en) {
  const bool quoted = quotable(word.value);
  const std::string_view meant = nearest(word.value, known);
  std::string chinese(zh);
  std::string english(en);
  if (quoted) {
    chinese += fmt::format("“{}”", word.value);
    english += fmt::format(" \"{}\"", word.value);
  }
  if (!meant.empty()) {
    chinese += fmt::format("，是否应为“{}”？", meant);
    english += fmt::format("; did you mean \"{}\"?", meant);
  }
  problem(id, word.span, std::move(chinese), std::move(english));
}

std::optional<Text> Context::text(JsonValue value) {
  if (value.is_string() || value.kind() == JsonKind::kNumber) return value.text();
  if (value.kind() != JsonKind::kNull) wrong_kind(value, "字符串", "a string");
  return std::nullopt;
}

std::optional<Text> Context::scalar(JsonValue value) {
  if (value.boolean()) return value.text();
  return text(value);
}

std::optional<Located<bool>> Context::flag(JsonValue value) {
  if (const auto boolean = value.boolean()) return Located<bool>{*boolean, value.span()};
  if (value.kind() != JsonKind::kNull) wrong_kind(value, " true 或 false", "true or false");
  return std::nullopt;
}

std::optional<Located<int>> Context::integer(JsonValue value, int least, int most) {
  if (value.kind() == JsonKind::kNull) return std::nullopt;
  const std::optional<int> number = value.integer();
  if (number && *number >= least && *number <= most) return Located<int>{*number, value.span()};
  wrong_kind(value, fmt::format(" {} 至 {} 的整数", least, most),
             fmt::format("a whole number from {} to {}", least, most));
  return std::nullopt;
}

std::optional<Located<Time>> Context::time(JsonValue value, std::string_view what) {
  if (value.kind() == JsonKind::kNull) return std::nullopt;
  if (!value.is_string()) {
    wrong_kind(value, "字符串形式的时间", "a time in a string");
    return std::nullopt;
  }
  const std::optional<Time> time = parse_iso_time(value.str());
  if (time) {
    if (document_ != nullptr) document_->raw_times.push_back({what, value.text(), true});
    return Located<Time>{*time, value.span()};
  }
  if (document_ != nullptr) {  // Said once: a defect of the document, by structure-time.
    document_->raw_times.push_back({what, value.text(), false});
    return std::nullopt;
  }
  problem(
      "chart-json-time", value.span(),
      fmt::format("{}不是有效时间，写法如 2024-03-01T09:12+08:00、2024-03-01T09:12 或 2024-03-01",
                  zh_name(value)),
      fmt::format("{} is no valid time; write 2024-03-01T09:12+08:00, 2024-03-01T09:12 or "
                  "2024-03-01",
                  en_name(value)));
  return std::nullopt;
}

void Context::know_staff() {
  for (std::size_t i = 0; i < chart_.staff.size(); ++i) {
    const std::string_view id = chart_.staff[i].id.value;
    if (!id.empty()) staff_.try_emplace(id, i);
  }
}

void Context::know_documents() {
  for (std::size_t i = 0; i < chart_.documents.size(); ++i) {
    const std::string_view id = chart_.documents[i].id.value;
    if (!id.empty()) documents_.try_emplace(id, static_cast<std::uint32_t>(i));
  }
}

void Context::resolve(Person& person) {
  if (staff_.empty() || person.id.value.empty()) return;
  const auto found = staff_.find(person.id.value);
  if (found == staff_.end()) {
    if (!chart_.sources.has(Source::kStaff)) return;  // The table broke off.
    if (!missing_staff_.insert(person.id.value).second || !person.name.value.empty()) return;
    return problem("chart-json-staff", person.id.span, "人员表 staff 中没有这个编号",
                   "no member of \"staff\" has this id");
  }
  const Person& member = chart_.staff[found->second];
  // Findings about a person point at where he is named here, not at the staff table.
  if (person.name.value.empty()) person.name = {member.name.value, person.id.span};
  if (person.title == Title::kUnknown) person.title = member.title;
  if (person.title_text.value.empty()) person.title_text = member.title_text;
  if (person.department.value.empty()) person.department = member.department;
  if (!person.licensed) person.licensed = member.licensed;
}

std::optional<std::uint32_t> Context::document_index(Text id) {
  const auto found = documents_.find(id.value);
  if (found != documents_.end()) return found->second;
  problem("chart-json-reference", id.span, "没有这个编号的文书", "no document has this id");
  return std::nullopt;
}

void Context::check_references() {
  const auto check = [&](const std::vector<Text>& references) {
    for (const Text& reference : references) {
      if (leads_somewhere(chart_, reference.value)) continue;
      problem("chart-json-reference", reference.span,
              "引用没有对应的事件或文书，写法如 surgeries/s1",
              "the reference leads to no event or document; write it as surgeries/s1");
    }
  };
  for (const Document& document : chart_.documents) check(document.about);
  for (const Order& order : chart_.orders) check(order.about);
  for (const Checklist& checklist : chart_.checklists) check(checklist.about);
}

}  // namespace emrlint::chart_json
