// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_roles.h"

#include <array>
#include <cstddef>

namespace emrlint {
namespace {

template <typename T>
struct Word {
  std::string_view word;
  T meaning;
};

// The first word that occurs counts, so that the special ones stand before the general ones.
constexpr Word<Role> kRoles[] = {
    {"代理人", Role::kAgent},
    {"家属", Role::kAgent},
    {"监护人", Role::kAgent},
    {"被授权", Role::kAgent},
    {"受委托", Role::kAgent},
    {"患者", Role::kPatient},
    {"病人", Role::kPatient},
    {"产妇", Role::kPatient},
    {"见证", Role::kWitness},
    {"主持", Role::kHost},
    {"器械护士", Role::kScrubNurse},
    {"洗手护士", Role::kScrubNurse},
    {"巡台护士", Role::kCirculatingNurse},
    {"巡回护士", Role::kCirculatingNurse},
    {"第一助手", Role::kFirstAssistant},
    {"Ⅱ助", Role::kSecondAssistant},
    {"II助", Role::kSecondAssistant},
    {"二助", Role::kSecondAssistant},
    {"Ⅰ助", Role::kFirstAssistant},
    {"I助", Role::kFirstAssistant},
    {"一助", Role::kFirstAssistant},
    {"第二助手", Role::kSecondAssistant},
    {"助手", Role::kAssistant},
    {"麻醉", Role::kAnesthetist},
    {"术者", Role::kSurgeon},
    {"主刀", Role::kSurgeon},
    {"手术操作", Role::kSurgeon},
    {"手术医师", Role::kSurgeon},
    {"手术医生", Role::kSurgeon},
    {"接生", Role::kSurgeon},
    {"交班", Role::kOutgoing},
    {"接班", Role::kIncoming},
    {"转出", Role::kOutgoing},
    {"转入", Role::kIncoming},
    {"申请", Role::kRequester},
    {"会诊", Role::kConsultant},
    {"开立", Role::kOrderer},
    {"开具", Role::kOrderer},
    {"开方", Role::kOrderer},
    {"取消人", Role::kOrderer},
    {"停止人", Role::kOrderer},
    {"核对", Role::kVerifier},
    {"调配", Role::kExecutor},
    {"执行", Role::kExecutor},
    {"审核", Role::kReviewer},
    {"质控", Role::kReviewer},
    {"编码", Role::kCoder},
    {"科主任", Role::kDirector},
    {"上级", Role::kSuperior},
    {"记录", Role::kRecorder},
    {"抢救", Role::kRescuer},
    {"主任", Role::kChief},
    {"主治", Role::kAttending},
    {"住院", Role::kResident},
    {"经治", Role::kResident},
    {"管床", Role::kResident},
    {"护士", Role::kNurse},
    {"助产", Role::kNurse},
    {"技师", Role::kExecutor},
    {"报告医师", Role::kAuthor},
    {"参加", Role::kMember},
    {"讨论", Role::kMember},
};

constexpr Word<Title> kTitles[] = {
    {"实习", Title::kStudent},       {"试用期", Title::kTrainee},
    {"护士长", Title::kHeadNurse},   {"护士", Title::kNurse},
    {"护师", Title::kNurse},         {"技师", Title::kTechnician},
    {"药师", Title::kPharmacist},    {"副主任医师", Title::kAssociateChief},
    {"主任医师", Title::kChief},     {"主治医师", Title::kAttending},
    {"主治医生", Title::kAttending}, {"住院医师", Title::kResident},
    {"住院医生", Title::kResident},
};

constexpr std::size_t start_of(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  return (byte(0) * 7u + byte(1) * 5u + byte(text.size() > 2 ? 2 : 1)) % 256;
}

// Which texts can begin a word, by their first three bytes: most places begin none.
template <typename T, std::size_t N>
constexpr std::array<bool, 256> starts_of(const Word<T> (&words)[N]) {
  std::array<bool, 256> starts{};
  for (const Word<T>& word : words) starts[start_of(word.word)] = true;
  return starts;
}

constexpr auto kRoleStarts = starts_of(kRoles);
constexpr auto kTitleStarts = starts_of(kTitles);

template <typename T, std::size_t N>
T first_word(const Word<T> (&words)[N], const std::array<bool, 256>& starts,
             std::string_view text) {
  std::size_t first = N;
  for (; text.size() >= 3; text.remove_prefix(1)) {
    if (!starts[start_of(text)]) continue;
    for (std::size_t i = 0; i < first; ++i) {
      if (words[i].word[2] == text[2] && text.starts_with(words[i].word)) first = i;
    }
  }
  return first == N ? T::kUnknown : words[first].meaning;
}

bool nursing(Role role) {
  return role == Role::kNurse || role == Role::kScrubNurse || role == Role::kCirculatingNurse;
}

}  // namespace

Role role_from_text(std::string_view text) { return first_word(kRoles, kRoleStarts, text); }

Title title_from_text(std::string_view text) {
  if (text.empty()) return Title::kUnknown;
  constexpr std::string_view kTwo[] = {"主任(副主任)", "主任（副主任）", "主(副主)任", "(副)主任",
                                       "（副）主任",   "主任/副主任",    "(主治)",     "（主治）"};
  for (const std::string_view two : kTwo) {
    if (text.find(two) != std::string_view::npos) return Title::kUnknown;
  }
  return first_word(kTitles, kTitleStarts, text);
}

Title title_from_rank(std::string_view code, Role role) {
  if (nursing(role)) return Title::kNurse;
  if (is_patient_side(role) || code.size() != 1) return Title::kUnknown;
  switch (code.front()) {
    case '1':
      return Title::kChief;
    case '2':
      return Title::kAssociateChief;
    case '3':
      return Title::kAttending;
    case '4':
      return Title::kResident;
    default:
      return Title::kUnknown;  // 士级 and 待聘 name no title of a physician.
  }
}

}  // namespace emrlint
