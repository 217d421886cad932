// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "model/ordered.h"
#include "reader/build.h"

namespace emrlint {
namespace {

constexpr std::string_view kNameId = "DE06.00.094.00";
constexpr std::string_view kPlannedCodeId = "DE06.00.093.00";
constexpr std::string_view kStartId = "DE06.00.221.00";
constexpr std::string_view kConsentNameId = "DE06.00.302.00";

enum class Fit : std::uint8_t { kUnknown, kYes, kNo };

// One name may be longer: 腹腔镜下胆囊切除术 and 胆囊切除术. Short ones say too little for that.
bool names_fit(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeast = 12;  // Bytes: four Chinese characters.
  if (a == b) return true;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  return shorter.size() >= kLeast && longer.find(shorter) != longer.npos;
}

// Codes are told apart down to the extension that hospitals add: 51.2300 and 51.2300x001.
bool codes_fit(std::string_view a, std::string_view b) {
  constexpr std::size_t kCommon = 5;  // "51.23"
  return a == b || (a.size() >= kCommon && b.size() >= kCommon &&
                    a.substr(0, kCommon) == b.substr(0, kCommon));
}

Fit kind_fits(const SurgeryHint& a, const SurgeryHint& b) {
  const bool codes = !a.code.empty() && !b.code.empty();
  const bool names = !a.name.empty() && !b.name.empty();
  if (codes && codes_fit(a.code, b.code)) return Fit::kYes;
  if (names && names_fit(a.name, b.name)) return Fit::kYes;
  return codes || names ? Fit::kNo : Fit::kUnknown;
}

Fit day_fits(const SurgeryHint& a, const SurgeryHint& b) {
  if (!a.day || !b.day) return Fit::kUnknown;
  // A day at either end of a surgery over midnight is that surgery's day.
  return a.day->local_day() == b.day->local_day() ? Fit::kYes : Fit::kNo;
}

using Surgeries = std::span<const Surgery>;

template <typename Accept>
std::optional<std::uint32_t> only_one(Surgeries all, std::uint32_t except, Accept accept) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (i == except || !accept(hint_of(all[i]))) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

// Documents of the time around a surgery that speak of one.
bool perioperative(DocType type) {
  switch (type) {
    case DocType::kOperationRecord:
    case DocType::kCesareanRecord:
    case DocType::kAnesthesiaPreopVisit:
    case DocType::kAnesthesiaRecord:
    case DocType::kAnesthesiaPostopVisit:
    case DocType::kOperatingRoomNursingRecord:
    case DocType::kOperationConsent:
    case DocType::kAnesthesiaConsent:
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
    case DocType::kPostopFirstNote:
    case DocType::kSafetyChecklist:
    case DocType::kSurgicalRiskAssessment:
    case DocType::kSurgicalCount:
    case DocType::kLevel4Mdt:
    case DocType::kPreopAssessmentForm:
    case DocType::kEmergencyPrepList:
    case DocType::kTransferHandover:
    case DocType::kPacuRecord:
    case DocType::kBedsideHandover: return true;
    default: return false;
  }
}

std::vector<std::uint32_t> referenced(const Chart& chart, const std::vector<Text>& about) {
  constexpr std::string_view kPrefix = "surgeries/";
  std::vector<std::uint32_t> found;
  for (const Text& reference : about) {
    if (!reference.value.starts_with(kPrefix)) continue;
    const std::string_view id = reference.value.substr(kPrefix.size());
    for (std::uint32_t i = 0; i < chart.surgeries.size(); ++i) {
      if (chart.surgeries[i].id.value == id) found.push_back(i);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool not_against(const SurgeryHint& a, const SurgeryHint& b) {
  return kind_fits(a, b) != Fit::kNo && day_fits(a, b) != Fit::kNo;
}

std::optional<std::uint32_t> find_in(Surgeries all, const SurgeryHint& hint, bool or_only,
                                     std::uint32_t except = kNoSurgery) {
  const auto both = [&](const SurgeryHint& other) {
    return kind_fits(hint, other) == Fit::kYes && day_fits(hint, other) == Fit::kYes;
  };
  const auto one = [&](const SurgeryHint& other) {
    const Fit kind = kind_fits(hint, other), day = day_fits(hint, other);
    return kind != Fit::kNo && day != Fit::kNo && (kind == Fit::kYes || day == Fit::kYes);
  };
  const auto possible = [&](const SurgeryHint& other) { return not_against(hint, other); };
  if (const auto found = only_one(all, except, both)) return found;
  if (const auto found = only_one(all, except, one)) return found;
  const std::size_t others = all.size() - (except < all.size() ? 1 : 0);
  if (or_only && others == 1) return only_one(all, except, possible);
  return std::nullopt;
}

bool any_possible(Surgeries all, const SurgeryHint& hint) {
  return std::any_of(all.begin(), all.end(), [&](const Surgery& surgery) {
    return not_against(hint, hint_of(surgery));
  });
}

// The surgery that the record speaks of; one that only an order tells of where no other can be it.
std::optional<std::uint32_t> spoken_of(const Chart& chart, const SurgeryHint& hint, bool or_only) {
  const Surgeries told = told_surgeries(chart);
  if (any_possible(told, hint)) return find_in(told, hint, or_only);
  const auto count = static_cast<std::uint32_t>(told.size());
  const Surgeries ordered = Surgeries(chart.surgeries).subspan(count);
  const auto found = find_in(ordered, hint, or_only && told.empty());
  if (!found) return std::nullopt;
  return *found + count;
}

void link(const Chart& chart, Document& document) {
  if (!document.surgeries.empty()) return;
  document.surgeries = referenced(chart, document.about);
  if (!document.surgeries.empty() || !perioperative(document.type)) return;
  // A record that names other events speaks of those.
  if (const auto found = spoken_of(chart, hint_of(document), document.about.empty())) {
    document.surgeries = {*found};
  }
}

}  // namespace

SurgeryHint hint_of(const Surgery& surgery) {
  SurgeryHint hint{surgery.code.value, surgery.name.value, std::nullopt};
  if (surgery.start.known() && surgery.start.value().precision >= Precision::kDay) {
    hint.day = surgery.start.value();
  } else if (surgery.end.known()) {
    hint.day = surgery.end.value();
  }
  return hint;
}

SurgeryHint hint_of(const Document& document) {
  SurgeryHint hint;
  hint.name = element_text(document, kNameId).value;
  const Element* code = document.element(kPlannedCodeId);
  if (code != nullptr) hint.code = code->value.value;
  if (document.type == DocType::kOperationConsent && hint.name.empty()) {
    hint.name = element_text(document, kConsentNameId).value;
  }
  if (const auto day = element_time(document, kStartId)) hint.day = day->value;
  return hint;
}

std::optional<std::uint32_t> find_surgery(const Chart& chart, const SurgeryHint& hint,
                                          bool or_only, std::uint32_t except) {
  return find_in(chart.surgeries, hint, or_only, except);
}

bool may_be_known(const Chart& chart, const SurgeryHint& hint) {
  return any_possible(chart.surgeries, hint);
}

bool is_operation_record(DocType type) {
  return type == DocType::kOperationRecord || type == DocType::kCesareanRecord;
}

void link_operation_records(Chart& chart) {
  for (Document& document : chart.documents) {
    if (is_operation_record(document.type)) link(chart, document);
  }
}

void link_surgeries(Chart& chart) {
  for (Document& document : chart.documents) link(chart, document);
  for (Checklist& checklist : chart.checklists) {
    checklist.surgeries = referenced(chart, checklist.about);
    if (checklist.surgeries.empty() && checklist.about.empty() && only_surgery(chart, 0) &&
        checklist.kind.value.starts_with("surgical-")) {
      checklist.surgeries = {0};
    }
  }
}

}  // namespace emrlint
