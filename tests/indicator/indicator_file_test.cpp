// SPDX-License-Identifier: Apache-2.0
// The built-in sets are whole, and what is wrong with a file is said.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indicator/indicator.h"
#include "rule/citation.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Result<Catalog> built_in = Catalog::built_in();
  REQUIRE(built_in);
  return *built_in;
}

Result<std::string> no_file(const std::string& path) {
  return Error{"无" + path, "no " + path, {}};
}

IndicatorBook load(const std::string& name) {
  const Result<IndicatorBook> book = load_indicators({name}, catalog(), no_file);
  if (!book) FAIL(book.error().en);
  return *book;
}

// A small set in place of the built-in ones.
Result<IndicatorBook> read(const std::string& text) {
  return load_indicators({"ours.toml"}, catalog(),
                         [&](const std::string&) -> Result<std::string> { return text; });
}

constexpr const char* kHead =
    "title = {zh = \"本院\", en = \"ours\"}\ndescription = {zh = \"一\", en = \"one\"}\n";
constexpr const char* kRow =
    "[[indicator]]\nid = \"h-1\"\narticle = \"1\"\ntitle = {zh = \"一\", en = \"one\"}\n";

TEST_CASE(
    "indicators: each source has all its numbers, in order, and each is counted or says why") {
  const std::map<std::string, int> lengths{{"cn-core-systems-2025", 35},
                                           {"cn-quality-plan-2023", 40},
                                           {"cn-records-2021", 27},
                                           {"cn-yubei-2023", 37}};
  REQUIRE(built_in_indicator_sets().size() == lengths.size());
  for (const auto& entry : lengths) {
    const std::string name = entry.first;
    const int length = entry.second;
    CAPTURE(name);
    const IndicatorBook book = load(name);
    REQUIRE(book.sets.size() == 1);
    CHECK(parse_citation(book.sets[0].source + " 1"));
    int last = 0;
    for (const Indicator& one : book.indicators) {
      CAPTURE(one.id);
      const std::size_t digits = one.article.find_first_of("0123456789");
      REQUIRE(digits != std::string::npos);
      const int number = std::stoi(one.article.substr(digits));
      CHECK((number == last || number == last + 1));
      last = number;
      CHECK(one.computed() == (one.fact || !one.matches.empty()));
      CHECK(one.uncounted.zh.empty() == one.uncounted.en.empty());
      CHECK(one.differs.zh.empty() == one.differs.en.empty());
    }
    CHECK(last == length);
  }
}

TEST_CASE("indicators: an alias counts what the other one does, under its own name and target") {
  const IndicatorBook yubei = load("cn-yubei-2023"), records = load("cn-records-2021");
  const auto of = [](const IndicatorBook& book, const std::string& id) {
    return *std::find_if(book.indicators.begin(), book.indicators.end(),
                         [&](const Indicator& one) { return one.id == id; });
  };
  const Indicator mine = of(yubei, "yb-34"), other = of(records, "zb-22");  // By way of xd-38.
  CHECK(mine.article == "指标34");
  CHECK(mine.target == 90);
  CHECK(mine.bound);
  CHECK(mine.filter == SubjectFilter::kPrincipalDiagnosis);
  CHECK(mine.matches.size() == other.matches.size());
  CHECK(mine.differs.zh == other.differs.zh);
}

TEST_CASE("indicators: a hospital's own set, counted as built-in ones or by checks") {
  const auto book =
      read(std::string(kHead) + kRow + "as = \"zb-4\"\ntarget = 95\ndirection = \"higher\"\n" +
           "[[indicator]]\nid = \"h-2\"\narticle = \"2\"\n" +
           "title = {zh = \"二\", en = \"two\"}\nunit = \"subject\"\n" +
           "checks = [\"transfusion-evaluation#effect\"]\n");
  REQUIRE(book);
  CHECK(book->sets[0].id == "ours");
  REQUIRE(book->indicators.size() == 2);
  CHECK(book->indicators[0].population ==
        std::vector<StayTrait>{StayTrait::kInpatient, StayTrait::kEnded});
  CHECK(book->indicators[1].matches[0].which == "#effect");
  CHECK(book->indicators[1].population.empty());
}

TEST_CASE("indicators: what is wrong with a file is said, with its place") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "indicator is missing"},
      {std::string(kRow), "checks is missing"},
      {std::string(kRow) + "checks = [\"timeliness-admission-record-24\"]\n", "did you mean"},
      {std::string(kRow) + "checks = [\"match-ct-mri/untol\"]\n", "did you mean"},
      {std::string(kRow) + "population = [\"inpatients\"]\nchecks = [\"match-ct-mri\"]\n",
       "did you mean"},
      {std::string(kRow) + "fact = \"die\"\n", "did you mean"},
      {std::string(kRow) + "uncounted = \"staffin\"\n", "did you mean"},
      {std::string(kRow) + "as = \"zb-99\"\n", "ours.toml:7:6: no indicator to count as: zb-99"},
      {std::string(kRow) + "as = \"h-1\"\n", "a circle"},
      {std::string(kRow) + "fact = \"died\"\ntarget = 3\n", "there is a target and no direction"},
      {std::string(kRow) + "fact = \"died\"\nper = 10\n", "per is 100 or 1000"},
      {std::string(kRow) + "fact = \"died\"\n" + kRow + "fact = \"died\"\n",
       "there is an indicator h-1"},
      {std::string(kRow) + "unit = \"subject\"\nchecks = [\"periop-surgeon-overlap\", "
                           "\"periop-anesthetist-overlap\"]\n",
       "cannot be joined"},
      {std::string(kRow) + "fact = \"died\"\nfoo = 1\n", "foo"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.first);
    const auto book = read(kHead + one.first);
    REQUIRE_FALSE(book);
    CAPTURE(book.error().en);
    CHECK(book.error().en.find(one.second) != std::string::npos);
    CHECK(book.error().en.starts_with("ours.toml:"));
  }
  const auto unknown = load_indicators({"cn-records-2012"}, catalog(), no_file);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().en == "no cn-records-2012; did you mean \"cn-records-2021\"?");
}

}  // namespace
}  // namespace emrlint
