// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "checks/process/discussions.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "疑难病例讨论记录缺少{0}项：{1}。",
                                "the record of the discussion lacks {0} item(s): {1}."};
constexpr Message<> kHost{"host", "疑难病例讨论的主持人职称低于副主任医师，也未写明是科主任。",
                          "whoever led the discussion is below an associate chief physician and "
                          "not said to be the head of the department."};
constexpr Message<int, int> kFew{"few",
                                 "参加疑难病例讨论的人员中主治医师以上职称的{0}人，应不少于"
                                 "{1}人。",
                                 "{0} of those at the discussion have the rank of an attending "
                                 "physician or above; {1} are asked for."};

constexpr Option<int> kSenior{"senior", 2, "主治及以上职称的参加人数", "how many of that rank"};
constexpr Option<bool> kHostSignature{
    "host_signature", true, "要求主持人签名（条文对专册提出审核并签字的要求）",
    "ask for the host's signature (the text asks for it in the register)"};

constexpr Missing kHostTitle{"host-title", "主持人或其职称",
                             "who led the discussion, or the title"};

constexpr Citation kBasis[] = {{"BL", "22(4)"}, {"HX", "6-2"}, {"HX", "6-3"}, {"HX", "6-4"}};
constexpr int kCore[] = {6};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking, kHost, kFew};
constexpr OptionInfo kOptions[] = {kSenior, kHostSignature};

void judge_host(const Chart& chart, const Document& discussion, Report& report) {
  const Subject subject = of(chart, discussion, "host");
  const Host host = host_of(chart, discussion);
  if (!host.named) return;  // Said among the items.
  switch (qualified(host)) {
    case Qualified::kYes:
      return report.pass(subject);
    case Qualified::kUnknown:
      return report.undecided(subject, kHostTitle, host.span);
    case Qualified::kNo:
      report.fail(kHost, subject, host.span);
  }
}

// Those who took part and those who signed, each once.
std::vector<const Person*> people_at(const Document& discussion) {
  std::vector<const Person*> people;
  const auto add = [&](const Person& person) {
    const bool known = std::any_of(people.begin(), people.end(), [&](const Person* other) {
      return same_person(person, *other) == SamePerson::kYes;
    });
    if (person.known() && !known) people.push_back(&person);
  };
  for (const Participant& one : discussion.participants) add(one.person);
  for (const Signature& one : discussion.signatures) {
    if (!is_patient_side(one.role)) add(one.person);
  }
  return people;
}

void judge_members(const Chart& chart, const Document& discussion, int wanted, Report& report) {
  if (discussion.participants.size() < 2) return;  // No list: said among the items.
  const Subject subject = of(chart, discussion, "members");
  int senior = 0, unknown = 0;
  for (const Person* person : people_at(discussion)) {
    const Title title = chart.title_of(*person);
    senior += title >= Title::kAttending && title <= Title::kChief ? 1 : 0;
    unknown += title == Title::kUnknown ? 1 : 0;
  }
  if (senior >= wanted) return report.pass(subject);
  if (discussion.broken) {
    return report.undecided(subject, missing::kRestOfDocument, discussion.span);
  }
  if (senior + unknown >= wanted) {
    return report.undecided(subject, missing::kTitle, discussion.span);
  }
  report.fail(kFew, subject, discussion.span, senior, wanted);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const Document* discussion : chart.of_type(DocType::kDifficultCaseDiscussion)) {
    judge_items(kLacking, of(chart, *discussion), *discussion,
                lacking_in_discussion(chart, *discussion, options[kHostSignature]), report);
    judge_host(chart, *discussion, report);
    judge_members(chart, *discussion, options[kSenior], report);
  }
}

}  // namespace

extern constinit const Check process_difficult_case_content{
    {.id = "process-difficult-case-content",
     .severity = Severity::kWarning,
     .title = {"疑难病例讨论记录的项目、主持人和参加人员应符合要求",
               "A difficult case discussion is complete, well led and well attended"},
     .judged =
         {"每份疑难病例讨论记录：有讨论日期、主持人、参加人员姓名及专业技术职务、具体讨论意见、主持"
          "人小结意见、主持人签名（可调）；主持人是科主任或副主任医师以上；参加人员中至少2人具有主"
          "治及以上职称。",
          "Each record of a difficult case discussion: date, host, those who took part with their "
          "titles, opinions, the host's conclusion and signature (an option); the host is the head "
          "of the department or at least an associate chief physician; two of those present are "
          "attending physicians or above."},
     .exceptions =
         {"记录者签名由 signature-missing 判定；职称不明而可能改变结论、文书未能完整读取的无法判定"
          "。",
          "The recorder's signature is judged by signature-missing. Undecided where a title that "
          "would matter is not known or the document could not be read whole."},
     .advice = {"补齐缺失的项目，写明主持人和参加人员的职称。",
                "Complete the items and state the titles of the host and those present."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
