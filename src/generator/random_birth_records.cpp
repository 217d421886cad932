// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/random_birth_parts.h"
#include "generator/random_parts.h"

namespace emrlint {
namespace {

std::string child_words(const RandomStay& stay, int grams) {
  return std::string(stay.birth.girl ? "女婴" : "男婴") + "，体重" + std::to_string(grams) + "g";
}

std::string mother_complaint(const RandomStay& stay) {
  return "停经" + weeks_words(stay.birth) +
         (stay.birth.ruptured ? "，阴道流液3小时。" : "，下腹阵痛3小时。");
}

std::string mother_diagnosis(const RandomStay& stay) {
  return "孕" + weeks_words(stay.birth) + "，孕1产0" +
         (stay.birth.ruptured ? "，胎膜早破" : "，头位待产");
}

void write_mother_admission(RandomStay& stay) {
  const bool ruptured = stay.birth.ruptured;
  const std::string history = mother_history_text(stay);
  stay.document(
      {"d1", "first-progress-note", stay.at(0, 11), "resident", kResident,
       stay.at(0, 11, stay.dice.between(5, 50))},
      [&] {
        stay.section(
            "case-features",
            "1.育龄妇女，孕1产0。2." + mother_complaint(stay) + "3.胎心" +
                std::to_string(stay.dice.between(130, 150)) + "次/分，头先露。4.彩超（检查号" +
                std::to_string(stay.dice.between(100'000'000, 999'999'999)) + "）示单活胎。");
        stay.section("diagnosis-basis", ruptured ? "阴道流液，后穹窿见液池，pH试纸变色，"
                                                   "支持胎膜早破诊断。"
                                                 : "规律宫缩，宫颈管消失，支持临产诊断。");
        stay.section("differential-diagnosis", "与胎盘早剥、前置胎盘鉴别。");
        stay.section("treatment-plan", "完善血常规，胎心监护，观察产程，阴道试产。");
      });
  stay.document({"d2", "admission-record", stay.at(0, 12), "resident", kResident,
                 stay.at(0, stay.dice.between(13, 20))},
                [&] {
                  stay.section("narrator", "患者本人");
                  stay.section("chief-complaint", mother_complaint(stay));
                  stay.section("present-illness", history);
                  stay.section("past-history",
                               "既往体健。否认高血压、糖尿病，否认传染病史、"
                               "手术外伤史、输血史，按计划预防接种。");
                  stay.section("allergy", "否认食物、药物过敏史。");
                  stay.section("personal-history", "久居本地，无烟酒嗜好，否认毒物接触史。");
                  stay.section("marital-history", "适龄结婚，配偶体健，孕1产0。");
                  stay.section("menstrual-history", "初潮13岁，行经5天，周期28天，量中，无痛经。");
                  stay.section("family-history", "父母体健，否认遗传病史及多胎史。");
                  stay.section("physical-exam", mother_exam_text(stay));
                  stay.section("auxiliary-exam", "本院彩超：单活胎，头位，胎盘Ⅱ级，羊水正常。");
                  stay.section("preliminary-diagnosis", mother_diagnosis(stay));
                });
}

void write_delivery(RandomStay& stay) {
  stay.document({"l1", "labor-record", stay.at(0, 14), "attending", kAttending, stay.at(0, 14, 30)},
                [&] {
                  stay.section("prenatal-exam", "宫口开7cm，头先露，胎心142次/分，宫缩规律。");
                  stay.section("delivery-plan", "观察产程进展，阴道试产。");
                });
  const Time done = stay.at(0, 16, 30);
  stay.document({"l2", "vaginal-delivery-record", stay.at(0, 16), "attending", kAttending, done},
                [&] {
                  stay.section("delivery",
                               "15时20分头位顺产，手法助产，胎盘15时28分自然娩出，"
                               "会阴完整，出血约" +
                                   std::to_string(stay.dice.between(80, 260)) + "ml。");
                  stay.section("newborn", "娩一" + child_words(stay, stay.birth.grams) +
                                              "，Apgar评分1分钟9分、5分钟10分。");
                  stay.section("postpartum-treatment", "产后观察2小时，宫缩好，送返病房。");
                });
}

void write_mother_discharge(RandomStay& stay) {
  const bool other = stay.wrong("obstetric-newborn-link");
  const int grams = stay.birth.grams + (other ? 400 : 0);
  stay.document({"e1", "discharge-record", stay.at(stay.days, 11), "resident", kResident,
                 stay.at(stay.days, 12)},
                [&] {
                  stay.section("admission-condition", mother_complaint(stay) + "头先露。");
                  stay.section("admission-diagnosis", mother_diagnosis(stay));
                  stay.section("treatment-course", "入院当日顺产，娩一" + child_words(stay, grams) +
                                                       "，产后予缩宫素，恢复好。");
                  stay.section("discharge-condition", "一般情况好，子宫复旧好，恶露少。");
                  stay.section("discharge-diagnosis", listed_birth_diagnoses(stay));
                  stay.section("discharge-orders", "禁盆浴及性生活6周，产后42天门诊复查。");
                });
}

void write_newborn_admission(RandomStay& stay) {
  stay.document(
      {"d1", "first-progress-note", stay.at(0, 16), "resident", kResident,
       stay.at(0, 17, stay.dice.between(5, 50))},
      [&] {
        stay.section("case-features",
                     "1.足月新生儿，顺产。2.生后20分钟出现气促。3.呼吸" +
                         std::to_string(stay.dice.between(62, 68)) + "次/分，无三凹征（登记号" +
                         std::to_string(stay.dice.between(100'000'000, 999'999'999)) + "）。");
        stay.section("diagnosis-basis",
                     "生后早期出现气促，无发绀，一般情况好，支持新生儿暂时性呼吸急促诊断。");
        stay.section("differential-diagnosis", "与新生儿肺炎、气胸鉴别。");
        stay.section("treatment-plan", "保暖，监测呼吸，完善血常规，按需喂养。");
      });
  stay.document({"d2", "admission-record", stay.at(0, 17), "resident", kResident,
                 stay.at(0, stay.dice.between(18, 21))},
                [&] {
                  stay.section("narrator", "患儿母亲");
                  stay.section("chief-complaint", "生后气促20分钟。");
                  stay.section("present-illness", newborn_history_text(stay));
                  stay.section("past-history", "新生儿，无既往病史、手术外伤史、输血史。");
                  stay.section("allergy", "否认食物、药物过敏史。");
                  stay.section("personal-history",
                               "出生史如上，生后未喂养，卡介苗、乙肝疫苗待接种。");
                  stay.section("family-history", "父母体健，否认遗传病史。");
                  stay.section("physical-exam", newborn_exam_text(stay));
                  stay.section("auxiliary-exam", "血常规待回报。");
                  stay.section("preliminary-diagnosis", "1.新生儿暂时性呼吸急促 2.单胎活产婴儿");
                });
}

void write_newborn_discharge(RandomStay& stay) {
  stay.document({"e1", "discharge-record", stay.at(stay.days, 11), "resident", kResident,
                 stay.at(stay.days, 12)},
                [&] {
                  stay.section("admission-condition", "生后气促20分钟入院，呼吸65次/分，反应好。");
                  stay.section("admission-diagnosis", "新生儿暂时性呼吸急促");
                  stay.section("treatment-course", "患儿生于本院，娩出时为" +
                                                       child_words(stay, stay.birth.grams) +
                                                       "，经保暖、监测后呼吸平稳。");
                  stay.section("discharge-condition", "呼吸平稳，吃奶好，体重增长。");
                  stay.section("discharge-diagnosis", listed_birth_diagnoses(stay));
                  stay.section("discharge-orders", "母乳喂养，注意保暖，1个月后门诊随访。");
                });
}

}  // namespace

void write_mother_records(RandomStay& stay) {
  write_mother_admission(stay);
  write_delivery(stay);
  for (int day = 1; day < stay.days; ++day) {
    write_random_round_note(stay, day, mother_note_text(stay, day));
  }
  write_mother_discharge(stay);
  write_random_last_sheets(stay, stay.birth.ruptured ? "胎膜早破" : "头位顺产");
}

void write_newborn_records(RandomStay& stay) {
  write_newborn_admission(stay);
  for (int day = 1; day < stay.days; ++day) {
    write_random_round_note(stay, day, newborn_note_text(stay, day));
  }
  write_newborn_discharge(stay);
  write_random_last_sheets(stay, "新生儿暂时性呼吸急促");
}

}  // namespace emrlint
