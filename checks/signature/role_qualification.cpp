// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal> kWriter{
    "writer", "首次病程记录由{0}书写，其不是注册医师；应由经治医师或值班医师书写。",
    "the first progress note was written by {0}, who is no registered physician; the treating "
    "physician or the one on duty writes it."};
constexpr Message<DocType, Personal, Title> kHost{
    "host", "{0}的主持人{1}为{2}，未注明是科主任；应由科主任或副主任医师以上职称的医师主持。",
    "the host of the {0}, {1}, is {2} and not said to head the department; a head of department or "
    "a physician from associate chief upwards presides."};
constexpr Message<int, int> kMembers{
    "members", "疑难病例讨论的参加者中有主治医师以上职称的{0}人，应不少于{1}人。",
    "of those who took part in the difficult case discussion {0} have the title of attending or a "
    "higher one; at least {1} should."};

constexpr Missing kWhoWrote{"writer", "书写者是谁或其资格", "who wrote it, or whether licensed"};
constexpr Missing kWhoHosts{"host", "主持人是谁", "who presided"};

constexpr Option<int> kLeast{"members", 2, "疑难病例讨论中主治及以上职称者的最少人数",
                             "least number of attendings and higher in a difficult case "
                             "discussion"};

constexpr Citation kBasis[] = {
    {"BL", "22(1)"}, {"BL", "22(4)"}, {"BL", "22(22)"}, {"HX", "6-4"}, {"HX", "9-2"}};
constexpr int kCore[] = {2, 6, 9};
constexpr MessageInfo kMessages[] = {kWriter, kHost, kMembers};
constexpr OptionInfo kOptions[] = {kLeast};

void judge_writer(const Chart& chart, const Document& note, Report& report) {
  const Subject subject = of(chart, note);
  const Person& author = note.author;
  const Registered status = registered(chart, author);
  const Title title = chart.title_of(author);
  if (!author.known() || status == Registered::kUnknown) {
    // Whoever may have written it, a registered physician who signed answers for it.
    const bool signed_by_one =
        std::any_of(note.signatures.begin(), note.signatures.end(), [&](const Signature& s) {
          return is_staff(s.role) && is_physician(chart.title_of(s.person)) &&
                 registered(chart, s.person) == Registered::kYes;
        });
    if (signed_by_one) return report.pass(subject);
    return report.undecided(subject, kWhoWrote, note.span);
  }
  const bool other = title != Title::kUnknown && title != Title::kOther && !is_physician(title);
  if (status == Registered::kYes && !other) return report.pass(subject);
  report.fail(kWriter, subject, author.span(), name_of(author));
}

bool heads_department(const Document& record, const Person& person) {
  if (person.title_text.value.find("科主任") != std::string_view::npos) return true;
  const auto is_head = [&](const auto& one) {
    return one.role == Role::kDirector && same_signer(one.person, person) == SamePerson::kYes;
  };
  return std::any_of(record.participants.begin(), record.participants.end(), is_head) ||
         std::any_of(record.signatures.begin(), record.signatures.end(), is_head);
}

const Person* host_of(const Document& record) {
  for (const Participant& participant : record.participants) {
    if (participant.role == Role::kHost && participant.person.known()) return &participant.person;
  }
  const Signature* signature = record.signature(Role::kHost);
  return signature != nullptr && signature->person.known() ? &signature->person : nullptr;
}

void judge_host(const Chart& chart, const Document& record, Report& report) {
  const Subject subject = of(chart, record, "host");
  const Person* host = host_of(record);
  if (host == nullptr) return report.undecided(subject, kWhoHosts, record.span);
  const Title title = chart.title_of(*host);
  if (title == Title::kAssociateChief || title == Title::kChief ||
      heads_department(record, *host)) {
    return report.pass(subject);
  }
  if (title == Title::kUnknown || title == Title::kOther) {
    return report.undecided(subject, missing::kTitle, host->span());
  }
  report.fail(kHost, subject, host->span(), record.type, name_of(*host), title);
}

// Everybody who took part or signed for the hospital, each once.
std::vector<const Person*> members_of(const Document& record) {
  std::vector<const Person*> members;
  const auto add = [&](Role role, const Person& person) {
    if (!is_staff(role) || !person.known()) return;
    const bool known = std::any_of(members.begin(), members.end(), [&](const Person* member) {
      return same_signer(*member, person) != SamePerson::kNo;
    });
    if (!known) members.push_back(&person);
  };
  for (const Participant& participant : record.participants) {
    add(participant.role, participant.person);
  }
  for (const Signature& signature : record.signatures) add(signature.role, signature.person);
  return members;
}

void judge_members(const Chart& chart, const Document& record, int least, Report& report) {
  const Subject subject = of(chart, record, "members");
  int seniors = 0;
  int unknown = 0;
  for (const Person* member : members_of(record)) {
    const Title title = chart.title_of(*member);
    if (title >= Title::kAttending && title <= Title::kChief) ++seniors;
    if (title == Title::kUnknown || title == Title::kOther) ++unknown;
  }
  if (seniors >= least) return report.pass(subject);
  if (record.broken) return report.undecided(subject, missing::kRestOfDocument);
  if (record.participants.empty()) {
    return report.undecided(subject, missing::kParticipants, record.span);
  }
  if (seniors + unknown >= least) return report.undecided(subject, missing::kTitle, record.span);
  report.fail(kMembers, subject, record.span, seniors, least);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* document : current_documents(chart)) {
    switch (document->type) {
      case DocType::kFirstProgressNote:
        judge_writer(chart, *document, report);
        break;
      case DocType::kDifficultCaseDiscussion:
        judge_host(chart, *document, report);
        judge_members(chart, *document, options[kLeast], report);
        break;
      case DocType::kDeathCaseDiscussion:
        judge_host(chart, *document, report);
        break;
      default:
        break;
    }
  }
}

}  // namespace

extern constinit const Check signature_role_qualification{
    {.id = "signature-role-qualification",
     .severity = Severity::kWarning,
     .title = {"书写者、主持者、讨论者应具备相应资格",
               "Writers, hosts and discussants have the required rank"},
     .judged =
         {"首次病程记录由注册医师书写；疑难病例讨论和死亡病例讨论由科主任或副主任医师以上职称的"
          "医师主持；疑难病例讨论至少2名参加者为主治及以上职称（参数）。职称以人员表为准，未列"
          "的以文书所写为准。",
          "A registered physician writes the first progress note; a head of department or a "
          "physician from associate chief upwards presides over difficult case and death "
          "discussions; at least 2 of those discussing a difficult case are attendings or "
          "higher (an option). The table of staff tells the title, else the document."},
     .exceptions =
         {"书写者不明但有注册医师签名的首次病程记录不算缺陷；未经审签的由 "
          "signature-trainee-countersign "
          "提示。职称、主持人或参加者不明的无法判定；是否为科主任只看文"
          "书或人员表的注明。",
          "Where the writer is not known a registered physician's signature will do; a trainee's "
          "note without countersignature is said by signature-trainee-countersign. Undecided where "
          "titles, the host or the participants are not known. Who heads a department is taken "
          "from the document or the table of staff."},
     .advice = {"由具备资格的人员书写、主持；职称登记有误或为科主任的，请在文书或人员表中注明。",
                "Have it written or chaired by somebody of that rank; correct the title, or note "
                "that the person heads the department."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
