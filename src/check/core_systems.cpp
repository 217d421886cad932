// SPDX-License-Identifier: Apache-2.0
#include "check/core_systems.h"

#include <cstddef>

namespace emrlint {
namespace {

constexpr Bilingual kNames[kCoreSystems] = {
    {"首诊负责制度", "Responsibility of the first physician"},
    {"三级查房制度", "Three-level ward rounds"},
    {"会诊制度", "Consultations"},
    {"分级护理制度", "Graded nursing"},
    {"值班和交接班制度", "Duty and hand-over"},
    {"疑难病例讨论制度", "Discussion of difficult cases"},
    {"急危重患者抢救制度", "Rescue of critically ill patients"},
    {"术前讨论制度", "Preoperative discussion"},
    {"死亡病例讨论制度", "Discussion of deaths"},
    {"查对制度", "Verification"},
    {"手术安全核查制度", "Surgical safety check"},
    {"手术分级管理制度", "Graded management of surgery"},
    {"新技术和新项目准入制度", "Admission of new technologies"},
    {"危急值报告制度", "Reporting of critical values"},
    {"病历管理制度", "Management of medical records"},
    {"抗菌药物分级管理制度", "Graded management of antibacterial drugs"},
    {"临床用血审核制度", "Review of clinical blood use"},
    {"信息安全管理制度", "Information security"},
};

}  // namespace

Bilingual core_system(int number) {
  if (number < 1 || number > kCoreSystems) return {};
  return kNames[static_cast<std::size_t>(number - 1)];
}

}  // namespace emrlint
