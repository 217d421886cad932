// SPDX-License-Identifier: Apache-2.0
// Probe of duplication-copy-error: left and right.
#include <algorithm>
#include <map>

#include "checks/consistency/told_pieces.h"
#include "checks/consistency/side_statements.h"
#include "checks/duplication/copy_error.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

using namespace copy_error;

constexpr Bilingual kStatedSide{"侧别", "the side"};

// A lesion of a part of the body: 股骨颈骨折.
using Lesion = std::pair<BodyPart, std::uint8_t>;

Lesion lesion_of(const SidedPart& part) { return {part.part, part.lesion}; }

// On which side diagnoses, operations and imaging have each lesion, where all name the same one.
class Sides {
 public:
  explicit Sides(const Chart& chart) : all_(side_statements(chart)) {
    for (const SideStatement& one : all_) {
      if (one.said.lesion == 0) continue;
      const auto [known, fresh] = of_.try_emplace(lesion_of(one.said), &one);
      if (fresh) continue;
      const SideStatement* const first = known->second;
      if (first == nullptr || first->said.side != one.said.side) {
        known->second = nullptr;
      } else if (one.counts && !first->counts) {
        known->second = &one;
      }
    }
  }

  // The statement that counts; null where there is none, or they differ, or it is on both.
  const SideStatement* of(const SidedPart& part) const {
    const auto found = part.lesion == 0 ? of_.end() : of_.find(lesion_of(part));
    if (found == of_.end() || found->second == nullptr) return nullptr;
    const bool one_side = found->second->said.side != Side::kBoth && found->second->counts;
    return one_side ? found->second : nullptr;
  }
  bool empty() const { return all_.empty(); }

 private:
  std::vector<SideStatement> all_;
  std::map<Lesion, const SideStatement*> of_;
};

// What is told, and not listed: lists are compared by consistency-laterality.
bool narrative_section(SectionType section) {
  using enum SectionType;
  constexpr SectionType kTold[] = {kCourse,           kRoundOpinion,    kCaseFeatures,
                                   kCaseSummary,      kTreatmentCourse, kAdmissionCondition,
                                   kCurrentCondition, kConditionChange, kDischargeCondition};
  return std::find(std::begin(kTold), std::end(kTold), section) != std::end(kTold);
}

// The lesions that the text has as facts of now, each named once only.
std::vector<SidedPart> told_sides(const Piece& piece) {
  if (!narrative_section(piece.section)) return {};
  const std::string_view text = piece.text.value;
  const std::vector<SidedPart> parts = sided_parts(text);
  std::vector<SidedPart> told;
  if (parts.empty()) return told;
  const Narrative narrative(text, owner_of(piece.section));
  constexpr std::string_view kOther[] = {"陈旧", "健侧", "对侧", "术后", "既往", "曾", "史"};
  for (const SidedPart& part : parts) {
    if (part.lesion == 0 || narrative.reading(part.from, part.to) != Reading{}) continue;
    const std::size_t from = narrative.clause_begin(part.from);
    const std::string_view clause = text.substr(from, narrative.clause_end(part.to) - from);
    const bool other = std::any_of(std::begin(kOther), std::end(kOther),
                                   [&](std::string_view word) { return holds(clause, word); });
    const bool both = std::any_of(parts.begin(), parts.end(), [&](const SidedPart& one) {
      return one.part == part.part && one.side != part.side;
    });
    if (!other && !both) told.push_back(part);
  }
  return told;
}

// The lesion on the side of the chart in the passage that this one was made of.
std::optional<Part> right_in_source(const CopiedWords& copy, const SideStatement& stated) {
  for (const Part& part : copy.there) {
    for (const SidedPart& one : sided_parts(words_at(part))) {
      if (lesion_of(one) != lesion_of(stated.said) || one.side != stated.said.side) continue;
      return Part{part.value, part.from + static_cast<std::uint32_t>(one.from),
                  part.from + static_cast<std::uint32_t>(one.to)};
    }
  }
  return std::nullopt;
}

void add_fact(Outcome& outcome, const SideStatement& stated) {
  if (stated.place.value.value.empty()) {
    outcome.note(kFact, stated.place.value.span, kStatedSide);
  } else {
    outcome.note(kFact, stated.place, kStatedSide);
  }
}

class SideJudge {
 public:
  SideJudge(const CopyJudge& judge, const Sides& sides, const Document& document)
      : judge_(judge),
        sides_(sides),
        document_(document),
        subject_(of(judge.chart, document, "side")) {}

  // Whether something was reported.
  bool read(const ToldPiece<SidedPart>& told) {
    for (const SidedPart& said : told.words) {
      const SideStatement* const stated = sides_.of(said);
      if (stated == nullptr || said.side == Side::kBoth) continue;
      const Part place = part_of_piece(told.piece, said.from, said.to);
      const bool agrees = said.side == stated->said.side;
      if (const auto copy = judge_.find(document_, place)) {
        copied_ = true;
        if (!agrees) return tell(kSide, place, *copy, *stated);
      } else if (!agrees) {
        auto around = judge_.copies.around(document_, place);
        const auto right = around ? right_in_source(*around, *stated) : std::nullopt;
        if (!right) continue;
        around->there = {*right};
        return tell(kFlipped, place, *around, *stated);
      }
    }
    return false;
  }
  void finish() {
    if (copied_) judge_.report.pass(subject_);
  }

 private:
  bool tell(const Message<DocType, std::string_view, std::string_view>& message, const Part& place,
            const CopiedWords& copy, const SideStatement& stated) {
    if (judge_.chart.cut_off) {  // Another lesion may stand in what was not read.
      judge_.report.undecided(subject_, missing::kRestOfChart, span_of(place));
      return true;
    }
    Outcome& outcome = judge_.report.fail(message, subject_, document_.span, document_.type,
                                          words_at(place), stated.quote);
    add_fact(place_copy(outcome, place, copy), stated);
    return true;
  }

  const CopyJudge& judge_;
  const Sides& sides_;
  const Document& document_;
  Subject subject_;
  bool copied_ = false;
};

}  // namespace

void probe_side(const CopyJudge& judge) {
  const Sides sides(judge.chart);
  if (sides.empty()) return;
  for (const Document& document : judge.chart.documents) {
    if (!judge.copies.copied(document) || of_other_person(judge.chart, document)) continue;
    SideJudge side(judge, sides, document);
    bool told = false;
    for (const auto& sides_told : told_pieces<&told_sides>(judge.chart, document, judge.report)) {
      told = told || side.read(sides_told);
    }
    if (!told) side.finish();
  }
}

}  // namespace emrlint::checks
