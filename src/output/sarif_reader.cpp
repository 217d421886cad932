// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "output/result_json.h"

namespace emrlint {
namespace {

using rapidjson::Value;

// What properties of a result are besides its measures.
constexpr std::array<std::string_view, 5> kOwnProperties{"chart", "subject", "profile", "missing",
                                                         "dueAt"};

const Value& at(const Value& object, const char* name) {
  static const Value kNothing;
  const Value* const value = member(object, name);
  return value == nullptr ? kNothing : *value;
}

const Value& first_of(const Value& object, const char* name) {
  static const Value kNothing;
  const Value& array = at(object, name);
  return array.IsArray() && !array.Empty() ? array[0] : kNothing;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The path that a URI stands for.
std::string path_of(std::string_view uri) {
  if (uri.starts_with("file://")) uri.remove_prefix(7);
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool coded =
        uri[i] == '%' && i + 2 < uri.size() && hex(uri[i + 1]) >= 0 && hex(uri[i + 2]) >= 0;
    path += coded ? static_cast<char>(hex(uri[i + 1]) * 16 + hex(uri[i + 2])) : uri[i];
    if (coded) i += 2;
  }
  return path;
}

Place place_of(const Value& region) {
  const auto count = [&](const char* name) {
    return static_cast<std::uint32_t>(number_at(region, name));
  };
  Place place;
  place.begin = {count("startLine"), count("startColumn")};
  place.end = {count("endLine"), count("endColumn")};
  place.bytes = member(region, "byteOffset") != nullptr;
  place.byte_offset = number_at(region, "byteOffset");
  place.byte_length = number_at(region, "byteLength");
  return place;
}

Site site_of(const Value& location) {
  const Value& physical = at(location, "physicalLocation");
  const Value& logical = first_of(location, "logicalLocations");
  return {path_of(text_at(at(physical, "artifactLocation"), "uri")),
          place_of(at(physical, "region")), text_at(logical, "fullyQualifiedName"),
          text_at(logical, "name"), text_at(logical, "kind")};
}

void read_message(const Value& result, const Value& properties, ReadFinding& finding) {
  const Value& message = at(result, "message");
  finding.message = text_at(message, "text");
  if (finding.kind == OutcomeKind::kUndecided) {
    finding.message_id = text_at(properties, "missing");
    return;  // What is missing is no argument of the check's message.
  }
  finding.message_id = text_at(message, "id");
  items_at(message, "arguments", [&](const Value& argument) {
    finding.arguments.emplace_back(argument.IsString() ? argument.GetString() : "");
  });
}

void read_properties(const Value& properties, ReadFinding& finding) {
  finding.chart = text_at(properties, "chart");
  finding.subject = text_at(properties, "subject");
  finding.profile = text_at(properties, "profile");
  finding.due = time_at(properties, "dueAt");
  if (!properties.IsObject()) return;
  for (const auto& property : properties.GetObject()) {
    const std::string_view name = property.name.GetString();
    const bool own =
        std::find(kOwnProperties.begin(), kOwnProperties.end(), name) != kOwnProperties.end();
    if (own || !property.value.IsNumber()) continue;
    finding.measures.emplace_back(name, property.value.GetDouble());
  }
}

void read_fixes(const Value& result, ReadFinding& finding) {
  items_at(result, "fixes", [&](const Value& fix) {
    const Value& change = first_of(fix, "artifactChanges");
    const Value& replacement = first_of(change, "replacements");
    Site site;
    site.uri = path_of(text_at(at(change, "artifactLocation"), "uri"));
    site.place = place_of(at(replacement, "deletedRegion"));
    finding.fixes.push_back({text_at(at(fix, "description"), "text"),
                             text_at(at(replacement, "insertedContent"), "text"), std::move(site)});
  });
}

ReadFinding finding_of(const Value& result) {
  ReadFinding finding;
  const std::string kind = text_at(result, "kind");
  if (kind == "open") finding.kind = OutcomeKind::kUndecided;
  if (kind == "review") finding.kind = OutcomeKind::kDue;
  const Value& properties = at(result, "properties");
  finding.check = text_at(result, "ruleId");
  finding.severity = severity_of(text_at(result, "level"));
  finding.fingerprint = text_at(at(result, "partialFingerprints"), "emrlintSubject/v1");
  read_message(result, properties, finding);
  read_properties(properties, finding);
  finding.site = site_of(first_of(result, "locations"));
  items_at(result, "relatedLocations", [&](const Value& location) {
    finding.notes.push_back({text_at(at(location, "message"), "text"), site_of(location)});
  });
  finding.timeline = member(result, "codeFlows") != nullptr;
  read_fixes(result, finding);
  items_at(result, "suppressions", [&](const Value& suppression) {
    const Value& more = at(suppression, "properties");
    Waiver& waiver = finding.waiver.emplace();
    waiver.reason = text_at(suppression, "justification");
    waiver.by = text_at(more, "by");
    waiver.origin = text_at(more, "origin");
    waiver.until = time_at(more, "until").value_or(Time{});
  });
  return finding;
}

// What is undecided or due is counted by the run: the log leaves out what another finding says.
void count(const ReadFinding& finding, RunSummary& summary) {
  if (finding.waiver) {
    ++summary.waived;
  } else if (finding.kind == OutcomeKind::kFail) {
    ++(finding.severity == Severity::kError     ? summary.errors
       : finding.severity == Severity::kWarning ? summary.warnings
                                                : summary.notes);
  }
}

Problem problem_of(const Value& notification) {
  Problem problem;
  problem.id = text_at(at(notification, "descriptor"), "id");
  problem.zh = problem.en = text_at(at(notification, "message"), "text");
  const std::string kind = text_at(at(notification, "properties"), "kind");
  if (kind == "incomplete") problem.kind = Problem::Kind::kIncomplete;
  if (kind == "not-a-record") problem.kind = Problem::Kind::kNotARecord;
  if (kind == "limit") problem.kind = Problem::Kind::kLimit;
  return problem;
}

// Why a check broke: what stands behind its name.
std::string reason_in(const std::string& text) {
  for (const std::string_view end : {" 中断：", " broke: "}) {
    const std::size_t found = text.find(end);
    if (found != text.npos) return text.substr(found + end.size());
  }
  return text;
}

std::optional<Error> read_notifications(const Value& run, ResultBuilder& builder,
                                        RunSummary& summary) {
  std::optional<Error> error;
  items_at(first_of(run, "invocations"), "toolExecutionNotifications", [&](const Value& one) {
    const std::string check = text_at(at(one, "associatedRule"), "id");
    if (!check.empty()) {
      ++summary.broken;
      const auto unknown = builder.add_broken(text_at(at(one, "properties"), "chart"), check,
                                              reason_in(text_at(at(one, "message"), "text")));
      if (!error) error = unknown;
      return;
    }
    ++summary.problems;
    Problem problem = problem_of(one);
    Site site = site_of(first_of(one, "locations"));
    problem.uri = site.uri;
    const bool known = site.place.begin.line > 0;
    builder.add(std::move(problem), known ? std::optional(std::move(site)) : std::nullopt);
  });
  return error;
}

}  // namespace

std::optional<Error> read_sarif(std::string text, const Catalog& catalog, ResultBuilder& builder,
                                RunSummary& summary) {
  rapidjson::Document log;
  log.ParseInsitu<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(text.data());
  const Value& run = first_of(log, "runs");
  const std::string tool = text_at(at(at(run, "tool"), "driver"), "name");
  if (log.HasParseError() || tool != "emrlint") {
    return Error{"既不是emrlint check写的JSON行，也不是它写的SARIF",
                 "this is neither JSON lines nor a SARIF log of emrlint check",
                 {}};
  }
  const Value& properties = at(run, "properties");
  summary.charts = number_at(properties, "charts");
  summary.documents = number_at(properties, "documents");
  read_counts(properties, catalog, summary);
  for (const Tally& tally : summary.tallies) {
    summary.undecided += tally.undecided;
    summary.due += tally.due;
  }
  if (auto error = read_notifications(run, builder, summary)) return error;
  summary.problems += number_at(properties, "notificationsLeftOut");
  std::optional<Error> error;
  items_at(run, "results", [&](const Value& result) {
    ReadFinding finding = finding_of(result);
    count(finding, summary);
    if (!error) error = builder.add(std::move(finding));
  });
  return error;
}

}  // namespace emrlint
