// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "reader/fhir_resources.h"
#include "reader/read_json.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

using fhir::Record;
using fhir::Resource;
using fhir::Type;
using fhir::type_from_name;

constexpr std::pair<Type, Source> kSources[] = {
    {Type::kComposition, Source::kDocuments},
    {Type::kDocumentReference, Source::kDocuments},
    {Type::kMedicationRequest, Source::kOrders},
    {Type::kServiceRequest, Source::kOrders},
    {Type::kNutritionOrder, Source::kOrders},
    {Type::kDiagnosticReport, Source::kResults},
    {Type::kPractitioner, Source::kStaff},
    {Type::kPractitionerRole, Source::kStaff},
    {Type::kAuditEvent, Source::kAudit},
};

void read_family(Record& record, Type type, void (*read)(Record&, const Resource&)) {
  if (!record.has(type)) return;
  for (const Resource& resource : record.resources()) {
    if (resource.type == type) read(record, resource);
  }
}

void read_all(Record& record) {
  record.index();
  for (const auto& [type, source] : kSources) {
    if (record.has(type)) record.sources.add(source);
  }
  fhir::read_stays(record);
  read_family(record, Type::kComposition, fhir::read_composition);
  read_family(record, Type::kDocumentReference, fhir::read_document_reference);
  read_family(record, Type::kProvenance, fhir::read_provenance);
  std::stable_sort(record.diagnosis_uses.begin(), record.diagnosis_uses.end(),
                   [](const fhir::DiagnosisUse& a, const fhir::DiagnosisUse& b) {
                     return a.condition < b.condition;
                   });
  read_family(record, Type::kCondition, fhir::read_condition);
  read_family(record, Type::kProcedure, fhir::read_procedure);
  read_family(record, Type::kDiagnosticReport, fhir::read_diagnostic_report);
  read_family(record, Type::kObservation, fhir::read_observation);
  read_family(record, Type::kMedicationRequest, fhir::read_order);
  read_family(record, Type::kServiceRequest, fhir::read_order);
  read_family(record, Type::kNutritionOrder, fhir::read_order);
  read_family(record, Type::kFlag, fhir::read_flag);
  read_family(record, Type::kCommunication, fhir::read_communication);
  read_family(record, Type::kBasic, fhir::read_basic);
  read_family(record, Type::kQuestionnaireResponse, fhir::read_questionnaire_response);
  read_family(record, Type::kAuditEvent, fhir::read_audit_event);
  record.finish();
}

void report_no_chart(const Record& record, const SourceFile& file, ReadOutput& out) {
  Problem problem;
  problem.kind = Problem::Kind::kNotARecord;
  problem.uri = file.uri();
  const Text type = record.first_type();
  problem.where = type.span;
  problem.located = !type.value.empty();
  const std::string name(type.value);
  if (name.empty()) {
    problem.id = "fhir-no-resource";
    problem.zh = "不是 FHIR 资源：没有 resourceType";
    problem.en = "no FHIR resource: there is no resourceType";
  } else {
    problem.id = "fhir-no-chart";
    problem.zh = "不是病历：" + name + " 中没有就诊（Encounter），也没有文书（Composition、"
                 "DocumentReference）";
    problem.en = "no medical record: the " + name + " holds no encounter (Encounter) and no "
                 "document (Composition, DocumentReference)";
  }
  out.problems.push_back(std::move(problem));
}

void report_circles(Record& record, ReadOutput& out) {
  for (const Span& where : record.circles) {
    Problem& problem = out.problems.emplace_back();
    problem.kind = Problem::Kind::kIncomplete;
    problem.id = "fhir-reference-loop";
    problem.zh = "就诊的 partOf 引用成环（或超过8级），按各自独立的就诊处理";
    problem.en = "partOf leads in a circle (or over 8 levels up); such encounters are read as "
                 "stays of their own";
    problem.uri = record.file(where).uri();
    problem.where = where;
    problem.located = true;
  }
}

// Whether the resource that broke off is a document.
bool in_document(JsonValue root) {
  JsonValue last;
  for (JsonValue entry : children(root["entry"])) last = entry;
  const Type type = type_from_name(last["resource"]["resourceType"].str());
  return last.broken() && (type == Type::kComposition || type == Type::kDocumentReference);
}

// `cut_off`: some resource could not be read, and any chart may lack it.
void take_charts(Record& record, bool cut_off, ReadOutput& out) {
  report_circles(record, out);
  out.fragments.reserve(out.fragments.size() + record.charts.size());
  for (Chart& chart : record.charts) {
    chart.cut_off = cut_off;
    if (cut_off) chart.sources = {};
    out.fragments.push_back(std::move(chart));
  }
}

}  // namespace

void read_fhir(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out) {
  const auto [tree, behind] = read_json(file, index, limits, in_document);
  Record record({&file}, index);
  record.collect(tree.root(), tree.root().broken());
  read_all(record);
  const bool useful = !record.charts.empty();
  if (tree.error()) {
    report_json_error(*tree.error(), behind, useful, file, index, out);
  } else if (!useful) {
    report_no_chart(record, file, out);
  }
  take_charts(record, tree.error().has_value(), out);
}

void read_fhir_bulk(std::vector<std::unique_ptr<SourceFile>>& files, const Limits& limits,
                    ReadOutput& out) {
  std::deque<JsonTree> trees;
  std::vector<SourceFile*> all;
  for (const auto& file : files) all.push_back(file.get());
  Record record(all, 0);
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    trees.push_back(JsonTree::parse_lines(*files[i], i, limits.depth, limits.nodes));
    record.collect(trees.back().root());
  }
  read_all(record);
  const bool useful = !record.charts.empty();
  bool cut_off = false;
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    if (!trees[i].error()) continue;
    cut_off = true;
    report_json_error(*trees[i].error(), 0, useful, *files[i], i, out);
  }
  if (!useful && !files.empty()) report_no_chart(record, *files.front(), out);
  take_charts(record, cut_off, out);
}

}  // namespace emrlint
