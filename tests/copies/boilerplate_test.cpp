// SPDX-License-Identifier: Apache-2.0
#include "copies/boilerplate.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "copies/passages.h"

namespace emrlint {
namespace {

class Stock {
 public:
  bool add(std::string_view text, SectionType section = SectionType::kUnknown) {
    const Text piece{text, {}};
    return boilerplate.add(tokens_, tokens_.add({&piece, 1}), section);
  }

  // What is boilerplate in a text, between bars.
  std::string in(std::string_view text, SectionType section = SectionType::kPhysicalExam) const {
    Tokens tokens;
    const Text piece{text, {}};
    const TokenRange range = tokens.add({&piece, 1});
    std::string out;
    for (const TokenRange& run : boilerplate.runs(tokens, range, section, {})) {
      const Part first = tokens.part(run.from), last = tokens.part(run.to - 1);
      out += (out.empty() ? "" : "|") + std::string(text.substr(first.from, last.to - first.from));
    }
    return out;
  }

  Boilerplate boilerplate;

 private:
  Tokens tokens_;
};

}  // namespace

TEST_CASE("boilerplate: phrases count together, whatever their order") {
  Stock stock;
  CHECK(stock.add("神志清楚，精神可"));
  CHECK(stock.add("双肺呼吸音清，未闻及干湿性啰音"));
  CHECK_FALSE(stock.add("腹平软"));
  CHECK(stock.in("双肺呼吸音清，未闻及干湿性啰音。神志清楚，精神可。") ==
        "双肺呼吸音清，未闻及干湿性啰音。神志清楚，精神可");
  CHECK(stock.in("双肺呼吸音清，未闻及干湿性啰音。右上腹压痛。神志清楚，精神可。").empty());
}

TEST_CASE("boilerplate: any number stands for the numbers of a text") {
  Stock stock;
  stock.add("体温0℃，脉搏0次/分，呼吸0次/分，血压0/0mmHg，神志清楚");
  CHECK(stock.in("查体：体温36.5℃，脉搏80次/分，呼吸18次/分，血压120/80mmHg，神志清楚，急性病容") ==
        "体温36.5℃，脉搏80次/分，呼吸18次/分，血压120/80mmHg，神志清楚");
}

TEST_CASE("boilerplate: texts of less than a gram count as a whole only") {
  Stock stock;
  CHECK(stock.add("无特殊病史"));
  CHECK(stock.add("父母体健"));
  CHECK(stock.add("子女体健康复"));
  CHECK(stock.add("配偶体健良好"));
  CHECK_FALSE(stock.add("体健"));
  CHECK_FALSE(stock.add("无"));
  CHECK_FALSE(stock.add(""));
  CHECK(stock.in("无特殊病史，父母体健，子女体健康复，配偶体健良好。") ==
        "无特殊病史，父母体健，子女体健康复，配偶体健良好");
  CHECK(stock.in("无特殊病史，父母体弱，子女体健康复，配偶体健良好。").empty());
}

TEST_CASE("boilerplate: a template is cut out, what is written between stays") {
  const std::string before =
      "医师已向我详细告知手术的目的、可能出现的风险以及其他可供选择的治疗方案";
  const std::string after = "我已了解上述内容并有机会向医师提问，经慎重考虑后同意接受手术治疗";
  const std::string own = "本例结石嵌顿于胆囊颈部，周围粘连紧密，中转开腹的可能较一般患者大得多，";
  const std::string more = "术中若见胆管变异则先行造影，家属对此没有异议";
  Stock stock;
  stock.add(before + "。" + after);
  const std::string text = before + "。" + own + more + "。" + after;
  CHECK(stock.in(text) == before + "|" + after);
  Tokens tokens;
  std::vector<CopyText> texts;
  const std::deque<std::string> both{text, text};
  for (const std::string& one : both) {
    const Text piece{one, {}};
    texts.push_back({tokens.add({&piece, 1}), SectionType::kInformedConsent});
  }
  const Passages found = find_passages(tokens, texts, stock.boilerplate);
  REQUIRE(found.list.size() == 1);
  const Part first = tokens.part(found.list[0].to.from),
             last = tokens.part(found.list[0].to.to - 1);
  CHECK(text.substr(first.from, last.to - first.from) == own + more);
  // The template alone, in whatever mixture, is no passage.
  tokens.clear();
  texts.clear();
  const std::deque<std::string> templates{before + after, after + before, before + "。" + after};
  for (const std::string& one : templates) {
    const Text piece{one, {}};
    texts.push_back({tokens.add({&piece, 1}), SectionType::kInformedConsent});
  }
  CHECK_FALSE(find_passages(tokens, texts, {}).list.empty());
  CHECK(find_passages(tokens, texts, stock.boilerplate).list.empty());
}

TEST_CASE("boilerplate: of one type of section") {
  Stock stock;
  const std::string_view text = "父母及兄弟姐妹均体健，否认家族性遗传病史及类似疾病史";
  stock.add(text, SectionType::kFamilyHistory);
  CHECK(stock.in(text, SectionType::kFamilyHistory) == text);
  CHECK(stock.in(text, SectionType::kPastHistory).empty());
}

}  // namespace emrlint
