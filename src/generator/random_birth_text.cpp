// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/random_birth_parts.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

using Words = std::string_view;

constexpr Words kMood[] = {"精神好",   "精神可",      "情绪平稳",   "诉夜间睡眠欠佳",
                           "食欲好",   "乏力减轻",    "可下床活动", "自述腰酸减轻",
                           "二便通畅", "无头晕、心悸"};
constexpr Words kBreast[] = {"乳房不胀，乳汁分泌少", "乳汁分泌渐增",      "双乳充盈，无硬结",
                             "哺乳姿势正确",         "乳头无皲裂",        "母婴同室，按需哺乳",
                             "已开奶，婴儿吸吮好",   "双侧乳腺未触及包块"};
constexpr Words kLochia[] = {
    "恶露量少，色红，无异味", "恶露量中，无异味", "恶露渐减，色淡红", "宫缩好，质硬",
    "子宫轮廓清，无压痛",     "阴道流血不多",     "膀胱不充盈",       "下腹无压痛"};
constexpr Words kWound[] = {"会阴无红肿",   "会阴轻度水肿", "会阴皮肤完整", "外阴清洁",
                            "双下肢无水肿", "腓肠肌无压痛", "皮肤无瘀斑",   "腹软，肠鸣音正常"};
constexpr Words kCare[] = {"指导母乳喂养",     "鼓励下床活动", "指导盆底肌训练",
                           "加强营养，多饮水", "会阴清洁护理", "宣教产褥期卫生",
                           "观察恶露变化",     "告知避孕方法", "复查血常规"};
constexpr Words kFeeding[] = {"吸吮有力",         "奶量完成好，无呕吐", "吃奶可，偶有溢乳",
                              "吸吮反射灵敏",     "母乳喂养顺利",       "夜间哭闹少，安静入睡",
                              "吃奶间隔约三小时", "觅食反应积极"};
constexpr Words kSkin[] = {"皮肤红润",     "面色红润，肢端温暖", "皮肤轻度黄染，仅见于面部",
                           "皮肤无皮疹",   "脐带干燥，无渗液",   "前囟平软，张力不高",
                           "四肢活动自如", "眼部无分泌物"};
constexpr Words kBreath[] = {"呼吸平稳，无三凹征", "呼吸稍促，无呻吟",  "双肺呼吸音清",
                             "呼吸规则，无发绀",   "心音有力，律齐",    "腹软不胀，肠鸣音正常",
                             "大便已转黄",         "小便每日数次，色清"};
constexpr Words kPlan[] = {"按需哺乳，观察体重变化", "监测经皮胆红素", "注意保暖和脐部护理",
                           "观察呼吸和反应",         "指导家属抚触",   "观察大小便",
                           "完成听力筛查",           "告知家属病情"};

std::string number(Dice& dice, int least, int most) {
  return std::to_string(dice.between(least, most));
}

std::string decimal(Dice& dice, int least, int most) {
  return number(dice, least, most) + "." + number(dice, 0, 9);
}

// No two patients have one number.
std::string ticket(Dice& dice) { return number(dice, 100'000'000, 999'999'999); }

// A few sentences that differ from day to day.
std::string joined(Dice& dice, std::span<const Words> first, std::span<const Words> second) {
  return std::string(dice.of(first)) + "，" + std::string(dice.of(second)) + "（评估" +
         ticket(dice) + "）。";
}

}  // namespace

std::string weeks_words(const RandomBirthFacts& birth) {
  return std::to_string(birth.weeks) + "+" + std::to_string(birth.days) + "周";
}

std::string mother_history_text(RandomStay& stay) {
  Dice& dice = stay.dice;
  std::string text = "患者平素月经规律，停经" + number(dice, 36, 48) +
                     "天查尿妊娠试验阳性，孕早期恶心不明显，孕" + number(dice, 16, 20) +
                     "周自觉胎动至今。孕期产检" + number(dice, 9, 13) +
                     "次，血压、糖耐量试验正常，未予药物治疗。3小时前" +
                     (stay.birth.ruptured ? "无明显诱因出现阴道流液，色清，量约"
                                          : "无明显诱因出现下腹阵痛，呈间断性，每次持续约");
  text += stay.birth.ruptured
              ? number(dice, 20, 90) + "ml，伴不规则宫缩，流液较前增多，休息后不能缓解。"
              : number(dice, 20, 45) + "秒，伴少许血性分泌物，宫缩渐密，休息后不能缓解。";
  text += "为求分娩来院，门诊（挂号" + ticket(dice) +
          "）胎心监护反应型后收入院。发病以来精神、睡眠、食欲可，大小便正常，孕期体重增加约" +
          number(dice, 9, 16) + "kg。";
  return text;
}

