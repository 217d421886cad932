// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "generator/random_parts.h"

namespace emrlint {
namespace {

void write_condition(RandomStay& stay) {
  const int day = stay.condition_day;
  stay.json.array("conditions", [&] {
    stay.json.object([&] {
      stay.json.text("id", "w1");
      stay.json.text("severity", stay.rescued ? "critical" : "serious");
      stay.time("start", stay.at(day, 20, 10));
      stay.time("stop", stay.at(std::min(day + 3, stay.days - 1), 18));
    });
  });
}

void write_rescue(RandomStay& stay) {
  stay.json.array("rescues", [&] {
    stay.json.object([&] {
      stay.json.text("id", "q1");
      stay.time("start", stay.at(stay.condition_day, 20, 15));
      stay.time("end", stay.at(stay.condition_day, 20, 50));
    });
  });
}

void write_transfer(RandomStay& stay) {
  stay.json.array("transfers", [&] {
    stay.json.object([&] {
      stay.json.text("id", "t1");
      stay.time("at", stay.at(1, 11));
      stay.json.text("from", "消化内科");
      stay.json.text("to", "普通外科");
    });
  });
}

void write_handover(RandomStay& stay) {
  stay.json.array("handovers", [&] {
    stay.json.object([&] {
      stay.json.text("id", "h1");
      stay.time("at", stay.at(3, 8));
      stay.json.text("from", kResident);
      stay.json.text("to", kSecondResident);
    });
  });
}

void write_transfusion(RandomStay& stay) {
  const int day = stay.transfusion_day();
  stay.json.array("transfusions", [&] {
    stay.json.object([&] {
      stay.json.text("id", "b1");
      stay.time("start", stay.at(day, 15));
      stay.time("end", stay.at(day, 16, 30));
      stay.json.text("product", "红细胞悬液");
      stay.json.text("volume", std::to_string(stay.dice.between(1, 4)));
      stay.json.text("unit", "U");
    });
  });
}

void write_critical_value(RandomStay& stay) {
  stay.json.array("critical_values", [&] {
    stay.json.object([&] {
      stay.json.text("id", "v1");
      stay.json.text("name", "血钾");
      stay.json.text("value", "6." + std::to_string(stay.dice.between(31, 89)));
      stay.json.text("unit", "mmol/L");
      stay.time("reported", stay.at(1, 11, 20));
      stay.time("received", stay.at(1, 11, 25));
      const int handled = stay.dice.between(30, 55);
      const bool early = stay.wrong("process-critical-value-time-order");
      const bool late = stay.wrong("timeliness-critical-value-same-day");
      stay.time("handled", late ? stay.at(2, 9) : stay.at(1, 11, early ? 0 : handled));
    });
  });
}

// When the consultant came: within a day of the request.
int consultation_day(const RandomStay& stay) {
  return stay.wrong("timeliness-consult-routine-24h") ? 2 : 1;
}

void write_consultation(RandomStay& stay) {
  const int day = consultation_day(stay);
  stay.json.array("consultations", [&] {
    stay.json.object([&] {
      stay.json.text("id", "g1");
      stay.json.text("kind", stay.outside ? "external" : "routine");
      stay.time("requested", stay.at(1, 13));
      stay.time("arrived", stay.at(day, 16));
      stay.time("done", stay.at(day, 16, 20));
      stay.json.text("from_department", "普通外科");
      stay.json.text("department", "心血管内科");
      stay.json.text("consultant", kCardiologist);
    });
  });
}

void write_notice(RandomStay& stay) {
  const int day = stay.condition_day;
  const Time given =
      stay.wrong("timeliness-critical-notice") ? stay.at(day + 1, 9) : stay.at(day, 20, 30);
  stay.document(
      {"k1", "critical-condition-notice", stay.at(day, 20, 20), "attending", kAttending, given},
      [&] {
        stay.section("condition-summary",
                     "诊断为胆囊结石伴急性胆囊炎，突发血压下降，病情危重，随时可能恶化。");
        stay.section("notice-content", "已告知病情、治疗措施及预后，表示理解。");
      });
}

void write_rescue_record(RandomStay& stay) {
  const int day = stay.condition_day;
  const Time done =
      stay.wrong("timeliness-rescue-record-6h") ? stay.at(day + 1, 6) : stay.at(day, 22, 20);
  const std::string volume = std::to_string(50 * stay.dice.between(6, 20));
  stay.document(
      {"k2", "rescue-record", stay.at(day, 22), "resident", kResident, done, "rescues/q1"}, [&] {
        stay.section("condition-change", "20时10分突发血压70/40mmHg，心率132次/分，神志淡漠。");
        stay.section("rescue-measures", "20时15分起吸氧、快速补液" + volume +
                                            "ml，去甲肾上腺素泵入，20时50分血压回升至105/65mmHg。"
                                            "（抢救结束后补记）");
        stay.section("rescue-participants", "主任医师、主治医师、住院医师及护士各一名。");
      });
}

// What both sides of a transfer and of a handover write; gives how the patient is. `as_before` is
// what stands there instead.
std::string write_summary(RandomStay& stay, std::string_view as_before = {}) {
  stay.section("chief-complaint", "右上腹隐痛3天。");
  stay.section("admission-condition", "右上腹轻压痛，无肌紧张，生命体征平稳。");
  stay.section("admission-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
  stay.section("treatment-course", stay.told(course_text));
  const std::string found = stay.told(condition_text);
  stay.section("current-condition", as_before.empty() ? found : as_before);
  stay.section("current-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
  return found;
}

void write_transfer_records(RandomStay& stay) {
  const Time left =
      stay.wrong("timeliness-transfer-out-before") ? stay.at(1, 12, 30) : stay.at(1, 10, 50);
  stay.document(
      {"t1o", "transfer-record", stay.at(1, 10, 20), "resident", kInternist, left, "transfers/t1"},
      [&] {
        write_summary(stay);
        stay.section("transfer-purpose", "转普通外科评估手术治疗，注意腹部体征变化。");
      });
  const Time arrived = stay.wrong("timeliness-transfer-in-24h") ? stay.at(2, 13) : stay.at(1, 15);
  stay.document({"t1i", "transfer-record", stay.at(1, 13, 30), "resident", kResident, arrived,
                 "transfers/t1"},
                [&] {
                  write_summary(stay);
                  stay.section("transfer-in-plan", "继续抗感染补液，完善检查，评估手术时机。");
                });
}

constexpr std::string_view kPrecautions = "注意体温、腹部体征和血压变化。";

void write_handover_records(RandomStay& stay) {
  const bool cloned = stay.wrong("duplication-handover-transfer");
  std::string found;
  const Time given =
      stay.wrong("timeliness-handover-out-before") ? stay.at(3, 10) : stay.at(3, 7, 40);
  stay.document(
      {"h1o", "handover-record", stay.at(3, 7, 20), "outgoing", kResident, given, "handovers/h1"},
      [&] {
        found = write_summary(stay);
        stay.section("precautions", kPrecautions);
      });
  const Time taken = stay.wrong("timeliness-handover-in-24h") ? stay.at(4, 12) : stay.at(3, 15);
  stay.document({"h1i", "handover-record", stay.at(3, 14, 30), "incoming", kSecondResident, taken,
                 "handovers/h1"},
                [&] {
                  write_summary(stay, cloned ? found : "");
                  stay.section("handover-plan",
                               cloned ? kPrecautions : "继续目前治疗，复查血常规和肝肾功能。");
                });
}

void write_transfusion_records(RandomStay& stay) {
  const int day = stay.transfusion_day();
  const Time agreed = stay.at(day, 14, 10);
  stay.document(
      {"b1c", "transfusion-consent", stay.at(day, 14), "attending", kAttending, agreed}, [&] {
        stay.section("transfusion-indication",
                     "诊断：胆囊结石，贫血。血红蛋白低于70g/L，活动后心悸。拟输红细胞悬液，血型"
                     "及乙肝、丙肝、HIV、梅毒检查已完成。");
        stay.section("risk", "发热、过敏、溶血等输血反应及感染风险已告知。");
        stay.section("patient-opinion", "同意输血。");
      });
  stay.document({"b1r", "transfusion-record", stay.at(day, 16, 50), "attending", kAttending,
                 stay.at(day, 17), "transfusions/b1"},
                [&] {
                  stay.section("transfusion-course", "15时至16时30分输红细胞悬液，过程顺利。");
                  stay.section("transfusion-reaction", "无输血反应。");
                });
}

void write_nursing_record(RandomStay& stay) {
  const int day = stay.condition_day;
  stay.document(
      {"k9", "critical-nursing-record", stay.at(day, 21), "nurse", kScrubNurse,
       stay.at(day, 21, 30)},
      [&] { stay.section("nursing-record", "每2小时测量生命体征，记录出入量，神志清。"); });
}

void write_critical_value_note(RandomStay& stay) {
  stay.document(
      {"v1n", "progress-note", stay.at(1, 12, 10), "attending", kAttending, stay.at(1, 12, 20)},
      [&] {
        stay.section(
            "course",
            "11时25分接检验科危急值报告：血钾明显升高。考虑与补钾及肾脏排泄减少有关，有心律失常"
            "风险，立即停用含钾液体，予葡萄糖酸钙静推、葡萄糖加胰岛素静滴，复查血钾降至正常。");
      });
}

void write_bedside_handover(RandomStay& stay) {
  const int day = stay.condition_day;
  stay.document({"k8", "bedside-handover", stay.at(day, 22, 30), "outgoing", kAttending,
                 stay.at(day, 22, 40)},
                [&] { stay.section("postop-handover", "病危患者床旁交接班，注意血压和尿量。"); });
}

void write_consultation_records(RandomStay& stay) {
  const int day = consultation_day(stay);
  stay.document({"g1r", "consultation-record", stay.at(day, 16, 10), "consultant", kCardiologist,
                 stay.at(day, 16, 30), "consultations/g1"},
                [&] {
                  const bool named = stay.outside && !stay.wrong("process-consult-external");
                  stay.section("consultation-reason",
                               std::string(named ? "请示例市第二医院会诊：" : "") +
                                   "高血压病5年，血压控制欠佳，请协助调整降压方案。");
                  stay.section("consultation-opinion",
                               "心律齐，无杂音。建议继续口服降压药，监测血压，完善心电图。");
                });
  if (stay.wrong("process-consult-follow-through")) return;
  stay.document(
      {"g1n", "progress-note", stay.at(3, 11), "attending", kAttending, stay.at(3, 11, 20)},
      [&] { stay.section("course", "已按心血管内科会诊意见执行，血压控制满意，继续监测。"); });
}

void write_difficult_case(RandomStay& stay) {
  std::string opinions = "主治医师：建议完善检查，评估手术时机。";
  if (stay.wrong("duplication-discussion-minutes")) {
    const std::string opinion = stay.told(course_text);
    opinions = "主治医师：" + opinion + "副主任医师：" + opinion;
  }
  stay.document({"x1", "difficult-case-discussion", stay.at(1, 15), "recorder", kResident,
                 stay.at(1, 15, 40)},
                [&] {
                  stay.section("case-summary", "右上腹隐痛3天，合并高血压病，治疗方案需讨论。");
                  stay.section("discussion-opinion", opinions);
                  stay.section("discussion-summary", "同意上述意见，按计划诊治。");
                });
}

void write_endoscopy_consent(RandomStay& stay) {
  stay.document({"gc", "special-procedure-consent", stay.at(0, 16, 10), "attending", kAttending,
                 stay.at(0, 16, 20)},
                [&] {
                  stay.section("procedure-name", "电子胃镜检查，目的是明确上腹痛的原因。");
                  stay.section("risk", "出血、穿孔、心脑血管意外等并发症及风险已告知。");
                  stay.section("patient-opinion", "已了解上述内容，同意。");
                });
}

}  // namespace

void write_random_events(RandomStay& stay) {
  if (stay.condition_day > 0) write_condition(stay);
  if (stay.transferred) write_transfer(stay);
  if (stay.handed_over) write_handover(stay);
  if (stay.rescued) write_rescue(stay);
  if (stay.transfused) write_transfusion(stay);
  if (stay.critical_value) write_critical_value(stay);
  if (stay.consulted) write_consultation(stay);
}

void write_random_event_records(RandomStay& stay) {
  if (stay.condition_day > 0) {
    write_notice(stay);
    write_nursing_record(stay);
  }
  if (stay.rescued) {
    write_rescue_record(stay);
    write_bedside_handover(stay);
  }
  if (stay.transferred) write_transfer_records(stay);
  if (stay.handed_over) write_handover_records(stay);
  if (stay.transfused) write_transfusion_records(stay);
  if (stay.critical_value) write_critical_value_note(stay);
  if (stay.consulted) write_consultation_records(stay);
  if (stay.discussed) write_difficult_case(stay);
  if (stay.endoscopy) write_endoscopy_consent(stay);
}

}  // namespace emrlint
