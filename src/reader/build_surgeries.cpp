// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>
#include <utility>

#include "model/ordered.h"
#include "reader/build.h"

namespace emrlint {
namespace {

constexpr std::string_view kNameId = "DE06.00.094.00";
constexpr std::string_view kStartId = "DE06.00.221.00";
constexpr std::string_view kEndId = "DE06.00.218.00";
constexpr std::string_view kAnesthesiaId = "DE06.00.073.00";
constexpr std::string_view kAsaId = "DE05.10.129.00";
constexpr std::string_view kLevelId = "DE06.00.255.00";

void fill(Text& to, const Text& from) {
  if (to.value.empty()) to = from;
}

template <typename T>
void fill(std::optional<T>& to, const std::optional<T>& from) {
  if (!to) to = from;
}

void fill(Person& to, const Person& from) {
  if (!to.known()) to = from;
}

void merge_claims(TimeFact& to, const TimeFact& from) {
  for (const TimeClaim& claim : from.claims()) {
    add_claim(to, {claim.value, claim.span}, claim.origin);
  }
}

void fill(Anesthesia& to, const Anesthesia& from) {
  to.present = to.present || from.present;
  if (to.kind == AnesthesiaKind::kUnknown) to.kind = from.kind;
  fill(to.kind_text, from.kind_text);
  fill(to.asa, from.asa);
  fill(to.by, from.by);
  merge_claims(to.start, from.start);
  merge_claims(to.end, from.end);
}

// The second statement of the same surgery fills what the first leaves open.
void fill(Surgery& to, const Surgery& from) {
  fill(to.id, from.id);
  fill(to.code, from.code);
  fill(to.name, from.name);
  fill(to.level, from.level);
  if (to.urgency.value == Urgency::kUnknown) to.urgency = from.urgency;
  fill(to.planned, from.planned);
  to.cesarean = to.cesarean || from.cesarean;
  to.malformed_time = to.malformed_time || from.malformed_time;
  merge_claims(to.start, from.start);
  merge_claims(to.end, from.end);
  merge_claims(to.left_room, from.left_room);
  fill(to.surgeon, from.surgeon);
  if (to.assistants.empty()) to.assistants = from.assistants;
  fill(to.planned_surgeon, from.planned_surgeon);
  fill(to.incision, from.incision);
  fill(to.healing, from.healing);
  fill(to.site, from.site);
  if (to.side.value == Side::kUnknown) to.side = from.side;
  fill(to.destination, from.destination);
  fill(to.anesthesia, from.anesthesia);
}

// Surgeries whose document tells of them, by index.
std::vector<bool> told_by_document(const Chart& chart) {
  std::vector<bool> told(chart.surgeries.size(), false);
  for (const Document& document : chart.documents) {
    for (const std::uint32_t surgery : document.surgeries) told[surgery] = true;
  }
  return told;
}

// Puts the surgeries in `order` (old indexes), and lets documents follow; `same_as` leads from an
// old index to the old index that stands for it.
void reorder(Chart& chart, const std::vector<std::uint32_t>& order,
             const std::vector<std::uint32_t>& same_as) {
  std::vector<Surgery> sorted;
  std::vector<std::uint32_t> now_at(chart.surgeries.size(), 0);
  for (const std::uint32_t from : order) {
    now_at[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(chart.surgeries[from]));
  }
  chart.surgeries = std::move(sorted);
  for (Document& document : chart.documents) {
    for (std::uint32_t& surgery : document.surgeries) surgery = now_at[same_as[surgery]];
  }
}

// What only an anaesthesia record told: times without a name.
bool nameless(const Surgery& surgery) {
  return surgery.id.value.empty() && surgery.code.value.empty() && surgery.name.value.empty();
}

// Adds it to the one surgery that it can be of; where none is, it stays a surgery of its own.
void absorb_nameless(Chart& chart) {
  const auto count = static_cast<std::uint32_t>(chart.surgeries.size());
  std::vector<std::uint32_t> same_as(count), kept;
  std::iota(same_as.begin(), same_as.end(), 0u);
  const std::vector<bool> told = told_by_document(chart);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (told[i] || !nameless(chart.surgeries[i])) continue;
    const auto found = find_surgery(chart, hint_of(chart.surgeries[i]), true, i);
    if (!found || nameless(chart.surgeries[*found])) continue;
    same_as[i] = *found;
    fill(chart.surgeries[*found], chart.surgeries[i]);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (same_as[i] == i) kept.push_back(i);
  }
  reorder(chart, kept, same_as);
}

// A surgery that an operation record tells of is the one that the chart's own data knows.
void unify(Chart& chart) {
  const std::vector<bool> told = told_by_document(chart);
  const auto count = static_cast<std::uint32_t>(chart.surgeries.size());
  std::vector<std::uint32_t> same_as(count), kept;
  std::iota(same_as.begin(), same_as.end(), 0u);
  Chart own;  // The surgeries of the chart's own data, to be searched alone.
  std::vector<std::uint32_t> own_index;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (told[i] || nameless(chart.surgeries[i])) continue;
    own.surgeries.push_back(chart.surgeries[i]);
    own_index.push_back(i);
  }
  std::vector<bool> taken(own_index.size(), false);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!told[i]) continue;
    const auto found = find_surgery(own, hint_of(chart.surgeries[i]), true);
    if (!found || taken[*found]) continue;
    taken[*found] = true;
    same_as[i] = own_index[*found];
    fill(chart.surgeries[same_as[i]], chart.surgeries[i]);
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (same_as[i] == i) kept.push_back(i);
  }
  reorder(chart, kept, same_as);
}

