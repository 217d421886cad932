// SPDX-License-Identifier: Apache-2.0
// The edits of codes against public code tables, which are no part of the repository:
//
//   EMRLINT_CODE_TABLES=DIR build/dev/emrlint_tests -tc="code lists:*"
//
// DIR holds icd10cm-order-Jan-2021.csv.gz and cms-mce-v37.txt (CMS), icd10-yibao.txt and
// icd9cm3-yibao.txt (the insurance editions, "code name" lines). Without it nothing is compared.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/report.h"
#include "checks/coding/asterisk.h"
#include "checks/coding/code_list.h"
#include "checks/coding/name_judgement.h"
#include "codes/code_import.h"
#include "config/config.h"
#include "terminology/age_limited.h"
#include "terminology/sex_limited.h"

namespace emrlint::checks {
namespace {

using Codes = std::set<std::string>;

// The folder of the tables; empty, and said so, where none is named.
std::string folder() {
  const char* const named = std::getenv("EMRLINT_CODE_TABLES");
  if (named == nullptr) MESSAGE("skipped: EMRLINT_CODE_TABLES names no folder of code tables");
  return named == nullptr ? std::string() : std::string(named) + "/";
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in, path);
  return {std::istreambuf_iterator<char>(in), {}};
}

CodeTable import(const std::vector<std::string>& paths) {
  CodeImport import(ImportOptions{});
  for (const std::string& path : paths) REQUIRE_FALSE(import.add(path, bytes_of(path)));
  const Result<std::string> bytes = import.finish(false);
  REQUIRE(bytes.ok());
  Result<CodeTable> table = CodeTable::of(*bytes, paths.front());
  REQUIRE(table.ok());
  return *std::move(table);
}

// The diagnosis codes of the Medicare Code Editor, by its name of the edit.
std::map<std::string, Codes> editor_lists(const std::string& path) {
  std::map<std::string, Codes> lists;
  std::ifstream in(path);
  const CodingSystem& system = coding_system(CodeSystem::kIcd10Cm);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (cells.size() < 7 || cells[5] != "D") continue;
    lists[cells[4]].emplace(CanonicalCode(system, cells[6]).code());
  }
  return lists;
}

// "A00.0 A00.1", and a line break where it gets long.
std::string text_of(const Codes& codes) {
  std::string text;
  std::size_t column = 0;
  for (const std::string& code : codes) {
    column += code.size() + 1;
    if (column > 100) column = code.size() + 1;
    text += (column == code.size() + 1 ? "\n    " : " ") + code;
  }
  return text;
}

void report_codes(const std::string& what, const Codes& codes) {
  MESSAGE(what << ": " << codes.size() << text_of(codes));
}

