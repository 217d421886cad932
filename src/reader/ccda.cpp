// SPDX-License-Identifier: Apache-2.0
#include "reader/ccda.h"

#include <optional>
#include <string_view>
#include <utility>

namespace emrlint {
namespace {

// A document that is not of the Chinese standard, with its entries. Sections say what kind of
// fact an entry is; the templates of C-CDA say no more than that.
class Collector {
 public:
  Collector(CdaWalk& walk, const CdaEntries& entries)
      : walk_(walk), entries_(entries), document_(walk.document()), chart_(walk.chart()) {}

  void collect() {
    for (const CdaEntry& entry : entries_.entries()) add(entry);
    // An organizer without a name or a value tells of no result at all.
    std::erase_if(chart_.results, [](const TestResult& result) {
      return result.items.empty() && result.name.value.empty() && result.code.value.empty();
    });
    if (document_.type == DocType::kOperationRecord) add_surgery();
  }

 private:
  const Element& element(std::uint32_t index) const { return document_.elements[index]; }
  const CdaNode& node(std::uint32_t index) const { return entries_.nodes()[index]; }
  CdaName kind_above(std::uint32_t index) const {
    const std::int32_t parent = element(index).parent;
    return parent < 0 ? CdaName::kEntry : node(static_cast<std::uint32_t>(parent)).kind;
  }

  void add(const CdaEntry& entry) {
    const SectionType section = document_.sections[entry.section].type;
    const std::uint32_t end = entry.elements.first + entry.elements.count;
    for (std::uint32_t i = entry.elements.first; i < end; ++i) {
      switch (section) {
        case SectionType::kProcedures:
        case SectionType::kSurgeryHistory:
          if (i == entry.elements.first) add_procedure(entry, i);
          break;
        case SectionType::kMedication:
        case SectionType::kMedicationHistory:
        case SectionType::kMedicationAdministration:
        case SectionType::kDischargeMedication:
          add_medication(entry, i);
          break;
        case SectionType::kLaboratory:
        case SectionType::kResult:
        case SectionType::kAuxiliaryExam:
          add_result(entry, i);
          break;
        case SectionType::kVitalSigns:
          add_vital_sign(entry, i);
          break;
        default:
          if (const auto role = diagnosis_role(section)) add_diagnosis(i, *role);
      }
    }
  }

  static std::optional<DiagnosisRole> diagnosis_role(SectionType section) {
    switch (section) {
      case SectionType::kProblemList:
      case SectionType::kDiagnosis:
        return DiagnosisRole::kUnknown;
      case SectionType::kAdmissionDiagnosis:
        return DiagnosisRole::kAdmission;
      case SectionType::kDischargeDiagnosis:
        return DiagnosisRole::kDischarge;
      case SectionType::kPreopDiagnosis:
        return DiagnosisRole::kPreop;
      case SectionType::kPostopDiagnosis:
        return DiagnosisRole::kPostop;
      default:
        return std::nullopt;
    }
  }

  // The problem is the coded observation in a concern; those below it tell of its status.
  void add_diagnosis(std::uint32_t index, DiagnosisRole role) {
    const Element& it = element(index);
    if (node(index).kind != CdaName::kObservation || it.kind != ValueKind::kCoded) return;
    if (kind_above(index) == CdaName::kObservation || node(index).negated) return;
    if (it.value.value.empty() && it.display.value.empty()) return;
    Diagnosis diagnosis;
    diagnosis.role = role;
    diagnosis.code = it.value;
    diagnosis.name = it.display;
    diagnosis.code_system = it.code_system;
    diagnosis.document = 0;
    diagnosis.span = it.value.value.empty() ? it.display.span : it.value.span;
    chart_.diagnoses.push_back(diagnosis);
  }

  void add_procedure(const CdaEntry& entry, std::uint32_t index) {
    const Element& it = element(index);
    if (node(index).intended || node(index).negated) return;
    Procedure procedure;
    const bool observed = node(index).kind == CdaName::kObservation;
    procedure.code = observed ? it.id : it.value;
    procedure.name = observed ? it.name : it.display;
    procedure.code_system = observed ? node(index).id_system : it.code_system;
    if (procedure.code.value.empty() && procedure.name.value.empty()) return;
    if (const CdaPeriod* period = entries_.period(entry, index)) {
      procedure.at = period->at ? period->at : period->low;
    }
    const CdaEntryParty* performer = entries_.party(entry, index, CdaName::kPerformer);
    if (performer != nullptr) procedure.by = performer->party.person;
    procedure.document = 0;
    procedure.span =
        procedure.code.value.empty() ? procedure.name.span : procedure.code.span;
    chart_.procedures.push_back(procedure);
  }

