// SPDX-License-Identifier: Apache-2.0
#include "rule/event.h"

#include <iterator>

namespace emrlint {

struct EventType {
  std::string_view id;
  Bilingual name;
  Missing unknown;
  bool end;                      // Comes only after something else began.
  std::optional<Source> source;  // The only source that tells of it.
  void (*collect)(const Chart& chart, const EventType& type, std::vector<Occurrence>& out);
};

namespace {

Occurrence at_fact(Subject subject, const TimeFact& fact, Span otherwise, const Missing& unknown) {
  if (!fact.known()) return {subject, std::nullopt, otherwise, unknown};
  return {subject, fact.value(), fact.span(), unknown};
}

Occurrence at_time(Subject subject, const std::optional<Located<Time>>& time, Span otherwise,
                   const Missing& unknown) {
  if (!time) return {subject, std::nullopt, otherwise, unknown};
  return {subject, time->value, time->span, unknown};
}

void admission(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  out.push_back(
      at_fact(of_chart(), chart.encounter.admitted, subject_span(chart, of_chart()), type.unknown));
}

void discharge(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  out.push_back(at_fact(of_chart(), chart.encounter.discharged, subject_span(chart, of_chart()),
                        type.unknown));
}

void death(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  if (!chart.dead()) return;
  out.push_back(
      at_fact(of_chart(), chart.encounter.died, subject_span(chart, of_chart()), type.unknown));
}

void archive(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  if (!chart.encounter.archived) return;
  out.push_back(at_time(of_chart(), chart.encounter.archived, {}, type.unknown));
}

template <TimeFact Surgery::*Fact>
void surgery(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& s = chart.surgeries[i];
    if (!s.cancelled) out.push_back(at_fact(of_surgery(i), s.*Fact, s.span, type.unknown));
  }
}

template <TimeFact Anesthesia::*Fact>
void anesthesia(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& s = chart.surgeries[i];
    if (s.cancelled || !s.anesthesia.present) continue;
    out.push_back(at_fact(of_surgery(i), s.anesthesia.*Fact, s.span, type.unknown));
  }
}

template <typename T>
bool cancelled(const T& event) {
  if constexpr (requires { event.cancelled; }) return event.cancelled;
  return false;
}

template <auto List, SubjectKind Kind, auto When>
void listed(const Chart& chart, const EventType& type, std::vector<Occurrence>& out) {
  const auto& list = chart.*List;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (cancelled(list[i])) continue;
    const Subject subject{Kind, static_cast<std::uint32_t>(i)};
    out.push_back(at_time(subject, list[i].*When, list[i].span, type.unknown));
  }
}

constexpr bool kEnd = true;
constexpr bool kStart = false;
constexpr std::optional<Source> kAny = std::nullopt;

