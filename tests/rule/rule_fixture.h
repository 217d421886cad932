// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_RULE_RULE_FIXTURE_H_
#define EMRLINT_TESTS_RULE_RULE_FIXTURE_H_

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "rule/catalog.h"

namespace emrlint {

// The part of a rule that every rule has; the keys of the kind go behind it.
inline std::string rule_text(std::string_view kind, std::string_view keys) {
  return "[[rule]]\nid = \"test-rule\"\nkind = \"" + std::string(kind) +
         "\"\nseverity = \"error\"\n"
         "title = { zh = \"标题\", en = \"title\" }\n"
         "judged = { zh = \"评什么\", en = \"what is judged\" }\n"
         "exceptions = { zh = \"例外\", en = \"exceptions\" }\n"
         "advice = { zh = \"建议\", en = \"advice\" }\n"
         "basis = [\"BL 22(15)\"]\n" +
         std::string(keys);
}

// A catalog that holds the one rule of this kind with these keys.
inline Catalog catalog_with(std::string_view kind, std::string_view keys) {
  Catalog catalog;
  const auto error = catalog.add_rules("test.toml", rule_text(kind, keys));
  REQUIRE_MESSAGE(!error, (error ? error->en : ""));
  return catalog;
}

// The sentence that refuses the rule.
inline std::string error_of(std::string_view kind, std::string_view keys) {
  Catalog catalog;
  const auto error = catalog.add_rules("test.toml", rule_text(kind, keys));
  REQUIRE(error);
  return error->en;
}

inline Time at(std::string_view text) {
  const std::optional<Time> time = parse_iso_time(text);
  REQUIRE_MESSAGE(time, text);
  return *time;
}

// What the rule says of the chart, one line an outcome: "pass surgery/s1", "fail chart late: ...".
inline std::vector<std::string> outcomes(const Catalog& catalog, const Chart& chart,
                                         Clock clock = {}, const Options& options = {}) {
  Report report(clock);
  catalog.entries().front().run(chart, options, report);
  std::vector<std::string> lines;
  for (const Subject& subject : report.passed())
    lines.push_back("pass " + subject_key(chart, subject));
  for (const Outcome& outcome : report.outcomes()) {
    constexpr std::string_view kKinds[] = {"fail ", "undecided ", "due "};
    std::string line(kKinds[static_cast<std::size_t>(outcome.kind)]);
    line += subject_key(chart, outcome.subject) + ' ';
    line += outcome.message_id;
    if (outcome.kind != OutcomeKind::kUndecided) {
      line += ": " + format_message(outcome.en, outcome.args.data(), outcome.args.size(), Lang::kEn,
                                    false);
    }
    lines.push_back(line);
  }
  return lines;
}

// A complete stay from admission to discharge.
inline Chart stay(std::string_view admitted, std::string_view discharged = {}) {
  Chart chart;
  chart.complete = true;
  chart.encounter.kind.value = EncounterKind::kInpatient;
  chart.encounter.admitted.add({at(admitted), {0, 10, 20}, Origin::kChartData});
  if (!discharged.empty()) {
    chart.encounter.discharged.add({at(discharged), {0, 30, 40}, Origin::kChartData});
  }
  return chart;
}

inline Document& add_document(Chart& chart, DocType type, std::string_view completed = {}) {
  Document& document = chart.documents.emplace_back();
  document.type = type;
  if (!completed.empty()) document.completed = Located<Time>{at(completed), {0, 50, 60}};
  return document;
}

inline void add_section(Document& document, SectionType type, std::string_view text) {
  Section& section = document.sections.emplace_back();
  section.type = type;
  section.texts = {static_cast<std::uint32_t>(document.texts.size()), 1};
  section.span = {0, 70, 71};
  document.texts.push_back({text, {0, 80, 80 + static_cast<std::uint32_t>(text.size())}});
}

inline Surgery& add_surgery(Chart& chart, std::string_view id, std::string_view start,
                            std::string_view end) {
  Surgery& surgery = chart.surgeries.emplace_back();
  surgery.id.value = id;
  if (!start.empty()) surgery.start.add({at(start), {0, 90, 91}, Origin::kChartData});
  if (!end.empty()) surgery.end.add({at(end), {0, 92, 93}, Origin::kChartData});
  return surgery;
}

using Lines = std::vector<std::string>;

}  // namespace emrlint

#endif  // EMRLINT_TESTS_RULE_RULE_FIXTURE_H_
