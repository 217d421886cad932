// SPDX-License-Identifier: Apache-2.0
#include "tables/boilerplate_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/embedded.h"

namespace emrlint {
namespace {

constexpr std::string_view kText = "甲乙丙丁戊己庚辛";

bool knows(const Boilerplate& boilerplate, SectionType section) {
  Tokens tokens;
  const Text piece{kText, {}};
  std::vector<Gram> grams;
  all_grams(tokens, tokens.add({&piece, 1}), grams);
  return boilerplate.contains(grams.at(0).hash, section);
}

}  // namespace

TEST_CASE("boilerplate rows: each name of a section leads to it, and to no other") {
  for (std::size_t i = 1; i < kSectionTypeCount; ++i) {
    const auto type = static_cast<SectionType>(i);
    for (const std::string_view word : {id(type), name(type, Lang::kZh), name(type, Lang::kEn)}) {
      CAPTURE(word);
      Boilerplate boilerplate;
      std::string csv = "section,text\n\"";
      csv.append(word).append("\",").append(kText).append("\n");
      REQUIRE_FALSE(read_boilerplate("t.csv", csv, boilerplate).has_value());
      CHECK(knows(boilerplate, type));
      CHECK_FALSE(knows(boilerplate, SectionType::kUnknown));
    }
  }
}

TEST_CASE("boilerplate rows: a list of sections, or none for all") {
  Boilerplate boilerplate;
  std::string csv = "章节,文字\n现病史|course," + std::string(kText) + "\n";
  REQUIRE_FALSE(read_boilerplate("t.csv", csv, boilerplate).has_value());
  CHECK(knows(boilerplate, SectionType::kPresentIllness));
  CHECK(knows(boilerplate, SectionType::kCourse));
  CHECK_FALSE(knows(boilerplate, SectionType::kRisk));
  csv = "文字\n" + std::string(kText) + "\n";
  REQUIRE_FALSE(read_boilerplate("t.csv", csv, boilerplate).has_value());
  CHECK(knows(boilerplate, SectionType::kRisk));
}

TEST_CASE("boilerplate rows: the built-in list has no errors") {
  const EmbeddedFile* const file = find_embedded_file("checks/duplication/boilerplate.csv");
  REQUIRE(file != nullptr);
  Boilerplate boilerplate;
  const auto error = read_boilerplate("built-in", std::string(file->text), boilerplate);
  CHECK_MESSAGE(!error, (error ? error->en : ""));
  CHECK_FALSE(built_in_boilerplate().empty());
}

}  // namespace emrlint
