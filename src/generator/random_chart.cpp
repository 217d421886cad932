// SPDX-License-Identifier: Apache-2.0
#include "generator/random_chart.h"

#include <chrono>
#include <set>
#include <string_view>

#include "base/time.h"
#include "generator/json_text.h"
#include "generator/random_care.h"
#include "generator/random_text.h"

namespace emrlint {
namespace {

using Minutes = std::chrono::minutes;
using Hours = std::chrono::hours;

// What can be made wrong; each is one finding of the check it is named after.
constexpr std::string_view kMedical[] = {
    "timeliness-admission-record-24h", "timeliness-first-progress-note-8h",
    "timeliness-discharge-record-24h", "completeness-past-history",
    "completeness-chief-complaint",    "completeness-placeholder-text",
    "duplication-first-note-vs-hpi",   "duplication-progress-notes",
    "coding-dx-sex-conflict",          "coding-dx-format",
    "coding-principal-duplicate",
};
constexpr std::string_view kSurgical[] = {
    "timeliness-operation-record-24h", "periop-preop-discussion",   "periop-safety-checklist",
    "periop-anesthesia-previsit",      "periop-coagulation-result",
};

constexpr std::string_view kResident = "D1", kAttending = "D2", kChief = "D3", kAnesthetist = "D4";

class Writer {
 public:
  Writer(Dice& dice, std::string key, double rate);
  RandomChart write();

 private:
  bool wrong(std::string_view check) const { return defects_.contains(check); }
  Time at(int day, int hour, int minute = 0) const {
    return at_minute(admitted_ + Hours{24 * day} - Hours{9} + Hours{hour} + Minutes{minute});
  }
  void time(std::string_view name, const Time& value) { json_.text(name, to_iso(value)); }
  void signature(std::string_view role, std::string_view by, const Time& when);
  template <typename Sections>
  void document(std::string_view id, std::string_view type, const Time& recorded,
                std::string_view role, std::string_view by, const Time& signed_at,
                Sections sections, bool surgical = false);
  void section(std::string_view type, std::string_view text);

  void people();
  void diagnosis(std::string_view role, std::string_view code, std::string_view name);
  void diagnoses();
  void admission_documents();
  void note(int day);
  void end_documents();
  void surgery();
  void care();
  void checklists();
  void surgery_documents();
  void record(std::string_view id, std::string_view type, const Time& when, std::string_view role,
              std::string_view by, std::initializer_list<std::string_view> sections);

