// SPDX-License-Identifier: Apache-2.0
#include <initializer_list>
#include <string>
#include <string_view>

#include "generator/random_parts.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

// What a section of such a record holds in this stay.
std::string text_of(RandomStay& stay, std::string_view type, std::string_view section) {
  if (section == "procedure-name" || section == "planned-procedure") {
    return std::string(stay.procedure());
  }
  if (type == "pacu-record") {
    return "10时45分由手术室转入复苏室，呼吸循环平稳；11时15分Steward评分6分，转出送返病房。";
  }
  if (section == "implants") return "胆道支架1枚，条形码06900000000017。";
  std::string text = stay.told([&](Dice& dice) { return surgical_text(dice, section); });
  const bool told = section == "findings-and-handling" || section == "postop-measures";
  if (told && stay.implanted) text += "放置胆道支架1枚。";
  return text;
}

int level_of(const RandomStay& stay) {
  if (stay.wrong("periop-level-matches-catalogue")) return 2;
  return stay.level4 ? 4 : 3;
}

std::string_view ultrasound_code(const RandomStay& stay) {
  if (stay.wrong("coding-proc-format")) return "8876.01";
  if (stay.wrong("coding-proc-not-in-table")) return "88.7609";
  return stay.wrong("coding-proc-name-mismatch") ? "88.7500" : "88.7601";
}

// A record of the surgery, complete when it is recorded.
void record(RandomStay& stay, std::string_view id, std::string_view type, const Time& when,
            std::string_view role, std::string_view by,
            std::initializer_list<std::string_view> sections) {
  stay.document({id, type, when, role, by, when, kSurgery}, [&] {
    for (const std::string_view name : sections) {
      stay.section(name, text_of(stay, type, name));
    }
  });
}

}  // namespace

// The codes stand in fixtures/hospital/icd-9-cm-3.csv, but for those that are wrong.
void write_random_procedures(RandomStay& stay) {
  bool first = true;
  const auto row = [&](std::string_view id, std::string_view code, std::string_view name,
                       const Time& when) {
    stay.json.text("id", id);
    stay.json.text("code", code);
    stay.json.text("name", name);
    stay.time("at", when);
    if (first) stay.json.flag("principal", true);
    first = false;
  };
  const auto operation = [&] {
    const bool other = stay.wrong("coding-principal-surgery-mismatch");
    const std::string_view code = stay.level4 ? "51.2300x002" : "51.2300";
    row("f1", other ? "53.0000" : code, other ? "单侧腹股沟疝修补术" : stay.procedure(),
        stay.at(stay.surgery_day, 9));
    stay.json.text("by", stay.surgeon());
    if (other) return;  // Its level would be wanted too.
    if (!stay.wrong("coding-surgery-level-in-frontpage")) {
      stay.json.integer("level", level_of(stay));
    }
    stay.json.text("incision", "II");
    stay.json.text("healing", "甲");
  };
  const auto examination = [&] { row("u1", ultrasound_code(stay), "胆囊超声检查", stay.at(1, 8)); };
  const auto plain = [&](std::string_view id, std::string_view code, std::string_view name,
                         int hour) {
    stay.json.object([&] { row(id, code, name, stay.at(1, hour)); });
  };
  stay.json.array("procedures", [&] {
    const bool wrong = stay.wrong("coding-procedure-order");
    // Chemotherapy, and nothing that explains more.
    if (stay.wrong("coding-principal-neoplasm-therapy")) {
      plain("u2", "99.2500", "静脉注射化疗药物", 10);
    }
    if (wrong && stay.surgery_day > 0) stay.json.object(examination);
    if (stay.surgery_day > 0) stay.json.object(operation);
    if (!wrong || stay.surgery_day == 0) stay.json.object(examination);
    if (wrong && stay.surgery_day == 0) plain("u4", "93.9400", "雾化吸入治疗", 9);
    if (stay.endoscopy && !stay.wrong("coding-procedure-omitted")) {
      stay.json.object([&] {
        row("f2", "44.1300x001", "胃镜检查", stay.at(1, 9));
        stay.json.integer("level", 1);
      });
    }
    if (!stay.wrong("coding-proc-sex-conflict")) return;
    stay.female ? plain("u3", "60.9200", "前列腺注射", 10)
                : plain("u3", "70.2100", "阴道镜检查", 10);
  });
}

