// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace emrlint {
namespace {

Error other_key(const std::string& store) {
  return {store + "：其中的指纹用了不同的密钥，无法对应",
          store + ": its fingerprints are under another key; nothing could match",
          {}};
}

JoinSettings join_settings(const FindSettings& settings, const GramSettings& grams) {
  JoinSettings join;
  join.cap = settings.cap;
  join.common = std::max(1u, grams.surely_in(settings.least));
  return join;
}

// Opens the runs and asks for the passages that their samples can tell.
Result<CopyJoin> open_join(store::Database& database, const CopyRuns& runs, const KeyedHash& key,
                           const FindSettings& settings) {
  Result<CopyJoin> join = CopyJoin::open(database, runs, settings.memory);
  if (!join) return join;
  if (join->key_check() != copies_key_check(key)) return other_key(runs.store);
  return join;
}

void tell_unverified(const CopyVerifier& verifier, FindCounts& counts, CopyReceiver& receiver) {
  for (const auto& [number, chart] : verifier.unverified()) receiver.add(chart);
  counts.unverified_charts = verifier.unverified().size();
}

UnverifiedChart unverified(const SectionPlace& place, Lost lost) {
  return {place.chart.key, place.chart.place.paths.front(), lost, 1};
}

// Tells each stretch of the section that stands in the text; gives their number.
std::uint64_t compare(const LoadedChart& chart, const SectionPlace& place, std::string_view text,
                      const PassageSettings& settings, CopyReceiver& receiver) {
  const SectionText& section = chart.sections.texts()[place.section];
  Tokens tokens;
  const Text asked{text, {}};
  const std::vector<Text> pieces = pieces_of(chart, section);
  const CopyText texts[] = {{tokens.add({&asked, 1})}, {tokens.add(pieces)}};
  std::uint64_t found = 0;
  for (const Passage& passage : find_passages(tokens, texts, {}, settings).list) {
    if (passage.source == passage.text) continue;
    receiver.add(TextFound{place_in(chart, section, tokens, passage.to), passage.from,
                           texts[0].tokens.size(), passage});
    ++found;
  }
  return found;
}

}  // namespace

std::string copies_key_check(const KeyedHash& key) {
  return key.hex("emrlint-copies").substr(0, 8);
}

Result<FindCounts> find_copies(store::Database& database, const CopyRuns& runs,
                               const KeyedHash& key, const FindSettings& settings,
                               CopyReceiver& receiver) {
  Result<CopyJoin> join = open_join(database, runs, key, settings);
  if (!join) return join.error();
  const JoinSettings chosen = join_settings(settings, join->grams());
  if (auto failed = join->run(chosen)) return *std::move(failed);
  Result<std::vector<std::uint64_t>> templates = join->template_hashes();
  if (!templates) return templates.error();

  FindCounts counts;
  VerifySettings verify;
  verify.passages.least = settings.least;
  verify.bytes = settings.chart_bytes;
  ChartLoader loader(key, join->grams(), settings.limits, settings.jobs);
  CopyVerifier verifier(loader, verify, *std::move(templates));
  const auto add_template = [&](const TemplateFound& found) {
    ++counts.templates;
    receiver.add(found);
  };
  auto failed =
      join->templates([&](const TemplatePlace& place) { verifier.add(place, add_template); });
  if (failed) return *std::move(failed);
  verifier.finish(add_template);
  const auto add_copy = [&](const CopyBetween& found) { receiver.add(found); };
  failed = join->pairs([&](const SectionPair& pair) { verifier.add(pair, add_copy); });
  if (failed) return *std::move(failed);
  verifier.finish(add_copy);
  tell_unverified(verifier, counts, receiver);
  counts.join = join->counts();
  counts.verify = verifier.counts();
  return counts;
}

Result<WhereCounts> find_text(store::Database& database, const CopyRuns& runs, const KeyedHash& key,
                              std::string_view text, std::uint32_t most,
                              const FindSettings& settings, CopyReceiver& receiver) {
  Result<CopyJoin> join = open_join(database, runs, key, settings);
  if (!join) return join.error();
  ChartLoader loader(key, join->grams(), settings.limits, settings.jobs);
  Tokens tokens;
  const Text piece{text, {}};
  const TokenRange range = tokens.add({&piece, 1});
  std::vector<std::uint64_t> hashes;
  for (const Gram& gram : loader.fingerprinter().grams(tokens, range, true)) {
    hashes.push_back(gram.hash);
  }
  if (hashes.empty()) {
    return Error{"文字太短：至少须16个汉字或8个西文词",
                 "the text is too short: 16 Chinese characters or 8 words at least",
                 {}};
  }
  const Result<CopyJoin::Holders> holders = join->holders(hashes, most);
  if (!holders) return holders.error();
  WhereCounts counts;
  counts.charts = holders->charts;
  counts.sections = holders->all;
  std::map<std::uint32_t, UnverifiedChart> lost;
  PassageSettings passages;
  passages.least = join->grams().weight;
  const auto look = [&](const std::vector<const SectionPlace*>& places) {
    loader.load(places);
    for (const SectionPlace* const place : places) {
      const ChartLoader::Found found = loader.find(*place);
      ++counts.looked_at;
      if (found.chart == nullptr) {
        lost[place->number] = unverified(*place, found.lost);
      } else {
        counts.places += compare(*found.chart, *place, text, passages, receiver);
      }
    }
  };
  std::vector<const SectionPlace*> places;
  std::uint64_t bytes = 0;
  for (const auto& [place, held] : holders->sections) {
    if (!places.empty() && bytes + place.chart.unit_bytes > settings.chart_bytes) {
      look(places);
      places.clear();
      bytes = 0;
    }
    bytes += place.chart.unit_bytes;
    places.push_back(&place);
  }
  look(places);
  for (const auto& [number, chart] : lost) receiver.add(chart);
  counts.unverified_charts = lost.size();
  return counts;
}

}  // namespace emrlint
