// SPDX-License-Identifier: Apache-2.0
#include "corpus/verify_copies.h"

#include <xxhash.h>

#include <algorithm>

namespace emrlint {
namespace {

const SectionText& text_of(const LoadedChart& chart, const SectionPlace& place) {
  return chart.sections.texts()[place.section];
}

const Document& document_of(const LoadedChart& chart, const SectionText& text) {
  return chart.chart->documents[text.document];
}

std::optional<bool> same_patient(const Chart& a, const Chart& b) {
  const Patient &one = a.patient, &two = b.patient;
  if (!one.id_card.value.empty() && !two.id_card.value.empty()) {
    return one.id_card.value == two.id_card.value;
  }
  if (one.id.value.empty() || two.id.value.empty()) return std::nullopt;
  if (a.institution.id.value != b.institution.id.value) return std::nullopt;
  return one.id.value == two.id.value;
}

// Whether the first one was written before the second one: certainly, or certainly not, or neither.
std::optional<bool> before(const LoadedChart& a, const SectionText& in_a, const LoadedChart& b,
                           const SectionText& in_b) {
  const auto one = writing_time(document_of(a, in_a)), two = writing_time(document_of(b, in_b));
  if (!one || !two) return std::nullopt;
  if (certainly_before(*one, *two)) return true;
  if (certainly_before(*two, *one)) return false;
  return std::nullopt;
}

std::uint64_t texts_hash(const Tokens& tokens, const Passage& passage) {
  const auto hash = [&](TokenRange range, std::uint64_t seed) {
    return XXH3_64bits_withSeed(tokens.exact().data() + range.from,
                                range.size() * sizeof(std::uint32_t), seed);
  };
  return hash(passage.to, hash(passage.from, 0));
}

}  // namespace

std::vector<Text> pieces_of(const LoadedChart& chart, const SectionText& text) {
  std::vector<Text> pieces;
  for (const Part& part : chart.sections.tokens().parts(text.text.tokens)) {
    pieces.push_back(part.value);
  }
  return pieces;
}

CopyPlace place_in(const LoadedChart& chart, const SectionText& text, const Tokens& tokens,
                   TokenRange range) {
  CopyPlace place;
  place.parts = tokens.parts(range);
  const std::vector<Part>& parts = place.parts;
  const auto span_of = [&](const Part& part) {
    return chart.batch->files[part.value.span.file]->part(part.value, part.from, part.to);
  };
  place.batch = chart.batch;
  place.chart = chart.chart;
  place.document = &document_of(chart, text);
  place.section = &place.document->sections[text.section];
  place.span = span_of(parts.front());
  const Span last = span_of(parts.back());
  if (last.file == place.span.file) place.span.end = std::max(place.span.end, last.end);
  place.tokens = range.size();
  place.section_tokens = text.text.tokens.size();
  return place;
}

// The tokens of the copy that are template wording, as far as the samples tell that both texts
// chose: from one that is over the cap to the next, if none between them is not.
std::vector<TokenRange> CopyVerifier::template_parts(const Tokens& tokens,
                                                     std::span<const Run> runs, TokenRange source,
                                                     TokenRange copy) const {
  const std::vector<Gram> from = loader_.fingerprinter().grams(tokens, source);
  const std::vector<Gram> to = loader_.fingerprinter().grams(tokens, copy);
  const auto in_order = [](const Gram& gram, std::uint32_t at) { return gram.tokens.from < at; };
  std::vector<TokenRange> parts;
  bool open = false;
  for (const Run& run : runs) {
    auto other = std::lower_bound(from.begin(), from.end(), run.from, in_order);
    auto gram = std::lower_bound(to.begin(), to.end(), run.to, in_order);
    for (; gram != to.end() && gram->tokens.to <= run.to + run.length; ++gram) {
      const std::uint32_t wanted = gram->tokens.from - run.to + run.from;
      while (other != from.end() && other->tokens.from < wanted) ++other;
      if (other == from.end() || other->tokens.from != wanted) continue;
      const bool over = std::binary_search(templates_.begin(), templates_.end(), gram->hash);
      if (over && open) parts.back().to = gram->tokens.to;
      if (over && !open) parts.push_back(gram->tokens);
      open = over;
    }
  }
  return parts;
}

// Whether a passage tells enough besides template wording: in one stretch, or in all if what is
// beside templates, where the samples cannot tell how far they reach, is left out.
bool CopyVerifier::own(const Tokens& tokens, std::span<const Run> runs, const Passage& passage,
                       TokenRange source, TokenRange copy) const {
  const unsigned least = settings_.passages.least;
  const unsigned beside = loader_.fingerprinter().settings().window;
  unsigned sum = 0;
  std::uint32_t at = passage.to.from;
  const auto stretch = [&](std::uint32_t to, bool first, bool last) {
    const unsigned told = to > at ? tokens.weight({at, to}) : 0;
    const unsigned edges = (first ? 0 : beside) + (last ? 0 : beside);
    sum += told > edges ? told - edges : 0;
    return told >= least;
  };
  for (const TokenRange& part : template_parts(tokens, runs, source, copy)) {
    if (stretch(part.from, at == passage.to.from, false)) return true;
    at = std::max(at, part.to);
  }
  return stretch(passage.to.to, at == passage.to.from, true) || sum >= least;
}

std::vector<CopyBetween> CopyVerifier::compare(const SectionPair& pair) const {
  std::vector<CopyBetween> copies;
  const LoadedChart* a = loader_.find(pair.first).chart;
  const LoadedChart* b = loader_.find(pair.second).chart;
  if (a == nullptr || b == nullptr) return copies;
  const SectionText* in_a = &text_of(*a, pair.first);
  const SectionText* in_b = &text_of(*b, pair.second);
  const std::optional<bool> known = before(*a, *in_a, *b, *in_b);
  if (known && !*known) {
    std::swap(a, b);
    std::swap(in_a, in_b);
  }
  Tokens tokens;
  const std::vector<Text> pieces_a = pieces_of(*a, *in_a), pieces_b = pieces_of(*b, *in_b);
  const CopyText texts[] = {{tokens.add(pieces_a), in_a->text.section},
                            {tokens.add(pieces_b), in_b->text.section}};
  const Passages found = find_passages(tokens, texts, {}, settings_.passages);
  for (const Passage& passage : found.list) {
    if (passage.source == passage.text) continue;  // Within one text.
    if (!own(tokens, found.runs_of(passage), passage, texts[0].tokens, texts[1].tokens)) continue;
    CopyBetween& copy = copies.emplace_back();
    copy.source = place_in(*a, *in_a, tokens, passage.from);
    copy.copy = place_in(*b, *in_b, tokens, passage.to);
    copy.direction_known = known.has_value();
    copy.same_patient = same_patient(*a->chart, *b->chart);
    copy.passage = passage;
    copy.texts = texts_hash(tokens, passage);
  }
  return copies;
}

bool CopyVerifier::lost(const SectionPlace& place) {
  const Lost lost = loader_.find(place).lost;
  if (lost == Lost::kNot) return false;
  UnverifiedChart& chart = unverified_[place.number];
  chart.key = place.chart.key;
  chart.path = place.chart.place.paths.front();
  chart.lost = lost;
  ++chart.pairs;
  return true;
}

// Whether another chart would be too much to be read together with those that wait.
bool CopyVerifier::full(const SectionPlace& more) {
  constexpr std::size_t kMost = 512;
  if (held_.contains(more.number)) return false;
  return !held_.empty() &&
         (held_.size() >= kMost || bytes_ + more.chart.unit_bytes > settings_.bytes);
}

void CopyVerifier::add(const SectionPair& pair, const Visit& visit) {
  constexpr std::size_t kMost = 4096;
  if (pairs_.size() >= kMost || full(pair.first) || full(pair.second)) finish(visit);
  for (const SectionPlace* const place : {&pair.first, &pair.second}) {
    if (held_.emplace(place->number, place->chart.unit_bytes).second) {
      bytes_ += place->chart.unit_bytes;
    }
  }
  pairs_.push_back(pair);
}

void CopyVerifier::finish(const Visit& visit) {
  std::vector<const SectionPlace*> places;
  for (const SectionPair& pair : pairs_) places.insert(places.end(), {&pair.first, &pair.second});
  loader_.load(places);
  std::vector<std::vector<CopyBetween>> found(pairs_.size());
  for_each_index(loader_.jobs(), pairs_.size(),
                 [&](std::size_t i) { found[i] = compare(pairs_[i]); });
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    ++counts_.pairs;
    const bool first = lost(pairs_[i].first), second = lost(pairs_[i].second);
    if (first || second) ++counts_.unverified;
    const std::pair charts{pairs_[i].first.number, pairs_[i].second.number};
    if (charts != said_of_) said_.clear();
    said_of_ = charts;
    for (const CopyBetween& copy : found[i]) {
      ++counts_.copies;
      if (std::find(said_.begin(), said_.end(), copy.texts) != said_.end()) {
        ++counts_.repeated;
        continue;
      }
      said_.push_back(copy.texts);
      visit(copy);
    }
  }
  pairs_.clear();
  held_.clear();
  bytes_ = 0;
}

