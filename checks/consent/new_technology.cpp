// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/process/new_technology.h"
#include "checks/process/notes_after.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kUntold{
    "untold", "“{0}”属新技术或限制类技术，同意书未告知这一点。",
    "“{0}” is a new or restricted technology, and no consent says so."};
constexpr Message<std::string_view> kNone{
    "none", "“{0}”属新技术或限制类技术，未见知情同意书。",
    "“{0}” is a new or restricted technology, and there is no consent."};
constexpr Message<std::string_view> kEthics{
    "ethics", "“{0}”属新技术或限制类技术，同意书和病程未写明伦理审批。",
    "“{0}” is a new or restricted technology; no consent or note names the ethics approval."};

constexpr Option<WordList> kWords{
    "words",
    {"新技术|新项目|新术式|限制类|首次开展|首例|创新技术|探索性|尚未广泛|伦理"},
    "表明同意书告知其为新技术或限制类技术的用语",
    "words by which a consent tells of it"};
constexpr Option<WordList> kApproval{
    "ethics",
    {""},
    "要求写明伦理审批时其用语，如伦理批件号；空白为不要求",
    "words of the ethics approval, where it is asked for; none: not asked for"};

constexpr Citation kBasis[] = {{"HX", "13-3"}, {"JS", "13"}, {"JS", "45"}};
constexpr int kCore[] = {13};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr TableKind kTables[] = {TableKind::kNewTechnologies};
constexpr MessageInfo kMessages[] = {kUntold, kNone, kEthics};
constexpr OptionInfo kOptions[] = {kWords, kApproval};

bool is_consent(DocType type) {
  return type == DocType::kOperationConsent || type == DocType::kSpecialProcedureConsent ||
         type == DocType::kOtherConsent || type == DocType::kCommunicationRecord;
}

// What the consents and notes of a chart say of one of them.
struct Told {
  bool consent = false, tells = false, approved = false;
};

Told told_of(const Chart& chart, const TechnologyUse& use, const Options& options) {
  Told told;
  for (const Document& document : chart.documents) {
    if (!may_be_about(document, use)) continue;
    const auto holds = [&](WordList words) {
      return holds_any(document.title.value, words) || tells_any(document, words);
    };
    const bool consent = is_consent(document.type);
    told.consent = told.consent || consent;
    told.tells = told.tells || (consent && holds(options[kWords]));
    told.approved =
        told.approved || ((consent || is_course_note(document.type)) && holds(options[kApproval]));
  }
  if (options[kApproval].joined.empty()) told.approved = true;
  return told;
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const TechnologyUse& use : technology_uses(chart, report.tables(), true)) {
    if (use.doubt) {
      report.undecided(use.subject, *use.doubt, use.where);
      continue;
    }
    const Told told = told_of(chart, use, options);
    if (told.tells && told.approved) {
      report.pass(use.subject);
    } else if (const auto doubt = untold_doubt(chart)) {
      report.undecided(use.subject, *doubt, use.where);
    } else if (told.tells) {
      report.fail(kEthics, use.subject, use.where, use.name);
    } else if (told.consent) {
      report.fail(kUntold, use.subject, use.where, use.name);
    } else if (!use.surgery) {  // completeness-document-set asks for the consent to a surgery.
      report.fail(kNone, use.subject, use.where, use.name);
    }
  }
}

}  // namespace

extern constinit const Check consent_new_technology{
    {.id = "consent-new-technology",
     .severity = Severity::kWarning,
     .title = {"新技术和限制类技术应专门告知",
               "Patients are told of new and restricted technologies"},
     .judged =
         {"每项在本院新技术目录或限制类技术目录中的手术或操作：有同意书写明其为新技术或限制类技术；"
          "选"
          "项ethics有用语的，同意书或病程还应写明伦理审批。规范要求经伦理审查和履行知情同意，告知的"
          "写法系推断，审批文件在病历之外。",
          "Each surgery or procedure in the hospital's list of new technologies or of "
          "restricted ones: a consent says what it is; where the option ethics has words, a "
          "consent or a note names the approval too. The rules ask for ethics review and "
          "consent; how the consent puts it is inferred, and the approval lies outside the "
          "chart."},
     .exceptions =
         {"取消的手术、目录以外的不评价；手术没有任何同意书的由completeness-document-set指出。新技"
          "术目录未载入、没有编码且名称不在目录中的手术，单份文书、文书未能完整读取的无法判定。",
          "Not for cancelled surgeries and what is in neither list; a surgery without any "
          "consent is told by completeness-document-set. Undecided where the list of new "
          "technologies is not loaded, for a surgery without a code whose name is not in "
          "it, a lone document or one that could not be read whole."},
     .advice = {"补充告知：写明系新技术或限制类技术、尚有的不确定性、替代方案和伦理审批情况。",
                "Tell the patient that the technology is new or restricted, what is not known yet, "
                "the alternatives and the ethics approval."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .needs_tables = kTables,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
