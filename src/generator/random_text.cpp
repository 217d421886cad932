// SPDX-License-Identifier: Apache-2.0
#include "generator/random_text.h"

namespace emrlint {
namespace {

using Words = std::string_view;

constexpr Words kMood[] = {"精神好",     "精神可",           "神志清楚，对答切题", "情绪平稳",
                           "诉睡眠欠佳", "自述乏力较前减轻", "可下床活动",         "食欲逐渐恢复"};
constexpr Words kSymptom[] = {
    "咳嗽较前减轻",     "痰量减少，转为白色", "活动后气促好转", "无胸痛、心悸", "仍有轻度头晕",
    "腹胀缓解，已排气", "无恶心、呕吐",       "切口疼痛可耐受", "夜间未再发热", "咽部不适消失"};
constexpr Words kSign[] = {"双肺呼吸音清",       "右下肺少量湿啰音", "心律齐，未闻及杂音",
                           "腹软，无压痛反跳痛", "双下肢无水肿",     "肠鸣音正常",
                           "巩膜无黄染",         "颈静脉无充盈",     "四肢肌力正常",
                           "皮肤无皮疹及出血点"};
constexpr Words kTest[] = {"血常规", "肝肾功能", "电解质", "凝血功能", "降钙素原",
                           "尿常规", "心电图",   "胸部CT", "腹部彩超", "血糖谱"};
constexpr Words kResult[] = {"回报基本正常",   "较前明显好转",   "提示轻度升高，予观察",
                             "与临床表现相符", "结果已告知患者", "拟三日后复查"};
constexpr Words kPlan[] = {"继续目前治疗方案",     "调整补液量",       "停用止痛药物",
                           "加强营养支持",         "指导呼吸功能锻炼", "控制血压在目标范围",
                           "监测血糖并调整胰岛素", "鼓励早期下床活动", "改为口服药物序贯",
                           "请营养科指导饮食"};
constexpr Words kOnset[] = {"受凉后",     "劳累后", "进食油腻食物后",
                            "无明显诱因", "饮酒后", "情绪激动后"};
constexpr Words kComplaint[] = {"咳嗽、咳痰", "上腹部隐痛", "头晕、乏力",
                                "活动后气促", "右下腹疼痛", "发热、咽痛"};
constexpr Words kCare[] = {"自行服药后稍缓解", "在社区卫生服务中心输液治疗", "未予重视",
                           "在外院门诊检查，未见明确诊断", "休息后可自行好转"};
constexpr Words kSurname[] = {"张", "李", "王", "赵", "钱", "孙", "周", "吴", "郑", "冯"};
constexpr Words kGiven[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

std::string number(Dice& dice, int least, int most) {
  return std::to_string(dice.between(least, most));
}

std::string decimal(Dice& dice, int least, int most) {
  return number(dice, least, most) + "." + number(dice, 0, 9);
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15ull;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

int Dice::between(int least, int most) {
  const auto width = static_cast<std::uint64_t>(most - least + 1);
  return least + static_cast<int>(next() % width);
}

bool Dice::chance(double probability) {
  return static_cast<double>(next() >> 11) * 0x1.0p-53 < probability;
}

std::string_view Dice::of(std::span<const std::string_view> words) {
  return words[next() % words.size()];
}

std::string note_text(Dice& dice, int day) {
  std::string text = "住院第" + std::to_string(day + 1) + "天。";
  text += "患者" + std::string(dice.of(kMood)) + "，" + std::string(dice.of(kSymptom)) + "，" +
          std::string(dice.of(kSymptom)) + "。";
  text += "T " + decimal(dice, 36, 37) + "℃，P " + number(dice, 64, 98) + "次/分，R " +
          number(dice, 16, 20) + "次/分，BP " + number(dice, 108, 138) + "/" +
          number(dice, 62, 86) + "mmHg。";
  text += std::string(dice.of(kSign)) + "，" + std::string(dice.of(kSign)) + "，" +
          std::string(dice.of(kSign)) + "。";
  for (int i = dice.between(1, 3); i > 0; --i) {
    text += std::string(dice.of(kTest)) + std::string(dice.of(kResult)) + "（第" +
            number(dice, 1, 999) + "号），白细胞" + decimal(dice, 4, 12) + "×10⁹/L。";
  }
  text += "分析病情平稳，" + std::string(dice.of(kPlan)) + "；" + std::string(dice.of(kPlan)) +
          "，" + number(dice, 2, 9) + "小时后复测体征。";
  return text;
}

std::string history_text(Dice& dice) {
  const std::string days = number(dice, 2, 9);
  std::string text = "患者" + days + "天前" + std::string(dice.of(kOnset)) + "出现" +
                     std::string(dice.of(kComplaint)) + "，呈间断性，每次持续约" +
                     number(dice, 5, 50) + "分钟，伴" + std::string(dice.of(kComplaint)) + "，" +
                     std::string(dice.of(kCare)) + "。";
  text += number(dice, 1, 3) + "天前上述症状加重，最高体温" + decimal(dice, 37, 38) +
          "℃，为求进一步诊治来院，门诊查血常规白细胞" + decimal(dice, 6, 16) +
          "×10⁹/L后收入院。发病以来精神、睡眠一般，食欲稍差，大小便正常，体重下降约" +
          number(dice, 1, 4) + "kg。";
  return text;
}

std::string exam_text(Dice& dice) {
  return "T " + decimal(dice, 36, 38) + "℃，P " + number(dice, 66, 104) + "次/分，R " +
         number(dice, 16, 22) + "次/分，BP " + number(dice, 106, 146) + "/" + number(dice, 64, 90) +
         "mmHg。神志清楚，皮肤黏膜无黄染，浅表淋巴结未触及肿大，头颈部无异常。" +
         std::string(dice.of(kSign)) + "，" + std::string(dice.of(kSign)) +
         "，直肠肛门、外生殖器未查，脊柱四肢无畸形，生理反射存在，病理反射未引出。";
}

std::string person_name(Dice& dice) {
  return std::string(dice.of(kSurname)) + std::string(dice.of(kGiven)) +
         std::string(dice.of(kGiven));
}

}  // namespace emrlint
