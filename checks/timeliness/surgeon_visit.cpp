// SPDX-License-Identifier: Apache-2.0
#include "checks/timeliness/surgeon_visit.h"

#include <algorithm>

#include "check/words.h"

namespace emrlint::checks {
namespace {

enum class Shows : std::uint8_t {
  kNothing,  // Not a note on a visit.
  kVisit,    // A visit of all who took part, wrote or signed.
  kIfTold,   // The same, where its text tells of a visit.
};

Shows what_shows(DocType type, VisitSide side) {
  const bool before = side == VisitSide::kBefore;
  switch (type) {
    case DocType::kSeniorRoundNote:
    case DocType::kProgressNote:
    case DocType::kRescueRecord:
    case DocType::kStageSummary:
    case DocType::kTransferRecord:
      return Shows::kVisit;
    case DocType::kFirstProgressNote:
      return before ? Shows::kVisit : Shows::kNothing;
    case DocType::kPreopSummary:
    case DocType::kPreopDiscussion:
      return before ? Shows::kIfTold : Shows::kNothing;
    case DocType::kPostopFirstNote:
      return before ? Shows::kNothing : Shows::kIfTold;
    default:
      return Shows::kNothing;
  }
}

std::optional<Located<Time>> time_of(const Document& note) {
  for (const auto* time : {&note.held, &note.recorded, &note.completed}) {
    if (*time) return *time;
  }
  return std::nullopt;
}

bool on_other_side(const Time& at, const Time& moment, VisitSide side) {
  return side == VisitSide::kBefore ? certainly_after(at, moment) : certainly_before(at, moment);
}

bool contains(std::string_view text, std::string_view word) {
  return !word.empty() && text.find(word) != text.npos;
}

bool tells_of_visit(const Document& note, WordList words) {
  if (note.has_text(SectionType::kSurgeonVisit)) return true;
  return tells_any(note, words);
}

// "术者钱四查房": the name and the word in one piece of text.
bool named_in_text(const Document& note, const Visitors& visitors, WordList words) {
  return std::any_of(note.texts.begin(), note.texts.end(), [&](const Text& text) {
    const bool named =
        std::any_of(visitors.people.begin(), visitors.people.end(),
                    [&](const Person* person) { return contains(text.value, person->name.value); });
    return named && holds_any(text.value, words);
  });
}

SamePerson among(const std::vector<const Person*>& present, const Visitors& visitors) {
  SamePerson best = SamePerson::kNo;
  for (const Person* one : present) {
    for (const Person* visitor : visitors.people) {
      const SamePerson same = same_person(*one, *visitor);
      if (same == SamePerson::kYes) return same;
      if (same == SamePerson::kUnknown) best = same;
    }
  }
  return best;
}

std::vector<const Person*> present_at(const Document& note) {
  std::vector<const Person*> present;
  const auto add = [&](const Person& person) {
    if (person.known()) present.push_back(&person);
  };
  for (const Participant& participant : note.participants) add(participant.person);
  for (const Signature& signature : note.signatures) {
    if (!is_patient_side(signature.role)) add(signature.person);
  }
  add(note.author);
  return present;
}

}  // namespace

Visitors visitors_for(const Chart& chart, const Surgery& surgery, bool assistant) {
  Visitors visitors;
  if (!surgery.surgeon.known()) return visitors;
  visitors.people.push_back(&surgery.surgeon);
  const Person* member = chart.staff_member(surgery.surgeon);
  if (member != nullptr) {
    visitors.people.push_back(member);  // Has both the id and the name.
  } else if (assistant && chart.sources.has(Source::kStaff) && !surgery.assistants.empty()) {
    visitors.people.push_back(&surgery.assistants.front());
  }
  return visitors;
}

std::vector<Visit> visits_of(const Chart& chart, const Visitors& visitors, VisitSide side,
                             const Time& moment, WordList words) {
  std::vector<Visit> visits;
  for (const Document& note : chart.documents) {
    const Shows shows = what_shows(note.type, side);
    const std::optional<Located<Time>> at = time_of(note);
    if (shows == Shows::kNothing || !at || on_other_side(at->value, moment, side)) continue;
    SamePerson same = among(present_at(note), visitors);
    if (shows == Shows::kIfTold && !tells_of_visit(note, words)) same = SamePerson::kNo;
    if (shows == Shows::kIfTold && note.has_text(SectionType::kSurgeonVisit))
      same = SamePerson::kYes;
    if (same != SamePerson::kYes && named_in_text(note, visitors, words)) same = SamePerson::kYes;
    if (same != SamePerson::kNo) visits.push_back({&note, *at, same == SamePerson::kYes});
  }
  return visits;
}

std::optional<Missing> cut_off_visit(const Chart& chart, VisitSide side) {
  const bool some =
      std::any_of(chart.documents.begin(), chart.documents.end(), [&](const Document& note) {
        return note.broken && what_shows(note.type, side) != Shows::kNothing;
      });
  if (!some) return std::nullopt;
  return missing::kRestOfDocument;
}

}  // namespace emrlint::checks
