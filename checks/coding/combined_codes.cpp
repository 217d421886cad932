// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/coding/code_pair_hits.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, CodedName, std::string_view, Bilingual> kSeparate{
    "separate", "“{0}”与“{1}”分别编码；两者有关时应合并编码为{2}（{3}），请核对。",
    "“{0}” and “{1}” are coded apart; where they belong together the code is {2} ({3})."};
constexpr Message<> kOther{"other", "另一半", "the other half"};

constexpr Option<WordList> kPairs{
    "pairs",
    {},
    "应合并的编码及合并后的编码，代替内置各对，如[\"N20.0/N20.1=N20.2\"]",
    "codes that belong together, and the one that says both, instead of the built-in ones, such as "
    "[\"N20.0/N20.1=N20.2\"]"};

constexpr Citation kBasis[] = {{"ICD10", "卷1 合并类目"}, {"ICD10", "卷2 4.4.2"}, {"SY", "6"}};
constexpr int kCore[] = {15};
constexpr OptionInfo kOptions[] = {kPairs};
constexpr MessageInfo kMessages[] = {kSeparate, kOther};

void judge(const Chart& chart, const std::vector<CodePair>& pairs, Report& report) {
  judge_pairs(
      chart, pairs, report,
      [&](const Diagnosis& d, Subject subject, const Diagnosis& beside, const CodePair& pair) {
        report
            .fail(kSeparate, subject, d.code.span, coded_name(beside), coded_name(d), pair.instead,
                  basis_of(pair))
            .note(kOther, beside.code.span);
      });
}

void run(const Chart& chart, const Options& options, Report& report) {
  const auto stated = pairs_of(options[kPairs]);
  const bool whole =
      stated && std::all_of(stated->begin(), stated->end(),
                            [](const CodePair& pair) { return !pair.instead.empty(); });
  if (!whole) return report.undecided(of_chart(), kPairsForm);
  judge(chart, stated->empty() ? combining_pairs() : *stated, report);
}

}  // namespace

extern constinit const Check combined_codes{
    {.id = "coding-combination",
     .severity = Severity::kNote,
     .title = {"有合并编码的诊断应合并编码",
               "Diagnoses that one code says together have that code"},
     .judged =
         {"出院诊断的ICD-10编码中没有应合并为一个编码的一对，取自ICD-10卷1的合并类目（如K80."
          "2与K81合并为"
          "K80.0或K80.1，N20.0与N20.1合并为N20.2，I11与I12合并为I13）。",
          "The ICD-10 codes of the discharge diagnoses hold no two that one code says together, by "
          "ICD-10 volume 1 (K80.2 with K81 is K80.0 or K80.1, N20.0 with N20.1 is N20.2, I11 with "
          "I12 is I13)."},
     .exceptions =
         {"两者是否有关、是否同一部位或同一侧，编码不能表明（如I10与I50须由高血压引起才编I11."
          "0），所以只作"
          "提示。没有编码的诊断和ICD-10-CM不判；选项pairs写法有误时无法判定。",
          "Whether the two belong together or are of one side no code tells (I10 with I50 is I11.0 "
          "only where the heart failure is due to hypertension): a note only. Diagnoses without a "
          "code "
          "and ICD-10-CM are not judged; undecided where the option pairs is not of its form."},
     .advice = {"两者有关的，改用合并编码；无关的，不必改动。",
                "Use the code that says both where they belong together; else leave them."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
