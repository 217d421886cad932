// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <span>
#include <string_view>

#include "check/report.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, Role, Role> kTwoRoles{
    "two-roles", "{0}同时以{1}和{2}的身份签名；核查、清点应由不同人员分别签名。",
    "{0} signed both as {1} and as {2}; different people check and sign."};
constexpr Message<Role> kFirst{"first", "同一人以{0}身份的签名",
                               "the same person's signature as {0}"};

constexpr Citation kBasis[] = {{"BL", "22(16)"}, {"BL", "22(17)"}};
constexpr int kCore[] = {11};
constexpr MessageInfo kMessages[] = {kTwoRoles, kFirst};

constexpr Role kThree[] = {Role::kSurgeon, Role::kAnesthetist, Role::kCirculatingNurse};
constexpr Role kNurses[] = {Role::kCirculatingNurse, Role::kScrubNurse};

bool in(std::span<const Role> roles, Role role) {
  for (const Role one : roles) {
    if (one == role) return true;
  }
  return false;
}

void judge(const Chart& chart, std::span<const Signature> signatures, std::span<const Role> roles,
           Subject subject, Report& report) {
  int several = 0;
  const Signature* unknown = nullptr;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    const Signature& later = signatures[i];
    if (!in(roles, later.role)) continue;
    for (const Signature& earlier : signatures.first(i)) {
      if (!in(roles, earlier.role) || earlier.role == later.role) continue;
      ++several;
      const SamePerson same = same_signer(earlier.person, later.person);
      if (same == SamePerson::kNo) continue;
      if (same == SamePerson::kUnknown || namesakes(chart, later.person)) {
        unknown = &later;
        continue;
      }
      report
          .fail(kTwoRoles, subject, later.person.span(), name_of(later.person), earlier.role,
                later.role)
          .note(kFirst, earlier.person.span(), earlier.role);
      return;
    }
  }
  if (unknown != nullptr) return report.undecided(subject, missing::kPerson, unknown->span);
  if (several > 0) report.pass(subject);
}

void judge_checklists(const Chart& chart, Report& report) {
  for (std::size_t i = 0; i < chart.checklists.size(); ++i) {
    const Checklist& list = chart.checklists[i];
    const bool safety = list.kind.value == "surgical-safety";
    if (!safety && list.kind.value != "surgical-count") continue;
    const std::span<const Role> roles = safety ? std::span<const Role>(kThree) : kNurses;
    const auto subject = [&](std::string_view detail) {
      return Subject{SubjectKind::kChecklist, static_cast<std::uint32_t>(i), detail};
    };
    judge(chart, list.signatures, roles, subject({}), report);
    for (const ChecklistPhase& phase : list.phases) {
      judge(chart, phase.signatures, roles, subject(phase.phase.value), report);
    }
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  judge_checklists(chart, report);
  for (const Document* document : current_documents(chart)) {
    switch (document->type) {
      case DocType::kSafetyChecklist:
        judge(chart, document->signatures, kThree, of(chart, *document), report);
        break;
      case DocType::kSurgicalCount:
      case DocType::kOperatingRoomNursingRecord:
        judge(chart, document->signatures, kNurses, of(chart, *document), report);
        break;
      default:
        break;
    }
  }
}

}  // namespace

extern constinit const Check signature_same_person_multi_role{
    {.id = "signature-same-person-multi-role",
     .severity = Severity::kError,
     .title = {"核查三方、清点双方应是不同的人",
               "Those who check with each other are different people"},
     .judged =
         {"手术安全核查表：手术医师、麻醉医师、巡回护士的签名不是同一人（按阶段签名的，每个阶段"
          "分别判定）；手术清点记录（手术护理记录）：巡回护士和手术器械护士的签名不是同一人。",
          "On the safety checklist surgeon, anaesthetist and circulating nurse are different "
          "people (in each phase, where signatures stand there); on the count record (the "
          "operating room nursing record) circulating and scrub nurse are."},
     .exceptions =
         {"只有一方签名的不判，由 periop-safety-checklist-signatures 和 signature-missing 提"
          "示。签名者无法比较、人员表中有同名者的无法判定。",
          "Not judged where only one of them signed (periop-safety-checklist-signatures, "
          "signature-missing). Undecided where the signers cannot be compared, or staff "
          "of the same name is on the table."},
     .advice = {"请由各方本人分别核对并签名。", "Each of them checks and signs in person."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
