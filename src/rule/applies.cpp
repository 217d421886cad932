// SPDX-License-Identifier: Apache-2.0
#include "rule/applies.h"

#include <algorithm>

#include "check/survival.h"
#include "check/visit.h"
#include "model/ordered.h"
#include "rule/event.h"

namespace emrlint {

// A yes-or-no question to a chart, or to the subject in it.
struct YesNoFact {
  std::string_view key;
  Missing unknown;
  std::optional<bool> (*holds)(const Chart& chart, const Subject& subject);
};

namespace {

constexpr Missing kConsultationKind{"consultation-kind", "会诊类型（普通、急、院外）",
                                    "the kind of consultation"};
constexpr Missing kCondition{"condition-kind", "病危或病重", "whether critical or serious"};

std::optional<bool> inpatient(const Chart& chart, const Subject&) {
  if (chart.encounter.kind.value == EncounterKind::kUnknown) return std::nullopt;
  return chart.inpatient();
}

std::optional<bool> day_surgery(const Chart& chart, const Subject&) {
  if (chart.encounter.kind.value == EncounterKind::kUnknown) return std::nullopt;
  return chart.encounter.kind.value == EncounterKind::kDaySurgery;
}

std::optional<bool> dead(const Chart& chart, const Subject&) {
  if (chart.dead()) return true;
  // One document does not show how the stay ended.
  if (!chart.complete && chart.encounter.disposition.value == Disposition::kUnknown) {
    return std::nullopt;
  }
  return false;
}

std::optional<bool> alive(const Chart& chart, const Subject& subject) {
  const std::optional<bool> died = dead(chart, subject);
  return died ? std::optional(!*died) : std::nullopt;
}

std::optional<bool> discharged(const Chart& chart, const Subject&) {
  return chart.encounter.discharged.known();
}

std::optional<bool> complete(const Chart& chart, const Subject&) { return chart.complete; }

std::optional<bool> female(const Chart& chart, const Subject&) {
  const Sex sex = chart.patient.sex.value;
  if (sex != Sex::kMale && sex != Sex::kFemale) return std::nullopt;
  return sex == Sex::kFemale;
}

std::optional<bool> emergency(const Chart& chart, const Subject& subject) {
  const Surgery* surgery = surgery_of(chart, subject);
  if (surgery == nullptr || surgery->urgency.value == Urgency::kUnknown) return std::nullopt;
  return surgery->urgency.value == Urgency::kEmergency ||
         surgery->urgency.value == Urgency::kLifeSaving;
}

std::optional<bool> life_saving(const Chart& chart, const Subject& subject) {
  const Surgery* surgery = surgery_of(chart, subject);
  if (surgery == nullptr || surgery->urgency.value == Urgency::kUnknown) return std::nullopt;
  return surgery->urgency.value == Urgency::kLifeSaving;
}

std::optional<bool> anesthesia(const Chart& chart, const Subject& subject) {
  const Surgery* surgery = surgery_of(chart, subject);
  if (surgery == nullptr || !surgery->anesthesia.present) return std::nullopt;
  return surgery->anesthesia.kind != AnesthesiaKind::kLocal;
}

std::optional<bool> cesarean(const Chart& chart, const Subject& subject) {
  const Surgery* surgery = surgery_of(chart, subject);
  return surgery == nullptr ? std::nullopt : std::optional(surgery->cesarean);
}

std::optional<bool> survived(const Chart& chart, const Subject& subject) {
  if (!chart.dead()) return true;
  const Surgery* surgery = surgery_of(chart, subject);
  return surgery == nullptr ? std::nullopt : left_theatre_alive(chart, *surgery);
}

std::optional<bool> critical(const Chart& chart, const Subject& subject) {
  if (subject.kind != SubjectKind::kCondition) return std::nullopt;
  return chart.conditions[subject.index].severity == Acuity::kCritical;
}

std::optional<bool> urgent(const Chart& chart, const Subject& subject) {
  if (subject.kind == SubjectKind::kTransfer) return chart.transfers[subject.index].urgent;
  if (subject.kind != SubjectKind::kConsultation) return std::nullopt;
  const ConsultationKind kind = chart.consultations[subject.index].kind;
  if (kind == ConsultationKind::kUnknown) return std::nullopt;
  return kind == ConsultationKind::kUrgent;
}

std::optional<bool> external(const Chart& chart, const Subject& subject) {
  if (subject.kind != SubjectKind::kConsultation) return std::nullopt;
  const ConsultationKind kind = chart.consultations[subject.index].kind;
  if (kind == ConsultationKind::kUnknown) return std::nullopt;
  return kind == ConsultationKind::kExternal;
}

std::optional<bool> of_first_visit(const Chart& chart, const Subject& subject) {
  if (subject.kind != SubjectKind::kDocument) return std::nullopt;
  return first_visit(chart.documents[subject.index]);
}

constexpr YesNoFact kFacts[] = {
    {"inpatient", missing::kEncounterKind, inpatient},
    {"day_surgery", missing::kEncounterKind, day_surgery},
    {"alive", missing::kRestOfChart, alive},
    {"dead", missing::kRestOfChart, dead},
    {"discharged", missing::kDischargeTime, discharged},
    {"female", missing::kSex, female},
    {"complete", missing::kRestOfChart, complete},
    {"emergency", missing::kUrgency, emergency},
    {"life_saving", missing::kUrgency, life_saving},
    {"anesthesia", missing::kAnesthesia, anesthesia},
    {"cesarean", missing::kAnesthesia, cesarean},
    {"survived", missing::kDeathTime, survived},
    {"critical", kCondition, critical},
    {"urgent", kConsultationKind, urgent},
    {"external", kConsultationKind, external},
    {"first_visit", kWhichVisit, of_first_visit},
};

// Whether the stay lasted less than `limit`.
Applicable shorter_than(const Chart& chart, Duration limit, const Clock& clock, bool shorter) {
  const Encounter& stay = chart.encounter;
  if (!stay.admitted) return {true, missing::kAdmissionTime};
  const TimeFact& end = stay.discharged.known() ? stay.discharged : stay.died;
  if (!end) {
    if (unfinished(clock)) return {!shorter, std::nullopt};
    return {true, missing::kDischargeTime};
  }
  const Within result = within(stay.admitted.value(), end.value(), limit - Duration(1));
  if (result == Within::kUnknown) return {true, missing::kClockTime};
  return {(result == Within::kYes) == shorter, std::nullopt};
}

}  // namespace

const Surgery* surgery_of(const Chart& chart, const Subject& subject) {
  if (subject.kind == SubjectKind::kSurgery) return &chart.surgeries[subject.index];
  if (subject.kind != SubjectKind::kDocument) return nullptr;
  const std::vector<std::uint32_t>& linked = chart.documents[subject.index].surgeries;
  if (linked.size() == 1) return &chart.surgeries[linked.front()];
  return linked.empty() && only_surgery(chart, 0) ? &chart.surgeries.front() : nullptr;
}

Applies Applies::read(RuleReader& outer, std::string_view key) {
  Applies applies;
  const std::optional<TableReader> table = outer.table().table(key);
  if (!table) return applies;
  RuleReader reader = outer.with(*table);
  for (const YesNoFact& fact : kFacts) {
    if (const auto value = reader.table().boolean(fact.key)) {
      applies.wanted_.push_back({&fact, *value});
    }
  }
  if (const TomlValue* levels = reader.table().find("level")) {
    for (const TomlValue& level : levels->items) {
      applies.levels_.push_back(static_cast<int>(level.integer));
    }
    if (levels->kind != TomlKind::kArray || levels->items.empty()) {
      reader.table().fail(levels->place, "level应为数组，如[3, 4]",
                          "level must be an array such as [3, 4]");
    }
  }
  applies.min_stay_ = reader.duration("min_stay", {"住院时间下限", "stay at least this long"});
  applies.max_stay_ = reader.duration("max_stay", {"住院时间上限", "stay shorter than this"});
  reader.table().finish();
  return applies;
}

Applicable Applies::to(const Chart& chart, const Subject& subject, const Options& options,
                       const Clock& clock) const {
  Applicable all;
  const auto add = [&](const Applicable& one) {
    if (!one.yes) all.yes = false;
    if (one.unknown && !all.unknown) all.unknown = one.unknown;
  };
  for (const Wanted& wanted : wanted_) {
    const std::optional<bool> holds = wanted.fact->holds(chart, subject);
    if (holds) {
      add({*holds == wanted.value, std::nullopt});
    } else {
      add({true, wanted.fact->unknown});
    }
  }
  if (!levels_.empty()) {
    const Surgery* surgery = surgery_of(chart, subject);
    if (surgery == nullptr || !surgery->level) {
      add({true, missing::kSurgeryLevel});
    } else {
      const int level = surgery->level->value;
      add({std::find(levels_.begin(), levels_.end(), level) != levels_.end(), std::nullopt});
    }
  }
  if (min_stay_) add(shorter_than(chart, options[*min_stay_], clock, false));
  if (max_stay_) add(shorter_than(chart, options[*max_stay_], clock, true));
  if (!all.yes) all.unknown.reset();
  return all;
}

}  // namespace emrlint
