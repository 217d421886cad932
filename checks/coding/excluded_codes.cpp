// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_pair_hits.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, CodedName, Bilingual> kBoth{
    "both", "“{0}”与“{1}”互斥（{2}），不应同时列为出院诊断。",
    "“{0}” and “{1}” exclude each other ({2}) and do not both stand among the discharge "
    "diagnoses."};
constexpr Message<> kOther{"other", "与之互斥的诊断", "the diagnosis that it excludes"};

constexpr Option<WordList> kPairs{
    "pairs",
    {},
    "互斥的编码，代替内置各对，如[\"E10/E11,E13-E14\"]",
    "codes that exclude each other, instead of the built-in ones, such as [\"E10/E11,E13-E14\"]"};

constexpr Citation kBasis[] = {{"ICD10", "卷1 不包括"}, {"SY", "6"}};
constexpr int kCore[] = {15};
constexpr OptionInfo kOptions[] = {kPairs};
constexpr MessageInfo kMessages[] = {kBoth, kOther};

void judge(const Chart& chart, const std::vector<CodePair>& pairs, Report& report) {
  judge_pairs(
      chart, pairs, report,
      [&](const Diagnosis& d, Subject subject, const Diagnosis& beside, const CodePair& pair) {
        report.fail(kBoth, subject, d.code.span, coded_name(d), coded_name(beside), basis_of(pair))
            .note(kOther, beside.code.span);
      });
}

void run(const Chart& chart, const Options& options, Report& report) {
  const auto stated = pairs_of(options[kPairs]);
  if (!stated) return report.undecided(of_chart(), kPairsForm);
  judge(chart, stated->empty() ? excluding_pairs() : *stated, report);
}

}  // namespace

extern constinit const Check excluded_codes{
    {.id = "coding-excludes",
     .severity = Severity::kWarning,
     .title = {"互斥的诊断编码不并存", "Codes that exclude each other do not stand together"},
     .judged =
         {"出院诊断的ICD-10编码中没有互斥的一对，互斥的编码取自ICD-"
          "10卷1的“不包括”和类目名称（如E10与"
          "E11、I10与I11–I13、K81与K80.0）。",
          "The ICD-10 codes of the discharge diagnoses hold no two that exclude each other, by the "
          "excludes and titles of ICD-10 volume 1 (E10 and E11, I10 and I11-I13, K81 and K80.0)."},
     .exceptions =
         {"只收一个患者一次住院不能同时具有的；ICD-"
          "10“不包括”的多数条目允许两病并存，不在其内。没有"
          "编码的诊断和ICD-10-CM不判。",
          "Only such are taken as one patient cannot have in one stay; most excludes of ICD-10 "
          "allow two diseases side by side and are left out. Diagnoses without a code and "
          "ICD-10-CM "
          "are not judged; undecided where the option pairs is not of its form."},
     .advice = {"核对诊断，保留符合病情的一个编码。",
                "Compare the diagnoses and keep the code that fits."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
