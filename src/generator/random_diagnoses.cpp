// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "generator/coding_defects.h"
#include "generator/random_parts.h"

namespace emrlint {
namespace {

// The codes stand in fixtures/hospital/icd-10.csv, but for those that are wrong.
std::string_view hypertension_code(const RandomStay& stay) {
  if (stay.wrong("coding-dx-format")) return "高血压";
  if (stay.wrong("coding-dx-not-in-table")) return "I10.900";
  if (stay.wrong("coding-dx-not-billable")) return "I10";
  if (stay.wrong("coding-dx-name-mismatch")) return "I95.900";
  return stay.wrong("coding-edition") ? "I10.x00x023" : "I10.x00";
}

constexpr std::string_view kPrincipal = "discharge-principal", kOther = "discharge-other";

// The diagnoses of injected defects of coding: of the role, or of all but that of the principal.
template <typename Wanted>
bool write_miscoded(RandomStay& stay, Wanted wanted) {
  bool any = false;
  for (const Miscoded& one : kMiscoded) {
    if (!stay.wrong(one.check) || !wanted(one.role)) continue;
    write_random_diagnosis(stay, one.role, one.code, one.name, one.on_admission);
    any = true;
  }
  return any;
}

}  // namespace

void write_random_diagnosis(RandomStay& stay, std::string_view role, std::string_view code,
                            std::string_view name, std::string_view on_admission) {
  stay.json.object([&] {
    stay.json.text("role", role);
    stay.json.text("code", code);
    stay.json.text("name", name);
    if (!on_admission.empty()) stay.json.text("on_admission", on_admission);
  });
}

void write_random_diagnoses(RandomStay& stay) {
  const auto discharge = [&](std::string_view code, std::string_view name) {
    write_random_diagnosis(stay, kOther, code, name);
  };
  stay.json.array("diagnoses", [&] {
    const std::string_view code = "K80.100", name = "胆囊结石伴慢性胆囊炎";
    write_random_diagnosis(stay, "admission", code, name);
    const bool replaced =
        write_miscoded(stay, [](std::string_view role) { return role == kPrincipal; });
    const bool unranked = replaced || stay.wrong("coding-principal-missing");
    write_random_diagnosis(stay, unranked ? kOther : kPrincipal, code, name);
    write_miscoded(stay, [](std::string_view role) { return role != kPrincipal; });
    discharge(hypertension_code(stay), "高血压病");
    if (stay.wrong("coding-principal-duplicate")) discharge("K80.100", "胆囊结石伴胆囊炎");
    if (stay.wrong("medication-infection-no-antibiotic")) discharge("N10.x00", "急性肾盂肾炎");
    if (stay.wrong("coding-laterality")) discharge("K40.200", "左侧腹股沟疝");
    if (stay.wrong("coding-diagnosis-unsupported")) discharge("L40.900", "银屑病");
    if (stay.miscopied() == Miscopied::kSide) discharge("N20.000", "右侧肾结石");
    if (stay.wrong("process-difficult-case-trigger")) {
      write_random_diagnosis(stay, kOther, "N17.900", "急性肾衰竭", "no");
    }
    if (stay.wrong("coding-dx-sex-conflict")) {
      stay.female ? discharge("N40.x00", "前列腺增生") : discharge("N80.900", "子宫内膜异位症");
    }
  });
}

}  // namespace emrlint
