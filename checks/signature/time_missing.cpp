// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/report.h"
#include "checks/signature/parties.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, Bilingual, std::string_view> kUndated{
    "undated", "{0}上{1}的签名没有日期；病历书写基本规范第{2}条要求签名并填写日期。",
    "the {1} signed the {0} without a date; article {2} of the Basic Rules asks for one."};
constexpr Message<DocType> kUntimed{"untimed", "{0}上的签名没有时间。",
                                    "a signature on the {0} has no time."};
constexpr Message<> kAnother{"another", "同一文书上另一个没有时间的签名",
                             "another signature without a time on the document"};

constexpr Option<bool> kAllDocuments{"all_documents", false, "条文没有要求日期的文书和签名也判定",
                                     "judge documents and signers whose article asks for no date"};

constexpr Citation kBasis[] = {
    {"BL", "22(13)"}, {"BL", "22(19)"}, {"BL", "24"}, {"BL", "25"}, {"BL", "27"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kUndated, kUntimed, kAnother};
constexpr OptionInfo kOptions[] = {kAllDocuments};

// Its time is there, empty or impossible: structure-time says so at its place.
bool said_elsewhere(const Document& document, const Signature& signature) {
  return std::any_of(document.raw_times.begin(), document.raw_times.end(), [&](const RawTime& t) {
    return !t.valid && t.text.span.file == signature.span.file &&
           t.text.span.begin >= signature.span.begin && t.text.span.end <= signature.span.end;
  });
}

const Demand* dated(const std::vector<Demand>& demands) {
  const auto it = std::find_if(demands.begin(), demands.end(),
                               [](const Demand& demand) { return demand.dated; });
  return it == demands.end() ? nullptr : &*it;
}

void judge(const Chart& chart, const Document& document, const Demand* demand, bool all,
           Report& report) {
  const Subject subject = of(chart, document);
  Outcome* failed = nullptr;
  bool judged = false;
  for (const Signature& signature : document.signatures) {
    const bool asked =
        demand != nullptr && signs_as(chart, document, signature, demand->party) == Signs::kYes;
    if ((!asked && !all) || said_elsewhere(document, signature)) continue;
    judged = true;
    if (signature.at) continue;
    if (document.broken) return report.undecided(subject, missing::kRestOfDocument);
    if (failed != nullptr) {
      failed->note(kAnother, signature.span);
    } else if (asked) {
      failed = &report.fail(kUndated, subject, signature.span, document.type,
                            name_of(demand->party), demand->article);
    } else {
      failed = &report.fail(kUntimed, subject, signature.span, document.type);
    }
  }
  if (judged && failed == nullptr) report.pass(subject);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const bool all = options[kAllDocuments];
  for (const Document* document : current_documents(chart)) {
    const std::vector<Demand> demands = demands_of(document->type);
    const Demand* demand = dated(demands);
    if (demand != nullptr || all) judge(chart, *document, demand, all, report);
  }
}

}  // namespace

extern constinit const Check signature_time_missing{
    {.id = "signature-time-missing",
     .severity = Severity::kWarning,
     .title = {"条文要求填写日期的签名应有日期",
               "A signature bears its date where one is asked for"},
     .judged =
         {"麻醉术前、术后访视记录和麻醉同意书的麻醉医师签名，输血治疗知情同意书、病危（重）通"
          "知书的医师签名：填写日期。参数可扩大到所有文书的所有签名。",
          "The anaesthetist's signature on visits and consent, the physician's on the consent "
          "to transfusion and the notice of a critical condition: it is dated. An option "
          "extends this to all signatures of all documents."},
     .exceptions =
         {"没有签名的由 signature-missing 提示；时间写错或为空的由 structure-time 提示；签名者"
          "身份不明的不判。",
          "Not judged where nobody signed (signature-missing), where the time is empty or "
          "impossible (structure-time), or where the capacity of the signer is not told."},
     .advice = {"签名时请同时填写日期和时间。", "Enter date and time together with the signature."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
