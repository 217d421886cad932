// SPDX-License-Identifier: Apache-2.0
#include "copies/passages.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace emrlint {
namespace {

// Texts with what find_passages() makes of them; spans count from the beginning of each text.
class Copies {
 public:
  explicit Copies(std::vector<std::vector<std::string_view>> texts, Boilerplate boilerplate = {},
                  PassageSettings settings = {}) {
    for (const auto& pieces : texts) {
      std::vector<Text> located;
      for (const std::string_view piece : pieces) {
        located.push_back({piece, {0, 0, static_cast<std::uint32_t>(piece.size())}});
      }
      texts_.push_back({tokens.add(located), SectionType::kUnknown});
    }
    found = find_passages(tokens, texts_, boilerplate, settings);
  }

  std::string text(TokenRange range) const {
    std::string out;
    for (const Part& part : tokens.parts(range)) {
      if (!out.empty()) out += "|";
      out += part.value.value.substr(part.from, part.to - part.from);
    }
    return out;
  }

  Tokens tokens;
  Passages found;

 private:
  std::vector<CopyText> texts_;
};

std::vector<std::string> tokens_of(std::string_view text) {
  Tokens tokens;
  const Text piece{text, {0, 0, static_cast<std::uint32_t>(text.size())}};
  const TokenRange range = tokens.add({&piece, 1});
  std::vector<std::string> out;
  for (std::uint32_t i = range.from; i < range.to; ++i) {
    const Part part = tokens.parts({i, i + 1}).front();
    out.emplace_back(text.substr(part.from, part.to - part.from));
  }
  return out;
}

constexpr std::string_view kHistory =
    "患者三天前无明显诱因出现右下腹持续性胀痛，伴恶心呕吐，呕吐物为胃内容物，"
    "无畏寒发热，无腹泻黑便，在当地诊所输液治疗后未见好转。";
constexpr std::string_view kOther =
    "遵医嘱给予抗感染及补液支持，家属表示理解并同意目前的处理方案，继续观察病情变化，明晨复查。";

}  // namespace

TEST_CASE("tokens are ideographs, words and numbers") {
  CHECK(tokens_of("体温36.5℃，WBC 10.2×10^9/L。") ==
        std::vector<std::string>{"体", "温", "36.5", "℃", "WBC", "10.2", "10", "9", "L"});
  CHECK(tokens_of("The patient's leg, 3mg.") ==
        std::vector<std::string>{"The", "patient", "s", "leg", "3", "mg"});
  CHECK(tokens_of("２０２４年ＣＴ示") == std::vector<std::string>{"２０２４", "年", "ＣＴ", "示"});
  CHECK(tokens_of("") == std::vector<std::string>{});
  CHECK(tokens_of("，。 \n") == std::vector<std::string>{});
}

TEST_CASE("width and case make no difference, numbers do only in exact tokens") {
  Tokens tokens;
  const Text wide{"ＣＴ１２", {}}, narrow{"ct 12", {}}, other{"ct 13", {}};
  const TokenRange a = tokens.add({&wide, 1});
  const TokenRange b = tokens.add({&narrow, 1});
  const TokenRange c = tokens.add({&other, 1});
  for (std::uint32_t i = 0; i < 2; ++i) {
    CHECK(tokens.exact()[a.from + i] == tokens.exact()[b.from + i]);
    CHECK(tokens.shapes()[a.from + i] == tokens.shapes()[c.from + i]);
  }
  CHECK(tokens.exact()[a.from + 1] != tokens.exact()[c.from + 1]);
}

TEST_CASE("a passage is found with its exact bytes on both sides") {
  const std::string copy = "今日查房：" + std::string(kHistory) + "建议手术。";
  const Copies copies({{kHistory}, {copy}});
  REQUIRE(copies.found.list.size() == 1);
  const Passage& passage = copies.found.list[0];
  CHECK(passage.source == 0);
  CHECK(passage.text == 1);
  CHECK(passage.exact());
  CHECK(passage.longest == passage.to.size());
  const std::string whole(kHistory.substr(0, kHistory.size() - 3));  // Without the full stop.
  CHECK(copies.text(passage.from) == whole);
  CHECK(copies.text(passage.to) == whole);
}

TEST_CASE("an edited copy is one passage that says what is equal") {
  std::string copy(kHistory);
  copy.replace(copy.find("右下腹"), 9, "左上腹");
  copy.replace(copy.find("无畏寒"), 3, "有轻微");
  const Copies copies({{kHistory}, {copy}});
  REQUIRE(copies.found.list.size() == 1);
  const Passage& passage = copies.found.list[0];
  CHECK_FALSE(passage.exact());
  CHECK(passage.from.size() - passage.equal == 3);  // 右, 下 and 无.
  CHECK(passage.to.size() - passage.equal == 5);
  CHECK(copies.found.runs_of(passage).size() == 3);
}

