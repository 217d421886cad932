// SPDX-License-Identifier: Apache-2.0
#include "checks/process/discussions.h"

#include <algorithm>
#include <string_view>

#include "check/attendance.h"
#include "check/words.h"
#include "checks/process/told.h"
#include "checks/signature/people.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

using enum SectionType;

constexpr std::string_view kHostWord = "主持";
constexpr std::size_t kNear = 60;  // Bytes behind 主持 in which who it was is named.

constexpr SectionType kOpinionIn[] = {kDiscussionOpinion};
constexpr SectionType kSummaryIn[] = {kDiscussionSummary};
constexpr RecordItem kItems[] = {
    {{"具体讨论意见", "the opinions"},
     kOpinionIn,
     {},
     {"讨论意见|发言|医师：|医师:|主任：|主任:|护士长：|护士长:|讨论记录|讨论内容"}},
    {{"主持人小结意见", "the host's conclusion"}, kSummaryIn, {}, {"小结|总结|结论|综合讨论"}},
};
constexpr Bilingual kDate{"讨论日期", "the date of the discussion"};
constexpr Bilingual kHost{"主持人", "the host"};
constexpr Bilingual kPresent{"参加人员姓名", "who took part"};
constexpr Bilingual kTitles{"参加人员专业技术职务", "the titles of those who took part"};
constexpr Bilingual kHostSigned{"主持人审核签名", "the signature of the host"};

constexpr WordList kPresentWords{"参加人员|参加讨论|参加者|参加医师|参会人员|参加：|参加:"};
constexpr WordList kTitleWords{"医师|主任|护士|护师|技师|药师"};

constexpr WordList kDiscussed{
    "疑难病例讨论|疑难危重病例讨论|疑难讨论|全科讨论|科内讨论|多学科讨论|多学科会诊|MDT|集体讨论|"
    "病例讨论"};

// Few notes speak of any discussion.
bool may_tell_discussion(const Document& note) {
  return std::any_of(note.texts.begin(), note.texts.end(), [](const Text& text) {
    return holds(text.value, "讨论") || holds(text.value, "多学科") || holds(text.value, "MDT");
  });
}

bool tells_discussion(const Document& note) {
  if (!is_course_note(note.type)) return false;
  if (headed(note, kDiscussed)) return true;
  return may_tell_discussion(note) &&
         std::any_of(note.texts.begin(), note.texts.end(),
                     [](const Text& text) { return told_in(text, kDiscussed).has_value(); });
}

const RecordItems& items() {
  static const RecordItems kRead(kItems);
  return kRead;
}

// 科主任 or 外科主任, but neither 主任医师 nor 副主任.
bool says_head(std::string_view text) {
  constexpr std::string_view kHead = "科主任", kPhysician = "科主任医师";
  for (std::size_t at = find_word(text, kHead); at != text.npos;
       at = find_word(text, kHead, at + kHead.size())) {
    if (!text.substr(at).starts_with(kPhysician)) return true;
  }
  return false;
}

void take_person(const Chart& chart, Role role, const Person& person, Host& host) {
  host.named = true;
  host.head = host.head || role == Role::kDirector || says_head(person.title_text.value);
  if (host.title == Title::kUnknown) host.title = chart.title_of(person);
  if (host.span == Span{}) host.span = person.span();
}

// "主持人：赵三主任医师", "由科主任赵三主持".
void take_words(std::string_view text, Host& host) {
  for (std::size_t at = find_word(text, kHostWord); at != text.npos;
       at = find_word(text, kHostWord, at + kHostWord.size())) {
    const std::string_view behind = text.substr(at, kNear);
    if (behind.starts_with("主持人小结") || behind.starts_with("主持人总结")) continue;
    host.named = true;
    const std::size_t begin = at < kNear ? 0 : at - kNear;
    const std::string_view around = text.substr(begin, at - begin + behind.size());
    host.head = host.head || says_head(around);
    if (host.title == Title::kUnknown) host.title = title_named_in(behind);
    if (host.title == Title::kUnknown) host.title = title_named_in(around);
  }
}