Codes without(const Codes& some, const Codes& others) {
  Codes rest;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

// A check on charts of one diagnosis each, with a code table or without.
class Edit {
 public:
  Edit(std::string_view id, const std::vector<std::string>& tables)
      : catalog_(*Catalog::built_in()) {
    const auto index = catalog_.index_of(id);
    REQUIRE(index.has_value());
    index_ = *index;
    const std::string text = tables.empty() ? "" : "codes.files = [\"table\"]\n";
    Result<Config> config =
        Config::load(catalog_, "emrlint.toml", text, nullptr,
                     [&](const std::string&) -> Result<CodeTable> { return import(tables); });
    REQUIRE(config.ok());
    config_ = *std::move(config);
    chart_.realm = Realm::kOther;
    chart_.encounter.admitted.add({*parse_iso_time("2020-06-01T09:00"), {}, {}});
    chart_.encounter.discharged.add({*parse_iso_time("2020-06-09T09:00"), {}, {}});
    Diagnosis diagnosis;
    diagnosis.role = DiagnosisRole::kDischargePrincipal;
    diagnosis.code_system.value = "http://hl7.org/fhir/sid/icd-10-cm";
    chart_.diagnoses.push_back(diagnosis);
  }

  void set_sex(Sex sex) { chart_.patient.sex.value = sex; }
  void set_birth(const std::string& day) { chart_.patient.birth = {*parse_iso_time(day), {}}; }

  bool fails(const std::string& code) {
    chart_.diagnoses.front().code.value = code;
    Report report({}, &config_.tables());
    const CatalogEntry& entry = catalog_.entries()[index_];
    entry.run(chart_, config_.settings_for(chart_, "")[index_].options, report);
    return std::any_of(report.outcomes().begin(), report.outcomes().end(),
                       [](const Outcome& one) { return one.kind == OutcomeKind::kFail; });
  }
  Codes failing(const Codes& codes) {
    Codes found;
    for (const std::string& code : codes) {
      if (fails(code)) found.insert(code);
    }
    return found;
  }

 private:
  Catalog catalog_;
  std::uint32_t index_ = 0;
  Config config_;
  Chart chart_;
};

// The codes of ICD-10-CM with the lists, and what both say.
struct Editor {
  std::vector<std::string> tables;
  std::map<std::string, Codes> lists;
  Codes codes;

  explicit Editor(const std::string& folder)
      : tables{folder + "icd10cm-order-Jan-2021.csv.gz", folder + "cms-mce-v37.txt"},
        lists(editor_lists(tables[1])) {
    const CodeTable table = import(tables);
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      if (table[i].billable()) codes.emplace(table[i].code());
    }
  }
  // Of a list, those that are in the table, which is of a later year.
  Codes list(const std::string& edit) const { return without(lists.at(edit), gone(edit)); }
  Codes gone(const std::string& edit) const { return without(lists.at(edit), codes); }
};

TEST_CASE("code lists: limits of sex against the Medicare Code Editor") {
  const std::string from = folder();
  if (from.empty()) return;
  const Editor editor(from);
  const std::pair<Sex, std::string> kPatients[] = {{Sex::kMale, "Female_Only"},
                                                   {Sex::kFemale, "Male_Only"}};
  Edit by_table("coding-dx-sex-conflict", editor.tables), by_category("coding-dx-sex-conflict", {});
  for (const auto& [patient, name] : kPatients) {
    const std::string edit = name;
    const Codes limited = editor.list(edit);
    report_codes(edit + ": not in the table of 2021", editor.gone(edit));
    by_table.set_sex(patient);
    by_category.set_sex(patient);
    const Codes found = by_table.failing(editor.codes);
    Codes unseen = without(limited, found), doubtful;
    for (const std::string& code : unseen) {
      if (leaves_sex_in_doubt(code)) doubtful.insert(code);
    }
    unseen = without(unseen, doubtful);
    report_codes(edit + ": not judged, since the diagnosis leaves the sex in doubt", doubtful);
    report_codes(edit + ": imported limits, not found", unseen);
    report_codes(edit + ": imported limits, found besides", without(found, limited));
    CHECK(unseen.empty());
    CHECK(without(found, limited).empty());
    const Codes guessed = by_category.failing(editor.codes);
    report_codes(edit + ": categories, not found", without(without(limited, guessed), doubtful));
    report_codes(edit + ": categories, found besides", without(guessed, limited));
  }
}

// Birth dates of a patient who is so many years old on 1 June 2020.
std::string born(int years) { return std::to_string(2020 - years) + "-03-01"; }