constexpr EventType kEvents[] = {
    {"admission", {"入院", "admission"}, missing::kAdmissionTime, kStart, kAny, admission},
    {"discharge", {"出院", "discharge"}, missing::kDischargeTime, kEnd, kAny, discharge},
    {"death", {"死亡", "death"}, missing::kDeathTime, kStart, kAny, death},
    {"archive", {"归档", "archiving"}, missing::kEventTime, kEnd, Source::kArchive, archive},
    {"surgery-start",
     {"手术开始", "the start of the surgery"},
     missing::kSurgeryStart,
     kStart,
     kAny,
     surgery<&Surgery::start>},
    {"surgery-end",
     {"手术结束", "the end of the surgery"},
     missing::kSurgeryEnd,
     kEnd,
     kAny,
     surgery<&Surgery::end>},
    {"leaving-room",
     {"离开手术室", "leaving the operating room"},
     missing::kEventTime,
     kEnd,
     kAny,
     surgery<&Surgery::left_room>},
    {"anesthesia-start",
     {"麻醉开始", "the start of the anaesthesia"},
     missing::kEventTime,
     kStart,
     kAny,
     anesthesia<&Anesthesia::start>},
    {"anesthesia-end",
     {"麻醉结束", "the end of the anaesthesia"},
     missing::kEventTime,
     kEnd,
     kAny,
     anesthesia<&Anesthesia::end>},
    {"rescue-start",
     {"抢救开始", "the start of the rescue"},
     missing::kEventTime,
     kStart,
     kAny,
     listed<&Chart::rescues, SubjectKind::kRescue, &Rescue::start>},
    {"rescue-end",
     {"抢救结束", "the end of the rescue"},
     missing::kEventTime,
     kEnd,
     kAny,
     listed<&Chart::rescues, SubjectKind::kRescue, &Rescue::end>},
    {"consultation-request",
     {"会诊申请", "the request for consultation"},
     missing::kEventTime,
     kStart,
     kAny,
     listed<&Chart::consultations, SubjectKind::kConsultation, &Consultation::requested>},
    {"consultation-arrival",
     {"会诊到位", "the consultant's arrival"},
     missing::kEventTime,
     kEnd,
     kAny,
     listed<&Chart::consultations, SubjectKind::kConsultation, &Consultation::arrived>},
    {"consultation-end",
     {"会诊结束", "the end of the consultation"},
     missing::kEventTime,
     kEnd,
     kAny,
     listed<&Chart::consultations, SubjectKind::kConsultation, &Consultation::done>},
    {"transfer",
     {"转科", "the transfer"},
     missing::kEventTime,
     kStart,
     kAny,
     listed<&Chart::transfers, SubjectKind::kTransfer, &Transfer::at>},
    {"handover",
     {"交接班", "the handover"},
     missing::kEventTime,
     kStart,
     Source::kHandovers,
     listed<&Chart::handovers, SubjectKind::kHandover, &Handover::at>},
    {"condition-start",
     {"病危（重）开始", "the start of the critical condition"},
     missing::kEventTime,
     kStart,
     kAny,
     listed<&Chart::conditions, SubjectKind::kCondition, &Condition::start>},
    {"condition-end",
     {"病危（重）结束", "the end of the critical condition"},
     missing::kEventTime,
     kEnd,
     kAny,
     listed<&Chart::conditions, SubjectKind::kCondition, &Condition::stop>},
    {"transfusion-start",
     {"输血开始", "the start of the transfusion"},
     missing::kEventTime,
     kStart,
     kAny,
     listed<&Chart::transfusions, SubjectKind::kTransfusion, &Transfusion::start>},
    {"transfusion-end",
     {"输血结束", "the end of the transfusion"},
     missing::kEventTime,
     kEnd,
     kAny,
     listed<&Chart::transfusions, SubjectKind::kTransfusion, &Transfusion::end>},
    {"critical-value-received",
     {"接获危急值", "the critical value's receipt"},
     missing::kEventTime,
     kStart,
     Source::kCriticalValues,
     listed<&Chart::critical_values, SubjectKind::kCriticalValue, &CriticalValue::received>},
};

}  // namespace

std::optional<Event> Event::read(RuleReader& reader, std::string_view key) {
  reader.table().require(key);
  const std::vector<Event> events = read_list(reader, key);
  return events.empty() ? std::nullopt : std::optional(events.front());
}

std::vector<Event> Event::read_list(RuleReader& reader, std::string_view key) {
  std::vector<std::string_view> ids;
  for (const EventType& type : kEvents) ids.push_back(type.id);
  for (std::size_t i = 1; i < kDocTypeCount; ++i) ids.push_back(id(static_cast<DocType>(i)));
  std::vector<Event> events;
  for (const TomlValue* value : reader.table().texts(key)) {
    const auto index =
        reader.table().word(*value, {"事件或文书类型", "event or document type"}, ids);
    if (!index) continue;
    Event& event = events.emplace_back();
    if (*index < std::size(kEvents)) {
      event.event_ = &kEvents[*index];
    } else {
      event.document_ = static_cast<DocType>(*index - std::size(kEvents) + 1);
    }
  }
  return events;
}

Argument Event::name() const {
  return event_ != nullptr ? to_argument(event_->name) : to_argument(document_);
}

std::vector<Occurrence> Event::in(const Chart& chart, const Clock& clock) const {
  std::vector<Occurrence> found;
  if (event_ == nullptr) {
    for (const Document* document : chart.of_type(document_)) {
      found.push_back(at_time(of(chart, *document), document->completed, document->span,
                              missing::kCompletionTime));
    }
    return found;
  }
  event_->collect(chart, *event_, found);
  if (event_->end && unfinished(clock)) {
    std::erase_if(found, [](const Occurrence& occurrence) { return !occurrence.at; });
  }
  return found;
}

std::optional<Source> Event::unseen(const Chart& chart) const {
  if (event_ == nullptr || !event_->source || chart.sources.has(*event_->source)) {
    return std::nullopt;
  }
  return event_->source;
}

bool unfinished(const Clock& clock) {
  return clock.stage == Stage::kWriting || clock.stage == Stage::kRunning;
}

}  // namespace emrlint
