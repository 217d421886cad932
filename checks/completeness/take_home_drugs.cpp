// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/take_home_drugs.h"

#include <algorithm>
#include <optional>

#include "check/words.h"

namespace emrlint::checks {
namespace {

constexpr std::string_view kHeadings[] = {"出院带药", "带药"};
constexpr WordList kForms{
    "胶囊|颗粒|口服液|口服溶液|滴眼液|滴丸|眼膏|软膏|乳膏|气雾剂|吸入剂|粉雾剂|喷雾剂|栓剂|糖浆|"
    "混悬液|"
    "贴剂|凝胶|缓释片|肠溶片|分散片|控释片|咀嚼片|泡腾片|胰岛素|注射液|片"};
// An entry with one of them is advice, whatever else it says.
constexpr WordList kAdvice{
    "随诊|随访|复查|复诊|注意|休息|饮食|门诊|避免|禁|监测|定期|电话|拆线|换药|不适|化疗|锻炼|加强|"
    "保持|"
    "调整|遵医嘱|无带药|未带药|无特殊|暂无|见处方|详见|见附|X片|腹部平片|胸部平片|腰椎平片|"
    "骨盆平片|"
    "位平片|拍片|胸片|签名|医师|医生|护士|饮水|戒|运动|按时|喂养|忌|勿|控制|低盐|低脂|清淡|生活|"
    "情绪|"
    "切片|名片|大片|成片|片状|垫片|尿片|斑片|阅片|借片|胶片|摄片|照片|侧位|正位|会诊|联系|教育|"
    "输注|停用|停服|停药|暂停|药品名称|药名|规格|原有|按原|原剂量|卧床|翻身|下床|佩戴|负重|返院|"
    "来院|"
    "就医|就诊|化验|继续治疗|观察|复检"};
constexpr WordList kApplied{
    "外用|涂|软膏|乳膏|眼膏|滴眼|滴鼻|滴耳|含漱|漱口|凝胶|洗剂|贴|喷|栓|熏洗|坐浴"};
constexpr WordList kRoutes{
    "口服|服|皮下|肌注|肌内|静脉|静滴|吸入|雾化|舌下|含|嚼|冲|纳肛|塞|注射|po|PO|"
    "ih|im|iv"};
constexpr WordList kFrequencies{
    "qd|QD|Qd|qD|bid|BID|Bid|tid|TID|Tid|qid|QID|Qid|qn|QN|Qn|qod|QOD|prn|PRN|q4h|q6h|q8h|q12h|Q6h|"
    "Q8h|Q12h|Q6H|Q8H|Q12H|qm|每日|每天|一日|一天|1日|1天|日一次|日两次|日二次|日三次|日2次|日3次|"
    "日4次|BiD|TiD|QiD|日1次|次/日|次/"
    "天|次／日|每晚|每早|"
    "每晨|睡前|晨起|早|晚|餐|饭|必要时|每周|小时一次|小时1次|小时/"
    "次|隔日|隔天|顿服|疼痛时|发作时|发热时|痛时|"
    "需要时|时舌下|时服|时含|时口服|/日|/天|/"
    "d|／日|每2|每3|每4|每6|每8|每12|每两|每三|每四|每六|每八|每２|"
    "每３|每４|每６|每８|每１２|周一次|周1次|次/"
    "周|q.d|b.i.d|t.i.d|qw|QW|biw|hs|q6|q8|q12|Q6|Q8|Q12"};
constexpr std::string_view kUnits[] = {"tab", "Tab",  "TAB", "T ",   "cap",  "mg", "MG", "g",  "G",
                                       "μg",  "µg",   "ug",  "mcg",  "ml",   "mL", "ML", "IU", "iu",
                                       "U",   "u",    "#",   "单位", "万",   "片", "粒", "袋", "支",
                                       "丸",  "滴",   "喷",  "揿",   "吸",   "贴", "枚", "包", "瓶",
                                       "盒",  "毫克", "克",  "毫升", "微克", "颗", "格"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "５ｍｌ": no unit is looked for.
bool has_wide_digit(std::string_view text) {
  for (std::size_t at = text.find("\xEF\xBC"); at != text.npos;
       at = text.find("\xEF\xBC", at + 1)) {
    const auto last = static_cast<unsigned char>(at + 2 < text.size() ? text[at + 2] : 0);
    if (last >= 0x90 && last <= 0x99) return true;
  }
  return false;
}

// "0.5g", "2 片", "半片", "0.1".
bool has_dose(std::string_view text) {
  if (holds_any(text, {"半片|半包|半袋|半粒|半支|适量"})) return true;
  if (has_wide_digit(text)) return true;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_digit(text[at - 1])) continue;
    if (text.substr(at - 1).starts_with("0.")) return true;  // Grams, by custom.
    std::string_view rest = text.substr(at);
    while (rest.starts_with(" ")) rest.remove_prefix(1);
    const auto begins = [&](std::string_view unit) { return rest.starts_with(unit); };
    if (std::any_of(std::begin(kUnits), std::end(kUnits), begins)) return true;
  }
  constexpr WordList kSpelt{
      "一片|两片|二片|三片|四片|一粒|两粒|二粒|三粒|一袋|一支|两袋|一包|一丸|一滴|"
      "五片|六片|八片|四粒|三粒|五粒|六粒|八粒|十粒|两支|二袋|三袋|两滴|二滴|两丸|八丸|两包|二包"};
  return holds_any(text, kSpelt);
}

std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view one : {"。", "；", ";", "\n"}) {
    if (text.substr(at).starts_with(one)) return one.size();
  }
  // " 2." and " 2、" begin the next entry.
  const bool numbered = text[at] == ' ' && at + 2 < text.size() && is_digit(text[at + 1]);
  const std::string_view behind = numbered ? text.substr(at + 2) : std::string_view();
  const bool dot = behind.starts_with(".") && behind.size() > 1 && !is_digit(behind[1]);
  return dot || behind.starts_with("、") ? 1 : 0;
}