TEST_CASE("code lists: limits of age against the Medicare Code Editor") {
  const std::string from = folder();
  if (from.empty()) return;
  const Editor editor(from);
  const std::vector<std::pair<std::string, AgeLimits>> kBands = {{"Newborn_Only", {0, 0}},
                                                                 {"Pediatric_Only", {0, 17}},
                                                                 {"Maternity_Only", {9, 64}},
                                                                 {"Adult_Only", {15, 124}}};
  Edit by_table("coding-dx-age-conflict", editor.tables), by_category("coding-dx-age-conflict", {});
  std::map<std::string, Codes> missed, besides;
  Codes wrong;
  for (const int age : {0, 2, 7, 10, 13, 16, 17, 19, 40, 63, 66, 90}) {
    Codes expected;
    for (const auto& band : kBands) {
      if (age >= band.second.from && age <= band.second.to) continue;
      for (const std::string& code : editor.list(band.first)) expected.insert(code);
    }
    by_table.set_birth(born(age));
    by_category.set_birth(born(age));
    const Codes found = by_table.failing(editor.codes);
    for (const Codes& some : {without(expected, found), without(found, expected)}) {
      wrong.insert(some.begin(), some.end());
    }
    const Codes guessed = by_category.failing(editor.codes);
    for (const auto& band : kBands) {
      const Codes unseen = without(expected, guessed);
      const Codes list = editor.list(band.first);
      std::set_intersection(list.begin(), list.end(), unseen.begin(), unseen.end(),
                            std::inserter(missed[band.first], missed[band.first].end()));
    }
    const Codes more = without(guessed, expected);
    besides[std::to_string(age)] = more;
  }
  report_codes("imported limits, other than the lists at some age", wrong);
  CHECK(wrong.empty());
  for (const auto& entry : missed) {
    report_codes(entry.first + ": categories, not found at some age", entry.second);
  }
  for (const auto& entry : besides) {
    report_codes("categories, found besides at " + entry.first + " years", entry.second);
  }
}

// What the asterisk categories and the lists of ICD-10 would say of ICD-10-CM, which has other
// ones.
Codes in_lists(const Codes& codes, std::string_view edit) {
  constexpr std::string_view kUnacceptable =
#define EMRLINT_UNACCEPTABLE(codes, with, zh, en) codes "|"
#include "checks/coding/unacceptable.def"
#undef EMRLINT_UNACCEPTABLE
#define EMRLINT_CIRCUMSTANCE(list, codes) codes "|"
#include "checks/coding/circumstances.def"
#undef EMRLINT_CIRCUMSTANCE
      "Z53";
  Codes found;
  for (const std::string& code : codes) {
    const bool listed = edit == "Principal_Manifestation" ? asterisk_code(code) != nullptr
                                                          : in_code_list(kUnacceptable, code);
    if (listed) found.insert(code);
  }
  return found;
}

TEST_CASE("code lists: principal diagnoses against the Medicare Code Editor") {
  const std::string from = folder();
  if (from.empty()) return;
  const Editor editor(from);
  const std::pair<std::string, std::string_view> kEdits[] = {
      {"Principal_Manifestation", "coding-principal-asterisk"},
      {"Principal_Unacceptable", "coding-principal-unacceptable"}};
  for (const auto& [edit, check] : kEdits) {
    const Codes limited = editor.list(edit);
    Edit by_table(check, editor.tables);
    const Codes found = by_table.failing(editor.codes);
    report_codes(edit + ": imported, not found", without(limited, found));
    report_codes(edit + ": imported, found besides", without(found, limited));
    CHECK(found == limited);
    const Codes listed = in_lists(editor.codes, edit);
    report_codes(edit + ": lists of ICD-10, not found", without(limited, listed));
    report_codes(edit + ": lists of ICD-10, found besides", without(listed, limited));
  }
}

TEST_CASE("code lists: every category of the limits is in the insurance edition") {
  const std::string from = folder();
  if (from.empty()) return;
  const CodeTable table = import({from + "icd10-yibao.txt"});
  Codes beside;  // F00, N51 and N77 stand behind dagger codes only.
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    for (const std::string_view link : table[i].links()) beside.emplace(link.substr(0, 3));
  }
  Codes absent;
  const auto look_up = [&](std::span<const CodeRange> ranges) {
    for (const CodeRange& range : ranges) {
      for (const std::string_view code : {range.first, range.last}) {
        const auto found = table.beginning_with(code);
        if (found.first == found.second && !beside.contains(std::string(code))) {
          absent.emplace(code);
        }
      }
    }
  };
  look_up(codes_for(Sex::kMale));
  look_up(codes_for(Sex::kFemale));
  for (const AgeGroup group :
       {AgeGroup::kNewborn, AgeGroup::kPerinatal, AgeGroup::kMaternity, AgeGroup::kAdult}) {
    look_up(codes_of(group));
  }
  // Of ICD-10-CM alone.
  for (const char* const code : {"N53", "O9A", "Z3A"}) absent.erase(code);
  report_codes("not in the insurance edition", absent);
  CHECK(absent.empty());
}

