// SPDX-License-Identifier: Apache-2.0
#include "copies/kept_passages.h"

#include <algorithm>

#include "text/hash_table.h"

namespace emrlint {

void KeptPassages::compare(std::span<const CopyText> texts, std::span<const PlacedSample> samples,
                           std::uint32_t sources) {
  if (!searched_) seen_.clear();
  searched_ = false;
  const std::size_t most = std::min(seen_.size(), samples.size());
  const auto same = [&](std::size_t before, std::size_t after) {
    return seen_[before].of == samples[after].sample->of;
  };
  std::size_t front = 0;
  while (front < most && same(front, front)) ++front;
  std::size_t back = 0;
  while (front + back < most && same(seen_.size() - 1 - back, samples.size() - 1 - back)) ++back;

  find_stale(samples, front, back, sources);

  texts_before_.clear();
  for (const Seen& seen : seen_) texts_before_.push_back(seen.text);
  const auto begin = seen_.begin() + static_cast<std::ptrdiff_t>(front);
  const auto end = seen_.end() - static_cast<std::ptrdiff_t>(back);
  std::vector<Seen> fresh;
  for (std::size_t i = front; i < samples.size() - back; ++i) {
    Seen& seen = fresh.emplace_back();
    seen.of = samples[i].sample->of;
    for (const Gram& gram : samples[i].sample->grams) seen.grams.push_back(gram.hash);
  }
  seen_.insert(seen_.erase(begin, end), std::make_move_iterator(fresh.begin()),
               std::make_move_iterator(fresh.end()));
  for (std::size_t i = 0; i < texts.size(); ++i) seen_[i].text = texts[i];
  changed_from_ = front;
}

// A text is compared with the latest that hold a gram of it, so each gram of a text that changed
// concerns the next ones that hold it.
void KeptPassages::find_stale(std::span<const PlacedSample> samples, std::size_t same_before,
                              std::size_t same_after, std::uint32_t sources) {
  struct Held {
    std::uint32_t times = 0;  // Texts behind the change that hold the gram.
    std::uint32_t last = 0;   // One more than the number of the last one.
  };
  GramFilter filter;
  HashTable<Held> changed;
  const auto add = [&](std::uint64_t gram) {
    filter.add(gram);
    changed.find_or_add(gram, {});
  };
  const std::size_t tail = samples.size() - same_after;
  for (std::size_t i = same_before; i + same_after < seen_.size(); ++i) {
    for (const std::uint64_t gram : seen_[i].grams) add(gram);
  }
  for (std::size_t i = same_before; i < tail; ++i) {
    for (const Gram& gram : samples[i].sample->grams) add(gram.hash);
  }
  stale_.assign(samples.size(), 0);
  wanted_ = {};
  for (std::size_t i = same_before; i < samples.size(); ++i) {
    bool stale = i < tail;
    for (const Gram& gram : samples[i].sample->grams) {
      if (i < tail || !filter.may_hold(gram.hash) || !changed.contains(gram.hash)) continue;
      Held& held = changed.find_or_add(gram.hash, {});
      if (held.last == i + 1 || held.times == sources) continue;
      held = {held.times + 1, static_cast<std::uint32_t>(i + 1)};
      stale = true;
    }
    if (!stale) continue;
    stale_[i] = 1;
    for (const Gram& gram : samples[i].sample->grams) wanted_.add(gram.hash);
  }
  wanted_count_ = 0;
  for (const PlacedSample& placed : samples) {
    for (const Gram& gram : placed.sample->grams) wanted_count_ += wanted(gram.hash) ? 1 : 0;
  }
}

void KeptPassages::append(std::uint32_t text, Passages& out) const {
  const std::size_t before = text < changed_from_ ? text : text + seen_before_ - seen_.size();
  const auto moved = [&](std::size_t then) {
    return seen_[now(then)].text.tokens.from - texts_before_[then].tokens.from;
  };
  const std::uint32_t to = moved(before);
  for (std::uint32_t i = first_of_[before]; i < first_of_[before + 1]; ++i) {
    Passage passage = passages_.list[i];
    const std::uint32_t from = moved(passage.source);
    const auto runs = passages_.runs_of(passage);
    passage.text = text;
    passage.source = static_cast<std::uint32_t>(now(passage.source));
    passage.from = {passage.from.from + from, passage.from.to + from};
    passage.to = {passage.to.from + to, passage.to.to + to};
    passage.first_run = static_cast<std::uint32_t>(out.runs.size());
    for (const Run& run : runs) out.runs.push_back({run.from + from, run.to + to, run.length});
    out.list.push_back(passage);
  }
}

void KeptPassages::keep(const Passages& found) {
  searched_ = true;
  passages_ = found;
  seen_before_ = seen_.size();
  first_of_.assign(seen_.size() + 1, 0);
  for (const Passage& passage : passages_.list) ++first_of_[passage.text + 1];
  for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
}

}  // namespace emrlint
