// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string_view>

#include "check/words.h"
#include "checks/completeness/word_groups.h"
#include "checks/perioperative/domains.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

// In order of Domain.
constexpr WordList kWords[] = {
    {"一般情况|一般状况|一般可|全身情况|全身状况|生命体征|神志|精神可|精神尚可|精神好|精神良好|"
     "精神一般|精神欠|精神差|精神状态|精神状况|体温|血压|活动耐量|体力状况|发育|意识清|mmHg|"
     "℃|KPS|ECOG|METs"},
    {"严重程度|病情评估|病情分级|病情平稳|病情稳定|病情较|病情危|病情重|病情轻|病情急|病情严重|"
     "病情可控|病情进展|病情加重|病情复杂|病情允许|分期|分级|分型|重度|ASA|TNM|NYHA|Child|APACHE|"
     "GCS|NNIS|Ⅳ期|Ⅲ期|Ⅱ期|Ⅰ期"},
    {"脏器功能|器官功能|心功能|肺功能|肝功能|肾功能|肝肾功|肝、肾功|心肺功|心、肺功|心电图|心超|"
     "超声心动|心脏彩超|心脏超声|射血分数|心肺听诊|心肺肝肾|心、肺、肝|心、肺未|心肺未|心肺无|心肺("
     "-)|"
     "心肺（-）|心肺正常|心、肺、肾|转氨酶|肌酐|ECG|LVEF"},
    {"用药|服药|服用|口服|停药|停用|抗凝|抗血小板|阿司匹林|氯吡格雷|替格瑞洛|华法林|利伐沙班|"
     "胰岛素|降压药|降糖药|药物治疗|药物史|激素"},
    {"凝血|国际标准化比|凝血酶原|APTT|aPTT|INR|PT "},
    {"心理|情绪|焦虑|抑郁|紧张|精神状态|恐惧|顾虑|担忧|心态|昏迷|意识障碍|哭闹|能配合|不配合|欠配合|依从|无法沟通|"
     "不能沟通|"
     "无法交流|"
     "HAMA|SAS评分|SDS评分|HADS|GAD|PHQ"},
    {"营养|体重指数|体质指数|白蛋白|体重下降|体重近|体重较|体重明显|体重稳定|体重半年|体重减轻|"
     "体重无|体重未|体重增|体重变化|消瘦|肥胖|"
     "恶病质|"
     "NRS-2002|NRS2002|NRS 2002|BMI|MUST|SGA|MNA"},
};

// Looks like one of these.
constexpr WordList kOtherWords{
    "手术分级|手术级别|分级护理|护理分级|分级管理|疼痛分级|切口分级|愈合分级|分期手术|分期进行|"
    "分期完成|"
    "分期行|肌紧张|肌肉紧张|腹紧张|颈紧张|张力性|紧张性|肠外营养|肠内营养|静脉营养|营养支持|营养液|"
    "营养神经|营养血管|营养素|营养管|营养科|加强营养|增加营养|注意营养|凝血块|凝血酶冻|凝血酶粉|"
    "抗凝管|"
    "口服泻|口服聚乙二醇|口服复方聚乙二醇|口服甘露醇|口服补液|口服肠道|口服造影|家属情绪|家属紧张|"
    "家属焦虑|家属心理|输注白蛋白|补充白蛋白|白蛋白输|"
    "人血白蛋白|"
    "激素受体|激素水平|生长激素|性激素|甲状腺激素|未用药物过敏"};

// What leaves it open.
constexpr WordList kUnseen{
    "未评估|未评定|未评价|未予评估|待评估|未检查|未检测|未行检|未完善|未回报|未出报告|未填|待完善|"
    "待回报|结果未回|待出|拟完善|继续完善|需完善|拟查"};
constexpr std::string_view kUnseenAtEnd[] = {"未查", "未测", "未做", "未行", "未出",
                                             "待查", "待检", "待测", "待回"};