void write_random_surgery(RandomStay& stay) {
  const int d = stay.surgery_day;
  stay.json.array("surgeries", [&] {
    stay.json.object([&] {
      stay.json.text("id", "s1");
      stay.json.text("code", stay.level4 ? "51.2300x002" : "51.2300");
      stay.json.text("name", stay.procedure());
      stay.json.integer("level", level_of(stay));
      stay.json.text("urgency", stay.emergency ? "emergency" : "elective");
      stay.time("start", stay.at(d, 9));
      stay.time("end", stay.at(d, 10, 10));
      stay.time("left_room", stay.at(d, 10, 40));
      stay.json.text("surgeon", stay.surgeon());
      stay.json.text("planned_surgeon",
                     stay.wrong("periop-surgeon-plan-match") ? stay.assistant() : stay.surgeon());
      stay.json.array("assistants", [&] { stay.json.string(stay.assistant()); });
      stay.json.text("incision", "II");
      stay.json.text("healing", "甲");
      stay.json.text("destination", stay.recovered ? "pacu" : "ward");
      stay.json.object("anesthesia", [&] {
        stay.json.text("kind", "general");
        stay.json.integer("asa", 2);
        stay.json.text("by", kAnesthetist);
        stay.time("start", stay.at(d, 8, 30));
        stay.time("end", stay.at(d, 10, 20));
      });
    });
  });
}

void write_random_checklists(RandomStay& stay) {
  const int d = stay.surgery_day;
  const auto three = [&](const Time& when, bool all = true) {
    stay.json.array("signatures", [&] {
      stay.signature("surgeon", stay.surgeon(), when);
      if (all) stay.signature("anesthetist", kAnesthetist, when);
      stay.signature("circulating-nurse", kCirculatingNurse, when);
    });
  };
  const auto phase = [&](std::string_view name, const Time& when,
                         std::initializer_list<std::string_view> items) {
    stay.json.object([&] {
      stay.json.text("phase", name);
      stay.time("at", when);
      const bool last = name == "before-leaving";
      three(when, !last || !stay.wrong("periop-safety-checklist-signatures"));
      stay.json.array("items", [&] {
        for (const std::string_view item : items) stay.json.string(item);
      });
    });
  };
  const auto item = [&](std::string_view name, std::string_view value) {
    stay.json.object([&] {
      stay.json.text("name", name);
      stay.json.text("value", value);
    });
  };
  stay.json.array("checklists", [&] {
    if (!stay.wrong("periop-risk-assessment-form")) {
      stay.json.object([&] {
        stay.json.text("id", "c2");
        stay.json.text("kind", "surgical-risk");
        stay.json.array("about", [&] { stay.json.string(kSurgery); });
        stay.time("at", stay.at(d, 8, 50));
        three(stay.at(d, 8, 50));
        stay.json.array("items", [&] {
          item("切口清洁程度", "Ⅱ类");
          item("ASA分级", "Ⅱ级");
          item("手术持续时间", "≤3小时");
          item("NNIS分级", stay.wrong("periop-risk-assessment-consistent") ? "2" : "0");
        });
      });
    }
    if (stay.wrong("periop-safety-checklist")) return;
    stay.json.object([&] {
      stay.json.text("id", "c1");
      stay.json.text("kind", "surgical-safety");
      stay.json.array("about", [&] { stay.json.string(kSurgery); });
      stay.json.array("phases", [&] {
        phase("before-anesthesia", stay.at(d, 8, 25),
              {"患者身份", "手术部位与标识", "手术方式", "知情同意", "麻醉设备", "过敏史"});
        if (!stay.wrong("periop-safety-checklist-phases"))
          phase("before-incision", stay.at(d, 8, 57), {"患者身份", "手术部位", "手术风险预警"});
        phase("before-leaving", stay.at(d, 10, 15),
              {"实际手术方式", stay.wrong("periop-safety-checklist-content") ? "管路" : "物品清点",
               "标本", "去向"});
      });
    });
  });
}