std::size_t entry_end(std::string_view text, std::size_t at) {
  while (at < text.size() && separator_at(text, at) == 0) ++at;
  return at;
}

// Behind "（1）", "1）" or "①".
std::size_t behind_bracketed(std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view rest = text.substr(from, to - from);
  const std::size_t open = rest.starts_with("（") ? 3 : rest.starts_with("(") ? 1 : 0;
  if (rest.starts_with("\xE2\x91")) return from + std::min<std::size_t>(3, rest.size());
  std::size_t at = open;
  while (at < rest.size() && is_digit(rest[at])) ++at;
  if (at == open) return from;
  const std::string_view close = rest.substr(at);
  return close.starts_with("）") ? from + at + 3 : close.starts_with(")") ? from + at + 1 : from;
}

// Without blanks and the number of the list.
std::size_t begin_of(std::string_view text, std::size_t from, std::size_t to) {
  const auto blanks = [&] {
    while (from < to && (text[from] == ' ' || text[from] == '\t' || text[from] == '\r')) ++from;
  };
  blanks();
  from = behind_bracketed(text, from, to);
  if (to - from >= 2 && is_digit(text[from])) {
    const std::string_view rest = text.substr(from + 1, to - from - 1);
    const bool dot = rest.starts_with(".") && rest.size() > 1 && !is_digit(rest[1]);
    if (dot) from += 2;
    if (rest.starts_with("、")) from += 1 + std::string_view("、").size();
  }
  blanks();
  return from;
}

// Behind "出院带药：", or `from` where no heading stands.
std::size_t behind_heading(std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view entry = text.substr(from, to - from);
  for (const std::string_view heading : kHeadings) {
    const std::size_t found = entry.find(heading);
    if (found == entry.npos) continue;
    std::size_t behind = from + found + heading.size();
    for (const std::string_view colon : {"：", ":"}) {
      if (text.substr(behind).starts_with(colon)) behind += colon.size();
    }
    return behind;
  }
  return from;
}

std::size_t sentence_end(std::string_view text, std::size_t at) {
  return std::min({text.find("。", at), text.find('\n', at), text.size()});
}

std::optional<TakeHomeDrug> drug_in(std::string_view text, std::size_t from, std::size_t to,
                                    bool listed) {
  const std::string_view entry = text.substr(from, to - from);
  if (entry.size() < 9 || holds_any(entry, kAdvice)) return std::nullopt;
  if (!listed && !holds_any(entry, kForms)) return std::nullopt;
  return TakeHomeDrug{drug_use(entry), from, to};
}

}  // namespace

DrugUse drug_use(std::string_view text) {
  const bool applied = holds_any(text, kApplied);
  return {applied || has_dose(text), holds_any(text, kFrequencies),
          applied || holds_any(text, kRoutes)};
}

std::vector<TakeHomeDrug> take_home_drugs(std::string_view text, bool listed) {
  std::vector<TakeHomeDrug> drugs;
  std::size_t list_end = listed ? text.size() : 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = entry_end(text, at);
    std::size_t from = begin_of(text, at, end);
    if (const std::size_t behind = behind_heading(text, from, end); behind > from) {
      from = begin_of(text, behind, end);
      list_end = std::max(list_end, sentence_end(text, from));
    }
    if (const auto drug = drug_in(text, from, end, from < list_end)) drugs.push_back(*drug);
    at = end < text.size() ? end + separator_at(text, end) : end;
  }
  return drugs;
}

}  // namespace emrlint::checks
