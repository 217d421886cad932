// SPDX-License-Identifier: Apache-2.0
#include "text/narrative.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace emrlint {
namespace {

// A line of the table: a reading, ": ", and a sentence with the mentions in brackets.
struct Case {
  std::string line;
  std::string reading;
  std::string text;  // Without the brackets.
  std::vector<std::pair<std::size_t, std::size_t>> mentions;
};

Case parse(const std::string& line) {
  Case out{line, line.substr(0, line.find(": ")), {}, {}};
  std::size_t open = 0;
  for (std::size_t at = out.reading.size() + 2; at < line.size(); ++at) {
    if (line[at] == '[') {
      open = out.text.size();
    } else if (line[at] == ']') {
      out.mentions.emplace_back(open, out.text.size());
    } else if (line.compare(at, 2, "\\n") == 0) {
      out.text += '\n';
      ++at;
    } else {
      out.text += line[at];
    }
  }
  return out;
}

std::vector<Case> table(const char* path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') cases.push_back(parse(line));
  }
  return cases;
}

std::string name(const Reading& reading) {
  constexpr const char* kPolarity[] = {"affirmed", "negated", "uncertain"};
  constexpr const char* kMode[] = {"", " historical", " planned", " hypothetical"};
  constexpr const char* kWho[] = {"", " family", " newborn", " other"};
  return std::string(kPolarity[static_cast<int>(reading.polarity)]) +
         kMode[static_cast<int>(reading.mode)] + kWho[static_cast<int>(reading.who)];
}

TEST_CASE("each mention of the table is read as it says") {
  const auto cases = table("tests/text/mentions.txt");
  REQUIRE(cases.size() >= 300);
  for (const Case& c : cases) {
    CAPTURE(c.line);
    REQUIRE(!c.mentions.empty());
    const Narrative narrative(c.text);
    for (const auto& mention : c.mentions) {
      const std::size_t from = mention.first, to = mention.second;
      CAPTURE(c.text.substr(from, to - from));
      CHECK(name(narrative.reading(from, to)) == c.reading);
    }
  }
}

TEST_CASE("a piece can hold the statements of another person") {
  const std::string_view text = "高血压20年，糖尿病不详。";
  const Narrative narrative(text, Who::kFamily);
  CHECK(narrative.reading(0, 9).who == Who::kFamily);
  CHECK(narrative.reading(text.find("糖"), text.find("不")).who == Who::kFamily);
}

TEST_CASE("clauses and sentences") {
  const std::string text = "1.咳嗽3天，无发热、咯血。查体：T 36.5℃，双肺清；腹软 2.高血压";
  const Narrative narrative(text);
  const auto clause = [&](const char* word) {
    const std::size_t at = text.find(word);
    const std::size_t from = narrative.clause_begin(at);
    return text.substr(from, narrative.clause_end(at) - from);
  };
  CHECK(clause("咳嗽") == "咳嗽3天");
  CHECK(clause("咯血") == "无发热、咯血");
  CHECK(clause("36.5") == "T 36.5℃");
  CHECK(clause("双肺") == "双肺清");
  CHECK(clause("腹软") == "腹软 ");
  CHECK(clause("高血压") == "高血压");
  CHECK(narrative.sentence_begin(text.find("双肺")) == text.find("查体"));
  CHECK(narrative.sentence_begin(text.find("高血压")) == text.find("高血压"));
}

TEST_CASE("any bytes can be read") {
  for (const char* text :
       {"", "，", "\xE5", "无\xE5\xA4", "（", "(", "1", "1.", "？？", "\xFF\xFE无"}) {
    const std::string_view view = text;
    const Narrative narrative(view);
    CHECK(narrative.reading(0, view.size()).mode == Mode::kActual);
    CHECK(narrative.clause_begin(view.size()) <= view.size());
    CHECK(narrative.clause_end(0) <= view.size());
  }
}

}  // namespace
}  // namespace emrlint
