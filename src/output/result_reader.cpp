// SPDX-License-Identifier: Apache-2.0
#include "output/result_reader.h"

#include <sstream>
#include <utility>

#include "output/result_json.h"
#include "output/sarif_reader.h"

namespace emrlint {
namespace {

Error fault(const std::string& path, std::uint64_t line, const Error& what) {
  const std::string place = path + ":" + std::to_string(line) + ": ";
  return {place + what.zh, place + what.en, {}};
}

Site site_at(const rapidjson::Value& object) {
  Site site;
  site.uri = text_at(object, "path");
  const auto count = [&](const char* name) {
    return static_cast<std::uint32_t>(number_at(object, name));
  };
  site.place.begin = {count("line"), count("column")};
  site.place.end = {count("endLine"), count("endColumn")};
  site.place.bytes = member(object, "byteOffset") != nullptr;
  site.place.byte_offset = number_at(object, "byteOffset");
  site.place.byte_length = number_at(object, "byteLength");
  return site;
}

// Takes one line after another.
class LineReader {
 public:
  LineReader(const Catalog& catalog, ResultBuilder& builder, RunSummary& summary)
      : catalog_(catalog), builder_(builder), summary_(summary) {}

  bool ended() const { return ended_; }

  std::optional<Error> read(std::string& line) {
    rapidjson::Document value;
    value.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(line.c_str(),
                                                                                     line.size());
    if (value.HasParseError() || !value.IsObject()) {
      return Error{"不是完整的JSON对象", "this is no whole JSON object", {}};
    }
    const std::string type = text_at(value, "type");
    if (type == "chart") {
      read_chart(value);
    } else if (type == "problem") {
      read_problem(value);
    } else if (type == "summary") {
      read_summary(value);
    } else if (type == "broken") {
      return builder_.add_broken(text_at(value, "chart"), text_at(value, "check"),
                                 text_at(value, "message"));
    } else if (type == "finding" || type == "undecided" || type == "due") {
      return builder_.add(finding_of(value, type));
    } else {
      return Error{"不是emrlint check的结果：type为“" + type + "”",
                   "this is no result of emrlint check: its type is \"" + type + "\"",
                   {}};
    }
    return std::nullopt;
  }

 private:
  void read_chart(const rapidjson::Value& value) {
    ReadChart chart{text_at(value, "chart"),    text_at(value, "profile"),
                    text_at(value, "patient"),  text_at(value, "department"),
                    text_at(value, "doctor"),   number_at(value, "documents"),
                    flag_at(value, "complete"), {}};
    const rapidjson::Value* const passed = member(value, "passed");
    if (passed != nullptr && passed->IsObject()) {
      for (const auto& check : passed->GetObject()) {
        if (!check.value.IsUint()) continue;
        chart.passed.emplace_back(check.name.GetString(), check.value.GetUint());
      }
    }
    builder_.add(std::move(chart));
  }

  void read_problem(const rapidjson::Value& value) {
    Problem problem;
    problem.id = text_at(value, "id");
    problem.zh = problem.en = text_at(value, "message");
    problem.uri = text_at(value, "path");
    const std::string kind = text_at(value, "kind");
    if (kind == "incomplete") problem.kind = Problem::Kind::kIncomplete;
    if (kind == "not-a-record") problem.kind = Problem::Kind::kNotARecord;
    if (kind == "limit") problem.kind = Problem::Kind::kLimit;
    std::optional<Site> site;
    if (member(value, "line") != nullptr) site = site_at(value);
    builder_.add(std::move(problem), std::move(site));
  }

  ReadFinding finding_of(const rapidjson::Value& value, std::string_view type) const {
    ReadFinding finding;
    if (type == "undecided") finding.kind = OutcomeKind::kUndecided;
    if (type == "due") finding.kind = OutcomeKind::kDue;
    finding.chart = text_at(value, "chart");
    finding.profile = text_at(value, "profile");
    finding.check = text_at(value, "check");
    finding.message_id = text_at(value, type == "undecided" ? "missing" : "messageId");
    finding.message = text_at(value, "message");
    finding.subject = text_at(value, "subject");
    finding.fingerprint = text_at(value, "fingerprint");
    finding.document = text_at(value, "document");
    finding.doctor = text_at(value, "doctor");
    finding.severity = severity_of(text_at(value, "severity"));
    finding.due = time_at(value, "dueAt");
    finding.superseded = flag_at(value, "superseded");
    finding.timeline = flag_at(value, "timeline");
    finding.site = site_at(value);
    items_at(value, "arguments", [&](const rapidjson::Value& argument) {
      finding.arguments.emplace_back(argument.IsString() ? argument.GetString() : "");
    });
    items_at(value, "notes", [&](const rapidjson::Value& note) {
      finding.notes.push_back({text_at(note, "message"), site_at(note)});
    });
    items_at(value, "fixes", [&](const rapidjson::Value& fix) {
      finding.fixes.push_back({text_at(fix, "message"), text_at(fix, "replacement"), site_at(fix)});
    });
    read_measures(value, finding);
    if (const rapidjson::Value* const waiver = member(value, "waiver")) {
      finding.waiver.emplace();
      finding.waiver->reason = text_at(*waiver, "reason");
      finding.waiver->by = text_at(*waiver, "by");
      finding.waiver->origin = text_at(*waiver, "origin");
      finding.waiver->until = time_at(*waiver, "until").value_or(Time{});
    }
    return finding;
  }

