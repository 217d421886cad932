// SPDX-License-Identifier: Apache-2.0
#include "reader/chart_json.h"

#include <utility>

#include "reader/chart_json_documents.h"
#include "reader/chart_json_fields.h"
#include "reader/chart_json_tables.h"
#include "reader/read_json.h"
#include "reader/readers.h"

namespace emrlint::chart_json {
namespace {

constexpr std::string_view kFormat = "emrlint-chart/1";

// A list that is there, be it empty, says that its kind of data was loaded. One that breaks off
// says nothing of the kind.
template <auto Member, Source kSource>
constexpr Field<Chart> source(std::string_view key) {
  using M = typename MemberOf<decltype(Member)>::Member;
  return {key, [](Context& context, JsonValue value, Chart& chart) {
            read(context, value, chart.*Member);
            if (value.is_array() && !value.broken()) chart.sources.add(kSource);
          },
          [] { return type_of(static_cast<const M*>(nullptr)); }};
}

// Read before the rest, see read_chart.
void read_already(Context&, JsonValue, Chart&) {}

void read_format(Context& context, JsonValue value, Chart&) {
  if (value.str() == kFormat) return;
  context.problem("chart-json-format", value.span(),
                  "不认识的格式版本，按 emrlint-chart/1 读取",
                  "unknown version of the format; it is read as emrlint-chart/1");
}

void read_key(Context& context, JsonValue value, Chart& chart) {
  if (const auto text = context.text(value)) {
    chart.key = text->value;
    chart.span = text->span;
  }
}

void read_stage(Context& context, JsonValue value, Chart& chart) {
  const auto found = word(context, value, enumeration_of<Stage>());
  if (found) chart.stage = static_cast<Stage>(found->value);
}

void read_sources(Context& context, JsonValue value, Chart&) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_array()) return context.wrong_kind(value, "数组", "an array");
  for (const JsonValue item : children(value)) {
    const auto found = word(context, item, enumeration_of<Source>());
    if (found) context.promise(static_cast<Source>(found->value));
  }
}

void read_encounter(Context& context, JsonValue value, Chart& chart) {
  read(context, value, chart.encounter);
  chart.encounter.span = value.key_span();
  if (chart.encounter.archived) chart.sources.add(Source::kArchive);
}

void add_front_page_field(Context& context, Text name, JsonValue value, Chart& chart) {
  FrontPageField field{name, {{}, {value.span().file, value.span().begin, value.span().begin}}};
  if (const auto text = context.scalar(value)) field.value = *text;
  chart.front_page.push_back(field);
}

void read_front_page(Context& context, JsonValue value, Chart& chart) {
  if (value.kind() == JsonKind::kNull) return;
  if (!value.is_object()) return context.wrong_kind(value, "对象", "an object");
  for (const JsonValue member : children(value)) {
    const Text name{member.key(), member.key_span()};
    if (member.is_array()) {
      for (const JsonValue item : children(member)) {
        add_front_page_field(context, name, item, chart);
      }
    } else {
      add_front_page_field(context, name, member, chart);
    }
  }
  if (!value.broken()) chart.sources.add(Source::kFrontPage);
}

}  // namespace

template <>
const Object<Institution>& object_of<Institution>() {
  static constexpr Field<Institution> kFields[] = {
      field<&Institution::id>("id"),
      field<&Institution::name>("name"),
      field<&Institution::level>("level"),
  };
  static constexpr Object<Institution> kObject{"institution", kFields};
  return kObject;
}

template <>
const Object<Patient>& object_of<Patient>() {
  static constexpr Field<Patient> kFields[] = {
      field<&Patient::id>("id"),
      field<&Patient::name>("name"),
      field<&Patient::id_card>("id_card"),
      field<&Patient::sex>("sex"),
      field<&Patient::birth>("birth"),
      field<&Patient::age>("age"),
      field<&Patient::age_unit>("age_unit"),
  };
  static constexpr Object<Patient> kObject{"patient", kFields};
  return kObject;
}

template <>
const Object<Encounter>& object_of<Encounter>() {
  static constexpr Field<Encounter> kFields[] = {
      field<&Encounter::id>("id"),
      field<&Encounter::kind>("kind"),
      field<&Encounter::admitted>("admitted"),
      field<&Encounter::discharged>("discharged"),
      field<&Encounter::died>("died"),
      field<&Encounter::disposition>("disposition"),
      field<&Encounter::department>("department"),
      field<&Encounter::ward>("ward"),
      field<&Encounter::bed>("bed"),
      field<&Encounter::attending>("attending"),
      field<&Encounter::archived>("archived"),
  };
  static constexpr Object<Encounter> kObject{"encounter", kFields};
  return kObject;
}

