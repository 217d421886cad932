// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <utility>

#include "reader/build.h"
#include "text/find_word.h"

// Each event made here bears the id and the place of the document or order that tells of it.
namespace emrlint {
namespace {

constexpr std::string_view kRescueStartId = "DE06.00.221.00";
constexpr std::string_view kRescueEndId = "DE06.00.218.00";
constexpr std::string_view kConsultationKindId = "DE06.00.319.00";
constexpr std::string_view kDepartmentId = "DE08.10.026.00";
constexpr std::string_view kNoticeId = "DE06.00.278.00";

// What a short text says, if it says one thing only: the title of the form names both.
std::optional<Acuity> acuity_in(std::string_view text) {
  const bool critical = holds(text, "病危");
  const bool serious = holds(text, "病重");
  if (critical == serious) return std::nullopt;
  return critical ? Acuity::kCritical : Acuity::kSerious;
}

// Whether the interval is there already: same severity, begun by then and not over by then.
bool known_condition(const Chart& chart, const Condition& wanted) {
  return std::any_of(chart.conditions.begin(), chart.conditions.end(), [&](const Condition& known) {
    if (known.severity != wanted.severity) return false;
    if (!known.start || !wanted.start) return true;
    const Time& at = wanted.start->value;
    const bool begun = known.start->value.local_day() <= at.local_day();
    return begun && (!known.stop || !certainly_before(known.stop->value, at));
  });
}

void conditions_from_orders(Chart& chart) {
  constexpr std::size_t kLongest = 36;  // Bytes; longer texts are about something else.
  for (const Order& order : chart.orders) {
    if (order.cancelled || !order.start || order.content.value.size() > kLongest) continue;
    const std::optional<Acuity> acuity = acuity_in(order.content.value);
    if (!acuity) continue;
    const Condition condition{order.id, *acuity, order.start, order.stop, order.span};
    if (!known_condition(chart, condition)) chart.conditions.push_back(condition);
  }
}

std::optional<Acuity> acuity_of_notice(const Document& document) {
  if (const auto acuity = acuity_in(element_text(document, kNoticeId).value)) return acuity;
  std::optional<Acuity> found;
  for (const Text& text : document.texts) {
    const std::optional<Acuity> acuity = acuity_in(text.value);
    if (acuity && found && *acuity != *found) return std::nullopt;
    if (acuity) found = acuity;
  }
  return found;
}

void conditions_from_notices(Chart& chart) {
  for (const Document& document : chart.documents) {
    if (document.type != DocType::kCriticalConditionNotice) continue;
    const std::optional<Acuity> acuity = acuity_of_notice(document);
    if (!acuity) continue;
    const auto& start = document.held ? document.held : document.completed;
    const Condition condition{document.id, *acuity, start, std::nullopt, document.span};
    if (!known_condition(chart, condition)) chart.conditions.push_back(condition);
  }
}

Rescue rescue_from(const Document& document) {
  return {document.id, element_time(document, kRescueStartId), element_time(document, kRescueEndId),
          document.span};
}

ConsultationKind consultation_kind(std::string_view text) {
  if (holds(text, "多学科")) return ConsultationKind::kMultidisciplinary;
  if (holds(text, "院外") || holds(text, "外院")) return ConsultationKind::kExternal;
  if (holds(text, "急")) return ConsultationKind::kUrgent;
  if (holds(text, "普通") || holds(text, "常规") || holds(text, "平")) {
    return ConsultationKind::kRoutine;
  }
  return ConsultationKind::kUnknown;
}

Consultation consultation_from(const Document& document) {
  Consultation consultation;
  consultation.id = document.id;
  consultation.span = document.span;
  consultation.kind = consultation_kind(element_text(document, kConsultationKindId).value);
  consultation.done = document.held;
  const Signature* consultant = document.signature(Role::kConsultant);
  if (consultant != nullptr) {
    consultation.consultant = consultant->person;
    consultation.department = consultant->person.department;
  }
  return consultation;
}

// Out of the department, and into the other: two elements of one id, told apart by their names.
Transfer transfer_from(const Document& document) {
  Transfer transfer;
  transfer.id = document.id;
  transfer.span = document.span;
  transfer.at = document.held;
  for (const Element& element : document.elements) {
    if (element.id.value != kDepartmentId) continue;
    const Text& value = element.display.value.empty() ? element.value : element.display;
    if (holds(element.name.value, "转出")) transfer.from = value;
    if (holds(element.name.value, "转入")) transfer.to = value;
  }
  return transfer;
}

// The note before leaving and the note after arriving are of one transfer.
void add_transfer(std::vector<Transfer>& transfers, Transfer transfer) {
  for (Transfer& known : transfers) {
    const bool named = !transfer.from.value.empty() && !transfer.to.value.empty();
    if (named && known.from.value == transfer.from.value && known.to.value == transfer.to.value) {
      if (!known.at) known.at = transfer.at;
      return;
    }
  }
  transfers.push_back(std::move(transfer));
}

Handover handover_from(const Document& document) {
  Handover handover;
  handover.id = document.id;
  handover.span = document.span;
  handover.at = document.held;
  if (const Signature* from = document.signature(Role::kOutgoing)) handover.from = from->person;
  if (const Signature* to = document.signature(Role::kIncoming)) handover.to = to->person;
  return handover;
}

// Whether both may be of one day; a time that is not told may be of any.
bool may_be_same_day(const std::optional<Located<Time>>& a, const std::optional<Located<Time>>& b) {
  return !a || !b || a->value.local_day() == b->value.local_day();
}

// A transfusion record tells of one without an id, which the chart's own data may know.
void drop_known_transfusions(std::vector<Transfusion>& all) {
  const auto known = [&](const Transfusion& told) {
    return told.id.value.empty() &&
           std::any_of(all.begin(), all.end(), [&](const Transfusion& other) {
             return !other.id.value.empty() && may_be_same_day(told.start, other.start);
           });
  };
  std::vector<Transfusion> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
               [&](const Transfusion& one) { return !known(one); });
  all = std::move(kept);
}

}  // namespace

void derive_events(Chart& chart) {
  drop_known_transfusions(chart.transfusions);
  // Where the chart brings the events themselves, its documents tell of no others.
  const SourceSet given = chart.sources;
  if (!given.has(Source::kConditions) && chart.conditions.empty()) {
    conditions_from_orders(chart);
    conditions_from_notices(chart);
  }
  const bool rescues = !given.has(Source::kRescues) && chart.rescues.empty();
  const bool consultations = !given.has(Source::kConsultations) && chart.consultations.empty();
  const bool transfers = !given.has(Source::kTransfers) && chart.transfers.empty();
  const bool handovers = !given.has(Source::kHandovers) && chart.handovers.empty();
  for (const Document& document : chart.documents) {
    switch (document.type) {
      case DocType::kRescueRecord:
        if (rescues) chart.rescues.push_back(rescue_from(document));
        break;
      case DocType::kConsultationRecord:
        if (consultations) chart.consultations.push_back(consultation_from(document));
        break;
      case DocType::kTransferRecord:
        if (transfers) add_transfer(chart.transfers, transfer_from(document));
        break;
      case DocType::kHandoverRecord:
        if (handovers) chart.handovers.push_back(handover_from(document));
        break;
      default:
        break;
    }
  }
}

}  // namespace emrlint