  Dice& dice_;
  JsonText json_;
  std::string key_;
  std::set<std::string_view> defects_;
  Instant admitted_;
  int days_;
  int surgery_day_ = 0;  // 0: none
  bool female_;
  std::string patient_, history_, repeated_;
};

Writer::Writer(Dice& dice, std::string key, double rate) : dice_(dice), key_(std::move(key)) {
  using std::chrono::sys_days;
  // 09:00 hospital time of some day of 2024.
  admitted_ = sys_days{std::chrono::year{2024} / 1 / 1} + Hours{24 * dice.between(0, 300) + 1};
  days_ = dice.between(4, 20);
  if (dice.chance(0.5)) surgery_day_ = 2;
  female_ = dice.chance(0.5);
  patient_ = person_name(dice);
  history_ = history_text(dice);
  for (const std::string_view check : kMedical) {
    if (dice.chance(rate)) defects_.insert(check);
  }
  for (const std::string_view check : kSurgical) {
    if (dice.chance(rate) && surgery_day_ > 0) defects_.insert(check);
  }
}

void Writer::signature(std::string_view role, std::string_view by, const Time& when) {
  json_.object([&] {
    json_.text("role", role);
    if (role == "patient") {
      json_.object("by", [&] { json_.text("name", patient_); });
    } else {
      json_.text("by", by);
    }
    time("at", when);
  });
}

void Writer::section(std::string_view type, std::string_view text) {
  json_.object([&] {
    json_.text("type", type);
    json_.text("text", text);
  });
}

template <typename Sections>
void Writer::document(std::string_view id, std::string_view type, const Time& recorded,
                      std::string_view role, std::string_view by, const Time& signed_at,
                      Sections sections, bool surgical) {
  json_.object([&] {
    json_.text("id", id);
    json_.text("type", type);
    time("recorded", recorded);
    json_.text("author", by);
    if (surgical) json_.array("about", [&] { json_.string("surgeries/s1"); });
    if (type == "preop-discussion") time("held", recorded);
    json_.array("participants", [&] {
      json_.object([&] {
        json_.text("role", role);
        json_.text("by", by);
      });
      if (!surgical) return;
      for (const char* const as : {"host", "surgeon"}) {
        json_.object([&] {
          json_.text("role", as);
          json_.text("by", kChief);
        });
      }
    });
    json_.array("signatures", [&] {
      signature(role, by, signed_at);
      if (type == "preop-discussion") signature("host", kChief, signed_at);
      if (type == "preop-summary") signature("surgeon", kChief, signed_at);
      if (type == "surgical-count") signature("scrub-nurse", "N2", signed_at);
      if (type.ends_with("consent")) signature("patient", "", signed_at);
    });
    json_.array("sections", sections);
  });
}

void Writer::people() {
  json_.object("institution", [&] { json_.text("name", "示例市第一医院"); });
  json_.object("patient", [&] {
    json_.text("id", "P" + key_);
    json_.text("name", patient_);
    json_.text("sex", female_ ? "female" : "male");
    json_.text("birth", "19" + std::to_string(dice_.between(45, 89)) + "-06-15");
  });
  json_.object("encounter", [&] {
    json_.text("id", key_);
    json_.text("kind", "inpatient");
    time("admitted", at(0, 9));
    time("discharged", at(days_, 10));
    json_.text("disposition", "home");
    json_.text("department", "普通外科");
    json_.text("ward", "一病区");
    json_.text("bed", std::to_string(dice_.between(1, 60)));
    json_.text("attending", kAttending);
    time("archived", at(days_ + 1, 16));
  });
  const struct {
    std::string_view id, title, department;
  } kStaff[] = {{kResident, "resident", "普通外科"}, {kAttending, "attending", "普通外科"},
                {kChief, "chief", "普通外科"},       {kAnesthetist, "attending", "麻醉科"},
                {"N1", "nurse", "手术室"},           {"N2", "nurse", "手术室"}};
  json_.array("staff", [&] {
    for (const auto& one : kStaff) {
      json_.object([&] {
        json_.text("id", one.id);
        json_.text("name", person_name(dice_) + std::string(one.id));
        json_.text("title", one.title);
        json_.text("department", one.department);
        json_.flag("licensed", true);
      });
    }
  });
}

void Writer::diagnosis(std::string_view role, std::string_view code, std::string_view name) {
  json_.object([&] {
    json_.text("role", role);
    json_.text("code", code);
    json_.text("name", name);
    json_.text("on_admission", "yes");
  });
}

void Writer::diagnoses() {
  json_.array("diagnoses", [&] {
    diagnosis("admission", "K80.100", "胆囊结石伴慢性胆囊炎");
    diagnosis("discharge-principal", "K80.100", "胆囊结石伴慢性胆囊炎");
    diagnosis("discharge-other", wrong("coding-dx-format") ? "高血压" : "I10.x00", "高血压病");
    if (wrong("coding-principal-duplicate")) {
      diagnosis("discharge-other", "K80.100", "胆囊结石伴胆囊炎");
    }
    if (wrong("coding-dx-sex-conflict")) {
      female_ ? diagnosis("discharge-other", "N40.x00", "前列腺增生")
              : diagnosis("discharge-other", "N80.900", "子宫内膜异位症");
    }
  });
}

void Writer::admission_documents() {
  const Time first =
      wrong("timeliness-first-progress-note-8h") ? at(0, 17, 40) : at(0, dice_.between(11, 15));
  document("d1", "first-progress-note", at(0, 11), "resident", kResident, first, [&] {
    section("case-features",
            wrong("duplication-first-note-vs-hpi") ? history_ : features_text(dice_));
    section("diagnosis-basis", "病史、体征和影像学检查支持胆囊结石伴慢性胆囊炎诊断。");
    section("differential-diagnosis", "与消化性溃疡、急性胰腺炎鉴别。");
    section("treatment-plan", "完善肝肾功能、凝血功能、腹部彩超，抗感染补液，择期手术评估。");
  });
  const Time record =
      wrong("timeliness-admission-record-24h") ? at(1, 13) : at(0, dice_.between(13, 20));
  document("d2", "admission-record", at(0, 12), "resident", kResident, record, [&] {
    section("narrator", "患者本人");
    section("chief-complaint", wrong("completeness-chief-complaint") ? " " : "右上腹隐痛3天。");
    section("present-illness", history_);
    if (!wrong("completeness-past-history")) {
      section("past-history", "高血压病5年，口服降压药。否认传染病史、手术外伤史、输血史。");
    }
    section("allergy", "否认食物、药物过敏史。");
    section("personal-history", "久居本地，无烟酒嗜好，否认毒物接触史。");
    section("marital-history", "适龄结婚，配偶体健，育1子。");
    if (female_) section("menstrual-history", "初潮13岁，周期28天，现已规律。");
    section("family-history", "父母体健，否认遗传病史。");
    section("physical-exam", exam_text(dice_));
    section("auxiliary-exam", "本院腹部彩超：胆囊多发结石，壁增厚。");
    section("preliminary-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
  });
}

// Rounds by turns, so that each week has three of the attending and two of the chief.
void Writer::note(int day) {
  const bool chief = day % 3 == 0;
  std::string text = note_text(dice_, day);
  if (surgery_day_ > 0 && day == surgery_day_ + 1) text += "术者查看患者，切口无渗出。";
  if (day == 1) repeated_ = text;
  if (day == days_ - 1 && wrong("duplication-progress-notes")) text = repeated_;
  const std::string_view by = chief ? kChief : kAttending;
  document("n" + std::to_string(day), "senior-round-note", at(day, 9, 10),
           chief ? "chief" : "attending", by, at(day, 10, dice_.between(5, 50)),
           [&] { section("round-opinion", text); });
}

void Writer::end_documents() {
  const Time done = wrong("timeliness-discharge-record-24h") ? at(days_ + 1, 15) : at(days_, 12);
  document("e1", "discharge-record", at(days_, 11), "resident", kResident, done, [&] {
    section("admission-condition", "右上腹隐痛3天入院，右上腹轻压痛。");
    section("admission-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
    section("treatment-course",
            "入院后完善检查，经治疗后好转，住院" + std::to_string(days_) + "天。");
    section("discharge-condition", "一般情况好，无腹痛、发热。");
    section("discharge-diagnosis", "1.胆囊结石伴慢性胆囊炎 2.高血压病");
    section("discharge-orders", wrong("completeness-placeholder-text")
                                    ? "低脂饮食，[未填写]门诊复查。"
                                    : "低脂饮食，1个月后门诊复查。");
  });
  document("e2", "front-page", at(days_, 13), "resident", kResident, at(days_, 14),
           [&] { section("discharge-diagnosis", "主要诊断：胆囊结石伴慢性胆囊炎"); });
}

void Writer::record(std::string_view id, std::string_view type, const Time& when,
                    std::string_view role, std::string_view by,
                    std::initializer_list<std::string_view> sections) {
  document(
      id, type, when, role, by, when,
      [&] {
        for (const std::string_view name : sections) {
          section(name, surgical_text(dice_, name));
        }
      },
      true);
}

void Writer::surgery() {
  const int d = surgery_day_;
  json_.array("surgeries", [&] {
    json_.object([&] {
      json_.text("id", "s1");
      json_.text("code", "51.2300");
      json_.text("name", "腹腔镜下胆囊切除术");
      json_.integer("level", 3);
      json_.text("urgency", "elective");
      time("start", at(d, 9));
      time("end", at(d, 10, 10));
      time("left_room", at(d, 10, 40));
      json_.text("surgeon", kChief);
      json_.text("planned_surgeon", kChief);
      json_.array("assistants", [&] { json_.string(kAttending); });
      json_.text("incision", "II");
      json_.object("anesthesia", [&] {
        json_.text("kind", "general");
        json_.integer("asa", 2);
        json_.text("by", kAnesthetist);
        time("start", at(d, 8, 30));
        time("end", at(d, 10, 20));
      });
    });
  });
}

void Writer::care() {
  const RandomStay stay{admitted_, days_, kResident, "N2"};
  json_.array("orders", [&] { write_random_orders(json_, dice_, stay); });
  json_.array("observations", [&] { write_random_observations(json_, dice_, stay); });
  json_.array("results", [&] {
    write_random_results(json_, dice_, stay);
    if (surgery_day_ == 0 || wrong("periop-coagulation-result")) return;
    json_.object([&] {
      json_.text("id", "r1");
      json_.text("kind", "lab");
      json_.text("name", "凝血功能");
      time("collected", at(0, 10));
      time("reported", at(0, 13));
      json_.array("items", [&] {
        json_.object([&] {
          json_.text("name", "PT");
          json_.text("value", "11.8");
        });
        json_.object([&] {
          json_.text("name", "APTT");
          json_.text("value", "28.4");
        });
      });
    });
  });
}

void Writer::checklists() {
  const int d = surgery_day_;
  const auto three = [&](const Time& when) {
    json_.array("signatures", [&] {
      signature("surgeon", kChief, when);
      signature("anesthetist", kAnesthetist, when);
      signature("circulating-nurse", "N1", when);
    });
  };
  const auto phase = [&](std::string_view name, const Time& when) {
    json_.object([&] {
      json_.text("phase", name);
      time("at", when);
      three(when);
    });
  };
  json_.array("checklists", [&] {
    json_.object([&] {
      json_.text("id", "c2");
      json_.text("kind", "surgical-risk");
      json_.array("about", [&] { json_.string("surgeries/s1"); });
      time("at", at(d, 8, 50));
      three(at(d, 8, 50));
    });
    if (wrong("periop-safety-checklist")) return;
    json_.object([&] {
      json_.text("id", "c1");
      json_.text("kind", "surgical-safety");
      json_.array("about", [&] { json_.string("surgeries/s1"); });
      json_.array("phases", [&] {
        phase("before-anesthesia", at(d, 8, 25));
        phase("before-incision", at(d, 8, 57));
        phase("before-leaving", at(d, 10, 15));
      });
    });
  });
}

void Writer::surgery_documents() {
  const int d = surgery_day_;
  record("p1", "preop-assessment-form", at(d - 1, 12), "resident", kResident,
         {"general-state", "disease-severity", "organ-function", "medication-history",
          "coagulation", "psychological-state", "nutritional-state"});
  if (!wrong("periop-preop-discussion")) {
    record("p2", "preop-discussion", at(d - 1, 14), "recorder", kResident,
           {"preop-preparation", "surgical-indication", "contraindication", "surgical-plan",
            "expected-effect", "surgical-risk", "contingency-plan", "discussion-opinion",
            "discussion-summary"});
  }
  record("p3", "preop-summary", at(d - 1, 15), "resident", kResident,
         {"case-summary", "preop-diagnosis", "surgical-indication", "planned-procedure",
          "planned-anesthesia", "precautions", "surgeon-visit"});
  record("p4", "operation-consent", at(d - 1, 16), "attending", kAttending,
         {"preop-diagnosis", "planned-procedure", "surgical-risk"});
  record("p5", "anesthesia-consent", at(d - 1, 17), "anesthetist", kAnesthetist, {"risk"});
  if (!wrong("periop-anesthesia-previsit")) {
    record("p6", "anesthesia-preop-visit", at(d - 1, 17, 10), "anesthetist", kAnesthetist,
           {"general-state", "asa", "planned-anesthesia"});
  }
  record("p7", "anesthesia-record", at(d, 10, 45), "anesthetist", kAnesthetist,
         {"asa", "anesthesia-method", "anesthesia-course"});
  record("p8", "operation-record",
         wrong("timeliness-operation-record-24h") ? at(d + 1, 14) : at(d, 13), "surgeon", kChief,
         {"preop-diagnosis", "intraop-diagnosis", "procedure-name", "anesthesia-method",
          "operation-course", "findings-and-handling"});
  record("p9", "surgical-count", at(d, 10, 12), "circulating-nurse", "N1", {"instrument-count"});
  record("pa", "postop-first-note", at(d, 11), "surgeon", kChief,
         {"intraop-diagnosis", "anesthesia-method", "procedure-name", "operation-course",
          "postop-measures", "precautions"});
  record("pb", "anesthesia-postop-visit", at(d + 1, 8), "anesthetist", kAnesthetist,
         {"anesthesia-recovery"});
}

RandomChart Writer::write() {
  json_.object([&] {
    json_.text("format", "emrlint-chart/1");
    json_.text("chart", key_);
    json_.flag("complete", true);
    json_.text("realm", "china");
    json_.array("sources", [&] {
      for (const std::string_view source :
           {"documents", "orders", "results", "front-page", "staff", "checklists", "consultations",
            "transfers", "handovers", "rescues", "transfusions", "conditions", "archive"}) {
        json_.string(source);
      }
    });
    people();
    diagnoses();
    care();
    if (surgery_day_ > 0) {
      surgery();
      checklists();
    }
    json_.array("documents", [&] {
      admission_documents();
      for (int day = 1; day < days_; ++day) note(day);
      if (surgery_day_ > 0) surgery_documents();
      end_documents();
    });
  });
  return {key_, json_.result(), {defects_.begin(), defects_.end()}};
}

}  // namespace

RandomChart random_chart(std::uint64_t seed, std::uint64_t number, double rate) {
  Dice dice(seed * 0x9E3779B97F4A7C15ull + number);
  const std::string digits = std::to_string(number);
  return Writer(dice, "ZY" + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits,
                rate)
      .write();
}

}  // namespace emrlint