bool titles_known(const Chart& chart, const Document& discussion) {
  return std::any_of(
      discussion.participants.begin(), discussion.participants.end(), [&](const Participant& p) {
        return chart.title_of(p.person) != Title::kUnknown || !p.person.title_text.value.empty();
      });
}

// By the person who is named as host; of a host that only words name, by anybody of such a rank.
bool host_signed(const Chart& chart, const Document& discussion) {
  const auto& people = discussion.participants;
  const auto host = std::find_if(people.begin(), people.end(),
                                 [](const Participant& one) { return one.role == Role::kHost; });
  const auto signs = [&](const Signature& one) {
    if (one.role == Role::kHost || one.role == Role::kDirector) return true;
    if (host != people.end() && host->person.known()) {
      return same_person(host->person, one.person) != SamePerson::kNo;
    }
    const Title title = chart.title_of(one.person);
    return one.role == Role::kSuperior || one.role == Role::kReviewer || one.role == Role::kChief ||
           title == Title::kAssociateChief || title == Title::kChief;
  };
  return std::any_of(discussion.signatures.begin(), discussion.signatures.end(), signs);
}

}  // namespace

bool case_discussed(const Chart& chart) {
  const bool several = std::any_of(
      chart.consultations.begin(), chart.consultations.end(), [](const Consultation& one) {
        return one.kind == ConsultationKind::kMultidisciplinary && !one.cancelled;
      });
  return several ||
         std::any_of(chart.documents.begin(), chart.documents.end(), [](const Document& document) {
           return document.type == DocType::kDifficultCaseDiscussion ||
                  document.type == DocType::kDeathCaseDiscussion ||
                  document.type == DocType::kLevel4Mdt || tells_discussion(document);
         });
}

Host host_of(const Chart& chart, const Document& discussion) {
  Host host;
  for (const Participant& one : discussion.participants) {
    if (one.role == Role::kHost) take_person(chart, one.role, one.person, host);
  }
  for (const Signature& one : discussion.signatures) {
    const bool leads = one.role == Role::kHost || (one.role == Role::kDirector && !host.named);
    if (leads) take_person(chart, one.role, one.person, host);
  }
  if (!host.named || host.title == Title::kUnknown) {
    for (const Text& text : discussion.texts) take_words(text.value, host);
  }
  if (host.span == Span{}) host.span = discussion.span;
  return host;
}

Qualified qualified(const Host& host) {
  if (host.head || host.title == Title::kAssociateChief || host.title == Title::kChief) {
    return Qualified::kYes;
  }
  return host.title == Title::kUnknown ? Qualified::kUnknown : Qualified::kNo;
}

ItemNames lacking_in_discussion(const Chart& chart, const Document& discussion,
                                bool signed_by_host) {
  ItemNames lacking;
  const auto ask = [&](bool there, const Bilingual& name) {
    if (!there) lacking.names.push_back(name);
  };
  const bool listed = discussion.participants.size() > 1 || tells_any(discussion, kPresentWords);
  const bool signs = std::any_of(discussion.signatures.begin(), discussion.signatures.end(),
                                 [](const Signature& one) { return is_staff(one.role); });
  const bool host = host_of(chart, discussion).named;
  ask(discussion.held || discussion.recorded || tells_any(discussion, {"讨论日期|讨论时间"}),
      kDate);
  ask(host, kHost);
  ask(listed, kPresent);
  ask(!listed || titles_known(chart, discussion) || tells_any(discussion, kTitleWords), kTitles);
  for (const Bilingual& name : items().all_but(items().in(discussion)).names) ask(false, name);
  // Nobody's signature is said by signature-missing, no host above.
  ask(!signed_by_host || !host || !signs || host_signed(chart, discussion), kHostSigned);
  return lacking;
}

}  // namespace emrlint::checks