TEST_CASE("code lists: titles that name a sex or its organs are limited to it") {
  const std::string from = folder();
  if (from.empty()) return;
  const CodeTable table = import({from + "icd10-yibao.txt"});
  const std::pair<Sex, std::vector<std::string_view>> kWords[] = {
      {Sex::kMale,
       {"男性", "前列腺", "睾丸", "附睾", "阴茎", "精索", "阴囊", "精囊", "包皮", "龟头"}},
      {Sex::kFemale,
       {"女性", "子宫", "宫颈", "卵巢", "输卵管", "阴道", "外阴", "妊娠", "分娩", "产褥", "月经",
        "绝经"}}};
  for (const auto& [sex, words] : kWords) {
    std::map<std::string, Codes> unlimited;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      const CodeEntry entry = table[i];
      for (const std::string_view word : words) {
        if (entry.name_zh().find(word) == std::string_view::npos) continue;
        if (sex_of_diagnosis(CodeSystem::kIcd10, entry.code()) != sex) {
          unlimited[std::string(entry.code().substr(0, 5))].insert(
              std::string(entry.code()) + " " + std::string(entry.name_zh()) + ";");
        }
        break;
      }
    }
    for (const auto& entry : unlimited) {
      report_codes(std::string(sex == Sex::kMale ? "male " : "female ") + entry.first,
                   entry.second);
    }
  }
}

// The name of a code against the title of the one above it, which it may be coded by.
std::size_t opposed_pairs(const CodeTable& table, NameOf what) {
  std::size_t pairs = 0;
  Codes opposed;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const auto above = table[i].parent();
    if (!above) continue;
    ++pairs;
    const auto found =
        opposition(KeyWords(table[i].name_zh(), what), KeyWords(above->name_zh(), what));
    if (found) {
      opposed.insert(std::string(table[i].code()) + " " + std::string(table[i].name_zh()) + " / " +
                     std::string(above->name_zh()) + ";");
    }
  }
  report_codes("opposed to the name above, of " + std::to_string(pairs) + " codes", opposed);
  return opposed.size() * 100 / std::max<std::size_t>(pairs, 1);
}

TEST_CASE("code lists: names of codes do not oppose those above them") {
  const std::string from = folder();
  if (from.empty()) return;
  CHECK(opposed_pairs(import({from + "icd10-yibao.txt"}), NameOf::kDiagnosis) == 0);
  CHECK(opposed_pairs(import({from + "icd9cm3-yibao.txt"}), NameOf::kProcedure) == 0);
}

// Every code with its own name: no finding may come of it, and the search finds the code by it.
TEST_CASE("code lists: no code disagrees with its own name") {
  const std::string from = folder();
  if (from.empty()) return;
  const std::pair<std::string, NameOf> kTables[] = {{"icd10-yibao.txt", NameOf::kDiagnosis},
                                                    {"icd9cm3-yibao.txt", NameOf::kProcedure}};
  for (const auto& [file, what] : kTables) {
    const CodeTable table = import({from + file});
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      // As a physician may write it: with something behind it.
      const std::string name = std::string(table[i].name_zh()) + "（术后复查）";
      const NameJudgement judgement = judge_name(table[i], name, what);
      CHECK_MESSAGE(judgement.verdict == NameVerdict::kNoConflict, name);
    }
  }
}

}  // namespace
}  // namespace emrlint::checks
