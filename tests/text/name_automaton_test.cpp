// SPDX-License-Identifier: Apache-2.0
#include "text/name_automaton.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace emrlint {
namespace {

// What it finds in a text, as the text has it, between bars.
std::string found(const std::vector<std::string>& names, std::string_view text) {
  NameAutomatonBuilder builder;
  for (const std::string& name : names) builder.add(name);
  const NameAutomaton automaton(builder.build());
  std::string all = "|";
  automaton.scan(text, [&](const NameMatch& match) {
    all.append(text.substr(match.from, match.to - match.from)) += '|';
  });
  return all;
}

TEST_CASE("of names that overlap the first counts, of those that begin together the longest") {
  const std::vector<std::string> names = {"高血压",     "高血压病",   "糖尿病",
                                          "糖尿病肾病", "肾病综合征", "病肾"};
  CHECK(found(names, "高血压病3级、2型糖尿病肾病综合征。") == "|高血压病|糖尿病肾病|");
  CHECK(found(names, "高血压，糖尿病，肾病综合征") == "|高血压|糖尿病|肾病综合征|");
  CHECK(found(names, "糖尿病肾") == "|糖尿病|");
  CHECK(found(names, "肾病综合") == "|");
  CHECK(found({}, "高血压") == "|");
}

TEST_CASE("width, case, blanks, brackets and roman numbers make no difference") {
  const std::vector<std::string> names = {"2型糖尿病", "COPD", "IgA肾病", "ST段抬高型心肌梗死",
                                          "慢性肾脏病（CKD）3期"};
  CHECK(found(names, "Ⅱ型糖尿病，II 型糖尿病；２型糖 尿病") ==
        "|Ⅱ型糖尿病|II 型糖尿病|２型糖 尿病|");
  CHECK(found(names, "AECOPD、copd、ＣＯＰＤ") == "|copd|ＣＯＰＤ|");
  CHECK(found(names, "iga肾病 [IgA]肾病") == "|iga肾病|IgA]肾病|");
  CHECK(found(names, "12型糖尿病") == "|");
  CHECK(found(names, "慢性肾脏病CKD3期 慢性肾脏病CKD 3期") == "|慢性肾脏病CKD 3期|");
}

TEST_CASE("no name reaches over the end of a clause") {
  CHECK(found({"肺炎支原体"}, "肺炎支原体 肺炎，支原体 肺炎。支原体 肺炎\n支原体") ==
        "|肺炎支原体|");
  CHECK(found({"霍乱，古典型"}, "霍乱,古典型 霍乱古典型 霍乱、古典型") ==
        "|霍乱,古典型|霍乱、古典型|");
}

TEST_CASE("a name has one number, and what is too short or too long none") {
  NameAutomatonBuilder builder;
  CHECK(builder.add("肺炎") == 0);
  CHECK(builder.add("COPD") == 1);
  CHECK(builder.add("肺 炎。") == 0);
  CHECK(builder.add("癌") == kNoName);
  CHECK(builder.add("（）") == kNoName);
  std::string longest;
  for (std::size_t i = 0; i < NameAutomaton::kMostSymbols; ++i) longest += "癌";
  CHECK(builder.add(longest) == 2);
  CHECK(builder.add(longest + "癌") == kNoName);
}

// The same by comparing every name at every place.
std::string found_slowly(const std::vector<std::string>& names, std::string_view text) {
  std::string all = "|";
  for (std::size_t at = 0; at < text.size();) {
    std::string_view best;
    for (const std::string& name : names) {
      if (text.substr(at).starts_with(name) && name.size() > best.size()) best = name;
    }
    if (!best.empty()) all.append(best) += '|';
    at += best.empty() ? 3 : best.size();
  }
  return all;
}

TEST_CASE("finds what a search for each name finds") {
  std::mt19937 random(7);
  const std::string letters[] = {"心", "肌", "病", "炎"};
  const auto text = [&](std::size_t length) {
    std::string made;
    for (std::size_t i = 0; i < length; ++i) made += letters[random() % 4];
    return made;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 1 + random() % 12; ++i) names.push_back(text(2 + random() % 5));
    const std::string all = text(200);
    REQUIRE(found(names, all) == found_slowly(names, all));
  }
}

TEST_CASE("parts that lead astray are not sound") {
  NameAutomatonBuilder builder;
  for (const char* name : {"肺炎", "肺炎链球菌", "COPD"}) builder.add(name);
  const NameParts parts = builder.build();
  CHECK(parts.sound());
  CHECK(NameParts{}.sound());
  const auto damaged = [&](auto change) {
    std::vector<NameNode> nodes(parts.nodes.begin(), parts.nodes.end());
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i].check != kNoNode && nodes[i].depth() == 3) change(nodes[i]);
    }
    return NameParts{nodes, parts.points, parts.words, parts.lengths}.sound();
  };
  CHECK(damaged([](NameNode&) {}));
  CHECK(!damaged([](NameNode& node) { node.fail = 1u << 30; }));
  CHECK(!damaged([](NameNode& node) { node.ends |= 9; }));
  CHECK(!damaged([](NameNode& node) { node.ends = NameNode::ends_of(77, 3); }));
  CHECK(!damaged([](NameNode& node) { node.check = 1u << 30; }));
  CHECK(!NameParts{parts.nodes, parts.points.first(600), parts.words, parts.lengths}.sound());
  CHECK(!NameParts{parts.nodes, parts.points, parts.words.first(0), parts.lengths}.sound());
}

}  // namespace
}  // namespace emrlint
