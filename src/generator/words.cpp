// SPDX-License-Identifier: Apache-2.0
#include "generator/words.h"

namespace emrlint {

std::string_view role_words(Role role) {
  switch (role) {
    case Role::kUnknown:
      return {};
    case Role::kAuthor:
      return "报告医师";
    case Role::kRecorder:
      return "记录者";
    case Role::kResident:
      return "住院医师";
    case Role::kAttending:
      return "主治医师";
    case Role::kChief:
      return "主任医师";
    case Role::kSuperior:
      return "上级医师";
    case Role::kDirector:
      return "科主任";
    case Role::kReviewer:
      return "审核医师";
    case Role::kSurgeon:
      return "手术者";
    case Role::kFirstAssistant:
      return "第一助手";
    case Role::kSecondAssistant:
      return "第二助手";
    case Role::kAssistant:
      return "助手";
    case Role::kAnesthetist:
      return "麻醉医师";
    case Role::kScrubNurse:
      return "器械护士";
    case Role::kCirculatingNurse:
      return "巡回护士";
    case Role::kNurse:
      return "护士";
    case Role::kHost:
      return "主持人";
    case Role::kMember:
      return "参加者";
    case Role::kRescuer:
      return "抢救人员";
    case Role::kRequester:
      return "会诊申请医师";
    case Role::kConsultant:
      return "会诊医师";
    case Role::kOutgoing:
      return "交班者";
    case Role::kIncoming:
      return "接班者";
    case Role::kOrderer:
      return "医嘱开立者";
    case Role::kExecutor:
      return "医嘱执行者";
    case Role::kVerifier:
      return "医嘱核对者";
    case Role::kCoder:
      return "编码员";
    case Role::kPatient:
      return "患者";
    case Role::kAgent:
      return "代理人";
    case Role::kWitness:
      return "见证人";
    case Role::kInformant:
      return "陈述者";
  }
  return {};
}

std::string_view title_words(Title title) {
  switch (title) {
    case Title::kUnknown:
    case Title::kOther:
      return {};
    case Title::kStudent:
      return "实习医师";
    case Title::kTrainee:
      return "试用期医师";
    case Title::kResident:
      return "住院医师";
    case Title::kAttending:
      return "主治医师";
    case Title::kAssociateChief:
      return "副主任医师";
    case Title::kChief:
      return "主任医师";
    case Title::kNurse:
      return "护士";
    case Title::kHeadNurse:
      return "护士长";
    case Title::kTechnician:
      return "技师";
    case Title::kPharmacist:
      return "药师";
  }
  return {};
}

std::string hl7_time(const Time& time) {
  std::string digits;
  std::string zone;
  const std::string iso = to_iso(time);
  const std::size_t clock = iso.find('T');
  for (std::size_t i = 0; i < iso.size(); ++i) {
    const bool in_zone = !zone.empty() || (clock != iso.npos && i > clock &&
                                           (iso[i] == '+' || iso[i] == '-' || iso[i] == 'Z'));
    std::string& target = in_zone ? zone : digits;
    if (in_zone ? iso[i] != ':' : iso[i] >= '0' && iso[i] <= '9') target += iso[i];
  }
  return digits + (zone == "Z" ? "+0000" : zone);
}

std::string hl7_time(const std::optional<Located<Time>>& time) {
  return time ? hl7_time(time->value) : std::string();
}

std::string hl7_time(const TimeFact& time) {
  return time.known() ? hl7_time(time.value()) : std::string();
}

}  // namespace emrlint
