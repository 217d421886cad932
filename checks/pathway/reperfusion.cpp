// SPDX-License-Identifier: Apache-2.0
#include "checks/pathway/reperfusion.h"

#include <algorithm>
#include <cmath>

#include "check/words.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

// Why there was none: refused, forbidden, too late.
constexpr WordList kExcused{
    "拒绝|放弃|禁忌|超过时间窗|超时间窗|超出时间窗|时间窗外|不具备|不适合|不宜|自行再通|"
    "自溶|血流TIMI3级|TIMI 3级|家属不同意|转外院|外院已"};

std::optional<Duration> duration_of(const Quantity& quantity) {
  double minutes = 0;
  switch (quantity.time) {
    case TimeUnit::kMinute:
      minutes = quantity.value;
      break;
    case TimeUnit::kHour:
      minutes = quantity.value * 60;
      break;
    case TimeUnit::kDay:
      minutes = quantity.value * 24 * 60;
      break;
    case TimeUnit::kWeek:
    case TimeUnit::kMonth:
    case TimeUnit::kYear:
      minutes = 7 * 24 * 60;  // Longer than any window.
      break;
    default:
      return std::nullopt;
  }
  return Duration{std::llround(minutes)};
}

// How long the illness had lasted at admission: the shortest time that the complaint names, which
// is that of the turn for the worse (胸闷3年，加重2小时).
std::optional<Duration> lasted(const Chart& chart) {
  std::optional<Duration> shortest;
  for (const Document& document : chart.documents) {
    const Section* complaint = document.section(SectionType::kChiefComplaint);
    if (complaint == nullptr) continue;
    for (const Text& text : document.text_of(*complaint)) {
      for (auto q = next_quantity(text.value, 0); q; q = next_quantity(text.value, q->to)) {
        const auto found = duration_of(*q);
        if (found && (!shortest || *found < *shortest)) shortest = found;
      }
    }
    if (shortest) return shortest;
  }
  return shortest;
}

bool done(std::string_view text, WordList words) {
  const Narrative narrative(text);
  return any_word(words, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      const Reading reading = narrative.reading(at, at + word.size());
      if (reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual) return true;
    }
    return false;
  });
}

bool treated(const Chart& chart, const Reperfusion& wanted) {
  const auto by_code = [&](std::string_view code) {
    return std::any_of(wanted.codes.begin(), wanted.codes.end(),
                       [&](std::string_view one) { return code.starts_with(one); });
  };
  for (const Procedure& one : chart.procedures) {
    if (by_code(one.code.value) || holds_any(one.name.value, wanted.words)) return true;
  }
  for (const Surgery& one : chart.surgeries) {
    if (one.cancelled) continue;
    if (by_code(one.code.value) || holds_any(one.name.value, wanted.words)) return true;
  }
  for (const Order& one : chart.orders) {
    if (!one.cancelled && holds_any(one.content.value, wanted.words)) return true;
  }
  return std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& document) {
    return std::any_of(document.texts.begin(), document.texts.end(),
                       [&](const Text& text) { return done(text.value, wanted.words); });
  });
}

bool excused(const Chart& chart) {
  return std::any_of(chart.documents.begin(), chart.documents.end(),
                     [](const Document& document) { return tells_any(document, kExcused); });
}

bool unread(const Chart& chart) {
  return !chart.complete || chart.cut_off ||
         std::any_of(chart.documents.begin(), chart.documents.end(),
                     [](const Document& document) { return document.broken; });
}

void judge(const Chart& chart, std::uint32_t index, const Reperfusion& wanted, Duration window,
           Report& report) {
  const Diagnosis& diagnosis = chart.diagnoses[index];
  const Subject subject{SubjectKind::kDiagnosis, index};
  const std::optional<Duration> time = lasted(chart);
  if (time && *time > window) return;
  if (treated(chart, wanted)) return report.pass(subject);
  if (unread(chart)) return report.undecided(subject, missing::kRestOfChart, diagnosis.span);
  if (!time) return report.undecided(subject, kOnset, diagnosis.span);
  if (excused(chart)) return;
  report.fail(wanted.none, subject, diagnosis.span, diagnosis.name.value, window);
}

}  // namespace

void judge_reperfusion(const Chart& chart, const Reperfusion& wanted, Duration window,
                       Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  for (std::uint32_t i = 0; i < chart.diagnoses.size(); ++i) {
    const Diagnosis& diagnosis = chart.diagnoses[i];
    if (diagnosis.tcm || diagnosis.role != DiagnosisRole::kDischargePrincipal) continue;
    const std::string code = repaired_icd10(diagnosis.code.value);
    if (code.empty() || !in_ranges(wanted.diagnoses, code)) continue;
    return judge(chart, i, wanted, window, report);
  }
}

}  // namespace emrlint::checks
