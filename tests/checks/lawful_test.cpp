// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/lawful.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "engine/lint.h"
#include "reader/readers.h"
#include "rule/catalog.h"

namespace emrlint::checks {
namespace {

constexpr RecordPart kSource{DocType::kProgressNote, SectionType::kTreatment};
constexpr RecordPart kCopy{DocType::kRescueRecord, SectionType::kCourse};

constexpr std::string_view kPassage =
    "患者三天前进食油腻食物后突感右上腹持续胀痛，阵发加剧，向右肩背部放射，伴恶心并呕吐胃内容物两次"
    "，"
    "无寒战高热，无皮肤巩膜黄染，无腹泻黑便，自服消炎利胆片无好转，遂来我院急诊，查超声提示胆囊颈部"
    "结石"
    "嵌顿、胆囊壁水肿增厚，血象升高，予解痉补液后疼痛略减，为求手术治疗收住入院，病程中精神睡眠欠佳"
    "。";
constexpr std::string_view kOther =
    "目前生命体征尚平稳，腹部压痛较前局限，墨菲征弱阳性，复查转氨酶轻度升高，凝血功能未见异常，家属"
    "要求"
    "尽早手术，已联系麻醉科评估，拟明晨行腹腔镜探查，术前禁食禁水，备皮备血，夜间加强巡视观察腹痛变"
    "化。";

RecordPart filled(RecordPart part, const RecordPart& otherwise) {
  if (part.document == DocType::kUnknown) part.document = otherwise.document;
  if (part.section == SectionType::kUnknown) part.section = otherwise.section;
  return part;
}

std::string document(std::string_view name, const RecordPart& part, const std::string& text) {
  return std::string(R"({"id": ")") + std::string(name) + R"(", "type": ")" +
         std::string(id(part.document)) + R"(", "recorded": "2024-03-0)" +
         (name == "a" ? "2" : "3") + R"(T10:00", "sections": [{"type": ")" +
         std::string(id(part.section)) + R"(", "text": ")" + text + R"("}]})";
}

std::string chart(const LawfulRepeat& repeat) {
  const std::string before =
      repeat.when == LawfulWhen::kAttributed ? "同意李主任医师会诊意见：" : "今日记录：";
  const std::string copy = before + std::string(kPassage) + std::string(kOther);
  return R"({"format": "emrlint-chart/1", "chart": "ZY1", "complete": true, "documents": [)" +
         document("a", filled(repeat.source, kSource), std::string(kPassage)) + ", " +
         document("b", filled(repeat.copy, kCopy), copy) + "]}";
}

class Passages {
 public:
  Passages() {
    Result<Catalog> catalog = Catalog::built_in();
    REQUIRE(catalog.ok());
    catalog_ = std::move(*catalog);
    Result<Config> config =
        Config::load(catalog_, "emrlint.toml", R"(checks = ["duplication-copied-passage"])",
                     [](const std::string& path) {
                       return Result<std::string>(Error{path, path, {}});
                     });
    REQUIRE(config.ok());
    config_ = std::move(*config);
  }

  std::size_t found(const LawfulRepeat& repeat) const {
    std::vector<std::unique_ptr<SourceFile>> files;
    files.push_back(std::make_unique<SourceFile>("chart.json", chart(repeat)));
    const Batch batch = read_texts(std::move(files), Limits{}, true);
    REQUIRE(batch.charts.size() == 1);
    REQUIRE(batch.problems.empty());
    return lint(catalog_, config_, batch.charts.front(), "chart.json").findings.size();
  }

 private:
  Catalog catalog_;
  Config config_;
};

std::vector<LawfulRepeat> all_but(std::size_t index) {
  std::vector<LawfulRepeat> rest(lawful_repeats().begin(), lawful_repeats().end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
  return rest;
}

TEST_CASE("every lawful repeat silences a passage that is found without it") {
  const Passages passages;
  CHECK(passages.found({kSource, kCopy, 0, LawfulWhen::kAlways, "", ""}) == 1);
  CHECK(passages.found({kSource, kCopy, 0, LawfulWhen::kAttributed, "", ""}) == 1);
  for (std::size_t i = 0; i < lawful_repeats().size(); ++i) {
    const LawfulRepeat& repeat = lawful_repeats()[i];
    CAPTURE(i);
    CHECK(passages.found(repeat) == 0);
    const RecordPart source = filled(repeat.source, kSource), copy = filled(repeat.copy, kCopy);
    const bool attributed = repeat.when == LawfulWhen::kAttributed;
    CHECK(lawful_share(source, copy, attributed) == repeat.share);
    CHECK_MESSAGE(lawful_share(source, copy, attributed, all_but(i)) < repeat.share,
                  "another one allows it: " << id(copy.document) << '/' << id(copy.section));
  }
}

TEST_CASE("a lawful repeat has a reason and a basis") {
  for (const LawfulRepeat& repeat : lawful_repeats()) {
    CHECK_FALSE(repeat.reason.empty());
    const std::string_view key = repeat.basis.substr(0, repeat.basis.find(' '));
    CHECK((repeat.basis == "practice" || key == "BL"));
    CHECK((repeat.share > 0 && repeat.share <= 1));
  }
}

TEST_CASE("the order of writing makes no difference between two named records") {
  const RecordPart history{DocType::kAdmissionRecord, SectionType::kPresentIllness};
  const RecordPart features{DocType::kFirstProgressNote, SectionType::kCaseFeatures};
  CHECK(lawful_share(history, features, false) == 0.75);
  CHECK(lawful_share(features, history, false) == 0.75);
  const RecordPart round{DocType::kSeniorRoundNote, SectionType::kRoundOpinion};
  const RecordPart note{DocType::kProgressNote, SectionType::kCourse};
  CHECK(lawful_share(round, note, true) == 1);
  CHECK(lawful_share(note, round, true) == 0);
}

}  // namespace
}  // namespace emrlint::checks
