// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_COMPLETENESS_EXAM_SYSTEMS_H_
#define EMRLINT_CHECKS_COMPLETENESS_EXAM_SYSTEMS_H_

#include <iterator>

#include "checks/completeness/record_items.h"

// The items of a physical examination in the order of BL 18(6), and how they are written.
namespace emrlint::checks {

inline constexpr std::string_view kTemperatureElements[] = {"DE04.10.186.00"};
inline constexpr std::string_view kPulseElements[] = {"DE04.10.118.00", "DE04.10.206.00"};
inline constexpr std::string_view kBreathElements[] = {"DE04.10.081.00", "DE04.10.082.00"};
inline constexpr std::string_view kPressureElements[] = {"DE04.10.174.00", "DE04.10.176.00"};
inline constexpr std::string_view kGeneralElements[] = {"DE04.10.219.00"};
inline constexpr std::string_view kSkinElements[] = {"DE04.10.126.00"};
inline constexpr std::string_view kNodesElements[] = {"DE04.10.114.00"};
inline constexpr std::string_view kHeadElements[] = {"DE04.10.261.00"};
inline constexpr std::string_view kNeckElements[] = {"DE04.10.255.00"};
inline constexpr std::string_view kChestElements[] = {"DE04.10.263.00"};
inline constexpr std::string_view kAbdomenElements[] = {"DE04.10.046.00"};
inline constexpr std::string_view kRectumElements[] = {"DE04.10.065.00"};
inline constexpr std::string_view kGenitalElements[] = {"DE04.10.195.00"};
inline constexpr std::string_view kSpineElements[] = {"DE04.10.093.00"};
inline constexpr std::string_view kLimbElements[] = {"DE04.10.179.00"};
inline constexpr std::string_view kNerveElements[] = {"DE05.10.149.00"};

inline constexpr GroupSet kExamVitals = 0xFu, kExamPressure = 1u << 3;

// The four measured values, then the systems in the order of the article.
inline constexpr RecordItem kExamItems[] = {
    {{"体温", "temperature"}, {}, kTemperatureElements, {"体温|℃|°C|Ｔ"}},
    {{"脉搏", "pulse"}, {}, kPulseElements, {"脉搏|脉率|心率|脉博|脉 |脉　|搏：|搏:|HR|Hr|hr|Ｐ"}},
    {{"呼吸", "respiration"},
     {},
     kBreathElements,
     {"呼吸频率|呼吸：|呼吸:|呼吸 "
      "|呼吸1|呼吸2|呼吸3|呼吸4|呼吸5|呼吸6|呼吸7|呼 "
      "|呼　|吸：|吸:|呼吸8|呼吸9|呼吸约|呼吸为|呼吸　|呼吸规整|"
      "呼吸均匀|呼吸平|呼吸稍|呼吸运动|呼吸衰|"
      "RR|Ｒ|呼吸平稳|呼吸促|"
      "呼吸急促|呼吸浅|呼吸困难|呼吸规则|呼吸节律|呼吸尚|呼吸机|自主呼吸|呼吸停止"}},
    {{"血压", "blood pressure"},
     {},
     kPressureElements,
     {"血压|BP|Bp|bp|ＢＰ|mmHg|mmhg|kPa|测不出"}},
    {{"一般情况", "general condition"},
     {},
     kGeneralElements,
     {"一般好|一般尚|一般欠|一般情况|一般状况|一般:|一般：|一般可|神志|神清|意识|昏迷|嗜睡|昏睡|"
      "谵妄|清醒|镇静|发育|"
      "营养|体位|面容|病容|"
      "精神|合作|配合|步入|推入|平车|轮椅|扶入|反应|哭声|表情|贫血貌|GCS"}},
    {{"皮肤黏膜", "skin and mucosa"},
     {},
     kSkinElements,
     {"皮肤|粘膜|黏膜|黄染|皮疹|出血点|瘀斑|淤斑|苍白|紫绀|发绀|水肿|浮肿|黄疸|皮温|贫血貌"}},
    {{"全身浅表淋巴结", "lymph nodes"}, {}, kNodesElements, {"淋巴|LN（|LN("}},
    {{"头部及其器官", "head"},
     {},
     kHeadElements,
     {"头|颅|HEENT|瞳|眼|耳|鼻|口|咽|唇|舌|牙|巩膜|结膜|扁桃体|五官|囟|面部|面瘫|额|腮"}},
    {{"颈部", "neck"}, {}, kNeckElements, {"颈|气管|甲状腺"}},
    {{"胸部（肺）", "chest and lungs"},
     {},
     kChestElements,
     {"胸|肺|呼吸音|啰音|罗音|乳房|乳腺|语颤"}},
    {{"心脏", "heart"}, {}, kChestElements, {"心|HR|Hr|律齐|律不齐|杂音|瓣膜"}},
    {{"腹部（肝、脾）", "abdomen"}, {}, kAbdomenElements, {"腹|肝|脾|肠鸣|脐|宫高|宫底|麦氏"}},
    {{"直肠肛门", "rectum and anus"}, {}, kRectumElements, {"肛|直肠|指检|指诊"}},
    {{"外生殖器", "external genitals"},
     {},
     kGenitalElements,
     {"生殖|外阴|阴囊|睾丸|阴茎|包皮|阴道|会阴|妇科|妇检|宫颈|宫口|前列腺"}},
    {{"脊柱", "spine"}, {}, kSpineElements, {"脊|腰椎|颈椎|胸椎|棘突|椎旁|背部"}},
    {{"四肢", "limbs"}, {}, kLimbElements, {"肢|关节|手|足|下肢|上肢|杵状指|小腿|大腿|膝|髋"}},
    {{"神经系统", "nervous system"},
     {},
     kNerveElements,
     {"神经|反射|病理征|巴宾|巴氏|Babinski|脑膜|肌力|肌张力|克氏|布氏|Kernig|感觉|锥体|共济|NS（|"
      "NS(|NS：|NS:|NS未|NS阴|CNS"}},
};
inline constexpr std::size_t kExamItemCount = std::size(kExamItems);
inline constexpr GroupSet kExamSystems = ((GroupSet{1} << kExamItemCount) - 1) & ~kExamVitals;

// What sums up the systems that are not named.
inline constexpr WordList kExamRest{
    "余未见|余无|余正常|余查体|余体|余系统|余各|余（-）|余(-)|余阴性|余暂|其余|其他系统|其它系统|"
    "各系统|全身检查|其他无|其它无|其他未|其它未|系统检查|系统查体|未查体|无法查体|暂缓查体|"
    "不能配合|不配合|拒绝查体|拒查"};
inline constexpr WordList kExamReferences{
    "详见|见附|参见|见体检表|见表|见体格检查表|附页|附表|见前|同前"};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_COMPLETENESS_EXAM_SYSTEMS_H_
