// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "checks/duplication/near_text.h"
#include "checks/duplication/reasoning.h"

namespace emrlint::checks {
namespace {

constexpr SameTextMessages kSays{
    .equal = {"pattern-d", "{0}（{1}字）与同科室同种疾病的另一患者病历{2}中先写的完全相同。",
              "{0} ({1} characters or words): word for word what was written before for a "
              "patient of the same department and disease, chart {2}."},
    .undated = {"pattern-d-undated",
                "{0}（{1}字）与同科室同种疾病的另一患者病历{2}中的完全相同，书写时间分不出先后。",
                "{0} ({1} characters or words): word for word that of a patient of the same "
                "department and disease, chart {2}; the times of writing do not tell which was "
                "first."},
    .many = {"template",
             "{0}（{1}字）一字不差地见于同科室同种疾病{2}名以上患者的病历，按模板只提示一次。",
             "{0} ({1} characters or words): word for word in the charts of more than {2} "
             "patients of one department and disease; taken for a template and told once, here."}};

constexpr Missing kDisease{"department-and-disease", "科室和诊断编码",
                           "the department and the code of the diagnosis"};

constexpr std::size_t kDepartment = kOwnMark, kCategory = kOwnWord;

// None where one of the four is not known.
std::optional<bool> one_disease(const Fact& a, const Fact& b) {
  const auto differ = [](std::string_view x, std::string_view y) {
    return !x.empty() && !y.empty() && x != y;
  };
  if (differ(a.mark(kDepartment), b.mark(kDepartment))) return false;
  if (differ(a.word(kCategory), b.word(kCategory))) return false;
  for (const Fact* const fact : {&a, &b}) {
    if (fact->mark(kDepartment).empty() || fact->word(kCategory).empty()) return std::nullopt;
  }
  return true;
}

// Forms whose values are the patient's own are no copies.
constexpr NearTextRule kNearRule{
    .near = {"near",
             "{0}（不计套话{1}字）中有{2}字（{3}%）与同科室同种疾病的另一患者病历{4}中先写的相同。",
             "{0}: of {1} characters or words without boilerplate {2} ({3} %) stand word for word "
             "in what was written before for a patient of the same department and disease, chart "
             "{4}."},
    .undated = {"near-undated",
                "{0}（不计套话{1}字）中有{2}字（{3}%）与同科室同种疾病的另一患者病历{4}中的相同，书"
                "写时间分不出先后。",
                "{0}: of {1} characters or words without boilerplate {2} ({3} %) stand word for "
                "word in that of a patient of the same department and disease, chart {4}; the "
                "times of writing do not tell which was first."},
    .numbers = 0.75,
    .comparable = &one_disease,
    .unknown = &kDisease};

constexpr Option<int> kLeast{"min_chars", 50, kShorter.zh, kShorter.en};
constexpr Option<int> kCap{
    "cap", 0, "见于多于此数的患者时只作为模板提示一次；0为每份都指出",
    "a text of more patients than this is told once, as a template; 0: each chart "
    "is told"};

constexpr Citation kBasis[] = {{"ZB", "25"}, {"BL", "22(1)"}};
constexpr int kCore[] = {15};
constexpr Option<double> kShare{"near", 0.9, kNearly.zh, kNearly.en};
constexpr MessageInfo kMessages[] = {kSays.equal,     kSays.undated,  kSays.many,
                                     kSays.source,    kNearRule.near, kNearRule.undated,
                                     kNearRule.source};
constexpr OptionInfo kOptions[] = {kLeast, kCap, kShare};

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  SameTexts texts(chart, options[kLeast], options[kCap], facts);
  for (const Document* const document : texts.documents()) {
    if (document->type != DocType::kFirstProgressNote) continue;
    const std::vector<Text> pieces = reasoning_of(*document);
    Fact* const fact = texts.add(*document, SectionType::kDiagnosticDiscussion, pieces);
    if (fact == nullptr) continue;
    const std::string_view department = document->header.department.value;
    fact->marks.emplace_back(department.empty() ? chart.encounter.department.value : department);
    fact->words.emplace_back(disease_of(chart));
    texts.seek_near(*fact, pieces, options[kShare]);
  }
}

void judge(std::span<const Fact> facts, Report& report) {
  if (near_group(facts)) return judge_near_text(facts, kNearRule, report);
  const bool one_patient = std::all_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return same_patient(facts.front(), fact) == SamePatient::kYes;
  });
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Fact*>> alike;
  for (const Fact& fact : facts) {
    if (!fact.mark(kDepartment).empty() && !fact.word(kCategory).empty()) {
      alike[{fact.mark(kDepartment), fact.word(kCategory)}].push_back(&fact);
    } else if (one_patient) {
      judge_same_text({&fact, 1}, kSays, report);
    } else {
      report.undecided(fact.subject, kDisease, fact.where);
    }
  }
  for (auto& [of, group] : alike) judge_same_text(std::move(group), kSays, report);
}

}  // namespace

