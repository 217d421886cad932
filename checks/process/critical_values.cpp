// SPDX-License-Identifier: Apache-2.0
#include "checks/process/critical_values.h"

#include <algorithm>
#include <span>

#include "check/event_link.h"
#include "check/words.h"
#include "text/find_word.h"
#include "text/quantity.h"

namespace emrlint::checks {
namespace {

struct Names {
  std::string_view named;  // What the name of a critical value holds.
  WordList told;           // What notes call it.
};

// Longer names first.
constexpr Names kNames[] = {
    {"血钾", {"钾|K+|K："}},
    {"钾", {"钾|K+|K："}},
    {"钠", {"钠|Na+"}},
    {"钙", {"钙|Ca"}},
    {"糖", {"糖|Glu|GLU"}},
    {"血红蛋白", {"血红蛋白|Hb|HGB|HB|贫血"}},
    {"白细胞", {"白细胞|WBC|粒细胞|粒缺"}},
    {"中性粒", {"中性粒|粒细胞|粒缺"}},
    {"血小板", {"血小板|PLT"}},
    {"凝血", {"凝血|PT|INR|APTT"}},
    {"国际标准化", {"INR|凝血"}},
    {"INR", {"INR|凝血"}},
    {"肌钙蛋白", {"肌钙蛋白|TnI|TnT|cTn|心肌酶|心肌梗"}},
    {"肌酐", {"肌酐|Cr|肾功能"}},
    {"血气", {"血气|pH|PH|PO2|PCO2|氧分压|二氧化碳"}},
    {"氧分压", {"血气|PO2|氧分压|氧合"}},
    {"二氧化碳", {"血气|PCO2|二氧化碳"}},
    {"酸碱", {"血气|pH|PH|酸中毒|碱中毒"}},
    {"乳酸", {"乳酸|Lac"}},
    {"淀粉酶", {"淀粉酶|胰腺炎"}},
    {"培养", {"培养|细菌|菌血症|阳性"}},
    {"细菌", {"培养|细菌|菌血症|阳性"}},
    {"涂片", {"涂片|细菌|抗酸杆菌"}},
    {"胆红素", {"胆红素|黄疸"}},
    {"尿素", {"尿素|BUN|肾功能"}},
    {"纤维蛋白原", {"纤维蛋白原|FIB|Fib|凝血"}},
    {"二聚体", {"二聚体|D-D"}},
    {"镁", {"镁|Mg"}},
    {"磷", {"磷"}},
    {"心电", {"心电|室速|室颤|室性|房颤|传导阻滞|心肌梗|停搏|心律"}},
    {"MRI", {"MRI|磁共振|MR"}},
    {"磁共振", {"MRI|磁共振|MR"}},
    {"CT", {"CT"}},
    {"超声", {"超声|彩超|B超"}},
    {"彩超", {"超声|彩超|B超"}},
    {"X线", {"X线|胸片|平片|DR"}},
    {"胸片", {"X线|胸片|平片|DR"}},
    {"病理", {"病理"}},
};

bool may_tell(DocType type) {
  switch (type) {
    case DocType::kCriticalValueEvent:
    case DocType::kGeneralNursingRecord:
    case DocType::kCriticalNursingRecord:
    case DocType::kOtherDocument:
    case DocType::kDeathRecord:
    case DocType::kAdmissionDeath24h:
    case DocType::kAdmissionDischarge24h:
    case DocType::kAnesthesiaRecord:
    case DocType::kOperationRecord:
      return true;
    default:
      return is_course_note(type);
  }
}

bool tells(const Document& note, const std::vector<std::string_view>& names) {
  return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return holds(text.value, name); });
  });
}

}  // namespace

std::vector<std::string_view> names_of(const CriticalValue& value) {
  std::vector<std::string_view> names{"危急值"};
  if (!value.name.value.empty()) names.push_back(value.name.value);
  // What an image or a trace showed: 脑出血, 室性心动过速.
  const std::string_view found_in_it = value.value.value;
  if (found_in_it.size() > 5 && digit_at(found_in_it, 0) < 0) names.push_back(found_in_it);
  const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const Names& one) {
    return holds(value.name.value, one.named);
  });
  if (found != std::end(kNames)) {
    any_word(found->told, [&](std::string_view word) {
      names.push_back(word);
      return false;
    });
  }
  return names;
}

std::vector<const Document*> notes_on(const Chart& chart, std::size_t index, int days) {
  const CriticalValue& value = chart.critical_values[index];
  const auto day = day_of(value.received ? value.received : value.reported);
  const std::vector<std::string_view> names = names_of(value);
  std::vector<const Document*> notes;
  for (const Document& note : chart.documents) {
    if (!may_tell(note.type)) continue;
    if (names_event(chart, note, of_critical_value(index))) {
      notes.push_back(&note);
      continue;
    }
    const auto on = day_of(written(note));
    const bool late = day && on && *on > *day + std::chrono::days(days);
    if (!late && from_day(note, day) && tells(note, names)) notes.push_back(&note);
  }
  return notes;
}

}  // namespace emrlint::checks
