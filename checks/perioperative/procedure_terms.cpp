// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/procedure_terms.h"

#include "check/words.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

// What one operation treats under several names is one row.
constexpr WordList kOrgans[] = {
    {"颅|脑|硬膜下|硬膜外血肿"},
    {"甲状腺"},
    {"甲状旁腺"},
    {"乳腺|乳房|乳癌|乳腺癌"},
    {"肺|支气管"},
    {"食管|食道|贲门"},
    {"冠状动脉|心脏|二尖瓣|三尖瓣|主动脉瓣|房间隔|室间隔|心包"},
    {"胃|贲门"},
    {"肠|疝|阑尾|回盲"},  // Which of them it is, is often known only then.
    {"阑尾|回盲"},
    {"肝"},
    {"胆囊"},
    {"胆管|胆总管|胆道|胆肠|肝总管|肝管|肝门部"},
    {"胰"},
    {"脾"},
    {"疝|腹股沟|腹壁"},
    {"肾"},
    {"肾上腺"},
    {"输尿管"},
    {"膀胱"},
    {"前列腺"},
    {"子宫|宫颈|宫腔|剖宫产"},
    {"卵巢|输卵管|附件"},
    {"椎|脊柱|髓核|椎间盘"},
    {"髋|股骨"},
    {"膝|半月板|髌|交叉韧带|胫骨平台"},
    {"白内障|晶状体|视网膜|玻璃体|角膜|青光眼"},
    {"肛|痔"},
    {"大隐静脉|静脉曲张"},
    {"扁桃体|腺样体"},
    {"鼻"},
    {"胫骨|腓骨|踝|跟骨|跟腱|桡骨|尺骨|肱骨|锁骨|掌骨|跖骨"},
};
// Holds the name of an organ and means another, or the way to it.
constexpr WordList kOtherOrgans{
    "肝素|胃镜|肠镜|膀胱镜|宫腔镜|鼻胆管|鼻肠管|鼻胃管|胃管|空肠营养|经皮肾|经胃|经膀胱|经肛|经鼻|"
    "经脐|"
    "经阴道|肺动脉导管|输尿管镜|输尿管支架|胆道镜|胸膜|心肺|肝门|脾门|肾门|胃周|肠系膜|"
    "贲门周围血管|胃空肠|胃肠|"
    "肠粘连"};

constexpr WordList kActions[] = {
    {"切除|摘除|剔除|剥除|根治|剥离|清扫|切取|核出|电切|剜除"},
    {"修补|缝合|修复|高位结扎"},
    {"置换|假体"},
    {"复位|内固定|固定"},
    {"引流|造瘘|造口|切开"},
    {"移植"},
    {"吻合|搭桥|旁路|转流"},
    {"结扎|夹闭|栓塞"},
    {"取石|碎石|取出"},
    {"成形|重建|融合"},
    {"减压|松解"},
    {"支架|扩张|球囊"},
    {"剖宫产"},
};
constexpr WordList kExtents[] = {
    {"部分切除|次全切除|大部切除|大部分切除|楔形切除|节段切除|局部切除|区段切除|一侧"},
    {"全胃|全子宫|全肺|全切|全结肠|全膀胱|全甲状腺|子宫全切"},
};

Answer overlap(GroupSet a, GroupSet b) {
  if (a == 0 || b == 0) return Answer::kUnknown;
  return (a & b) != 0 ? Answer::kYes : Answer::kNo;
}

// One name is the other with something besides.
bool holds_other(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && (holds(a, b) || holds(b, a));
}

}  // namespace

ProcedureTerms terms_of(std::string_view name) {
  static const WordGroups organs(kOrgans, kOtherOrgans);
  static const WordGroups actions(kActions);
  static const WordGroups extents(kExtents);
  ProcedureTerms terms;
  terms.organs = organs.in(name);
  terms.actions = actions.in(name);
  terms.extents = extents.in(name);
  terms.scope = holds_any(name, {"腔镜|关节镜|胸腔镜"});
  terms.open = holds_any(name, {"开腹|剖腹|开胸|中转|切开复位|开放"});
  // 胆总管探查 tells the organ, 剖腹探查 leaves all of it open.
  terms.exploring = (terms.organs == 0 && holds(name, "探查")) ||
                    holds_any(name, {"腹探查|胸探查|腔探查|腔镜探查|镜下探查|探查备"});
  return terms;
}

Answer same_organ(std::string_view a, std::string_view b) {
  if (holds_other(a, b)) return Answer::kYes;
  const ProcedureTerms one = terms_of(a), other = terms_of(b);
  if (one.exploring || other.exploring) return Answer::kUnknown;
  return overlap(one.organs, other.organs);
}

Answer same_operation(std::string_view a, std::string_view b) {
  if (holds_other(a, b)) return Answer::kYes;
  const ProcedureTerms one = terms_of(a), other = terms_of(b);
  if (one.exploring || other.exploring) return Answer::kUnknown;
  const Answer organ = overlap(one.organs, other.organs);
  if (organ != Answer::kYes) return organ;
  if (overlap(one.extents, other.extents) == Answer::kNo) return Answer::kNo;
  const Answer action = overlap(one.actions, other.actions);
  return action == Answer::kUnknown ? Answer::kUnknown : action;
}

}  // namespace emrlint::checks