std::optional<Located<int>> level_of(const Document& document) {
  const Element* element = document.element(kLevelId);
  if (element == nullptr || element->value.value.size() != 1) return std::nullopt;
  const char c = element->value.value.front();
  if (c < '1' || c > '4') return std::nullopt;
  return Located<int>{c - '0', element->value.span};
}

Surgery surgery_from(const Document& document) {
  Surgery surgery;
  surgery.id = document.id;
  surgery.span = document.span;
  surgery.name = element_text(document, kNameId);
  surgery.level = level_of(document);
  surgery.cesarean = document.type == DocType::kCesareanRecord;
  if (const auto start = element_time(document, kStartId)) {
    add_claim(surgery.start, *start, Origin::kEventDocument);
  }
  if (const auto end = element_time(document, kEndId)) {
    add_claim(surgery.end, *end, Origin::kEventDocument);
  }
  const Signature* surgeon = document.signature(Role::kSurgeon);
  if (surgeon != nullptr) surgery.surgeon = surgeon->person;
  return surgery;
}

// An operation record that no surgery of the chart can be the one of tells of another. One that
// may belong to several stays without a link.
void derive_from_records(Chart& chart) {
  for (Document& document : chart.documents) {
    if (!is_operation_record(document.type) || !document.surgeries.empty()) continue;
    if (may_be_known(chart, hint_of(document))) continue;
    document.surgeries = {static_cast<std::uint32_t>(chart.surgeries.size())};
    chart.surgeries.push_back(surgery_from(document));
  }
}

// The front page gives a class of incision to operations alone; 0 is none, and may be an endoscopy.
bool cut_open(const Procedure& procedure) {
  constexpr std::string_view kClasses[] = {"I", "Ⅰ", "Ⅱ", "Ⅲ"};
  return std::any_of(std::begin(kClasses), std::end(kClasses), [&](std::string_view one) {
    return procedure.incision.value.starts_with(one);
  });
}

// Whether a surgery of the chart may be the one of that day: operations pass midnight, and several
// rows of a day are of one.
bool known_on(const Chart& chart, const Time& day) {
  constexpr std::chrono::days kNear{1};
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& surgery) {
    const std::optional<Time> known = hint_of(surgery).day;
    if (!known || known->precision < Precision::kDay) return true;
    const auto apart = known->local_day() - day.local_day();
    return apart >= -kNear && apart <= kNear;
  });
}

std::optional<Located<int>> level_in(const Text& written) {
  if (written.value.size() != 1) return std::nullopt;
  const int level = written.value.front() - '0';
  if (level < 1 || level > 4) return std::nullopt;
  return Located<int>{level, written.span};
}

// An operation that only the front page tells of: nothing else of the chart is of that day.
void derive_from_front_page(Chart& chart) {
  for (const Procedure& procedure : chart.procedures) {
    if (!procedure.at || procedure.at->value.precision < Precision::kDay) continue;
    if (!cut_open(procedure) || known_on(chart, procedure.at->value)) continue;
    Surgery surgery;
    surgery.id = procedure.id;
    surgery.code = procedure.code;
    surgery.name = procedure.name;
    surgery.level = level_in(procedure.level);
    surgery.incision = procedure.incision;
    surgery.healing = procedure.healing;
    surgery.surgeon = procedure.by;
    surgery.span = procedure.span;
    add_claim(surgery.start, *procedure.at, Origin::kFrontPage);
    chart.surgeries.push_back(std::move(surgery));
  }
}

// What a record says of the times of its surgery; of a shared document its reader knows that.
void claim_times(Chart& chart) {
  for (const Document& document : chart.documents) {
    if (!is_operation_record(document.type) || document.format == Format::kWs500) continue;
    if (document.surgeries.size() != 1) continue;
    Surgery& surgery = chart.surgeries[document.surgeries.front()];
    if (const auto start = element_time(document, kStartId)) {
      add_claim(surgery.start, *start, Origin::kEventDocument);
    }
    if (const auto end = element_time(document, kEndId)) {
      add_claim(surgery.end, *end, Origin::kEventDocument);
    }
  }
}

