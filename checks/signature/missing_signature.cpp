// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/signature/lack.h"
#include "checks/signature/parties.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, ItemNames, std::string_view> kMissing{
    "missing", "{0}缺少{1}的签名；病历书写基本规范第{2}条要求由相应人员签名。",
    "the {0} is not signed by: {1}; article {2} of the Basic Rules asks for the signature."};
constexpr Message<DocType, Bilingual> kUnnamed{"unnamed",
                                               "{0}上{1}的签名没有姓名，无法确认签名者。",
                                               "the signature of the {1} on the {0} has no name."};

constexpr Missing kSignatures{"signatures", "签名（输入中没有任何文书带有签名）",
                              "the signatures (no document of the input has one)"};

// The row of parties.def is named in the message.
constexpr Citation kBasis[] = {{"BL", "8"},  {"BL", "13"}, {"BL", "18(10)"}, {"BL", "20"},
                               {"BL", "21"}, {"BL", "22"}, {"BL", "23"},     {"BL", "24"},
                               {"BL", "25"}, {"BL", "26"}, {"BL", "27"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kMissing, kUnnamed};

// A consultation record may hold the request, the opinion or both: each is signed by its writer.
bool applies(const Demand& demand, const Document& document) {
  const bool reason = document.has_text(SectionType::kConsultationReason);
  switch (demand.party) {
    case Party::kRequester:
      return reason;
    case Party::kConsultant:
      return !reason || document.has_text(SectionType::kConsultationOpinion);
    default:
      return true;
  }
}

// An operation record that the first assistant wrote: whether the surgeon signed is
// periop-operation-record-author's. A proxy authorisation among other consents: the patient's
// alone.
bool left_to_others(const Chart& chart, const Document& document) {
  if (document.type == DocType::kOtherConsent) {
    return holds_any(document.title.value, {"委托|授权"});
  }
  if (document.type != DocType::kOperationRecord && document.type != DocType::kCesareanRecord) {
    return false;
  }
  const auto surgeries = surgeries_of(chart, document);
  return std::any_of(surgeries.begin(), surgeries.end(), [&](const Surgery* surgery) {
    return !surgery->assistants.empty() &&
           same_person(document.author, surgery->assistants.front()) == SamePerson::kYes;
  });
}

// Resources without attesters are common: where no document has one, none were exported.
bool exported(const Chart& chart) {
  return std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& d) {
    return d.format != Format::kFhir || !d.signatures.empty();
  });
}

void say(const Chart& chart, DocType type, Subject subject, Span where, const Lack& lack,
         Report& report) {
  if (!lack.parties.empty()) {
    report.fail(kMissing, subject, where, type, lack.parties, lack.article);
  } else if (lack.unknown) {
    report.undecided(subject, kSignerRole, where);
  } else if (chart.patient.name.value.empty()) {
    report.undecided(subject, missing::kPerson, lack.unnamed->span);  // Names were taken out.
  } else {
    report.fail(kUnnamed, subject, lack.unnamed->span, type, name_of(lack.unnamed_party));
  }
}

void judge(const Chart& chart, const Document& document, const std::vector<Demand>& demands,
           Report& report) {
  const Subject subject = of(chart, document);
  Lack lack;
  for (const Demand& demand : demands) {
    if (!applies(demand, document)) continue;
    look_for(chart, document, document.signatures, demand, lack);
  }
  if (lack.none()) return report.pass(subject);
  if (document.broken) return report.undecided(subject, missing::kRestOfDocument);
  if (!exported(chart)) return report.undecided(subject, kSignatures);
  say(chart, document.type, subject, document.span, lack, report);
}

// Count records that the chart holds as forms.
void judge_counts(const Chart& chart, Report& report) {
  const Document form;  // A form says nothing beyond its signatures.
  const std::vector<Demand> demands = demands_of(DocType::kSurgicalCount);
  for (std::size_t i = 0; i < chart.checklists.size(); ++i) {
    const Checklist& list = chart.checklists[i];
    if (list.kind.value != "surgical-count" || chart.cut_off) continue;
    const Subject subject{SubjectKind::kChecklist, static_cast<std::uint32_t>(i)};
    Lack lack;
    for (const Demand& demand : demands) look_for(chart, form, list.signatures, demand, lack);
    if (lack.none()) {
      report.pass(subject);
    } else {
      say(chart, DocType::kSurgicalCount, subject, heading(list), lack, report);
    }
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document* document : current_documents(chart)) {
    const std::vector<Demand> demands = demands_of(document->type);
    const bool unsigned_yet =
        report.clock().stage == Stage::kWriting && document->signatures.empty();
    if (demands.empty() || unsigned_yet || left_to_others(chart, *document)) continue;
    judge(chart, *document, demands, report);
  }
  judge_counts(chart, report);
}

}  // namespace

extern constinit const Check signature_missing{
    {.id = "signature-missing",
     .severity = Severity::kError,
     .title = {"文书应由相应医务人员签名", "A document is signed by those who must sign it"},
     .judged =
         {"各类文书有条文所列人员的签名并有姓名：手术记录为手术者，麻醉文书为麻醉医师，会诊记录为申"
          "请"
          "医师和会诊医师，讨论记录为记录者，清点记录为两名护士，同意书为患方和医师等；条文没有指明"
          "的，有任一医师签名。",
          "Each document bears the named signatures that its article lists: the surgeon on an "
          "operation record, the anaesthetist on those of anaesthesia, both physicians on a "
          "consultation, the recorder on a discussion, both nurses on a count record, the "
          "patient's side and the physician on a consent. Where no article names a signer, any "
          "physician's."},
     .exceptions =
         {"核查表、风险评估表、报告单、体温单、医嘱单和已被替换的旧版本不判；第一助手书写的手术记录"
          "由 "
          "periop-operation-record-author "
          "判定；书写中尚未签名的不判。签名者身份不明、文书未能完整读"
          "取、输入没有任何签名的无法判定。",
          "Not for checklists, reports, temperature charts, orders, proxy authorisations, replaced "
          "versions, a document "
          "still being written, and operation records by the first assistant "
          "(periop-operation-record-author). Undecided where the capacity of a signer is not told, "
          "the document was not read whole, or no signature was exported at all."},
     .advice = {"请由相应人员审阅后签名。", "Have the person concerned review and sign it."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
