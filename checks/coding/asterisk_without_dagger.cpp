// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "check/coding_edition.h"
#include "checks/coding/asterisk.h"
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

// "E10.4、E11.4" of a list of codes.
struct CodeNames {
  std::string_view list;
};

Argument to_argument(const CodeNames& names) {
  Argument out;
  any_range(names.list, [&](CodeRange range) {
    out.zh += out.zh.empty() ? "" : "、";
    out.en += out.en.empty() ? "" : ", ";
    for (std::string* const text : {&out.zh, &out.en}) {
      text->append(range.first);
      if (range.last != range.first) text->append("–").append(range.last);
    }
    return false;
  });
  return out;
}

constexpr Message<CodedName, CodeNames> kWithout{
    "without", "“{0}”是星号（临床表现）编码，出院诊断中没有与之配对的剑号（病因）编码（{1}）。",
    "“{0}” is an asterisk (manifestation) code, and no discharge diagnosis has a dagger (cause) "
    "code "
    "that goes with it ({1})."};
constexpr Message<CodedName> kAlone{
    "alone", "“{0}”是星号（临床表现）编码，出院诊断中没有任何病因编码。",
    "“{0}” is an asterisk (manifestation) code, and no discharge diagnosis has a code of a cause."};
constexpr Message<CodedName> kUnlinked{
    "unlinked", "“{0}”是星号（临床表现）编码，按编码表，出院诊断中没有与之配对的剑号（病因）编码。",
    "“{0}” is an asterisk (manifestation) code; by the code table no discharge diagnosis has a "
    "dagger "
    "(cause) code that goes with it."};

constexpr Missing kLinks{"codes-links", "标有剑号、星号配对的ICD-10编码表（[codes] files）",
                         "an edition of ICD-10 with the dagger codes of this one ([codes] files)"};

constexpr Citation kBasis[] = {{"ICD10", "卷2 3.1.3"}, {"ICD10", "卷1 星号类目"}, {"SY", "6"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kWithout, kAlone, kUnlinked};

// What may be a cause at all.
constexpr std::string_view kCauses = "A00-Q99|S00-T98|U04|U07";

// Whether two codes are of one subcategory, or one is the category of the other.
bool alike(std::string_view a, std::string_view b) {
  const std::size_t size = std::min({a.size(), b.size(), std::string_view("G63.2").size()});
  const std::string_view bound = a.substr(0, size);
  const CodeRange range{bound, bound};
  return size >= 3 && in_ranges({&range, 1}, b);
}

bool linked(const CodeEntry& entry, std::string_view asterisk) {
  for (const std::string_view link : entry.links()) {
    if (alike(link, asterisk)) return true;
  }
  return false;
}

// Whether the table knows a dagger code of this asterisk code.
bool knows(const CodeTable& table, std::string_view asterisk) {
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    if (linked(table[i], asterisk)) return true;
  }
  return false;
}

class Judge {
 public:
  Judge(const Chart& chart, Report& report)
      : chart_(chart),
        report_(report),
        list_(discharge_list(chart)),
        table_(coding_edition(chart, report, CodeSystem::kIcd10)) {}

  void run() {
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& d = chart_.diagnoses[i];
      const AsteriskCode* const row = by_icd10(chart_, d) ? asterisk_code(d.code.value) : nullptr;
      if (row != nullptr) judge(i, *row);
    }
  }

 private:
  bool goes_with(const Diagnosis& dagger, const AsteriskCode& row, std::string_view code) const {
    if (in_code_list(row.daggers, dagger.code.value)) return true;
    const std::size_t sign = dagger.code.value.find_first_of("+");
    if (sign != std::string_view::npos && alike(dagger.code.value.substr(sign + 1), code)) {
      return true;
    }
    const auto entry = table_ == nullptr ? std::nullopt : table_->find(dagger.code.value);
    return entry && linked(*entry, code);
  }

  void judge(std::uint32_t index, const AsteriskCode& row) {
    const Diagnosis& d = chart_.diagnoses[index];
    const Subject subject = of_diagnosis(index);
    const std::string_view code = d.code.value;
    bool any = false, untold = false;
    for (const std::uint32_t i : list_.all) {
      const Diagnosis& other = chart_.diagnoses[i];
      if (i == index) continue;
      if (!by_icd10(chart_, other)) {
        untold = true;
      } else if (asterisk_code(other.code.value) == nullptr &&
                 in_code_list(kCauses, other.code.value)) {
        any = true;
        if (goes_with(other, row, code)) return report_.pass(subject);
      }
    }
    if (list_cut_off(chart_, list_)) {
      report_.undecided(subject, missing::kRestOfChart, d.code.span);
    } else if (untold) {
      report_.undecided(subject, kOtherCodes, d.code.span);
    } else if (!any) {
      report_.fail(kAlone, subject, d.code.span, coded_name(d));
    } else if (!row.daggers.empty()) {
      report_.fail(kWithout, subject, d.code.span, coded_name(d), CodeNames{row.daggers});
    } else if (table_ != nullptr && knows(*table_, code)) {
      report_.fail(kUnlinked, subject, d.code.span, coded_name(d));
    } else {
      report_.undecided(subject, kLinks, d.code.span);
    }
  }

  const Chart& chart_;
  Report& report_;
  const DischargeList list_;
  const CodeTable* const table_;
};

void run(const Chart& chart, const Options&, Report& report) { Judge(chart, report).run(); }

}  // namespace

extern constinit const Check asterisk_without_dagger{
    {.id = "coding-asterisk-without-dagger",
     .severity = Severity::kWarning,
     .title = {"星号编码应与剑号编码同时使用", "An asterisk code comes with a dagger code"},
     .judged =
         {"出院诊断中每个单独编写的星号编码（ICD-10星号类目，如G63.2、H36.0、N08."
          "3）：同时列有可与之配对"
          "的剑号编码——ICD-10卷1为该星号编码规定的范围之内，或编码表中标明与它配对。",
          "Each asterisk code of the discharge diagnoses that stands alone (asterisk categories of "
          "ICD-10, such as G63.2, H36.0, N08.3): a dagger code that goes with it is listed, one of "
          "the range that volume 1 of ICD-10 sets for it, or one that the code table links with "
          "it."},
     .exceptions =
         {"卷1未限定病因的星号编码（“分类于他处的疾病”），编码表又没有其配对的，无法判定；其他诊断"
          "没有"
          "编码的，无法判定。剑号、星号合写为一个编码的（A01.001+K77.0*）已成对，不判。ICD-10-"
          "CM没有星"
          "号编码，不判。",
          "Undecided for asterisk codes whose cause volume 1 does not limit (“diseases classified "
          "elsewhere”) where the code table links none, and where another diagnosis has no code. "
          "Not "
          "judged: both in one code (A01.001+K77.0*), and ICD-10-CM, which has no asterisk codes."},
     .advice =
         {"补上病因的剑号编码，或改用不属星号类目的编码。",
          "Add the dagger code of the cause, or use a code that is not of an asterisk category."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
