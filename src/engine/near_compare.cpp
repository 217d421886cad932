// SPDX-License-Identifier: Apache-2.0
#include "engine/near_compare.h"

#include <algorithm>
#include <set>

#include "copies/text_digest.h"
#include "engine/fact_line.h"
#include "engine/line_fields.h"

namespace emrlint {
namespace {

// Of units that are read together; a pair is, always.
constexpr std::uint64_t kMostBytes = 4ull * 1024 * 1024;
constexpr std::size_t kMostPairs = 1024;
constexpr std::size_t kMostNarrative = 8 * 1024 * 1024;  // Kept for later pairs.
// So many of the grams of a text, one of six, stand in another one that holds most of it: where one
// token of twelve was changed, evenly, more than half of the grams have one of them, and of what is
// left each text samples others in most places.
constexpr std::uint32_t kOneOf = 6;

constexpr std::size_t kPairFields = 3;  // Of a line before the facts: place, common, templates.
constexpr std::size_t kCounts = 6;      // Behind them, in what is told.

// Where the field begins that so many others stand before.
std::size_t field_at(std::string_view line, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) at = line.find('\t', at) + 1;
  return at;
}

}  // namespace

struct NearComparison::Text {
  std::string line;
  KeptText kept;
  std::vector<std::uint32_t> templates;  // Grams over the cap.
  bool gone = false, changed = false;
  std::vector<emrlint::Text> pieces;

  bool found() const { return !gone && !changed; }
};

struct NearComparison::Waiting {
  Text first, second;
  std::uint32_t common = 0;
  std::optional<LikenessOfBoth> likeness;
};

NearComparison::NearComparison(UnitSource* units, const KeyedHash& hash, unsigned jobs,
                               std::size_t memory)
    : units_(units),
      narratives_(units, kMostNarrative),
      hash_(hash),
      jobs_(jobs),
      pairs_(memory),
      near_(memory) {}

// A pair of word for word the same needs no comparison; pairs are few, so that order is enough.
void NearComparison::add(const NearPair& pair) {
  Text texts[2];
  for (std::size_t i = 0; i < 2; ++i) {
    texts[i].line = pair.sides[i].line;
    const auto kept = KeptText::of(list_of(split_fields(texts[i].line)[kFactText]));
    if (!kept) return;
    texts[i].kept = *kept;
  }
  const bool likely = std::any_of(std::begin(texts), std::end(texts), [&](const Text& text) {
    return pair.common * kOneOf >= text.kept.samples;
  });
  if (!likely) return;
  const auto key = [](const Text& text) { return text.line.substr(0, kFactKeySize); };
  if (key(texts[0]) == key(texts[1])) {
    tell(texts[0], texts[1], pair.common, true, {});
    tell(texts[1], texts[0], pair.common, true, {});
    return;
  }
  LineWriter line;
  line.text(unit_key(texts[0].kept.unit) + '\n' + unit_key(texts[1].kept.unit));
  line.number(pair.common);
  line.plain(written(pair.sides[0].templates) + ';' + written(pair.sides[1].templates));
  for (const Text& text : texts) line.plain(text.line);
  pairs_.add(line.line());
}