void sort_by_start(Chart& chart) {
  std::vector<std::uint32_t> order(chart.surgeries.size()), same_as(order.size());
  std::iota(order.begin(), order.end(), 0u);
  std::iota(same_as.begin(), same_as.end(), 0u);
  const auto moment = [&](std::uint32_t i) {
    const std::optional<Time> day = hint_of(chart.surgeries[i]).day;
    return day ? day->earliest : Instant::max();
  };
  const auto place = [&](std::uint32_t i) {
    return std::pair(ordered_only(chart.surgeries[i]), moment(i));
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  reorder(chart, order, same_as);
  for (Checklist& checklist : chart.checklists) checklist.surgeries.clear();
}

AnesthesiaKind anesthesia_kind(std::string_view text) {
  struct Word {
    std::string_view word;
    AnesthesiaKind kind;
  };
  // In order: 全凭静脉麻醉 is a general one, 硬腰联合 a neuraxial one.
  constexpr Word kWords[] = {
      {"全麻", AnesthesiaKind::kGeneral},     {"全身麻醉", AnesthesiaKind::kGeneral},
      {"气管", AnesthesiaKind::kGeneral},     {"全凭", AnesthesiaKind::kGeneral},
      {"吸入", AnesthesiaKind::kGeneral},     {"椎管", AnesthesiaKind::kNeuraxial},
      {"硬膜外", AnesthesiaKind::kNeuraxial}, {"腰麻", AnesthesiaKind::kNeuraxial},
      {"腰硬", AnesthesiaKind::kNeuraxial},   {"蛛网膜下", AnesthesiaKind::kNeuraxial},
      {"骶管", AnesthesiaKind::kNeuraxial},   {"神经", AnesthesiaKind::kNerveBlock},
      {"臂丛", AnesthesiaKind::kNerveBlock},  {"颈丛", AnesthesiaKind::kNerveBlock},
      {"局麻", AnesthesiaKind::kLocal},       {"局部", AnesthesiaKind::kLocal},
      {"表面麻醉", AnesthesiaKind::kLocal},   {"镇静", AnesthesiaKind::kSedation},
      {"复合", AnesthesiaKind::kCombined},    {"联合", AnesthesiaKind::kCombined},
  };
  for (const Word& word : kWords) {
    if (text.find(word.word) != text.npos) return word.kind;
  }
  return AnesthesiaKind::kUnknown;
}

std::optional<Located<int>> asa_of(const Document& document) {
  const Element* element = document.element(kAsaId);
  if (element == nullptr || element->value.value.size() != 1) return std::nullopt;
  const char c = element->value.value.front();
  if (c < '1' || c > '6') return std::nullopt;
  return Located<int>{c - '0', element->value.span};
}

void fill_anesthesia(Anesthesia& anesthesia, const Document& document) {
  const Text kind = element_text(document, kAnesthesiaId);
  fill(anesthesia.kind_text, kind);
  if (anesthesia.kind == AnesthesiaKind::kUnknown) anesthesia.kind = anesthesia_kind(kind.value);
  if (anesthesia.kind != AnesthesiaKind::kUnknown) anesthesia.present = true;
  if (document.type != DocType::kAnesthesiaRecord) return;
  anesthesia.present = true;
  fill(anesthesia.asa, asa_of(document));
  const Signature* by = document.signature(Role::kAnesthetist);
  if (by != nullptr) fill(anesthesia.by, by->person);
}

void fill_anesthesias(Chart& chart) {
  for (const Document& document : chart.documents) {
    const bool tells =
        document.type == DocType::kAnesthesiaRecord || is_operation_record(document.type);
    if (!tells || document.surgeries.size() != 1) continue;
    fill_anesthesia(chart.surgeries[document.surgeries.front()].anesthesia, document);
  }
  for (Surgery& surgery : chart.surgeries) {
    Anesthesia& given = surgery.anesthesia;
    if (given.kind == AnesthesiaKind::kUnknown) given.kind = anesthesia_kind(given.kind_text.value);
  }
}

const Person* named_surgeon(const Document& document) {
  for (const Participant& participant : document.participants) {
    if (participant.role == Role::kSurgeon) return &participant.person;
  }
  const Signature* signature = document.signature(Role::kSurgeon);
  return signature == nullptr ? nullptr : &signature->person;
}

// Who was to operate: as the discussion says, else the consent, else the summary.
void fill_planned_surgeons(Chart& chart) {
  for (const DocType type :
       {DocType::kPreopDiscussion, DocType::kOperationConsent, DocType::kPreopSummary}) {
    for (const Document& document : chart.documents) {
      if (document.type != type) continue;
      const Person* surgeon = named_surgeon(document);
      if (surgeon == nullptr) continue;
      for (const std::uint32_t index : document.surgeries) {
        fill(chart.surgeries[index].planned_surgeon, *surgeon);
      }
    }
  }
}

}  // namespace

void resolve_surgeries(Chart& chart) {
  unify(chart);
  absorb_nameless(chart);
  link_operation_records(chart);
  derive_from_records(chart);
  derive_from_front_page(chart);
  claim_times(chart);
  derive_from_orders(chart);
  sort_by_start(chart);
  link_surgeries(chart);
  if (confirm_ordered(chart)) {
    sort_by_start(chart);
    link_surgeries(chart);
  }
  fill_anesthesias(chart);
  fill_planned_surgeons(chart);
}

}  // namespace emrlint
