// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>

#include "check/coding_edition.h"
#include "checks/coding/principal.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<CodedName, std::string_view, std::string_view> kSpecific{
    "specific", "诊断编为未特指的“{0}”，而病历写有“{2}”，可编为{1}。",
    "the diagnosis is coded as unspecified, “{0}”, and the record tells of “{2}”, which has the "
    "code "
    "{1}."};
constexpr Message<> kTold{"told", "病历所写", "what the record tells"};

constexpr Citation kBasis[] = {{"SY", "9"}};
constexpr int kCore[] = {15};
constexpr CodeSystem kSystems[] = {CodeSystem::kIcd10};
constexpr MessageInfo kMessages[] = {kSpecific, kTold};

constexpr std::size_t kCategory = 3;    // I50
constexpr std::size_t kFourth = 4;      // Where the fourth character of I50.9 stands.
constexpr std::size_t kLeastName = 12;  // Four ideographs: shorter names stand in many others.

bool unspecified(std::string_view code) { return code.size() > kFourth && code[kFourth] == '9'; }

struct Mention {
  CodeEntry entry;
  std::string_view name;
  Span where;
};

// Where the records of the discharge, else of the course, state the name as a fact of the patient.
std::optional<Span> told(const Chart& chart, std::string_view name) {
  for (const Document& document : chart.documents) {
    for (const Section& section : document.sections) {
      if (section.field || section.type == SectionType::kFamilyHistory ||
          section.type == SectionType::kDifferentialDiagnosis) {
        continue;
      }
      for (const Text& text : document.text_of(section)) {
        const std::size_t at = text.value.find(name);
        if (at == text.value.npos) continue;
        const Reading reading = Narrative(text.value).reading(at, at + name.size());
        if (reading.own_fact() && reading.mode == Mode::kActual) return text.span;
      }
    }
  }
  return std::nullopt;
}

class Judge {
 public:
  Judge(const Chart& chart, Report& report)
      : chart_(chart), report_(report), table_(coding_edition(chart, report, CodeSystem::kIcd10)) {}

  void run() {
    for (const std::uint32_t i : discharge_list(chart_).all) {
      const Diagnosis& d = chart_.diagnoses[i];
      if (!by_icd10(chart_, d) || !unspecified(d.code.value)) continue;
      const Subject subject = of_diagnosis(i);
      if (table_ == nullptr) {
        report_.undecided(subject, missing_codes(CodeSystem::kIcd10), d.code.span);
      } else if (!table_->find(d.code.value)) {
        continue;  // Said by coding-dx-not-in-table.
      } else if (const auto mention = more_specific(d.code.value)) {
        report_
            .fail(kSpecific, subject, d.code.span, coded_name(d), mention->entry.code(),
                  mention->name)
            .note(kTold, mention->where);
      } else {
        report_.pass(subject);
      }
    }
  }

 private:
  // A code of the same category that is not unspecified and whose name the records tell.
  std::optional<Mention> more_specific(std::string_view code) const {
    const auto range = table_->beginning_with(code.substr(0, kCategory));
    for (std::uint32_t i = range.first; i < range.second; ++i) {
      const CodeEntry entry = (*table_)[i];
      if (!entry.billable() || unspecified(entry.code())) continue;
      if (const auto mention = mention_of(entry, entry.name_zh())) return mention;
      for (const std::string_view name : entry.synonyms()) {
        if (const auto mention = mention_of(entry, name)) return mention;
      }
    }
    return std::nullopt;
  }

  std::optional<Mention> mention_of(const CodeEntry& entry, std::string_view name) const {
    if (name.size() < kLeastName) return std::nullopt;
    const std::optional<Span> where = told(chart_, name);
    if (!where) return std::nullopt;
    return Mention{entry, name, *where};
  }

  const Chart& chart_;
  Report& report_;
  const CodeTable* const table_;
};

void run(const Chart& chart, const Options&, Report& report) { Judge(chart, report).run(); }

}  // namespace

extern constinit const Check unspecified_code{
    {.id = "coding-unspecified",
     .severity = Severity::kNote,
     .title = {"病历写明部位或类型的，不用未特指编码",
               "No unspecified code where the record tells site or type"},
     .judged =
         {"出院诊断中第四位为9（未特指）的ICD-10编码：病历正文没有写同一类目中更具体的编码名称。",
          "Each code of ICD-10 among the discharge diagnoses whose fourth character is 9 "
          "(unspecified): the records do not state the name of a more specific code of its "
          "category."},
     .exceptions =
         {"没有载入编码表时无法判定；编码不在表中的不判。只找编码表中四个字以上的名称和别名；否认、"
          "可疑、既往、鉴别诊断"
          "中的不算"
          "。编码使用未特指项很常见，默认不检查。",
          "Undecided without a code table, not for codes that are not in it. Only names and "
          "synonyms of the table of four characters "
          "or "
          "more are looked for; denials, doubts, history and differential diagnoses do not count. "
          "Unspecified codes are frequent: off by default."},
     .advice = {"按病历所写，改用更具体的编码。",
                "Use the more specific code that the record supports."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_codes = kSystems,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
