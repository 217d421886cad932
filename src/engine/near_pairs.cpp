// SPDX-License-Identifier: Apache-2.0
#include "engine/near_pairs.h"

#include <algorithm>
#include <utility>

#include "engine/fact_line.h"
#include "engine/line_fields.h"
#include "engine/near_text.h"

namespace emrlint {
namespace {

// What a line of texts_ holds behind the id.
constexpr std::string_view kFact = "0", kOver = "1", kOther = "2";

std::string joined(std::initializer_list<std::string_view> fields) {
  LineWriter line;
  for (const std::string_view field : fields) line.plain(field);
  return line.line();
}

std::string in_order(std::string_view a, std::string_view b) {
  return a < b ? joined({a, b}) : joined({b, a});
}

// The next item of a list, as it stands there; takes it off.
std::string take_item(std::string_view& list) {
  const std::size_t end = std::min(list.find('|'), list.size());
  const std::string item(list.substr(0, end));
  list.remove_prefix(std::min(end + 1, list.size()));
  return item;
}

// Takes the fields up to the next tab off a line.
std::string_view take_field(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

}  // namespace

NearPairs::NearPairs(std::size_t memory) : pairs_(memory), texts_(memory), sides_(memory) {}

void NearPairs::add_text(std::string_view line) {
  std::string_view text = split_fields(line)[kFactText];
  texts_.add(joined({take_item(text), kFact, line}));
}

void NearPairs::add_gram(std::string_view line) {
  const std::vector<std::string_view> fields = split_fields(line);
  if (fields[kGramKey] != gram_) {
    finish_gram();
    gram_ = fields[kGramKey];
  }
  std::string_view text = fields[kGramText];
  if (text.empty()) return give_up();
  std::string id = take_item(text);
  take({std::string(fields[kGramChart]), std::move(id), take_item(text)});
}

// Beyond the cap nothing is held any more.
void NearPairs::take(Holder holder) {
  if (charts_ == 0 || holder.chart != chart_) ++charts_;
  chart_ = holder.chart;
  if (charts_ <= kCap) return holders_.push_back(std::move(holder));
  give_up();
  add_over(holder);
}

// The gram at hand is over the cap.
void NearPairs::give_up() {
  for (const Holder& held : holders_) add_over(held);
  holders_.clear();
  charts_ = kCap + 1;
}

void NearPairs::add_over(const Holder& holder) {
  texts_.add(joined({holder.text, kOver, holder.number}));
}

void NearPairs::finish_gram() {
  std::vector<const Holder*> paired;
  std::size_t of_chart = 0;
  for (const Holder& holder : holders_) {
    const bool same_chart = !paired.empty() && paired.back()->chart == holder.chart;
    if (same_chart && paired.back()->text == holder.text) continue;  // Twice in one text.
    of_chart = same_chart ? of_chart + 1 : 1;
    if (of_chart <= kRepeats) paired.push_back(&holder);
  }
  for (std::size_t i = 0; i < paired.size(); ++i) {
    for (std::size_t j = i + 1; j < paired.size(); ++j) {
      const std::string &a = paired[i]->text, &b = paired[j]->text;
      if (paired[i]->chart != paired[j]->chart && a != b) pairs_.add(in_order(a, b));
    }
  }
  holders_.clear();
  charts_ = 0;
}

void NearPairs::count_pairs() {
  std::string last;
  std::uint32_t common = 0;
  const auto finish = [&] {
    if (common < kCommon) return;
    const auto ids = split_fields(last);
    const std::string count = std::to_string(common);
    texts_.add(joined({ids[0], kOther, ids[1], count}));
    texts_.add(joined({ids[1], kOther, ids[0], count}));
  };
  pairs_.drain([&](std::string_view line) {
    if (line != last) {
      finish();
      last = line;
      common = 0;
    }
    ++common;
  });
  finish();
}

// Each pair gets what is known of each of its texts.
void NearPairs::bring_sides() {
  std::string id, fact, over;
  texts_.drain([&](std::string_view line) {
    const std::string_view of = take_field(line), what = take_field(line);
    if (of != id) {
      id = of;
      fact.clear();
      over.clear();
    }
    if (what == kFact) {
      fact = line;
    } else if (what == kOver) {
      over.append(over.empty() ? "" : ",").append(line);
    } else if (!fact.empty()) {
      const std::string_view other = take_field(line), common = take_field(line);
      sides_.add(joined({in_order(id, other), id < other ? "0" : "1", common, over, fact}));
    }
  });
}

void NearPairs::drain(const std::function<void(const NearPair&)>& visit) {
  finish_gram();
  count_pairs();
  bring_sides();
  std::string last;
  NearPair pair;
  sides_.drain([&](std::string_view line) {
    const std::string ids = joined({take_field(line), take_field(line)});
    const bool second = take_field(line) == "1";
    pair.common = static_cast<std::uint32_t>(number_of(take_field(line)));
    NearPair::Side& side = pair.sides[second ? 1 : 0];
    side.templates = numbers_of(take_field(line));
    side.line = line;
    if (second && ids == last) visit(pair);
    last = ids;
  });
}

const std::optional<Error>& NearPairs::error() const {
  for (const LineSorter* const sorter : {&pairs_, &texts_}) {
    if (sorter->error()) return sorter->error();
  }
  return sides_.error();
}

}  // namespace emrlint
