// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/drug_kinds.h"

namespace emrlint::checks {
namespace {

constexpr DrugKind kKinds[] = {
    {{"抗菌药物", "the antimicrobial"},
     {"cefazolin|cefuroxime|ceftriaxone|ceftazidime|cefoperazone|cefotaxime|cefepime|cefmetazole|"
      "cefoxitin|piperacillin|meropenem|imipenem|ertapenem|moxifloxacin|levofloxacin|ciprofloxacin|"
      "vancomycin|linezolid|tigecycline|fluconazole|voriconazole|caspofungin"},
     {"抗感染|抗菌|抗生素|抗炎|消炎|抗真菌|感染|药敏|头孢|青霉素|沙星|培南"}},
    {{"抗凝药物", "the anticoagulant"},
     {"heparin|warfarin|rivaroxaban"},
     {"抗凝|肝素|血栓|栓塞|出血"}},
    {{"血管活性药物", "the vasoactive drug"},
     {"noradrenaline|dopamine|dobutamine"},
     {"升压|血管活性|循环|血压|休克|强心"}},
};

}  // namespace

std::optional<KindOfDrug> kind_of(std::string_view text) {
  for (const DrugMention& mention : drugs_in(text)) {
    for (const DrugKind& kind : kKinds) {
      if (any_word(kind.drugs, [&](std::string_view one) { return one == id(mention.drug); })) {
        return KindOfDrug{&kind, mention.drug};
      }
    }
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
