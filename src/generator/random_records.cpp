// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "generator/coding_defects.h"
#include "generator/random_parts.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

constexpr std::string_view kBasis = "病史、体征和影像学检查支持胆囊结石伴慢性胆囊炎诊断。";
constexpr std::string_view kFirstPlan =
    "完善肝肾功能、凝血功能、腹部彩超，抗感染补液，择期手术评估。";

// Where the surgeon is not who goes round on that day.
void write_surgeon_note(RandomStay& stay, int day) {
  stay.document(
      {"ns", "progress-note", stay.at(day, 8), "attending", kAttending, stay.at(day, 8, 20)},
      [&] { stay.section("course", "术者查看患者，切口无渗出，无腹痛、发热。"); });
}

constexpr std::string_view kStop = "。";

// What a note says behind its day, and a later one takes over.
std::string_view miscopied_words(Miscopied what, bool copy) {
  if (what == Miscopied::kAge) return "患者现年6岁。";
  if (what != Miscopied::kSide) return "";
  return copy ? "合并左侧肾结石。" : "合并右侧肾结石。";
}

std::string behind_day(std::string_view note, std::string_view words) {
  const std::size_t day = note.find(kStop) + kStop.size();
  return std::string(note.substr(0, day)).append(words).append(note.substr(day));
}

// The note with the beginning of the first one, up to what was found on examination.
std::string with_copied(std::string_view note, std::string_view first, Miscopied what) {
  const std::size_t signs = first.find(kStop, first.find("mmHg")) + kStop.size();
  const std::size_t end = first.find(kStop, signs) + kStop.size();
  const std::size_t day = first.find(kStop) + kStop.size();
  if (what == Miscopied::kDay) return std::string(first.substr(0, end)).append(note);
  const std::size_t from = day + miscopied_words(what, false).size();
  std::string copied(miscopied_words(what, true));
  return behind_day(note, copied.append(first.substr(from, end - from)));
}

// Of a surgery that there was.
std::string_view pathology_told(const RandomStay& stay) {
  return stay.surgery_day > 0 && !stay.wrong("match-pathology") ? "术后病理示慢性胆囊炎伴胆囊结石。"
                                                                : "";
}

// The lists of the stay agree.
std::string final_diagnoses(const RandomStay& stay) {
  std::string diagnoses = "1.胆囊结石伴慢性胆囊炎 2.高血压病";
  if (stay.wrong("coding-dx-sex-conflict")) {
    diagnoses += stay.female ? " 3.前列腺增生" : " 3.子宫内膜异位症";
  }
  if (stay.wrong("medication-infection-no-antibiotic")) diagnoses += " 3.急性肾盂肾炎";
  if (stay.wrong("coding-laterality")) diagnoses += " 3.左侧腹股沟疝";
  if (stay.wrong("coding-diagnosis-omitted")) diagnoses += " 3.慢性阻塞性肺疾病";
  if (stay.wrong("process-difficult-case-trigger")) diagnoses += " 3.急性肾衰竭";
  if (stay.miscopied() == Miscopied::kSide) diagnoses += " 3.右侧肾结石";
  for (const Miscoded& one : kMiscoded) {
    if (stay.wrong(one.check) && one.role.starts_with("discharge")) {
      diagnoses.append(" 3.").append(one.name);
    }
  }
  return diagnoses;
}