void write_random_surgery_records(RandomStay& stay) {
  const int d = stay.surgery_day;
  record(stay, "p1", "preop-assessment-form", stay.at(d - 1, 12), "resident", kResident,
         {"general-state", "disease-severity", "organ-function", "medication-history",
          "coagulation", "psychological-state", "nutritional-state"});
  record(stay, "p2", "preop-discussion", stay.at(d - 1, 14), "recorder", kResident,
         {"preop-preparation", "surgical-indication", "contraindication", "surgical-plan",
          "expected-effect", "surgical-risk", "contingency-plan", "discussion-opinion",
          "discussion-summary"});
  record(stay, "p3", "preop-summary", stay.at(d - 1, 15), "resident", kResident,
         {"case-summary", "preop-diagnosis", "surgical-indication", "planned-procedure",
          "planned-anesthesia", "precautions", "surgeon-visit"});
  const int consented = stay.wrong("periop-preop-discussion-first") ? 13 : 16;
  record(stay, "p4", "operation-consent", stay.at(d - 1, consented), "attending", kAttending,
         {"preop-diagnosis", "planned-procedure", "surgical-risk", "patient-opinion"});
  record(stay, "p5", "anesthesia-consent",
         stay.wrong("consent-before-event") ? stay.at(d, 8, 45) : stay.at(d - 1, 17), "anesthetist",
         kAnesthetist,
         {"preop-diagnosis", "planned-procedure", "planned-anesthesia", "risk", "patient-opinion"});
  record(stay, "p6", "anesthesia-preop-visit", stay.at(d - 1, 17, 10), "anesthetist", kAnesthetist,
         {"general-state", "asa", "planned-anesthesia"});
  record(stay, "p7", "anesthesia-record", stay.at(d, 10, 45), "anesthetist", kAnesthetist,
         {"preop-diagnosis", "intraop-diagnosis", "asa", "anesthesia-method", "anesthesia-course"});
  record(stay, "p8", "operation-record",
         stay.wrong("timeliness-operation-record-24h") ? stay.at(d + 1, 14) : stay.at(d, 13),
         "surgeon", stay.surgeon(),
         {"preop-diagnosis", "intraop-diagnosis", "procedure-name", "anesthesia-method",
          "operation-course", "findings-and-handling"});
  record(stay, "p9", "surgical-count", stay.at(d, 10, 12), "circulating-nurse", kCirculatingNurse,
         {"instrument-count"});
  record(stay, "pa", "postop-first-note", stay.at(d, 11), "surgeon", stay.surgeon(),
         {"intraop-diagnosis", "anesthesia-method", "procedure-name", "operation-course",
          "postop-measures", "precautions"});
  record(stay, "pb", "anesthesia-postop-visit", stay.at(d + 1, 8), "anesthetist", kAnesthetist,
         {"anesthesia-recovery"});
  record(stay, "pc", "transfer-handover", stay.at(d, 10, 45), "surgeon", stay.surgeon(),
         {"postop-handover"});
  if (stay.recovered) {
    record(stay, "pd", "pacu-record", stay.at(d, 11, 20), "anesthetist", kAnesthetist,
           {"anesthesia-recovery"});
  }
  if (stay.implanted) {
    record(stay, "pe", "high-value-consumable-record", stay.at(d, 10, 20), "circulating-nurse",
           kCirculatingNurse, {"implants"});
  }
  if (stay.emergency) {
    record(stay, "ph", "emergency-prep-list", stay.at(d, 8), "nurse", kScrubNurse,
           {"preop-preparation"});
  }
  if (!stay.level4) return;
  record(stay, "pf", "level4-mdt", stay.at(d - 1, 13, 30), "recorder", kResident,
         {"case-summary", "surgical-indication", "surgical-plan", "expected-effect",
          "perioperative-plan", "surgical-risk", "contingency-plan", "discussion-opinion",
          "discussion-summary"});
  const int handed = stay.wrong("periop-level4-bedside-handover") ? d + 2 : d;
  record(stay, "pg", "bedside-handover", stay.at(handed, 8), "outgoing", kAttending,
         {"postop-handover"});
}

}  // namespace emrlint