  void add_medication(const CdaEntry& entry, std::uint32_t index) {
    const Element& it = element(index);
    if (node(index).kind != CdaName::kSubstanceAdministration || node(index).negated) return;
    Order order;
    order.content = it.display.value.empty() ? it.value : it.display;
    if (order.content.value.empty()) return;
    order.kind = {"drug", order.content.span};
    if (const CdaEntryCode* dose = entries_.code(entry, index, CdaName::kDoseQuantity)) {
      order.dose = dose->code;
      order.dose_unit = dose->unit;
    }
    if (const CdaEntryCode* route = entries_.code(entry, index, CdaName::kRouteCode)) {
      order.route = route->display.value.empty() ? route->code : route->display;
    }
    if (const CdaPeriod* period = entries_.period(entry, index)) {
      order.start = period->low ? period->low : period->at;
      order.stop = period->high;
    }
    const CdaEntryParty* author = entries_.party(entry, index, CdaName::kAuthor);
    if (author != nullptr) order.by = author->party.person;
    order.span = order.content.span;
    chart_.orders.push_back(order);
  }

  std::optional<Located<Time>> time_at(const CdaEntry& entry, std::uint32_t index) const {
    const CdaPeriod* period = entries_.period(entry, index);
    if (period == nullptr) return std::nullopt;
    return period->at ? period->at : period->low;
  }

  void add_result(const CdaEntry& entry, std::uint32_t index) {
    const Element& it = element(index);
    if (node(index).kind == CdaName::kOrganizer) {
      TestResult result;
      result.kind = {"lab", it.value.span};
      result.name = it.display;
      result.code = it.value;
      result.collected = time_at(entry, index);
      result.span = it.display.value.empty() ? it.value.span : it.display.span;
      chart_.results.push_back(result);
      chart_.sources.add(Source::kResults);
      return;
    }
    const bool measured = node(index).kind == CdaName::kObservation &&
                          kind_above(index) == CdaName::kOrganizer;
    if (!measured || chart_.results.empty()) return;
    TestResult& result = chart_.results.back();
    ResultItem item;
    item.name = it.name;
    item.code = it.id;
    item.value = it.display.value.empty() ? it.value : it.display;
    item.unit = it.unit;
    if (const CdaEntryCode* flag = entries_.code(entry, index, CdaName::kInterpretationCode)) {
      item.flag = flag->code;
    }
    if (item.name.value.empty() && item.code.value.empty() && item.value.value.empty()) return;
    item.span = item.value.value.empty() ? item.code.span : item.value.span;
    result.items.push_back(item);
    if (!result.collected) result.collected = time_at(entry, index);
  }

  void add_vital_sign(const CdaEntry& entry, std::uint32_t index) {
    const Element& it = element(index);
    if (node(index).kind != CdaName::kObservation || it.value.value.empty()) return;
    Observation observation;
    observation.name = it.name;
    observation.code = it.id;
    observation.value = it.value;
    observation.unit = it.unit;
    observation.at = time_at(entry, index);
    if (!observation.at && it.parent >= 0) {
      observation.at = time_at(entry, static_cast<std::uint32_t>(it.parent));
    }
    observation.span = it.value.span;
    chart_.observations.push_back(observation);
  }

  // An operative note is about the service event of its header, if that says anything yet.
  void add_surgery() {
    const std::optional<CdaService>& service = walk_.service();
    if (!service || service->blank()) return;
    Surgery surgery;
    surgery.code = service->code;
    surgery.name = service->name;
    const CdaPeriod& period = service->period;
    if (const auto& start = period.low ? period.low : period.at) {
      surgery.start.add({start->value, start->span, Origin::kEventDocument});
    }
    if (period.high) {
      surgery.end.add({period.high->value, period.high->span, Origin::kEventDocument});
    }
    surgery.surgeon = service->performer;
    surgery.span = service->name.value.empty() ? service->span : service->name.span;
    document_.surgeries.push_back(static_cast<std::uint32_t>(chart_.surgeries.size()));
    chart_.surgeries.push_back(std::move(surgery));
  }

  CdaWalk& walk_;
  const CdaEntries& entries_;
  Document& document_;
  Chart& chart_;
};

}  // namespace

void read_ccda_events(CdaWalk& walk, CdaEntries& entries) { Collector(walk, entries).collect(); }

}  // namespace emrlint