  static void read_measures(const rapidjson::Value& value, ReadFinding& finding) {
    const rapidjson::Value* const measures = member(value, "measures");
    if (measures == nullptr || !measures->IsObject()) return;
    for (const auto& measure : measures->GetObject()) {
      if (!measure.value.IsNumber()) continue;
      finding.measures.emplace_back(measure.name.GetString(), measure.value.GetDouble());
    }
  }

  void read_summary(const rapidjson::Value& value) {
    ended_ = true;
    summary_.charts = number_at(value, "charts");
    summary_.documents = number_at(value, "documents");
    summary_.errors = number_at(value, "errors");
    summary_.warnings = number_at(value, "warnings");
    summary_.notes = number_at(value, "notes");
    summary_.undecided = number_at(value, "undecided");
    summary_.due = number_at(value, "due");
    summary_.waived = number_at(value, "waived");
    summary_.problems = number_at(value, "problems");
    summary_.broken = number_at(value, "broken");
    read_counts(value, catalog_, summary_);
  }

  const Catalog& catalog_;
  ResultBuilder& builder_;
  RunSummary& summary_;
  bool ended_ = false;  // The summary, which is the last line, was read.
};

}  // namespace

Result<ReadResults> read_results(std::istream& in, const std::string& path, const Catalog& catalog,
                                 const ResultBuilder::Take& take) {
  ReadResults results;
  ResultBuilder builder(catalog, take);
  std::string line;
  std::getline(in, line);
  if (!line.starts_with(R"({"type":)")) {
    results.form = ResultForm::kSarif;
    std::ostringstream rest;
    rest << line << '\n' << in.rdbuf();
    const auto error = read_sarif(std::move(rest).str(), catalog, builder, results.summary);
    if (error) return Error{path + ": " + error->zh, path + ": " + error->en, {}};
    builder.finish();
    return results;
  }
  LineReader reader(catalog, builder, results.summary);
  std::uint64_t number = 1;
  do {
    if (const auto error = reader.read(line)) return fault(path, number, *error);
    ++number;
  } while (std::getline(in, line));
  if (!reader.ended()) {
    return fault(path, number,
                 {"缺少最后一行（summary），文件不完整",
                  "the last line, the summary, is missing: the file is cut off",
                  {}});
  }
  builder.finish();
  return results;
}

Error what_is_lost(ResultForm from, const std::string& to) {
  struct Row {
    ResultForm from;
    std::string_view to;  // "" for all forms.
    Bilingual text;
  };
  static constexpr Row kRows[] = {
      {ResultForm::kJsonLines,
       "text",
       {"没有原文和判定时刻，因此没有原文摘录，也不写距期限还剩多久",
        "no source text and no time of judgement: there are no excerpts and no time that is left"}},
      {ResultForm::kJsonLines,
       "sarif",
       {"没有原文和文件内的结构路径，因此没有snippet和logicalLocations",
        "no source text and no paths in the structure of files: there are no snippets and "
        "logicalLocations"}},
      {ResultForm::kJsonLines,
       "fhir",
       {"没有文件内的结构路径，因此没有expression和location",
        "no paths in the structure of files: there are no expression and location"}},
      {ResultForm::kJsonLines,
       "junit",
       {"没有跨病历检查通过的病历，这些检查只列出有问题的",
        "no passes of checks across charts: only their findings are there"}},
      {ResultForm::kSarif,
       "",
       {"没有未发现问题的病历，没有患者、科室、医师、文书，没有每份病历通过了哪些检查，"
        "没有已由其他问题指出的问题；尚未到期的按检查的默认级别；读取有误的都排在最前",
        "no charts without findings, no patient, department, physician and document, not which "
        "checks a chart passed, and no failures that another finding says; what is due has "
        "the level of its check; what was not read comes first"}},
      {ResultForm::kSarif,
       "text",
       {"没有判定时刻；原文摘录不转写", "no time of judgement; excerpts are not taken over"}},
      {ResultForm::kSarif,
       "sarif",
       {"原文（snippet）不转写", "source text (snippets) is not taken over"}},
  };
  Error lost;
  for (const Row& row : kRows) {
    if (row.from != from || (!row.to.empty() && row.to != to)) continue;
    lost.zh.append(lost.zh.empty() ? "" : "；").append(row.text.zh);
    lost.en.append(lost.en.empty() ? "" : "; ").append(row.text.en);
  }
  return lost;
}

}  // namespace emrlint
