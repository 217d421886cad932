// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/code_list.h"
#include "checks/coding/principal.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, int, CodedName, int> kShallower{
    "shallower",
    "主要诊断“{0}”为{1}度灼伤，其他诊断中“{2}”为{3}度；应以灼伤程度最严重部位的诊断为主要诊断。",
    "the principal diagnosis “{0}” is a burn of degree {1}, and “{2}” among the others is of "
    "degree "
    "{3}; the deepest burn is principal."};
constexpr Message<> kDeeper{"deeper", "程度更重的灼伤", "the deeper burn"};

constexpr Missing kDepth{"burn-depth", "灼伤的程度", "how deep the burn is"};
constexpr Missing kArea{"burn-area", "同等程度灼伤的面积", "the areas of burns of equal depth"};

constexpr Citation kBasis[] = {{"SY", "16"}, {"ICD10", "卷1 T20–T25"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kShallower, kDeeper};

// T26-T28 (eye, airways, internal organs) have no degree: they leave it open.
constexpr std::string_view kBurns = "T20-T28";
constexpr std::string_view kWithDegree = "T20-T25";

// The degree of a burn or corrosion by its fourth character; 0 where it does not tell.
int degree(std::string_view code) {
  if (!in_code_list(kWithDegree, code) || code.size() < 5) return 0;
  const int digit = code[4] - '0';
  if (digit >= 1 && digit <= 3) return digit;
  return digit >= 5 && digit <= 7 ? digit - 4 : 0;
}

bool burn(const Diagnosis& d) { return in_code_list(kBurns, d.code.value); }

void run(const Chart& chart, const Options&, Report& report) {
  const auto stay = principal_case(chart);
  if (!stay || !burn(stay->principal()) || stay->other(burn) == nullptr) return;
  const Span where = stay->principal().code.span;
  const int depth = degree(stay->code());
  if (depth == 0) return report.undecided(stay->subject(), kDepth, where);
  const auto deeper = [&](const Diagnosis& d) { return burn(d) && degree(d.code.value) > depth; };
  const auto untold = [](const Diagnosis& d) { return burn(d) && degree(d.code.value) == 0; };
  const auto equal = [&](const Diagnosis& d) { return burn(d) && degree(d.code.value) == depth; };
  if (const Diagnosis* const other = stay->other(deeper)) {
    report
        .fail(kShallower, stay->subject(), where, coded_name(stay->principal()), depth,
              coded_name(*other), degree(other->code.value))
        .note(kDeeper, other->code.span);
  } else if (stay->other(untold) != nullptr) {
    report.undecided(stay->subject(), kDepth, where);
  } else if (stay->other(equal) != nullptr) {
    report.undecided(stay->subject(), kArea, where);
  } else {
    report.pass(stay->subject());
  }
}

}  // namespace

extern constinit const Check principal_burn{
    {.id = "coding-principal-burn",
     .severity = Severity::kWarning,
     .title = {"多部位灼伤以程度最重的部位为主要诊断", "Of several burns the deepest is principal"},
     .judged =
         {"主要诊断和其他诊断中都有灼伤、腐蚀伤（T20–T28）的住院病历：主要诊断的程度（T20–T25亚目第"
          "四位"
          "：1、5为Ⅰ度，2、6为Ⅱ度，3、7为Ⅲ度）不轻于其他各处。",
          "Each stay with burns or corrosions (T20-T28) both as principal and among the others: no "
          "other is deeper than the principal one (fourth character of T20-T25: 1 and 5 first, 2 "
          "and "
          "6 second, 3 and 7 third degree)."},
     .exceptions =
         {"只有一处灼伤，或主要诊断不是灼伤的不判；编码不表明程度的（未特指、T26–T28），以及程度相"
          "同须比"
          "较面积的，无法判定。只判ICD-10。",
          "Not judged with one burn, or where the principal diagnosis is none; undecided where a "
          "code "
          "does not tell the degree (unspecified, T26-T28), or equal degrees call for the areas. "
          "ICD-10 only."},
     .advice = {"以程度最重、同等程度时面积最大的部位为主要诊断。",
                "Choose the deepest burn, of equal ones the largest."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