std::string mother_exam_text(RandomStay& stay) {
  Dice& dice = stay.dice;
  return "T " + decimal(dice, 36, 36) + "℃，P " + number(dice, 70, 92) + "次/分，R " +
         number(dice, 16, 20) + "次/分，BP " + number(dice, 104, 128) + "/" + number(dice, 62, 80) +
         "mmHg。发育正常，营养中等，神志清楚，自动体位，查体合作。皮肤黏膜无黄染，浅表淋巴结未触及"
         "肿"
         "大。头颅无畸形，双侧瞳孔等大等圆，口唇无发绀，咽部无充血。颈软，气管居中，甲状腺无肿大。"
         "胸廓对称，双肺呼吸音清，心率" +
         number(dice, 70, 92) +
         "次/分，律齐，未闻及病理性杂音。腹膨隆，肝脾触诊不满意。直肠肛门未查，外生殖器见专科情况"
         "，脊柱四肢无畸形，双下肢无水肿，生理反射存在，病理反射未引出。专科情况：宫高" +
         number(dice, 31, 36) + "cm，腹围" + number(dice, 92, 108) + "cm，头先露，胎心" +
         number(dice, 130, 150) + "次/分，宫口开" + number(dice, 1, 3) +
         "cm，骨盆测量正常。专项评估：疼痛NRS评分2分，NRS-"
         "2002评分0分，血栓风险评分1分，用药、康复、"
         "心理评估无特殊，无宗教信仰。";
}

std::string mother_note_text(RandomStay& stay, int day) {
  Dice& dice = stay.dice;
  return "产后第" + std::to_string(day) + "天。患者" + joined(dice, kMood, kBreast) + "T " +
         decimal(dice, 36, 36) + "℃，P " + number(dice, 66, 88) + "次/分，R " +
         number(dice, 16, 20) + "次/分，BP " + number(dice, 104, 128) + "/" + number(dice, 62, 80) +
         "mmHg。宫底脐下" + number(dice, 1, 4) + "指，" + joined(dice, kLochia, kWound) +
         joined(dice, kWound, kMood) + joined(dice, kBreast, kLochia) +
         "分析产后恢复平稳，继续目前治疗，" + joined(dice, kCare, kCare);
}

std::string newborn_history_text(RandomStay& stay) {
  Dice& dice = stay.dice;
  return "患儿系第1胎第1产，胎龄" + weeks_words(stay.birth) + "，于15时20分经阴道自然娩出一" +
         (stay.birth.girl ? "女婴" : "男婴") + "，出生体重" + std::to_string(stay.birth.grams) +
         "g，Apgar评分1分钟9分、5分钟10分，羊水清，量约" + number(dice, 400, 900) +
         "ml。生后20分钟无明显诱因出现气促，呼吸" + number(dice, 62, 70) +
         "次/"
         "分，呈阵发性，哭闹时加重，伴轻度鼻翼扇动，无发绀、呻吟，予保暖、清理呼吸道后稍缓解，为求"
         "进一步诊治由产房（登记号" +
         ticket(dice) +
         "）转入。生后反应可，哭声响，未开奶，精神、睡眠可，大小便未排，体重无变化。";
}

std::string newborn_exam_text(RandomStay& stay) {
  Dice& dice = stay.dice;
  return "T " + decimal(dice, 36, 36) + "℃，P " + number(dice, 126, 148) + "次/分，R " +
         number(dice, 62, 68) + "次/分，BP " + number(dice, 62, 72) + "/" + number(dice, 36, 44) +
         "mmHg。发育正常，营养中等，足月儿貌，神志清，反应好，哭声响亮，自动体位，查体合作欠佳。皮"
         "肤"
         "黏膜红润，无黄染，浅表淋巴结未触及肿大。前囟平软，约" +
         decimal(dice, 1, 1) +
         "cm，头颅无血肿，双侧瞳孔等大等圆，口唇红润，咽部无充血。颈软，气管居中。胸廓对称，双肺呼"
         "吸"
         "音粗，未闻及湿啰音。心率" +
         number(dice, 126, 148) +
         "次/"
         "分，律齐，未闻及杂音。腹软，脐带结扎好，肝肋下1cm，脾未触及。肛门、外生殖器未见畸形，脊"
         "柱四肢无畸形，四肢肌张力正常，觅食、吸吮、拥抱反射存在，病理反射未引出。专科情况：头围" +
         number(dice, 33, 35) + "cm，身长" + number(dice, 48, 52) +
         "cm，无三凹征，皮肤弹性好。专项评估：疼痛、营养、血栓、用药、康复、心理评估无特殊，家属无"
         "宗教"
         "信仰。";
}

std::string newborn_note_text(RandomStay& stay, int day) {
  Dice& dice = stay.dice;
  return "日龄" + std::to_string(day) + "天。患儿反应好，" + joined(dice, kFeeding, kSkin) + "T " +
         decimal(dice, 36, 36) + "℃，P " + number(dice, 122, 138) + "次/分，R " +
         number(dice, 40, 50) + "次/分。" + joined(dice, kBreath, kSkin) + "体重" +
         number(dice, 2700, 3800) + "g，经皮胆红素" + decimal(dice, 3, 9) + "mg/dL。" +
         joined(dice, kSkin, kBreath) + joined(dice, kPlan, kFeeding) +
         "分析病情平稳，继续目前治疗，" + joined(dice, kPlan, kPlan);
}

}  // namespace emrlint
