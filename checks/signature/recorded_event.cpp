// SPDX-License-Identifier: Apache-2.0
#include "checks/signature/recorded_event.h"

#include <algorithm>
#include <cstdint>

#include "check/event_link.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Missing kWhichRescue{"document-event", "抢救记录所述的是哪一次抢救",
                               "which rescue the record speaks of"};

constexpr Bilingual kSurgeryEnd{"手术结束时间", "the end of the surgery"};
constexpr Bilingual kRescueEnd{"抢救结束时间", "the end of the rescue"};
constexpr Bilingual kDeath{"死亡时间", "the death"};

// Of what several documents state the earliest: whether they agree is another check's question.
const TimeClaim& earliest(const TimeFact& fact) {
  const auto& claims = fact.claims();
  return *std::min_element(claims.begin(), claims.end(), [](const auto& a, const auto& b) {
    return a.value.earliest < b.value.earliest;
  });
}

std::optional<RecordedEvent> surgery_end(const Chart& chart, const Document& document) {
  const TimeClaim* last = nullptr;
  for (const Surgery* surgery : surgeries_of(chart, document)) {
    if (surgery->cancelled || !surgery->end) continue;
    const TimeClaim& end = earliest(surgery->end);
    if (last == nullptr || certainly_after(end.value, last->value)) last = &end;
  }
  if (last == nullptr) return std::nullopt;
  return RecordedEvent{kSurgeryEnd, last->value, last->span};
}

// The rescue that the record names, else the only one of its file or of the stay; null for none.
const Rescue* rescue_of(const Chart& chart, const Document& record) {
  const Rescue* own = nullptr;
  int count = 0;
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    const Subject rescue{SubjectKind::kRescue, static_cast<std::uint32_t>(i)};
    if (names_event(chart, record, rescue)) return &chart.rescues[i];
    if (!tells_of(chart, record, chart.rescues[i].span)) continue;
    own = &chart.rescues[i];
    ++count;
  }
  if (count == 1) return own;
  return chart.rescues.size() == 1 ? &chart.rescues.front() : nullptr;
}

Recorded rescue_end(const Chart& chart, const Document& document) {
  if (chart.rescues.empty()) return {};
  const Rescue* rescue = rescue_of(chart, document);
  if (rescue == nullptr) return {std::nullopt, kWhichRescue};
  if (!rescue->end) return {};
  return {RecordedEvent{kRescueEnd, rescue->end->value, rescue->end->span}, std::nullopt};
}

std::optional<RecordedEvent> death(const Chart& chart) {
  if (!chart.encounter.died) return std::nullopt;
  const TimeClaim& died = earliest(chart.encounter.died);
  return RecordedEvent{kDeath, died.value, died.span};
}

}  // namespace

Recorded recorded_by(const Chart& chart, const Document& document) {
  switch (document.type) {
    case DocType::kOperationRecord:
    case DocType::kCesareanRecord:
    case DocType::kPostopFirstNote:
    case DocType::kAnesthesiaPostopVisit:
      return {surgery_end(chart, document), std::nullopt};
    case DocType::kRescueRecord:
      return rescue_end(chart, document);
    case DocType::kDeathRecord:
    case DocType::kAdmissionDeath24h:
    case DocType::kDeathCaseDiscussion:
      return {death(chart), std::nullopt};
    default:
      return {};
  }
}

}  // namespace emrlint::checks
