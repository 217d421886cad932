// SPDX-License-Identifier: Apache-2.0
#include "tables/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tables/cell_value.h"
#include "tables/csv.h"
#include "tables/table_info.h"

namespace emrlint {
namespace {

using namespace std::chrono_literals;

std::string said(TableKind kind, std::string text) {
  Tables tables;
  const auto error = tables.read(kind, "t.csv", std::move(text));
  return error ? error->en : "";
}

Tables read(TableKind kind, std::string text) {
  Tables tables;
  const auto error = tables.read(kind, "t.csv", std::move(text));
  CHECK_MESSAGE(!error, (error ? error->en : ""));
  return tables;
}

std::optional<Time> day(std::string_view text) { return parse_iso_time(text); }

std::string names_in(const NameIndex& index, std::string_view text) {
  std::string found;
  index.each(text, [&](const NameIndex::Mention& mention) {
    found += std::string(text.substr(mention.from, mention.to - mention.from)) + '/';
    for (const std::uint32_t row : mention.rows) found += std::to_string(row);
    found += ' ';
  });
  return found;
}

TEST_CASE("tables: CSV with quotes, line ends and blank rows") {
  std::string text = "a,\"b,\"\"c\"\"\"\r\n,,\r\n\r\n\"two\nlines\" , d　\nlast";
  Csv csv;
  REQUIRE_FALSE(split_csv(text, csv).has_value());
  REQUIRE(csv.rows() == 3);
  CHECK(csv.row(0)[1].text == "b,\"c\"");
  CHECK(csv.row(1)[0].text == "two\nlines");
  CHECK(csv.row(1)[0].place.line == 4);
  CHECK(csv.row(1)[1].text == "d");
  CHECK(csv.row(1)[1].place.line == 5);
  CHECK(csv.row(1)[1].place.column == 9);
  CHECK(csv.row(2)[0].place.line == 6);
}

TEST_CASE("tables: values of cells") {
  CHECK(cell_day("2024-01-31") == std::chrono::sys_days(2024y / 1 / 31));
  CHECK(cell_day("2024/1/5") == std::chrono::sys_days(2024y / 1 / 5));
  CHECK(cell_day("2024年1月5日") == std::chrono::sys_days(2024y / 1 / 5));
  CHECK(cell_day("20240105") == std::chrono::sys_days(2024y / 1 / 5));
  for (const std::string_view wrong :
       {"2024-02-30", "2024", "24-1-5", "2024-1", "2024-1-5x", "5"}) {
    CHECK_FALSE(cell_day(wrong).has_value());
  }
  CHECK(cell_number("-2.5") == -2.5);
  CHECK_FALSE(cell_number("nan").has_value());
  CHECK_FALSE(cell_whole("2.5").has_value());
  CHECK(cell_list(" 舒普深 | Sulperazon；a、b;").size() == 4);
}

TEST_CASE("tables: headings in both languages, dates, a byte order mark, GB18030") {
  const std::string utf8 =
      "\xEF\xBB\xBF手术编码,手术名称,手术级别,启用日期\r\n51.2300,胆囊切除术,三级,2023/1/1\r\n";
  const std::string gbk =
      "\xCA\xD6\xCA\xF5\xB1\xE0\xC2\xEB,\xCA\xD6\xCA\xF5\xBC\xB6\xB1\xF0\n51.23,\xC8\xFD\xBC\xB6\n";
  const Tables tables = read(TableKind::kSurgeryLevels, utf8);
  const auto& levels = tables.surgery_levels();
  REQUIRE(levels.by_code.find("51.2300").size() == 1);
  const SurgeryLevel& row = levels.rows[levels.by_code.find("51.2300")[0]];
  CHECK(row.level == 3);
  CHECK(row.valid.covers(day("2022-12-31")) == Within::kNo);
  CHECK(row.valid.covers(day("2023-01-01")) == Within::kYes);
  CHECK(row.valid.covers(day("2022")) == Within::kNo);
  CHECK(row.valid.covers(std::nullopt) == Within::kUnknown);
  CHECK(levels.by_name.find(" 胆囊 切除术 ").size() == 1);
  CHECK(read(TableKind::kSurgeryLevels, gbk).surgery_levels().rows[0].level == 3);
}

TEST_CASE("tables: a row that ends within the time is neither in force nor not") {
  const Validity valid{std::chrono::sys_days(2024y / 3 / 10),
                       std::chrono::sys_days(2024y / 3 / 20)};
  CHECK(valid.covers(day("2024-03")) == Within::kUnknown);
  CHECK(valid.covers(day("2024-03-20T23:59")) == Within::kYes);
  CHECK(valid.covers(day("2024-03-21")) == Within::kNo);
}

TEST_CASE("tables: keys without blanks, case and width; rows of one key") {
  const Tables tables =
      read(TableKind::kSurgeryLevels, "code,name,level\n51.2300x001,a,3\nB,a,2\n");
  const auto& levels = tables.surgery_levels();
  CHECK(levels.by_code.find("５１．2300X001").size() == 1);
  CHECK(levels.by_name.find("A").size() == 2);
  CHECK(levels.by_code.find("").empty());
  CHECK(levels.by_code.find("51.23").empty());
}

TEST_CASE("tables: names inside texts, the longest, Latin ones as words") {
  const Tables tables =
      read(TableKind::kAntibiotics,
           "name,synonyms,class\n头孢哌酮,,restricted\n头孢哌酮舒巴坦,舒普深|CSL,special\n"
           "青霉素,Penicillin G,非限制\n");
  const NameIndex& names = tables.antibiotics().names;
  CHECK(names_in(names, "注射用头孢哌酮舒巴坦钠3g+青霉素") == "头孢哌酮舒巴坦/1 青霉素/2 ");
  CHECK(names_in(names, "PENICILLIN g 80万U") == "PENICILLIN g/2 ");
  CHECK(names_in(names, "xcsl csl3 Csl.") == "csl/1 Csl/1 ");
  CHECK(names_in(names, "") == "");
  CHECK(names_in(names, "头孢") == "");
  CHECK(names_in(names, "注射用头孢哌酮钠舒巴坦钠") == "头孢哌酮钠舒巴坦/1 ");
  CHECK(names_in(names, "头孢哌酮/舒巴坦") == "头孢哌酮/舒巴坦/1 ");
  const Tables signs = read(TableKind::kDrugClasses, "name,class\n哌拉西林/他唑巴坦,a\n氯化钠,b\n");
  CHECK(names_in(signs.drug_classes().names, "哌拉西林钠他唑巴坦钠") == "哌拉西林钠他唑巴坦/0 ");
  CHECK(names_in(signs.drug_classes().names, "氯化钾、氯化钠") == "氯化钠/1 ");
}

TEST_CASE("tables: a heading alone is no table; a calendar is") {
  const Tables empty = read(TableKind::kStaff, "工号,姓名\n");
  CHECK_FALSE(empty.has(TableKind::kStaff));
  const Tables tables = read(TableKind::kCalendar, "date,day\n2027-01-01,rest\n2027-01-02,班\n");
  CHECK(tables.has(TableKind::kCalendar));
  CHECK(tables.calendar().works(2027y / 1 / 1) == false);
  CHECK(tables.calendar().works(2027y / 1 / 2) == true);
  CHECK(Tables::none().calendar().works(2024y / 9 / 29) == true);
}

TEST_CASE("tables: the other tables") {
  Tables tables = read(TableKind::kStaff,
                       "id,name,title,antibiotic\nY1,李一,主任医师,特殊\nY2,王二,attending,\n");
  CHECK(tables.staff().rows[0].title == Title::kChief);
  CHECK(tables.staff().rows[0].antibiotic == AntibioticClass::kSpecial);
  CHECK(tables.staff().rows[1].title == Title::kAttending);
  CHECK_FALSE(tables.staff().rows[1].antibiotic.has_value());
  REQUIRE_FALSE(
      tables.read(TableKind::kCriticalLimits, "c.csv",
                  "analyte,synonyms,unit,low,high,sex,age_from\n钾,K+,mmol/L,2.8,6.2,女,18"));
  const CriticalLimit& limit = tables.critical_limits().rows[0];
  CHECK(tables.critical_limits().by_name.find("k+").size() == 1);
  CHECK(limit.low == 2.8);
  CHECK(limit.sex == Sex::kFemale);
  CHECK(limit.age_from == 18);
  REQUIRE_FALSE(tables.read(TableKind::kSurgeonAuthorisations, "a.csv",
                            "staff_id,code,level\nY1,51.23,\nY1,,2\n"));
  CHECK(tables.authorisations().by_code.find("y1").size() == 2);
  CHECK(tables.authorisations().rows[1].level == 2);
  REQUIRE_FALSE(
      tables.read(TableKind::kDrugClasses, "d.csv", "name,class\n青霉素,青霉素类、β-内酰胺类"));
  CHECK(tables.drug_classes().rows[0].classes.size() == 2);
}

TEST_CASE("tables: a hospital's boilerplate stands beside the built-in one") {
  constexpr std::string_view kOwn =
      "本院温馨提示：贵重物品请自行保管，探视时间为每日下午三点至五点。";
  const Tables hospital = read(TableKind::kBoilerplate, "text\n" + std::string(kOwn) + "\n");
  Tokens tokens;
  const Text piece{kOwn, {}};
  std::vector<Gram> grams;
  sample_grams(tokens, tokens.add({&piece, 1}), grams);
  REQUIRE_FALSE(grams.empty());
  for (const Gram& gram : grams) {
    CHECK(hospital.boilerplate().contains(gram.hash, SectionType::kPresentIllness));
    CHECK_FALSE(Tables::none().boilerplate().contains(gram.hash, SectionType::kPresentIllness));
  }
  CHECK_FALSE(Tables::none().boilerplate().empty());
  CHECK(said(TableKind::kBoilerplate, "section,text\nno such section," + std::string(kOwn))
            .find("no such section") != std::string::npos);
}

TEST_CASE("tables: errors have a place, the column and what was expected") {
  struct Case {
    TableKind kind;
    std::string_view text, message;
  };
  for (const auto& [kind, text, message] : {
           Case{TableKind::kSurgeryLevels, "",
                "1:1: the header is missing: "
                "code,name,level,valid_from,valid_until,remark"},
           Case{TableKind::kSurgeryLevels, "code,lvel\n51.23,4\n",
                "1:6: there is no column \"lvel\"; did you mean \"level\"?"},
           Case{TableKind::kSurgeryLevels, "code;level\n51.23;4\n",
                "1:1: commas are expected between the columns"},
           Case{TableKind::kSurgeryLevels, "code,level,手术级别\n51.23,4,4\n",
                "1:12: column level is there twice"},
           Case{TableKind::kSurgeryLevels, "code,level\n51.23,5\n",
                "2:7: column level: one of 1, 2, 3, 4 is expected, not \"5\""},
           Case{TableKind::kSurgeryLevels, "code,level\n51.23\n",
                "2:1: column level is blank; one of 1, 2, 3, 4 is expected"},
           Case{
               TableKind::kSurgeryLevels, "code,level,valid_from\n胆囊,4,2024-02-30\n",
               "2:6: column valid_from: a date such as 2024-01-31 is expected, not \"2024-02-30\""},
           Case{TableKind::kSurgeryLevels,
                "code,level,valid_from,valid_until\n51.23,4,2024-02-20,2024-02-01\n",
                "2:20: column valid_until: the last day is before the first"},
           Case{TableKind::kSurgeryLevels, "code,level\n51.23,4\n5,3\n51.23,4\n",
                "4:1: the same as line 2"},
           Case{TableKind::kSurgeryLevels, "code,level\n51.23,4,x\n",
                "2:9: no column for this cell: the header has 2"},
           Case{TableKind::kSurgeryLevels, "code,level\n,4\n",
                "2:1: one of these columns is to be filled: code, name"},
           Case{TableKind::kSurgeryLevels, "level\n4\n",
                "1:1: one of these columns is to be filled: code, name"},
           Case{TableKind::kSurgeryLevels, "code,level\n\"51\"x,4\n",
                "2:5: a comma or the line end is expected behind the quote"},
           Case{TableKind::kCriticalLimits, "analyte,low,high\n钾,6,2\n",
                "2:5: column high: less than low"},
           Case{TableKind::kCriticalLimits, "analyte,low\n钾,low\n",
                "2:3: column low: a number is expected, not \"low\""},
           Case{TableKind::kStaff, "id,title\nY1,医生\n",
                "2:4: column title: one of unknown, student, trainee, resident, attending, "
                "associate-chief, chief, nurse, head-nurse, technician, pharmacist, other is "
                "expected, not \"医生\""},
       }) {
    const auto& shown_text = text;
    CAPTURE(shown_text);
    // What follows from the first error is said on lines of its own.
    const std::string all = said(kind, std::string(text));
    CHECK(all.substr(0, all.find('\n')) == "t.csv:" + std::string(message));
  }
}

TEST_CASE("tables: all errors of a table are told at once, but not hundreds") {
  std::string text = "code,level\n";
  for (int i = 0; i < 30; ++i) text += std::to_string(i) + ",9\n";
  const std::string all = said(TableKind::kSurgeryLevels, text);
  CHECK(std::count(all.begin(), all.end(), '\n') == 20);
  CHECK(all.ends_with("t.csv: 10 more errors"));
}

}  // namespace
}  // namespace emrlint
