// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <utility>

#include "reader/build.h"

namespace emrlint {
namespace {

using RoleSet = std::uint64_t;

template <typename... Roles>
constexpr RoleSet roles(Roles... role) {
  return ((RoleSet{1} << static_cast<unsigned>(role)) | ...);
}
bool in(RoleSet set, Role role) { return (set >> static_cast<unsigned>(role)) & 1u; }

// 经治医师 or whoever wrote it.
constexpr RoleSet kWriter = roles(Role::kAuthor, Role::kRecorder, Role::kResident);
constexpr RoleSet kPatientSide = roles(Role::kPatient, Role::kAgent);
// Roles named after a title or not at all: whoever must sign may stand behind one of them.
constexpr RoleSet kUnspecific =
    kWriter | roles(Role::kUnknown, Role::kAttending, Role::kChief, Role::kSuperior);

// Whose signature completes a document by 病历书写基本规范 (BL).
struct Requirement {
  RoleSet signers = 0;        // Of these, all that are there.
  bool patient_side = false;  // And the patient or his agent.
};

constexpr Requirement kByWriter{kWriter};

Requirement consent_requirement(DocType type) {
  switch (type) {
    case DocType::kOperationConsent:  // BL23: 经治医师和术者签名
      return {kWriter | roles(Role::kAttending, Role::kSurgeon), true};
    case DocType::kAnesthesiaConsent:  // BL24: 麻醉医师签名
      return {roles(Role::kAnesthetist), true};
    case DocType::kTransfusionConsent:        // BL25: 医师签名
    case DocType::kSpecialProcedureConsent:   // BL26: 医师签名
    case DocType::kCriticalConditionNotice:   // BL27: 患方签名、医师签名
    case DocType::kOtherConsent:
    case DocType::kCommunicationRecord:
      return {kWriter | roles(Role::kAttending, Role::kSurgeon), true};
    case DocType::kProxyAuthorisation: return {kPatientSide, true};
    default: return {};
  }
}

Requirement requirement_of(DocType type) {
  switch (type) {
    case DocType::kAdmissionRecord:          // BL18(10)
    case DocType::kAdmissionDischarge24h:    // BL20
    case DocType::kAdmissionDeath24h:        // BL21
    case DocType::kFirstProgressNote:        // BL22(1)
    case DocType::kProgressNote:             // BL22(2)
    case DocType::kSeniorRoundNote:          // BL22(3)
    case DocType::kDifficultCaseDiscussion:  // BL22(4)
    case DocType::kStageSummary:             // BL22(7)
    case DocType::kRescueRecord:             // BL22(8)
    case DocType::kPreopSummary:             // BL22(11)
    case DocType::kPreopDiscussion:          // BL22(12): 记录者的签名
    case DocType::kLevel4Mdt:
    case DocType::kDischargeRecord:       // BL22(20)
    case DocType::kDischargeSummary:
    case DocType::kDeathRecord:           // BL22(21)
    case DocType::kDeathCaseDiscussion:   // BL22(22): 记录者的签名
      return kByWriter;
    case DocType::kPostopFirstNote:  // BL22(18): 参加手术的医师
      return {kWriter | roles(Role::kSurgeon, Role::kFirstAssistant)};
    case DocType::kHandoverRecord:  // BL22(5)
    case DocType::kTransferRecord:  // BL22(6)
      return {kWriter | roles(Role::kOutgoing, Role::kIncoming)};
    case DocType::kInvasiveProcedureNote:  // BL22(9): 操作医师签名
      return {roles(Role::kSurgeon)};
    case DocType::kConsultationRecord:  // BL22(10): 会诊医师签名
      return {roles(Role::kConsultant)};
    case DocType::kAnesthesiaPreopVisit:   // BL22(13)
    case DocType::kAnesthesiaRecord:       // BL22(14)
    case DocType::kAnesthesiaPostopVisit:  // BL22(19)
      return {roles(Role::kAnesthetist)};
    case DocType::kOperationRecord:  // BL22(15): 第一助手书写时，应有手术者签名
    case DocType::kCesareanRecord:
      return {roles(Role::kSurgeon)};
    case DocType::kSafetyChecklist:  // BL22(16): 三方签字
      return {roles(Role::kSurgeon, Role::kAnesthetist, Role::kCirculatingNurse)};
    case DocType::kSurgicalCount:  // BL22(17)
    case DocType::kOperatingRoomNursingRecord:
      return {roles(Role::kCirculatingNurse, Role::kScrubNurse)};
    case DocType::kGeneralNursingRecord:
    case DocType::kCriticalNursingRecord:  // BL22(23): 护士签名
      return {roles(Role::kNurse) | kWriter};
    default: return consent_requirement(type);
  }
}

bool unqualified(const Signature& signature) {
  const Title title = signature.person.title;
  return title == Title::kTrainee || title == Title::kStudent ||
         signature.person.licensed == std::optional(false);
}

// The signatures that count: of the required roles; where nobody signed as such, of roles that
// say too little to rule the required one out; without a rule, of all staff.
std::vector<const Signature*> counted(const Document& document, const Requirement& required) {
  std::vector<const Signature*> found;
  const auto take = [&](RoleSet set) {
    for (const Signature& signature : document.signatures) {
      if (in(set, signature.role) && (required.patient_side || !in(kPatientSide, signature.role))) {
        found.push_back(&signature);
      }
    }
  };
  take(required.signers == 0 ? ~kPatientSide : required.signers);
  if (found.empty()) take(kUnspecific);
  // 实习医务人员、试用期医务人员书写的病历 become a record with their senior's signature (BL8).
  const bool junior = !found.empty() && std::all_of(found.begin(), found.end(), [](auto* s) {
    return unqualified(*s);
  });
  if (junior) {
    found.clear();
    take(~kPatientSide);
  }
  if (!required.patient_side || required.signers == kPatientSide) return found;
  const std::size_t staff = found.size();
  take(kPatientSide);
  if (staff == 0 || found.size() == staff) found.clear();
  return found;
}

}  // namespace

std::optional<Located<Time>> completion_of(const Document& document) {
  std::optional<Located<Time>> latest;
  for (const Signature* signature : counted(document, requirement_of(document.type))) {
    if (!signature->at) return std::nullopt;
    if (!latest || signature->at->value.latest() > latest->value.latest()) latest = signature->at;
  }
  return latest;
}

void complete_documents(Chart& chart) {
  for (Document& document : chart.documents) document.completed = completion_of(document);
  const auto moment = [](const Document& document) {
    for (const auto* time : {&document.completed, &document.recorded, &document.held}) {
      if (*time) return (*time)->value.earliest;
    }
    return Instant::max();
  };
  std::vector<std::uint32_t> order(chart.documents.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return moment(chart.documents[a]) < moment(chart.documents[b]);
  });
  std::vector<Document> sorted;
  sorted.reserve(order.size());
  std::vector<std::uint32_t> now_at(order.size());
  for (const std::uint32_t from : order) {
    now_at[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(chart.documents[from]));
  }
  chart.documents = std::move(sorted);
  const auto follow = [&](std::uint32_t& index) {
    if (index < now_at.size()) index = now_at[index];
  };
  for (Diagnosis& diagnosis : chart.diagnoses) follow(diagnosis.document);
  for (Procedure& procedure : chart.procedures) follow(procedure.document);
}

}  // namespace emrlint