void write_discharge_record(RandomStay& stay) {
  const std::string_view by = stay.last_resident();
  const Time done = stay.wrong("timeliness-discharge-record-24h") ? stay.at(stay.days + 1, 15)
                                                                  : stay.at(stay.days, 12);
  stay.document({"e1", "discharge-record", stay.at(stay.days, 11), "resident", by, done}, [&] {
    stay.section("admission-condition", "右上腹隐痛3天入院，右上腹轻压痛。");
    stay.section("admission-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
    const bool copied = stay.wrong("duplication-copied-passage");
    stay.section("treatment-course",
                 (copied ? stay.exam : "") + "入院后完善检查，经治疗后好转，住院" +
                     std::to_string(stay.days) + "天。" + std::string(pathology_told(stay)));
    stay.section("discharge-condition", "一般情况好，无腹痛、发热。");
    stay.section("discharge-diagnosis", final_diagnoses(stay));
    stay.section("discharge-orders", "低脂饮食，1个月后门诊复查。");
  });
}

void write_death_records(RandomStay& stay) {
  const std::string_view by = stay.last_resident();
  const int day = stay.days;
  const Time done =
      stay.wrong("timeliness-death-record-24h") ? stay.at(day + 1, 15) : stay.at(day, 12);
  stay.document({"e1", "death-record", stay.at(day, 11), "resident", by, done}, [&] {
    stay.section("admission-condition", "右上腹隐痛3天入院，右上腹轻压痛。");
    stay.section("admission-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
    stay.section("treatment-course",
                 std::string("入院后完善检查及治疗，今日突发恶性心律失常死亡。") +
                     std::string(pathology_told(stay)));
    stay.section("death-time", to_iso(stay.at(day, 10)).substr(0, 10) + " 10:00");
    stay.section("death-cause", "恶性心律失常致循环衰竭。");
    stay.section("death-diagnosis", final_diagnoses(stay));
  });
  const Time held = stay.at(day + (stay.wrong("timeliness-death-discussion-7d") ? 9 : 2), 15);
  stay.document({"ed", "death-case-discussion", held, "recorder", by, held}, [&] {
    stay.section("discussion-opinion", "主治医师：死亡原因明确，诊治及时。");
    stay.section("discussion-summary", "诊断明确，治疗符合规范，今后加强心电监测。");
  });
}

}  // namespace

// Rounds by turns, so that each week has three of the attending and two of the chief.
void write_random_round_note(RandomStay& stay, int day, std::string_view text,
                             std::string_view copy) {
  const bool chief = day % 3 == 0;
  const std::string id = "n" + std::to_string(day) + std::string(copy);
  stay.document({id, "senior-round-note", stay.at(day, 9, 10), chief ? "chief" : "attending",
                 chief ? kChief : kAttending, stay.at(day, 10, stay.dice.between(5, 50))},
                [&] { stay.section("round-opinion", text); });
}

void write_random_admission_records(RandomStay& stay) {
  const std::string_view by = stay.first_resident();
  const Time first = stay.wrong("timeliness-first-progress-note-8h")
                         ? stay.at(0, 17, 40)
                         : stay.at(0, stay.dice.between(11, 15));
  stay.document({"d1", "first-progress-note", stay.at(0, 11), "resident", by, first}, [&] {
    stay.section("case-features",
                 stay.wrong("duplication-first-note-vs-hpi") ? stay.history : stay.features);
    stay.section("diagnosis-basis",
                 std::string(stay.wrong("duplication-reasoning-vs-features") ? stay.features : "") +
                     std::string(kBasis));
    stay.section("differential-diagnosis", "与消化性溃疡、急性胰腺炎鉴别。");
    stay.section("treatment-plan", kFirstPlan);
  });
  const Time record = stay.wrong("timeliness-admission-record-24h")
                          ? stay.at(1, 13)
                          : stay.at(0, stay.dice.between(13, 20));
  stay.document({"d2", "admission-record", stay.at(0, 12), "resident", by, record}, [&] {
    stay.section("narrator", "患者本人");
    stay.section("chief-complaint", "右上腹隐痛3天。");
    stay.section("present-illness", stay.history);
    stay.section("past-history", "高血压病5年，口服降压药。否认传染病史、手术外伤史、输血史。");
    stay.section("allergy", stay.wrong("medication-allergy-conflict")
                                ? "对布洛芬过敏，否认食物过敏史。"
                                : "否认食物、药物过敏史。");
    stay.section("personal-history", "久居本地，无烟酒嗜好，否认毒物接触史。");
    stay.section("marital-history", "适龄结婚，配偶体健，育1子。");
    if (stay.female) stay.section("menstrual-history", "初潮13岁，周期28天，现已规律。");
    stay.section("family-history", "父母体健，否认遗传病史。");
    stay.exam = stay.told(exam_text);
    stay.section("physical-exam", stay.exam);
    stay.section("auxiliary-exam", "本院腹部彩超：胆囊多发结石，壁增厚。");
    stay.section("preliminary-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
  });
}

void write_random_notes(RandomStay& stay) {
  std::string first;
  for (int day = 1; day < stay.days; ++day) {
    const bool critical = stay.rescued && day > stay.condition_day && day <= stay.condition_day + 3;
    std::string text = stay.told([&](Dice& dice) { return note_text(dice, day, critical); });
    const bool seen = stay.surgery_day > 0 && day == stay.surgery_day + 1;
    if (seen) text += "术者查看患者，切口无渗出。";
    if (day == stay.surgery_day + 2) text += pathology_told(stay);
    if (day == 1 && stay.wrong("duplication-consecutive-round")) {
      text = stay.features + std::string(kBasis) + std::string(kFirstPlan) + "分析病情平稳。";
    }
    if (day == 1) text = behind_day(text, miscopied_words(stay.miscopied(), false));
    if (day == 1) first = text;
    if (day == 2 && stay.wrong("coding-unspecified")) text += "胸部CT示支气管肺炎，予止咳化痰。";
    if (day == 2 && stay.endoscopy) text += "胃镜检查提示慢性非萎缩性胃炎。";
    if (day == stay.days - 1 && stay.wrong("duplication-progress-notes")) {
      text = first;
      // What is copied tells of a stable patient.
      if (critical) stay.defects.insert("consistency-condition-order-text");
    }
    if (day == stay.days - 1 && stay.wrong("duplication-copy-error")) {
      text = with_copied(text, first, stay.miscopied());
    }
    const bool treated = day == 3 && stay.infected;
    if (treated && !stay.wrong("medication-antibiotic-note")) text += "今起予抗菌药物抗感染治疗。";
    write_random_round_note(stay, day, text);
    if (day == 1 && stay.wrong("duplication-document-twice"))
      write_random_round_note(stay, day, text, "b");
    if (seen && stay.surgeon() == kAttending) write_surgeon_note(stay, day);
  }
}

void write_random_end_records(RandomStay& stay) {
  stay.died ? write_death_records(stay) : write_discharge_record(stay);
  write_random_last_sheets(stay, "胆囊结石伴慢性胆囊炎");
}

void write_random_last_sheets(RandomStay& stay, std::string_view principal) {
  const std::string_view by = stay.last_resident();
  const int day = stay.days;
  stay.document({"e2", "front-page", stay.at(day, 13), "resident", by, stay.at(day, 14)}, [&] {
    stay.section("discharge-diagnosis", "主要诊断：" + std::string(principal));
  });
  stay.document(
      {"e3", "vital-signs-record", stay.at(day, 8, 30), "nurse", kScrubNurse, stay.at(day, 8, 40)},
      [&] { stay.section("vital-signs", "住院期间逐日测量体温、脉搏、呼吸、血压。"); });
  stay.document({"e4", "inpatient-orders", stay.at(day, 8, 50), "resident", by, stay.at(day, 9)},
                [&] { stay.section("orders", "医嘱见医嘱数据。"); });
}

}  // namespace emrlint