TEST_CASE("numbers that were replaced are counted as such") {
  const Copies copies({{"体温36.5℃，脉搏80次/分，呼吸18次/分，血压120/80mmHg，神志清楚，"
                        "精神可，心肺听诊未闻及明显异常，腹部平坦柔软"},
                       {"体温38.5℃，脉搏98次/分，呼吸18次/分，血压120/80mmHg，神志清楚，"
                        "精神可，心肺听诊未闻及明显异常，腹部平坦柔软"}});
  REQUIRE(copies.found.list.size() == 1);
  CHECK(copies.found.list[0].numbers == 2);
  CHECK(copies.found.list[0].similarity() < 1);
}

TEST_CASE("a passage that spans pieces has a part for each") {
  const std::string first(kHistory.substr(0, 60)), second(kHistory.substr(60));
  const Copies copies({{kHistory}, {first, second}});
  REQUIRE(copies.found.list.size() == 1);
  CHECK(copies.text(copies.found.list[0].to).find('|') != std::string::npos);
}

TEST_CASE("unlike texts, short ones and those that share a phrase have no passage") {
  CHECK(Copies({{kHistory}, {kOther}}).found.list.empty());
  CHECK(Copies({{"患者一般情况可"}, {"患者一般情况可"}}).found.list.empty());
  const std::string phrase = std::string(kOther) + "在当地诊所输液治疗后";
  CHECK(Copies({{kHistory}, {phrase}}).found.list.empty());
  CHECK(Copies({{kHistory}}).found.list.empty());
  CHECK(Copies({}).found.list.empty());
}

TEST_CASE("each earlier text is a source, the most recent ones when there are many") {
  PassageSettings settings;
  settings.sources = 2;
  const Copies copies({{kHistory}, {kHistory}, {kHistory}, {kHistory}}, {}, settings);
  REQUIRE(copies.found.list.size() == 5);
  CHECK(copies.found.list[3].text == 3);
  CHECK(copies.found.list[3].source == 1);
  CHECK(copies.found.list[4].source == 2);
}

TEST_CASE("boilerplate alone makes no passage, and none begins or ends with it") {
  Tokens tokens;
  const Text piece{kHistory, {}};
  Boilerplate boilerplate;
  boilerplate.add(tokens, tokens.add({&piece, 1}), SectionType::kUnknown);
  CHECK(Copies({{kHistory}, {kHistory}}, boilerplate).found.list.empty());
  const std::string text = std::string(kHistory) + std::string(kOther);
  const Copies copies({{text}, {text}}, boilerplate);
  REQUIRE(copies.found.list.size() == 1);
  CHECK(copies.text(copies.found.list[0].to) == kOther.substr(0, kOther.size() - 3));
}

TEST_CASE("boilerplate of one type of section is none of another") {
  Boilerplate boilerplate;
  boilerplate.add(7, SectionType::kPresentIllness);
  CHECK(boilerplate.contains(7, SectionType::kPresentIllness));
  CHECK_FALSE(boilerplate.contains(7, SectionType::kCaseFeatures));
  boilerplate.add(8, SectionType::kUnknown);
  CHECK(boilerplate.contains(8, SectionType::kCaseFeatures));
}

TEST_CASE("phrases that stand near a passage by chance do not hide it") {
  // Between the phrases, and before the passage, twenty ideographs are the writer's own.
  const std::string phrases[] = {"血糖监测曲线平稳未见低血糖反应", "康复训练耐受良好继续循序渐进"};
  const std::string passage =
      "追问病史平素无腰痛及血尿超声提示肾盂无分离暂不需处理嘱多饮水出院后泌尿外科门诊随诊必要时复查";
  const std::string a = phrases[0] + "今晨进食流质后轻度腹胀已排气排便一次色黄质软" + phrases[1] +
                        "伤口敷料外层少许渗液予更换后固定并嘱其侧卧位" + passage;
  const std::string b = phrases[0] + "夜间睡眠欠佳予心理疏导后入睡床旁护栏均已拉起" + phrases[1] +
                        "家属外出购置弹力袜下午由护士协助穿戴松紧适宜" + passage;
  const Copies copies({{a}, {b}});
  REQUIRE(copies.found.list.size() == 1);
  CHECK(copies.text(copies.found.list[0].to) == passage);
}

}  // namespace emrlint
