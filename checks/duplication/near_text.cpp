// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/near_text.h"

#include "base/number.h"

namespace emrlint::checks {
namespace {

constexpr Missing kTexts{
    "texts-to-compare",
    "两份病历的原文（疑似相近，须重读核对，而病历已不在原处、已改动或未给密钥）",
    "the texts of both charts, which may be near copies and have to be read again: a chart is gone "
    "or was changed, or no key was given"};

bool alike(const Likeness& likeness, int least, double share, double numbers) {
  return static_cast<int>(likeness.told) >= least && likeness.share() >= share &&
         likeness.same_numbers >= numbers * likeness.numbers;
}

// The sources of a text, and what keeps it from being judged.
class Sources {
 public:
  Sources(const Fact& fact, const NearTextRule& rule)
      : fact_(fact),
        rule_(rule),
        least_(number_of(fact.word(kLeastNear))),
        share_(decimal_of(fact.word(kNear))),
        holders_{&fact} {}

  void add(const Fact& other) {
    const auto& [equal, likeness] = *other.near;
    const std::optional<bool> comparable =
        rule_.comparable == nullptr ? true : rule_.comparable(other, fact_);
    if (comparable == false || (likeness && !alike(*likeness, least_, share_, rule_.numbers)))
      return;
    if (equal || likeness) holders_.push_back(&other);
    const SamePatient same = same_patient(other, fact_);
    if (equal || same == SamePatient::kYes || !written_before(other, fact_)) return;
    if (!likeness) {
      lacks(kTexts);
    } else if (!comparable) {
      lacks(*rule_.unknown);
    } else if (same == SamePatient::kUnknown) {
      lacks(kSamePatient);
    } else if (best_ == nullptr || better(other, *best_)) {
      best_ = &other;
    }
  }

  // Whether the text stands in the charts of more patients than the cap.
  bool many() const { return over_cap(holders_); }
  const Fact* best() const { return best_; }
  const Missing* missing() const { return missing_; }

 private:
  static bool better(const Fact& a, const Fact& b) {
    const std::uint32_t one = a.near->likeness->copied, two = b.near->likeness->copied;
    return one != two ? one > two : written_before(a, b);
  }

  void lacks(const Missing& what) {
    if (missing_ == nullptr) missing_ = &what;
  }

  const Fact& fact_;
  const NearTextRule& rule_;
  int least_;
  double share_;
  std::vector<const Fact*> holders_;
  const Fact* best_ = nullptr;
  const Missing* missing_ = nullptr;
};

void fail(const Fact& fact, const Fact& source, const NearTextRule& rule, Report& report) {
  const Likeness& likeness = *source.near->likeness;
  const auto size = static_cast<int>(likeness.size), copied = static_cast<int>(likeness.copied);
  const bool dated = source.start && fact.start && certainly_before(*source.start, *fact.start);
  report
      .fail(dated ? rule.near : rule.undated, fact.subject, fact.where, name_of(fact), size, copied,
            copied * 100 / size, source.chart)
      .note(rule.source, source.where, source.chart)
      .measure("similarity", likeness.share())
      .measure("length", copied)
      .weaker(Severity::kWarning);
}

}  // namespace

bool near_group(std::span<const Fact> facts) { return facts.size() > 1 && facts[1].near; }

void judge_near_text(std::span<const Fact> facts, const NearTextRule& rule, Report& report) {
  const Fact& fact = facts.front();
  Sources sources(fact, rule);
  for (const Fact& other : facts.subspan(1)) sources.add(other);
  if (sources.many()) return;
  if (sources.best() != nullptr) return fail(fact, *sources.best(), rule, report);
  if (sources.missing() != nullptr) {
    report.undecided(fact.subject, *sources.missing(), fact.where);
  }
}

}  // namespace emrlint::checks
