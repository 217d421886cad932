// SPDX-License-Identifier: Apache-2.0
#include "checks/obstetric/delivery.h"

#include <algorithm>

#include "check/age.h"
#include "checks/coding/categories.h"
#include "checks/coding/coded.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

// Forceps, vacuum, breech extraction; 73.59 is 手法助产. 73.0-73.4 and 73.6 may come without a
// birth.
constexpr CodeRange kAssistedCodes[] = {{"72.0", "72.9"}, {"73.51", "73.59"}};

bool coded_icd9(const Procedure& p) {
  return procedure_system(p.code_system.value) == CodeSystem::kIcd9Cm3 &&
         well_formed_icd9(p.code.value);
}

class Evidence {
 public:
  explicit Evidence(const Chart& chart) : chart_(chart) {}

  std::optional<Delivery> all() {
    for (const std::uint32_t i : discharge_list(chart_).all) diagnosis(chart_.diagnoses[i]);
    for (const Surgery& s : told_surgeries(chart_)) {
      const bool coded =
          well_formed_icd9(s.code.value) && in_ranges(categories::kCesareanSections, s.code.value);
      if (!s.cancelled && (s.cesarean || coded)) {
        mode(true, s.name.value.empty() ? s.span : s.name.span);
      }
    }
    for (const Procedure& p : chart_.procedures) {
      if (!coded_icd9(p)) continue;
      if (in_ranges(categories::kCesareanSections, p.code.value)) mode(true, p.code.span);
      if (in_ranges(kAssistedCodes, p.code.value)) mode(false, p.code.span);
    }
    for (const Document& d : chart_.documents) {
      if (d.type == DocType::kCesareanRecord) mode(true, d.span);
      if (d.type == DocType::kVaginalDeliveryRecord) mode(false, d.span);
    }
    return found_ ? std::optional(delivery_) : std::nullopt;
  }

 private:
  void tells(Span span) {
    if (!found_) delivery_.span = span;
    found_ = true;
  }
  void mode(bool cesarean, Span span) {
    tells(span);
    (cesarean ? delivery_.cesarean : delivery_.vaginal) = true;
  }
  void diagnosis(const Diagnosis& d) {
    const std::string_view code = d.code.value;
    if (!icd_coded(chart_, d)) return;
    if (code.starts_with("Z37")) {
      tells(d.code.span);
      if (delivery_.outcome == nullptr) delivery_.outcome = &d;
    } else if (code.starts_with("O82") || code.starts_with("O84.2")) {
      mode(true, d.code.span);
    } else if (code.starts_with("O80") || code.starts_with("O81") || code.starts_with("O83") ||
               code.starts_with("O84.0") || code.starts_with("O84.1")) {
      mode(false, d.code.span);
    } else if (code.starts_with("O84")) {
      tells(d.code.span);
    }
  }

  const Chart& chart_;
  Delivery delivery_;
  bool found_ = false;
};

char fourth(const Delivery& delivery) {  // The 0 of Z37.0.
  if (delivery.outcome == nullptr) return 0;
  const std::string_view code = delivery.outcome->code.value;
  return code.size() > 4 && code[3] == '.' ? code[4] : 0;
}

}  // namespace

bool Delivery::stillborn_only() const {
  const char c = fourth(*this);
  return c == '1' || c == '4' || c == '7';
}

int Delivery::children() const {
  const char c = fourth(*this);
  if (c == '0' || c == '1') return 1;
  if (c >= '2' && c <= '4') return 2;
  return c >= '5' && c <= '7' ? 3 : 0;
}

std::optional<Delivery> delivery_of(const Chart& chart) {
  if (chart.patient.sex.value == Sex::kMale) return std::nullopt;
  const std::optional<Age> age = age_at_admission(chart);
  if (age && age->surely_below_years(9)) return std::nullopt;
  return Evidence(chart).all();
}

bool newborn_chart(const Chart& chart) {
  const std::optional<Age> age = age_at_admission(chart);
  if (!age || age->most_days > 28) return false;
  const DischargeList list = discharge_list(chart);
  return std::any_of(list.all.begin(), list.all.end(), [&](std::uint32_t i) {
    const Diagnosis& d = chart.diagnoses[i];
    return icd_coded(chart, d) && d.code.value.starts_with("Z38");
  });
}

}  // namespace emrlint::checks
