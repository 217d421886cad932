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

// The first that fits counts: what holds another name stands before it.
constexpr Names kNames[] = {
    {"肌钙蛋白", {"肌钙蛋白|TnI|TnT|cTn|cTnI|cTnT|hsTnT|心肌酶|心肌梗"}},
    {"TnI", {"肌钙蛋白|TnI|cTn|cTnI|心肌酶|心肌梗"}},
    {"TnT", {"肌钙蛋白|TnT|cTn|cTnT|心肌酶|心肌梗"}},
    {"钠肽", {"钠肽|BNP|心衰|心力衰竭|心功能"}},
    {"血氨", {"血氨|降氨|肝性脑病"}},
    {"钾", {"钾|K+|K："}},
    {"K", {"钾|K+|K："}},
    {"钠", {"钠|Na+"}},
    {"Na", {"钠|Na+"}},
    {"钙", {"钙|Ca2+|Ca++|Ca²|Ca:|Ca：|Ca1|Ca0|Ca 1|Ca 0"}},
    {"Ca", {"钙|Ca2+|Ca++|Ca²|Ca:|Ca：|Ca1|Ca0|Ca 1|Ca 0"}},
    {"糖", {"血糖|高糖|糖水|酮症|高渗|50%葡萄糖|50%GS|Glu|GLU"}},
    {"GLU", {"血糖|高糖|糖水|酮症|高渗|50%葡萄糖|50%GS|Glu|GLU"}},
    {"血红蛋白", {"血红蛋白|Hb|HGB|HB|贫血|输血"}},
    {"HGB", {"血红蛋白|Hb|HGB|HB|贫血|输血"}},
    {"Hb", {"血红蛋白|Hb|HGB|HB|贫血|输血"}},
    {"白细胞", {"白细胞|WBC|粒细胞|粒缺|骨髓抑制|升白"}},
    {"WBC", {"白细胞|WBC|粒细胞|粒缺|骨髓抑制|升白"}},
    {"中性粒", {"中性粒|粒细胞|粒缺|骨髓抑制|升白"}},
    {"血小板", {"血小板|PLT|骨髓抑制"}},
    {"PLT", {"血小板|PLT|骨髓抑制"}},
    {"凝血", {"凝血|PT|PTA|INR|APTT"}},
    {"APTT", {"凝血|APTT"}},
    {"PT", {"凝血|PT|PTA|INR"}},
    {"国际标准化", {"INR|凝血"}},
    {"INR", {"INR|凝血"}},
    {"肌酐", {"肌酐|Cr|Scr|SCr|肾功能|肾衰|透析"}},
    {"血气", {"血气|pH|PH|PO2|PCO2|PaO2|PaCO2|氧分压|二氧化碳|酸中毒|碱中毒|呼吸衰竭"}},
    {"氧分压", {"血气|PO2|PaO2|氧分压|氧合|呼吸衰竭"}},
    {"二氧化碳", {"血气|PCO2|PaCO2|二氧化碳|呼吸衰竭"}},
    {"pH", {"血气|pH|PH|酸中毒|碱中毒"}},
    {"PH", {"血气|pH|PH|酸中毒|碱中毒"}},
    {"酸碱", {"血气|pH|PH|酸中毒|碱中毒"}},
    {"乳酸", {"乳酸|Lac"}},
    {"淀粉酶", {"淀粉酶|胰腺炎"}},
    {"培养", {"培养|细菌|菌血症|革兰|杆菌|球菌|血流感染|败血|脓毒"}},
    {"细菌", {"培养|细菌|菌血症|革兰|杆菌|球菌|血流感染|败血|脓毒"}},
    {"涂片", {"涂片|细菌|抗酸杆菌"}},
    {"胆红素", {"胆红素|黄疸"}},
    {"尿素", {"尿素|BUN|肾功能|肾衰|透析"}},
    {"纤维蛋白原", {"纤维蛋白原|FIB|Fib|凝血"}},
    {"二聚体", {"二聚体|D-D"}},
    {"镁", {"镁|Mg"}},
    {"磷", {"磷"}},
    {"心电", {"心电|室速|室颤|室性|房颤|传导阻滞|心肌梗|停搏|心律|AVB|起搏|ST段"}},
    {"MRI", {"MRI|磁共振|MR"}},
    {"磁共振", {"MRI|磁共振|MR"}},
    {"CT", {"CT|CTA|CTV|CTPA"}},
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

bool letter(std::string_view text, std::size_t at) {
  return at < text.size() &&
         ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

bool figure(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.');
}

// Abbreviations and numbers stand alone: no PT in PTCD, no HB in HBsAg, no 6.6 in 36.6.
bool names_in(std::string_view text, std::string_view name) {
  const auto joined = [&](std::size_t inside, std::size_t outside) {
    return (letter(name, inside) && letter(text, outside)) ||
           (figure(name, inside) && figure(text, outside));
  };
  for (std::size_t at = find_word(text, name); at != text.npos;
       at = find_word(text, name, at + 1)) {
    const bool before = at > 0 && joined(0, at - 1);
    if (!before && !joined(name.size() - 1, at + name.size())) return true;
  }
  return false;
}

bool tells(const Document& note, const std::vector<std::string_view>& names) {
  return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return names_in(text.value, name); });
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
    return names_in(value.name.value, one.named);
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
  const auto& at = value.received ? value.received : value.reported;
  const auto day = day_of(at);
  const std::vector<std::string_view> names = names_of(value);
  const std::string_view number = value.value.value;
  std::vector<const Document*> notes;
  for (const Document& note : chart.documents) {
    if (!may_tell(note.type)) continue;
    if (names_event(chart, note, of_critical_value(index))) {
      notes.push_back(&note);
      continue;
    }
    const auto on = day_of(written(note));
    const bool late = day && on && *on > *day + std::chrono::days(days);
    if (late || !from_day(note, day)) continue;
    // What was written before it, the same day, tells of it by that word or by its number as well.
    const auto& own = written(note);
    const bool before = at && own && certainly_before(own->value, at->value);
    const bool certain =
        !before || tells(note, {"危急值"}) || (!number.empty() && tells(note, {number}));
    if (certain && tells(note, names)) notes.push_back(&note);
  }
  return notes;
}

}  // namespace emrlint::checks