// What may happen, to the end of the sentence; what is about the surgery itself.
constexpr WordList kFuture{"可能出现|可能发生|可能导致|可能引起|可能损|可能致|一旦|警惕"};
constexpr WordList kPlan{"拟行|拟施"};
// A clause that begins so tells of what comes after surgery.
constexpr std::string_view kAfterwards[] = {"术后", "手术后", "出院后", "拔管后", "麻醉后"};
constexpr std::string_view kTicks[] = {"☑", "√", "✓", "✔", "■", "●", "☒"};

bool begins_afterwards(std::string_view clause) {
  return std::any_of(std::begin(kAfterwards), std::end(kAfterwards),
                     [&](std::string_view word) { return clause.starts_with(word); });
}

bool unticked(std::string_view clause) {
  return (holds(clause, "□") || holds(clause, "☐")) &&
         std::none_of(std::begin(kTicks), std::end(kTicks),
                      [&](std::string_view tick) { return holds(clause, tick); });
}

bool unseen(std::string_view clause) {
  return unticked(clause) || holds_any(clause, kUnseen) ||
         std::any_of(std::begin(kUnseenAtEnd), std::end(kUnseenAtEnd),
                     [&](std::string_view word) { return clause.ends_with(word); });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kFillers[] = {" ", "_", "/", "\t", "\r", "　", "—"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view filler : kFillers) {
      while (text.starts_with(filler)) text.remove_prefix(filler.size()), again = true;
      while (text.ends_with(filler)) text.remove_suffix(filler.size()), again = true;
    }
  }
  return text;
}

bool ends_with_colon(std::string_view clause) {
  return clause.ends_with(":") || clause.ends_with("：");
}

struct Clause {
  std::string_view text;
  bool ends_sentence = true;
};

// The clause at the front of `rest`, which it takes off.
Clause take_clause(std::string_view& rest) {
  constexpr std::string_view kEnds[] = {"，", "。", "；"};
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    std::size_t length = c == '\n' || c == ';' || c == ',' ? 1 : 0;
    bool comma = c == ',';
    if (static_cast<unsigned char>(c) >= 0xE3) {
      for (const std::string_view end : kEnds) {
        if (!rest.substr(at).starts_with(end)) continue;
        length = end.size();
        comma = end == kEnds[0];
      }
    }
    if (length == 0) continue;
    const std::string_view clause = rest.substr(0, at);
    rest.remove_prefix(at + length);
    return {trimmed(clause), !comma};
  }
  const std::string_view clause = rest;
  rest = {};
  return {trimmed(clause), true};
}

}  // namespace

bool answers(std::string_view value) {
  constexpr std::string_view kEmpty[] = {"", "-", "－", "略", "空"};
  while (!value.empty()) {
    const std::string_view clause = take_clause(value).text;
    const bool empty = std::find(std::begin(kEmpty), std::end(kEmpty), clause) != std::end(kEmpty);
    if (!empty && !ends_with_colon(clause) && !unseen(clause)) return true;
  }
  return false;
}

DomainSet domains_in(std::string_view text) {
  static const WordGroups words(kWords, kOtherWords);
  const DomainSet maybe = words.in(text);  // Of most texts nothing.
  if (maybe == 0) return 0;
  DomainSet found = 0, labels = 0;
  bool carried = false;  // 术中可能出现心衰，肝肾功能损害。
  while (!text.empty() && found != maybe) {
    const auto [clause, ends_sentence] = take_clause(text);
    const DomainSet told = words.in(clause);
    const bool future = carried || begins_afterwards(clause) || holds_any(clause, kFuture);
    carried = future && !ends_sentence;
    if (clause.empty()) continue;
    if (ends_with_colon(clause)) {
      labels = told;
      continue;
    }
    const bool open = future || unseen(clause) || holds_any(clause, kPlan);
    const bool labelled = holds(clause, "：") || holds(clause, ":");
    if (!open) found |= told | (labelled ? 0 : labels);
    labels = 0;
  }
  return found;
}

}  // namespace emrlint::checks
