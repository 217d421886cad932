// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/drug_kinds.h"

#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr DrugKind kKinds[] = {
    {{"抗菌药物", "the antimicrobial"},
     {"cefazolin|cefuroxime|ceftriaxone|ceftazidime|cefoperazone|cefotaxime|cefepime|cefmetazole|"
      "cefoxitin|piperacillin|meropenem|imipenem|ertapenem|moxifloxacin|levofloxacin|ciprofloxacin|"
      "vancomycin|linezolid|tigecycline|fluconazole|voriconazole|caspofungin"},
     {"抗感染|抗菌|抗生素|抗炎|消炎|抗真菌|感染|药敏|头孢|青霉素|沙星|培南|霉素|细菌|真菌|培养|"
      "MRSA|CRP|PCT|cef|Cef|mycin|cillin|"
      "penem|floxacin"}},
    {{"抗凝药物", "the anticoagulant"},
     {"heparin|warfarin|rivaroxaban"},
     {"抗凝|肝素|血栓|栓塞|出血|房颤|DVT|VTE|INR|LMWH|法林|沙班"}},
    {{"血管活性药物", "the vasoactive drug"},
     {"noradrenaline|dopamine|dobutamine"},
     {"升压|血管活性|循环|血压|休克|强心|MAP|NE泵|NE维|NE微|NE 0|NE0|肾上腺素|多巴|间羟胺"}},
};

// Flushes and what acts where it is put are no treatment of the kind.
constexpr WordList kLocal{
    "封管|冲管|滴眼|滴耳|滴鼻|眼膏|软膏|乳膏|外用|涂|凝胶|含漱|漱口|冲洗|外敷|滴双眼|滴左眼|"
    "滴右眼"};

}  // namespace

std::optional<KindOfDrug> kind_of(std::string_view text) {
  if (holds_any(text, kLocal)) return std::nullopt;
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