extern constinit const Check same_disease_other_patient{
    .info =
        {.id = "duplication-same-disease-other-patient",
         .severity = Severity::kWarning,
         .title = {"同科室同种疾病的拟诊讨论不应相同",
                   "The reasoning of two patients of one disease is not the same"},
         .judged =
             {"首次病程记录的拟诊讨论（诊断依据和鉴别诊断，50字以上）：与同一次运行所查的同科室"
              "、同种疾病（主要诊断编码前三位相同）的其他患者病历中先写的完全相同，即不合理复制"
              "病历发生率（MER-TQ-07）所列的第4种情形；九成以上的文字与之相同为近似，也提示。",
              "The diagnostic discussion of the first progress note (basis of the diagnosis and "
              "differential diagnosis) with 50 characters or more: equal to what was written "
              "before for a patient of the run with the same department and disease (first "
              "three characters of the code of the principal diagnosis) is pattern d of the "
              "indicator of unreasonable copying (MER-TQ-07). Nine tenths of the text, a near "
              "copy, are told too."},
         .exceptions =
             {"近似不属该指标所列情形：按逐字比对，不计套话（内置套话及本院套话表），通篇未改动的"
              "字数所占比例；见于50份以上病历的措辞不算相同，四分之一以上的数值不同的不判近似。近似"
              "须重读病历核对，病历已不在原处或"
              "已改动的，无法判定。只查一份病历时不评价。没有出院诊断编码的按入院诊断编码归类；文"
              "字与他人相同或近似而科室或诊断编码不详的，以及分不清是否同一患者、文书未能读全的，"
              "无法判定。字数不计以“无”“否认”开头、含“未”或以“正常”“阴性”结尾的分句。同一患者的"
              "历次病历之间不比较。指标按份统计，因此同一文字见于再多患者也逐份指出；可用 cap 改为"
              "只提示一次。字数和比例是可调参数，指标没有数值。",
              "A near copy is none of the patterns of the indicator: so many characters or words "
              "of it stand unchanged in the other text, boilerplate (the list of the program and "
              "the table of the hospital) left out; wording of more than 50 charts does not "
              "count as the same, and one more than a quarter of whose numbers are others is no "
              "near "
              "copy. Both charts are read again to compare them: undecided where "
              "one is gone or was changed. Nothing is judged in a run of one chart. Without a "
              "code at discharge that of the admission counts; undecided where the text is "
              "another's, or much like it, and the department or the code is not known, where "
              "it cannot be told whether it is one patient, and where the note could not be read "
              "to its end. Clauses that begin with 无 or 否认, hold 未 or end in 正常 or 阴性 do "
              "not count for the length. Charts of one patient are not compared. The indicator "
              "counts charts, so that each is told however many have the text; the option cap "
              "makes it one. All numbers are options, the indicator has none."},
         .advice = {"结合本患者的病史、体征和检查分析诊断依据和鉴别诊断。",
                    "Reason from the history, signs and tests of this patient."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
