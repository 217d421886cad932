// SPDX-License-Identifier: Apache-2.0
#include "check/coding_edition.h"

#include "tables/tables.h"

namespace emrlint {

std::optional<std::chrono::sys_days> coding_day(const Chart& chart, const Report& report) {
  const auto day_of = [](const Time& time) -> std::optional<std::chrono::sys_days> {
    if (time.precision < Precision::kDay) return std::nullopt;
    return time.local_day();
  };
  if (chart.encounter.discharged) return day_of(chart.encounter.discharged.value());
  return report.clock().as_of ? day_of(*report.clock().as_of) : std::nullopt;
}

const CodeTable* coding_edition(const Chart& chart, const Report& report, CodeSystem system) {
  return report.tables().codes().in_force(system, coding_day(chart, report));
}

Missing missing_codes(CodeSystem system) {
  switch (system) {
    case CodeSystem::kIcd10:
      return {"codes-icd-10", "当时有效的ICD-10编码表（[codes] files）",
              "an edition of ICD-10 in force at the time ([codes] files)"};
    case CodeSystem::kIcd9Cm3:
      return {"codes-icd-9-cm-3", "当时有效的ICD-9-CM-3编码表（[codes] files）",
              "an edition of ICD-9-CM-3 in force at the time ([codes] files)"};
    case CodeSystem::kMorphology:
      return {"codes-morphology", "当时有效的肿瘤形态学编码表（[codes] files）",
              "an edition of the morphology of tumours in force at the time ([codes] files)"};
    case CodeSystem::kTcm:
      return {"codes-tcm", "当时有效的中医病证编码表（[codes] files）",
              "an edition of the TCM codes in force at the time ([codes] files)"};
    case CodeSystem::kIcd10Cm:
      return {"codes-icd-10-cm", "当时有效的ICD-10-CM编码表（[codes] files）",
              "an edition of ICD-10-CM in force at the time ([codes] files)"};
    case CodeSystem::kIcd10Pcs:
      return {"codes-icd-10-pcs", "当时有效的ICD-10-PCS编码表（[codes] files）",
              "an edition of ICD-10-PCS in force at the time ([codes] files)"};
    case CodeSystem::kOther:
      break;
  }
  return {"codes-other", "该编码体系的编码表", "a code table of that system"};
}

}  // namespace emrlint
