// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/report.h"
#include "check/words.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, Personal, Personal> kTwoNames{
    "two-names", "账号{0}以{1}的名义签名，此前又以{2}的名义签名，疑为代签。",
    "the account {0} signed as {1}, and before as {2}: somebody may have signed for another."};
constexpr Message<Personal, Time> kBefore{"before", "以{0}名义的签名（{1}）",
                                          "the signature as {0} ({1})"};

constexpr Option<WordList> kActions{"actions",
                                    {"签名|签署|签章|sign|Sign"},
                                    "日志中表示签名的操作（用语）",
                                    "words of the log for signing"};
constexpr Option<WordList> kUndone{"undone",
                                   {"取消|撤销|撤回|失败|unsign|Unsign"},
                                   "表示没有签成或撤销签名的用语",
                                   "words of the log for a signature withdrawn or failed"};
constexpr Option<Duration> kApart{"apart", Duration{1}, "日志时间与签名时间可相差多少",
                                  "how far log and signature may be apart"};

constexpr Citation kBasis[] = {{"ZZ", "9"}, {"BL", "8"}};
constexpr int kCore[] = {18};
constexpr MessageInfo kMessages[] = {kTwoNames, kBefore};
constexpr OptionInfo kOptions[] = {kActions, kUndone, kApart};

const Document* document_of(const Chart& chart, std::string_view object) {
  constexpr std::string_view kFolder = "documents/";
  if (object.starts_with(kFolder)) object.remove_prefix(kFolder.size());
  if (object.empty()) return nullptr;
  const auto it = std::find_if(chart.documents.begin(), chart.documents.end(),
                               [&](const Document& d) { return d.id.value == object; });
  return it == chart.documents.end() ? nullptr : &*it;
}

bool same_moment(const Time& a, const Time& b, Duration apart) {
  if (!a.exact() || !b.exact()) return false;
  const auto between = std::chrono::abs(a.earliest - b.earliest);
  return between <= apart;
}

// The one signature of the document that this entry of the log made: the only one of staff at that
// time. Null where none or several are.
const Signature* signature_of(const Document& document, const AuditEvent& event, Duration apart) {
  const Signature* found = nullptr;
  for (const Signature& signature : document.signatures) {
    if (!is_staff(signature.role) || !signature.at || !event.at) continue;
    if (!same_moment(signature.at->value, event.at->value, apart)) continue;
    if (found != nullptr) return nullptr;
    found = &signature;
  }
  return found != nullptr && found->person.known() ? found : nullptr;
}

struct Use {
  const Signature* first;
  bool reported = false;
};

void judge(const Chart& chart, const AuditEvent& event, const Document& document,
           const Signature& signature, std::unordered_map<std::string_view, Use>& uses,
           Report& report) {
  const Subject subject = of(chart, document, event.id.value);
  const auto [it, first] = uses.emplace(event.account.value, Use{&signature});
  if (first) return report.pass(subject);
  Use& use = it->second;
  switch (same_signer(use.first->person, signature.person)) {
    case SamePerson::kYes:
      return report.pass(subject);
    case SamePerson::kUnknown:
      return report.undecided(subject, missing::kPerson, signature.span);
    case SamePerson::kNo:
      break;
  }
  if (use.reported) return;  // One finding for an account: the first pair shows it.
  use.reported = true;
  report
      .fail(kTwoNames, subject, event.account.span, {event.account.value},
            name_of(signature.person), name_of(use.first->person))
      .note(kBefore, use.first->person.span(), name_of(use.first->person), use.first->at->value);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const bool any_signature = std::any_of(chart.documents.begin(), chart.documents.end(),
                                         [](const Document& d) { return !d.signatures.empty(); });
  if (!any_signature) return;
  if (!chart.sources.has(Source::kAudit)) {
    return report.undecided(of_chart(), missing_source(Source::kAudit));
  }
  std::unordered_map<std::string_view, Use> uses;
  for (const AuditEvent& event : chart.audit) {
    const bool signing = holds_any(event.action.value, options[kActions]) &&
                         !holds_any(event.action.value, options[kUndone]);
    if (!signing || event.account.value.empty()) continue;
    const Document* document = document_of(chart, event.object.value);
    if (document == nullptr) continue;
    const Signature* signature = signature_of(*document, event, options[kApart]);
    if (signature != nullptr) judge(chart, event, *document, *signature, uses, report);
  }
}

}  // namespace

extern constinit const Check signature_proxy_suspect{
    {.id = "signature-proxy-suspect",
     .severity = Severity::kWarning,
     .title = {"一个账号只应以一个人的名义签名", "An account signs in the name of one person"},
     .judged =
         {"操作日志中的签名操作按文书和时间对应到签名：同一账号所签的都是同一人。每个账号提示一"
          "次。",
          "Entries of the log for signing, matched to signatures by document and time: what "
          "one account signed is signed as one person. One finding an account."},
     .exceptions =
         {"操作日志未载入的无法判定。日志没有写明文书、账号或时间的，同一时间有几个签名而无法对应的"
          "不"
          "判。同一账号在两处终端同时使用不在本检查之内。",
          "Undecided where the log is not loaded. Entries without document, account or time, and "
          "those that several signatures match, are not judged; nor is one account at two "
          "terminals at a time."},
     .advice = {"核实是否本人签名；不得使用他人账号代签。",
                "Find out who signed; nobody signs with another's account."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
