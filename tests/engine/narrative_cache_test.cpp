// SPDX-License-Identifier: Apache-2.0
#include "engine/narrative_cache.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

namespace emrlint {
namespace {

KeptText text_of(const std::string& path, std::vector<std::uint32_t> pieces = {1}) {
  KeptText kept;
  kept.unit.paths = {path};
  kept.document = 1;
  kept.pieces = std::move(pieces);
  return kept;
}

// Units of one chart, whose second document says its path and a hundred letters; each holds them
// only as long as UnitSource says.
class Units final : public UnitSource {
 public:
  void load(const std::vector<const UnitPlace*>& places) override {
    open_.clear();
    texts_.clear();
    for (const UnitPlace* const place : places) {
      const std::string& path = place->paths.front();
      ++loads[path];
      if (path == "gone") continue;
      Batch& batch = open_[path];
      batch.charts.resize(1);
      batch.charts[0].key = "ZY-" + path;
      batch.charts[0].documents.resize(2);
      texts_[path] = path + std::string(100, 'x');
      batch.charts[0].documents[1].texts = {{"title", {}}, {texts_[path], {}}};
    }
  }
  const Batch* find(const UnitPlace& place) const override {
    const auto unit = open_.find(place.paths.front());
    return unit == open_.end() ? nullptr : &unit->second;
  }

  std::map<std::string, int> loads;

 private:
  std::map<std::string, Batch> open_;
  std::map<std::string, std::string> texts_;
};

std::string said(const NarrativeCache& cache, const KeptText& text) {
  std::string all;
  for (const Text& piece : cache.find(text.unit)->pieces(text)) all += piece.value;
  return all;
}

}  // namespace

TEST_CASE("narrative cache: a unit is read once and says what it said") {
  Units units;
  NarrativeCache cache(&units, 1'000'000);
  const KeptText a = text_of("a"), b = text_of("b"), gone = text_of("gone");
  cache.load({&a.unit, &b.unit, &gone.unit});
  cache.load({&b.unit, &a.unit, &gone.unit});
  CHECK(units.loads["a"] == 1);
  CHECK(units.loads["gone"] == 1);
  CHECK(said(cache, a) == "a" + std::string(100, 'x'));
  CHECK(said(cache, text_of("b", {0, 1})) == "titleb" + std::string(100, 'x'));
  CHECK(cache.find(gone.unit) == nullptr);
  CHECK(cache.has(gone.unit));
}

TEST_CASE("narrative cache: what is not in the unit is not made up") {
  Units units;
  NarrativeCache cache(&units, 1'000'000);
  KeptText text = text_of("a");
  cache.load({&text.unit});
  const UnitNarrative& unit = *cache.find(text.unit);
  CHECK(unit.holds(text, "ZY-a"));
  CHECK_FALSE(unit.holds(text, "ZY-b"));
  CHECK(unit.pieces(text_of("a", {2})).empty());
  text.document = 2;
  CHECK(unit.pieces(text).empty());
  text.in_unit = 1;
  CHECK(unit.pieces(text).empty());
  CHECK_FALSE(unit.holds(text, "ZY-a"));
}

TEST_CASE("narrative cache: without room it keeps what was asked for last") {
  Units units;
  NarrativeCache cache(&units, 150);
  const KeptText a = text_of("a"), b = text_of("b"), c = text_of("c");
  cache.load({&a.unit, &b.unit});
  cache.load({&b.unit, &c.unit});
  CHECK_FALSE(cache.has(a.unit));
  CHECK(units.loads["b"] == 1);
  CHECK(said(cache, c).front() == 'c');
}

}  // namespace emrlint
