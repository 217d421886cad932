// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/timeliness/consultation.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<> kNoName{"no-institution", "院外会诊记录未写明会诊医师所在的医疗机构名称。",
                            "the record of the outside consultation does not name the consultant's "
                            "institution."};

constexpr Option<WordList> kOutside{"titles",
                                    {"院外会诊|外院会诊|远程会诊|院外专家会诊|外院专家会诊"},
                                    "表明是院外会诊的标题用语",
                                    "words of a title that tell of a consultant from outside"};

constexpr WordList kInstitution{
    "医院|卫生院|医学院|医学中心|研究所|保健院|疾控中心|疾病预防控制|大学|附院|医大|总院|分院"};

constexpr Citation kBasis[] = {{"BL", "22(10)"}, {"HX", "3-5"}};
constexpr int kCore[] = {3};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kNoName};
constexpr OptionInfo kOptions[] = {kOutside};

// Whether the text names an institution other than the chart's own.
bool names_institution(const Chart& chart, std::string_view text) {
  const std::string_view own = chart.institution.name.value;
  return any_word(kInstitution, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      const std::size_t end = at + word.size();
      const bool ours = !own.empty() && end >= own.size() && text.substr(0, end).ends_with(own);
      if (!ours) return true;
    }
    return false;
  });
}

bool outside(const Document& record, const Consultation* event, WordList titles) {
  if (holds_any(record.title.value, titles)) return true;
  return event != nullptr && event->kind == ConsultationKind::kExternal && !event->cancelled;
}

bool named(const Chart& chart, const Document& record) {
  const auto says = [&](std::string_view text) { return names_institution(chart, text); };
  for (const Consultation& one : chart.consultations) {
    if (one.kind == ConsultationKind::kExternal &&
        (says(one.department.value) || says(one.consultant.department.value))) {
      return true;
    }
  }
  const auto by = [&](const auto& people) {
    return std::any_of(people.begin(), people.end(),
                       [&](const auto& one) { return says(one.person.department.value); });
  };
  return says(record.title.value) || by(record.signatures) || by(record.participants) ||
         says(record.author.department.value) ||
         std::any_of(record.elements.begin(), record.elements.end(),
                     [&](const Element& one) { return says(one.value.value); }) ||
         std::any_of(record.texts.begin(), record.texts.end(),
                     [&](const Text& text) { return says(text.value); });
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  const ConsultationRecords records(chart);
  for (const Document* record : chart.of_type(DocType::kConsultationRecord)) {
    if (!outside(*record, records.consultation_of(*record), options[kOutside])) continue;
    const Subject subject = of(chart, *record);
    if (named(chart, *record)) {
      report.pass(subject);
    } else if (record->broken) {
      report.undecided(subject, missing::kRestOfDocument, record->span);
    } else {
      report.fail(kNoName, subject, record->span);
    }
  }
}

}  // namespace

extern constinit const Check process_consult_external{
    {.id = "process-consult-external",
     .severity = Severity::kWarning,
     .title = {"院外会诊记录应写明医疗机构名称",
               "The record of an outside consultation names the institution"},
     .judged = {"院外会诊（会诊数据注明或标题写明）的会诊记录：正文、标题或会诊医师的所在单位中有本"
                "院以外的医疗机构名称。",
                "The record of a consultation from outside, by its data or its title: the text, "
                "the title or the consultant's affiliation names an institution other than the "
                "hospital."},
     .exceptions = {"邀请和审批手续不在病历之内，不评价；文书未能完整读取的无法判定。",
                    "The papers of invitation and approval lie outside the chart. Undecided where "
                    "the document could not be read whole."},
     .advice = {"在会诊记录中写明会诊医师所在医疗机构的名称。",
                "Write the name of the consultant's institution into the record."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