template <>
const Object<Chart>& object_of<Chart>() {
  static constexpr Field<Chart> kFields[] = {
      {"$schema", read_already, [] { return Type{"text"}; }},
      {"format", read_format, [] { return Type{"format"}; }},
      {"chart", read_key, [] { return Type{"text"}; }},
      field<&Chart::complete>("complete"),
      {"stage", read_stage, [] { return Type{"stage"}; }},
      field<&Chart::realm>("realm"),
      {"sources", read_sources, [] { return Type{"source", true}; }},
      field<&Chart::institution>("institution"),
      field<&Chart::patient>("patient"),
      {"encounter", read_encounter, [] { return Type{"encounter"}; }},
      {"staff", read_already, [] { return Type{"staff-member", true}; }},
      field<&Chart::diagnoses>("diagnoses"),
      field<&Chart::procedures>("procedures"),
      field<&Chart::surgeries>("surgeries"),
      source<&Chart::orders, Source::kOrders>("orders"),
      source<&Chart::results, Source::kResults>("results"),
      source<&Chart::observations, Source::kObservations>("observations"),
      source<&Chart::conditions, Source::kConditions>("conditions"),
      source<&Chart::consultations, Source::kConsultations>("consultations"),
      source<&Chart::transfers, Source::kTransfers>("transfers"),
      source<&Chart::handovers, Source::kHandovers>("handovers"),
      source<&Chart::rescues, Source::kRescues>("rescues"),
      source<&Chart::transfusions, Source::kTransfusions>("transfusions"),
      source<&Chart::critical_values, Source::kCriticalValues>("critical_values"),
      source<&Chart::checklists, Source::kChecklists>("checklists"),
      source<&Chart::rounds, Source::kRounds>("rounds"),
      source<&Chart::followups, Source::kFollowUps>("followups"),
      source<&Chart::audit, Source::kAudit>("audit"),
      {"front_page", read_front_page, [] { return Type{"front-page"}; }},
      field<&Chart::filing>("filing"),
      {"documents", read_already, [] { return Type{"document", true}; }},
  };
  static constexpr Object<Chart> kObject{"chart", kFields};
  return kObject;
}

namespace {

void read_staff(Context& context, JsonValue value) {
  if (!value || value.kind() == JsonKind::kNull) return;
  if (!value.is_array()) return context.wrong_kind(value, "数组", "an array");
  for (const JsonValue item : children(value)) {
    if (!item.is_object()) {
      context.wrong_kind(item, "对象", "an object");
      continue;
    }
    read_members(context, item, context.chart().staff.emplace_back());
  }
  if (!value.broken()) context.chart().sources.add(Source::kStaff);
}

void read_chart(Context& context, JsonValue root) {
  Chart& chart = context.chart();
  chart.span = {root.span().file, root.span().begin, root.span().begin};
  read_staff(context, root["staff"]);
  context.know_staff();
  if (const JsonValue documents = root["documents"]) {
    read_documents(context, documents);
    if (documents.is_array() && !documents.broken()) {
      chart.sources.add(Source::kDocuments);
    }
  }
  context.know_documents();
  read_members(context, root, chart);
  if (root.broken()) {
    chart.cut_off = true;
  } else {
    chart.sources.merge(context.promised());
    context.check_references();
  }
  if (chart.key.empty()) chart.key = chart.encounter.id.value;
}

template <typename T>
KnownObject known() {
  KnownObject object{object_of<T>().name, {}};
  for (const Field<T>& field : object_of<T>().fields) {
    object.keys.push_back({field.key, field.type()});
  }
  return object;
}

template <typename... T>
std::vector<KnownObject> all_known() {
  return {known<T>()...};
}

template <typename... E>
std::vector<const Enumeration*> all_enumerations() {
  return {&enumeration_of<E>()...};
}

}  // namespace

std::vector<KnownObject> known_objects() {
  return all_known<Chart, Institution, Patient, Encounter, Person, Diagnosis, Procedure, Surgery,
                   Anesthesia, Order, TestResult, ResultItem, Observation, Condition, Consultation,
                   Transfer, Handover, Rescue, Round, Transfusion, CriticalValue, Checklist,
                   ChecklistPhase, FollowUp, AuditEvent, Document, HeaderClaims, RelatedDocument,
                   Participant, Signature, SectionInput, ElementInput>();
}

std::vector<const Enumeration*> known_enumerations() {
  return all_enumerations<Acuity, AnesthesiaKind, ConsultationKind, DiagnosisRole, Disposition,
                          DocType, EncounterKind, Realm, Role, SectionType, Sex, Side, Source,
                          Stage, Title, Urgency, ValueKind>();
}

}  // namespace emrlint::chart_json

namespace emrlint {
void read_chart_json(SourceFile& file, std::uint32_t index, const Limits& limits,
                     ReadOutput& out) {
  const auto [tree, behind] = read_json(
      file, index, limits, [](JsonValue root) { return root["documents"].broken(); });
  const JsonValue root = tree.root();
  const bool anything = root.is_object() && root.first();
  if (tree.error()) report_json_error(*tree.error(), behind, anything, file, index, out);
  if (!anything) {
    if (!tree.error()) {
      out.problems.push_back({Problem::Kind::kNotARecord, "chart-json-not-a-chart",
                              "内容不是病历：应为一个 JSON 对象",
                              "this is no chart: a JSON object is expected", file.uri(),
                              root.span(), true});
    }
    return;
  }
  Chart chart;
  chart_json::Context context(file, chart, out);
  chart_json::read_chart(context, root);
  out.fragments.push_back(std::move(chart));
}

}  // namespace emrlint