void NearComparison::drain(const std::function<void(const NearLines&)>& visit) {
  std::vector<Waiting> waiting;
  std::set<std::string> units;
  std::uint64_t bytes = 0;
  const auto finish = [&] {
    compare(waiting);
    waiting.clear();
    units.clear();
    bytes = 0;
  };
  pairs_.drain([&](std::string_view line) {
    const auto fields = split_fields(line.substr(0, field_at(line, kPairFields)));
    const std::string_view facts = line.substr(field_at(line, kPairFields));
    const std::size_t second = field_at(facts, kFactFields);
    Waiting pair;
    pair.common = static_cast<std::uint32_t>(number_of(fields[1]));
    const std::size_t middle = fields[2].find(';');
    pair.first.templates = numbers_of(fields[2].substr(0, middle));
    pair.second.templates = numbers_of(fields[2].substr(middle + 1));
    pair.first.line = facts.substr(0, second - 1);
    pair.second.line = facts.substr(second);
    std::uint64_t more = 0;
    for (Text* const text : {&pair.first, &pair.second}) {
      text->kept = *KeptText::of(list_of(split_fields(text->line)[kFactText]));
      if (narratives_.has(text->kept.unit)) continue;
      if (units.insert(unit_key(text->kept.unit)).second) more += text->kept.bytes;
    }
    if (!waiting.empty() && (bytes + more > kMostBytes || waiting.size() >= kMostPairs)) {
      finish();
      for (const Text* const text : {&pair.first, &pair.second}) {
        if (narratives_.has(text->kept.unit)) continue;
        if (units.insert(unit_key(text->kept.unit)).second) bytes += text->kept.bytes;
      }
    } else {
      bytes += more;
    }
    waiting.push_back(std::move(pair));
  });
  finish();
  near_.drain([&](std::string_view line) {
    NearLines near;
    const std::size_t other = field_at(line, kFactFields);
    const std::size_t counts = field_at(line, 2 * kFactFields);
    near.fact = line.substr(0, other - 1);
    near.other = line.substr(other, counts - 1 - other);
    const auto fields = split_fields(line.substr(counts));
    near.equal = fields[0] == "1";
    if (fields.size() == kCounts) {
      const auto count = [&](std::size_t i) {
        return static_cast<std::uint32_t>(number_of(fields[i]));
      };
      near.likeness = {count(1), count(2), count(3), count(4), count(5)};
    }
    visit(near);
  });
}

// Finds the text in what was read again.
void NearComparison::open(Text& text) const {
  const UnitNarrative* const unit = narratives_.find(text.kept.unit);
  const auto fields = split_fields(text.line);
  if (unit == nullptr || !unit->holds(text.kept, text_of(fields[kFactChart]))) {
    text.gone = true;
    return;
  }
  text.pieces = unit->pieces(text.kept);
  const std::string key = hashed_key(hash_, fields[kFactCheck], digest(text.pieces).hash);
  text.changed = text.pieces.empty() || key != fields[kFactKey];
}

void NearComparison::compare(std::vector<Waiting>& waiting) {
  if (units_ != nullptr) {
    std::vector<const UnitPlace*> places;
    for (const Waiting& pair : waiting) {
      places.insert(places.end(), {&pair.first.kept.unit, &pair.second.kept.unit});
    }
    narratives_.load(places);
    for_each_index(jobs_, waiting.size(), [&](std::size_t i) {
      Waiting& pair = waiting[i];
      Tokens tokens;
      ComparedText texts[2];
      for (std::size_t side = 0; side < 2; ++side) {
        Text& text = side == 0 ? pair.first : pair.second;
        open(text);
        texts[side].tokens = tokens.add(text.pieces);
        texts[side].boilerplate = text.kept.boilerplate;
        texts[side].templates = template_parts(tokens, texts[side].tokens, text.templates);
      }
      if (pair.first.found() && pair.second.found())
        pair.likeness = likeness(tokens, texts[0], texts[1]);
    });
  }
  for (const Waiting& pair : waiting) tell(pair);
}

void NearComparison::tell(const Waiting& pair) {
  for (const Text* const text : {&pair.first, &pair.second}) note_lost(*text);
  std::optional<Likeness> first, second;
  if (pair.likeness) {
    first = pair.likeness->first;
    second = pair.likeness->second;
  }
  tell(pair.first, pair.second, pair.common, false, first);
  tell(pair.second, pair.first, pair.common, false, second);
}

void NearComparison::tell(const Text& fact, const Text& other, std::uint32_t common, bool equal,
                          const std::optional<Likeness>& likeness) {
  if (common * kOneOf < fact.kept.samples) return;
  LineWriter line;
  line.plain(fact.line);
  line.plain(other.line);
  line.number(equal ? 1 : 0);
  if (likeness) {
    for (const std::uint32_t count : {likeness->size, likeness->copied, likeness->numbers,
                                      likeness->same_numbers, likeness->told}) {
      line.number(count);
    }
  }
  near_.add(line.line());
}

void NearComparison::note_lost(const Text& text) {
  const std::vector<std::string>& paths = text.kept.unit.paths;
  if (text.found() || paths.empty() || paths.front() == "-") return;
  LostChart& chart = lost_[{paths.front(), text_of(split_fields(text.line)[kFactChart])}];
  chart.gone = text.gone;
  ++chart.pairs;
}

const std::optional<Error>& NearComparison::error() const {
  return pairs_.error() ? pairs_.error() : near_.error();
}

}  // namespace emrlint