std::vector<TemplateFound> CopyVerifier::locate(const TemplatePlace& place) const {
  std::vector<TemplateFound> list;
  const LoadedChart* const chart = loader_.find(place.section).chart;
  if (chart == nullptr) return list;
  const SectionText& text = text_of(*chart, place.section);
  const Tokens& tokens = chart->sections.tokens();
  TemplateFound found;
  TokenRange range;
  const auto end = [&] {
    if (found.charts > 0) {  // Else all its samples are told elsewhere.
      found.place = place_in(*chart, text, tokens, range);
      list.push_back(found);
    }
    found = {};
    range = {};
  };
  for (const Gram& gram : loader_.fingerprinter().grams(tokens, text.text.tokens)) {
    if (!std::binary_search(templates_.begin(), templates_.end(), gram.hash)) {
      end();
      continue;
    }
    const auto sample = std::lower_bound(
        place.samples.begin(), place.samples.end(), gram.hash,
        [](const TemplateSample& one, std::uint64_t hash) { return one.hash < hash; });
    if (sample == place.samples.end() || sample->hash != gram.hash) continue;
    range = {range.size() == 0 ? gram.tokens.from : range.from, gram.tokens.to};
    const bool first = found.charts == 0;
    found.charts = first ? sample->charts : std::min(found.charts, sample->charts);
    found.places = first ? sample->places : std::min(found.places, sample->places);
  }
  end();
  return list;
}

void CopyVerifier::add(const TemplatePlace& place, const VisitTemplate& visit) {
  if (full(place.section)) finish(visit);
  if (held_.emplace(place.section.number, place.section.chart.unit_bytes).second) {
    bytes_ += place.section.chart.unit_bytes;
  }
  places_.push_back(place);
}

void CopyVerifier::finish(const VisitTemplate& visit) {
  std::vector<const SectionPlace*> places;
  for (const TemplatePlace& place : places_) places.push_back(&place.section);
  loader_.load(places);
  std::vector<std::vector<TemplateFound>> found(places_.size());
  for_each_index(loader_.jobs(), places_.size(),
                 [&](std::size_t i) { found[i] = locate(places_[i]); });
  for (std::size_t i = 0; i < places_.size(); ++i) {
    lost(places_[i].section);
    for (const TemplateFound& one : found[i]) visit(one);
  }
  places_.clear();
  held_.clear();
  bytes_ = 0;
}

}  // namespace emrlint
