// SPDX-License-Identifier: Apache-2.0
// Tables of what happens in a stay: one row for each member.
#include "reader/chart_json_fields.h"
#include "reader/chart_json_tables.h"

namespace emrlint::chart_json {
namespace {

template <auto Member, int kLeast, int kMost,
          typename T = typename MemberOf<decltype(Member)>::Owner>
constexpr Field<T> integer(std::string_view key, Type (*type)()) {
  return {key, [](Context& context, JsonValue value, T& target) {
            if (const auto number = context.integer(value, kLeast, kMost)) {
              target.*Member = number;
            }
          },
          type};
}

// A value that may also be true or false.
template <auto Member, typename T = typename MemberOf<decltype(Member)>::Owner>
constexpr Field<T> scalar(std::string_view key) {
  return {key, [](Context& context, JsonValue value, T& target) {
            if (const auto text = context.scalar(value)) target.*Member = *text;
          },
          [] { return Type{"scalar"}; }};
}

// The document that states it, by its id.
template <typename T>
constexpr Field<T> document() {
  return {"document", [](Context& context, JsonValue value, T& target) {
            const auto id = context.text(value);
            const auto index = id ? context.document_index(*id) : std::nullopt;
            if (index) target.document = *index;
          },
          [] { return Type{"text"}; }};
}

void read_anesthesia(Context& context, JsonValue value, Surgery& surgery) {
  read(context, value, surgery.anesthesia);
  if (value.is_object()) surgery.anesthesia.present = true;
}

}  // namespace

template <>
const Object<Anesthesia>& object_of<Anesthesia>() {
  static constexpr Field<Anesthesia> kFields[] = {
      field<&Anesthesia::kind>("kind"),
      field<&Anesthesia::kind_text>("kind_text"),
      integer<&Anesthesia::asa, 1, 6>("asa", [] { return Type{"asa"}; }),
      field<&Anesthesia::by>("by"),
      field<&Anesthesia::start>("start"),
      field<&Anesthesia::end>("end"),
  };
  static constexpr Object<Anesthesia> kObject{"anesthesia", kFields};
  return kObject;
}

template <>
const Object<Surgery>& object_of<Surgery>() {
  static constexpr Field<Surgery> kFields[] = {
      field<&Surgery::id>("id"),
      field<&Surgery::code>("code"),
      field<&Surgery::name>("name"),
      integer<&Surgery::level, 1, 4>("level", [] { return Type{"surgery-level"}; }),
      field<&Surgery::urgency>("urgency"),
      field<&Surgery::planned>("planned"),
      field<&Surgery::cancelled>("cancelled"),
      field<&Surgery::cesarean>("cesarean"),
      field<&Surgery::start>("start"),
      field<&Surgery::end>("end"),
      field<&Surgery::left_room>("left_room"),
      field<&Surgery::surgeon>("surgeon"),
      field<&Surgery::assistants>("assistants"),
      field<&Surgery::planned_surgeon>("planned_surgeon"),
      field<&Surgery::incision>("incision"),
      field<&Surgery::healing>("healing"),
      field<&Surgery::site>("site"),
      field<&Surgery::side>("side"),
      field<&Surgery::destination>("destination"),
      {"anesthesia", read_anesthesia, [] { return Type{"anesthesia"}; }},
  };
  static constexpr Object<Surgery> kObject{"surgery", kFields};
  return kObject;
}

template <>
const Object<Condition>& object_of<Condition>() {
  static constexpr Field<Condition> kFields[] = {
      field<&Condition::id>("id"),
      field<&Condition::severity>("severity"),
      field<&Condition::start>("start"),
      field<&Condition::stop>("stop"),
  };
  static constexpr Object<Condition> kObject{"condition", kFields};
  return kObject;
}

template <>
const Object<Consultation>& object_of<Consultation>() {
  static constexpr Field<Consultation> kFields[] = {
      field<&Consultation::id>("id"),
      field<&Consultation::kind>("kind"),
      field<&Consultation::requested>("requested"),
      field<&Consultation::arrived>("arrived"),
      field<&Consultation::done>("done"),
      field<&Consultation::from_department>("from_department"),
      field<&Consultation::department>("department"),
      field<&Consultation::consultant>("consultant"),
      field<&Consultation::cancelled>("cancelled"),
  };
  static constexpr Object<Consultation> kObject{"consultation", kFields};
  return kObject;
}

template <>
const Object<Transfer>& object_of<Transfer>() {
  static constexpr Field<Transfer> kFields[] = {
      field<&Transfer::id>("id"),
      field<&Transfer::at>("at"),
      field<&Transfer::from>("from"),
      field<&Transfer::to>("to"),
      field<&Transfer::urgent>("urgent"),
  };
  static constexpr Object<Transfer> kObject{"transfer", kFields};
  return kObject;
}

template <>
const Object<Handover>& object_of<Handover>() {
  static constexpr Field<Handover> kFields[] = {
      field<&Handover::id>("id"),
      field<&Handover::at>("at"),
      field<&Handover::from>("from"),
      field<&Handover::to>("to"),
  };
  static constexpr Object<Handover> kObject{"handover", kFields};
  return kObject;
}

template <>
const Object<Rescue>& object_of<Rescue>() {
  static constexpr Field<Rescue> kFields[] = {
      field<&Rescue::id>("id"),
      field<&Rescue::start>("start"),
      field<&Rescue::end>("end"),
  };
  static constexpr Object<Rescue> kObject{"rescue", kFields};
  return kObject;
}

template <>
const Object<Transfusion>& object_of<Transfusion>() {
  static constexpr Field<Transfusion> kFields[] = {
      field<&Transfusion::id>("id"),
      field<&Transfusion::start>("start"),
      field<&Transfusion::end>("end"),
      field<&Transfusion::product>("product"),
      field<&Transfusion::volume>("volume"),
      field<&Transfusion::unit>("unit"),
  };
  static constexpr Object<Transfusion> kObject{"transfusion", kFields};
  return kObject;
}

template <>
const Object<Order>& object_of<Order>() {
  static constexpr Field<Order> kFields[] = {
      field<&Order::id>("id"),
      field<&Order::kind>("kind"),
      field<&Order::term>("term"),
      field<&Order::content>("content"),
      field<&Order::start>("start"),
      field<&Order::stop>("stop"),
      field<&Order::executed>("executed"),
      field<&Order::entered>("entered"),
      field<&Order::by>("by"),
      field<&Order::executor>("executor"),
      field<&Order::verifier>("verifier"),
      field<&Order::cancelled>("cancelled"),
      field<&Order::dose>("dose"),
      field<&Order::dose_unit>("dose_unit"),
      field<&Order::route>("route"),
      field<&Order::frequency>("frequency"),
      field<&Order::group>("group"),
      field<&Order::about>("about"),
  };
  static constexpr Object<Order> kObject{"order", kFields};
  return kObject;
}

template <>
const Object<ResultItem>& object_of<ResultItem>() {
  static constexpr Field<ResultItem> kFields[] = {
      field<&ResultItem::name>("name"),
      field<&ResultItem::code>("code"),
      scalar<&ResultItem::value>("value"),
      field<&ResultItem::unit>("unit"),
      field<&ResultItem::flag>("flag"),
  };
  static constexpr Object<ResultItem> kObject{"result-item", kFields};
  return kObject;
}

template <>
const Object<TestResult>& object_of<TestResult>() {
  static constexpr Field<TestResult> kFields[] = {
      field<&TestResult::id>("id"),
      field<&TestResult::kind>("kind"),
      field<&TestResult::name>("name"),
      field<&TestResult::code>("code"),
      field<&TestResult::collected>("collected"),
      field<&TestResult::reported>("reported"),
      field<&TestResult::filed>("filed"),
      field<&TestResult::items>("items"),
      field<&TestResult::conclusion>("conclusion"),
  };
  static constexpr Object<TestResult> kObject{"test-result", kFields};
  return kObject;
}

template <>
const Object<Observation>& object_of<Observation>() {
  static constexpr Field<Observation> kFields[] = {
      field<&Observation::name>("name"),
      field<&Observation::code>("code"),
      scalar<&Observation::value>("value"),
      field<&Observation::unit>("unit"),
      field<&Observation::at>("at"),
  };
  static constexpr Object<Observation> kObject{"observation", kFields};
  return kObject;
}

template <>
const Object<ChecklistPhase>& object_of<ChecklistPhase>() {
  static constexpr Field<ChecklistPhase> kFields[] = {
      field<&ChecklistPhase::phase>("phase"),
      field<&ChecklistPhase::at>("at"),
      field<&ChecklistPhase::signatures>("signatures"),
      field<&ChecklistPhase::items>("items"),
  };
  static constexpr Object<ChecklistPhase> kObject{"checklist-phase", kFields};
  return kObject;
}

template <>
const Object<Checklist>& object_of<Checklist>() {
  static constexpr Field<Checklist> kFields[] = {
      field<&Checklist::id>("id"),
      field<&Checklist::kind>("kind"),
      field<&Checklist::about>("about"),
      field<&Checklist::at>("at"),
      field<&Checklist::phases>("phases"),
      field<&Checklist::signatures>("signatures"),
      field<&Checklist::items>("items"),
  };
  static constexpr Object<Checklist> kObject{"checklist", kFields};
  return kObject;
}

template <>
const Object<CriticalValue>& object_of<CriticalValue>() {
  static constexpr Field<CriticalValue> kFields[] = {
      field<&CriticalValue::id>("id"),
      field<&CriticalValue::name>("name"),
      scalar<&CriticalValue::value>("value"),
      field<&CriticalValue::unit>("unit"),
      field<&CriticalValue::reported>("reported"),
      field<&CriticalValue::received>("received"),
      field<&CriticalValue::handled>("handled"),
  };
  static constexpr Object<CriticalValue> kObject{"critical-value", kFields};
  return kObject;
}

template <>
const Object<Procedure>& object_of<Procedure>() {
  static constexpr Field<Procedure> kFields[] = {
      field<&Procedure::id>("id"),
      field<&Procedure::code>("code"),
      field<&Procedure::name>("name"),
      field<&Procedure::code_system>("code_system"),
      field<&Procedure::at>("at"),
      field<&Procedure::principal>("principal"),
      field<&Procedure::invasive>("invasive"),
      field<&Procedure::by>("by"),
      field<&Procedure::level>("level"),
      field<&Procedure::incision>("incision"),
      field<&Procedure::healing>("healing"),
      document<Procedure>(),
  };
  static constexpr Object<Procedure> kObject{"procedure", kFields};
  return kObject;
}

template <>
const Object<Diagnosis>& object_of<Diagnosis>() {
  static constexpr Field<Diagnosis> kFields[] = {
      field<&Diagnosis::role>("role"),
      field<&Diagnosis::code>("code"),
      field<&Diagnosis::name>("name"),
      field<&Diagnosis::code_system>("code_system"),
      field<&Diagnosis::on_admission>("on_admission"),
      field<&Diagnosis::tcm>("tcm"),
      field<&Diagnosis::syndrome>("syndrome"),
      document<Diagnosis>(),
  };
  static constexpr Object<Diagnosis> kObject{"diagnosis", kFields};
  return kObject;
}

template <>
const Object<Round>& object_of<Round>() {
  static constexpr Field<Round> kFields[] = {
      field<&Round::id>("id"),
      field<&Round::at>("at"),
      field<&Round::by>("by"),
  };
  static constexpr Object<Round> kObject{"round", kFields};
  return kObject;
}

template <>
const Object<FollowUp>& object_of<FollowUp>() {
  static constexpr Field<FollowUp> kFields[] = {
      field<&FollowUp::id>("id"),
      field<&FollowUp::kind>("kind"),
      field<&FollowUp::content>("content"),
      field<&FollowUp::at>("at"),
  };
  static constexpr Object<FollowUp> kObject{"followup", kFields};
  return kObject;
}

template <>
const Object<AuditEvent>& object_of<AuditEvent>() {
  static constexpr Field<AuditEvent> kFields[] = {
      field<&AuditEvent::id>("id"),
      field<&AuditEvent::action>("action"),
      field<&AuditEvent::object>("object"),
      field<&AuditEvent::account>("account"),
      field<&AuditEvent::terminal>("terminal"),
      field<&AuditEvent::at>("at"),
  };
  static constexpr Object<AuditEvent> kObject{"audit-event", kFields};
  return kObject;
}

}  // namespace emrlint::chart_json
