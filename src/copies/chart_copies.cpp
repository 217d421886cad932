// SPDX-License-Identifier: Apache-2.0
#include "copies/chart_copies.h"

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "copies/append_tokens.h"

namespace emrlint {
namespace {

// The documents that count, the earliest first; those without a time come last.
std::vector<std::uint32_t> written_order(const Chart& chart) {
  const auto replaced = replaced_ids(chart);
  std::vector<std::uint32_t> order;
  std::vector<Instant> times;
  for (std::uint32_t i = 0; i < chart.documents.size(); ++i) {
    const Document& document = chart.documents[i];
    const std::optional<Time> time = writing_time(document);
    times.push_back(time ? time->earliest : Instant::max());
    if (!replaced.contains(document.id.value)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return times[a] < times[b]; });
  return order;
}

// Which section a piece of text belongs to when several share it: the first field among them, else
// the first section.
class Owners {
 public:
  explicit Owners(const Document& document) {
    if (!shared(document)) return;
    for (const bool field : {true, false}) {
      for (std::uint32_t i = 0; i < document.sections.size(); ++i) {
        if (document.sections[i].field != field) continue;
        for (const Text& text : document.text_of(document.sections[i])) {
          owners_.try_emplace(place(text), i);
        }
      }
    }
  }

  bool has(std::uint32_t section, const Text& text) const {
    return owners_.empty() || owners_.at(place(text)) == section;
  }

 private:
  static std::uint64_t place(const Text& text) {
    return std::uint64_t{text.span.begin} << 32 | text.span.end;
  }

  // Sections nearly always stand one behind the other.
  static bool shared(const Document& document) {
    std::uint32_t end = 0;
    for (const Section& section : document.sections) {
      for (const Text& text : document.text_of(section)) {
        if (text.span.begin < end) return true;
        end = text.span.end;
      }
    }
    return false;
  }

  std::unordered_map<std::uint64_t, std::uint32_t> owners_;
};

// Appends the sections of a document to the tokens; calls add(section, text) for those with text.
template <typename Add>
void add_document(const Document& document, Tokens& tokens, Add add) {
  // They stand apart in what was parsed: all are fetched while the first are read.
  for (const Text& text : document.texts) __builtin_prefetch(text.value.data());
  const Owners owners(document);
  std::vector<Text> pieces;
  for (std::uint32_t i = 0; i < document.sections.size(); ++i) {
    pieces.clear();
    for (const Text& text : document.text_of(document.sections[i])) {
      if (owners.has(i, text)) pieces.push_back(text);
    }
    const TokenRange range = tokens.add(pieces);
    if (range.size() > 0) add(i, CopyText{range, document.sections[i].type});
  }
}

}  // namespace

std::optional<Time> writing_time(const Document& document) {
  for (const auto* time :
       {&document.recorded, &document.completed, &document.held, &document.created}) {
    if (*time) return (*time)->value;
  }
  return std::nullopt;
}

std::unordered_set<std::string_view> replaced_ids(const Chart& chart) {
  std::unordered_set<std::string_view> ids;
  for (const Document& document : chart.documents) {
    for (const RelatedDocument& related : document.related) {
      if (related.replaces) ids.insert(related.id.value);
    }
  }
  ids.erase(std::string_view());
  return ids;
}

std::vector<SectionText> add_section_texts(const Chart& chart, Tokens& tokens) {
  std::vector<SectionText> texts;
  for (const std::uint32_t index : written_order(chart)) {
    add_document(chart.documents[index], tokens,
                 [&](std::uint32_t section, const CopyText& text) {
                   texts.push_back({index, section, text});
                 });
  }
  return texts;
}

namespace {

TextSample::Of sampled_of(const Tokens& tokens, const CopyText& text,
                          std::span<const TokenRange> boilerplate) {
  const TokenRange range = text.tokens;
  std::vector<std::uint32_t> all;
  for (const auto& of : {tokens.exact(), tokens.shapes()}) {
    all.insert(all.end(), of.begin() + range.from, of.begin() + range.to);
  }
  for (const TokenRange& run : boilerplate) {
    all.push_back(run.from - range.from);
    all.push_back(run.to - range.from);
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size() * sizeof all[0]);
  return {hash.low64, hash.high64};
}

}  // namespace

DocumentSample sample_document(const Document& document, const Boilerplate& boilerplate) {
  DocumentSample out;
  add_document(document, out.tokens, [&](std::uint32_t section, const CopyText& text) {
    out.sections.push_back({section, text, {}});
  });
  for (DocumentSample::OfSection& one : out.sections) {
    sample_text(out.tokens, one.text, boilerplate, one.sample);
    one.sample.of = sampled_of(out.tokens, one.text, one.sample.boilerplate);
  }
  return out;
}

ChartCopies::ChartCopies(const Chart& chart, const Boilerplate& boilerplate,
                         const PassageSettings& settings)
    : chart_(&chart), boilerplate_(&boilerplate) {
  std::size_t bytes = 0;
  for (const Document& document : chart.documents) {
    for (const Text& text : document.texts) bytes += text.value.size();
  }
  tokens_.reserve(bytes / 3 + 16);
  texts_ = add_section_texts(chart, tokens_);
  std::vector<CopyText> texts;
  texts.reserve(texts_.size());
  for (const SectionText& text : texts_) texts.push_back(text.text);
  passages_ = find_passages(tokens_, texts, boilerplate, settings);
  index_passages();
}

ChartCopies::ChartCopies(const Chart& chart, const Boilerplate& boilerplate,
                         const SampleOf& sample_of, KeptPassages& kept)
    : chart_(&chart), boilerplate_(&boilerplate) {
  const std::vector<std::uint32_t> order = written_order(chart);
  std::size_t size = 0;
  for (const std::uint32_t document : order) size += sample_of(document).tokens.size();
  tokens_.reserve(size);
  std::vector<CopyText> texts;
  for (const std::uint32_t document : order) {
    const DocumentSample& sample = sample_of(document);
    const auto shift = static_cast<std::uint32_t>(tokens_.size());
    append_tokens(sample.tokens, tokens_);
    for (const DocumentSample::OfSection& one : sample.sections) {
      const TokenRange range{one.text.tokens.from + shift, one.text.tokens.to + shift};
      texts.push_back({range, one.text.section});
      texts_.push_back({document, one.section, texts.back()});
      samples_.push_back({&one.sample, shift});
    }
  }
  passages_ = find_passages(tokens_, texts, samples_, boilerplate, {}, &kept);
  index_passages();
}

void ChartCopies::index_passages() {
  first_of_.assign(texts_.size() + 1, 0);
  for (const Passage& passage : passages_.list) ++first_of_[passage.text + 1];
  for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
}

std::span<const Passage> ChartCopies::passages_of(std::uint32_t text) const {
  return passages().subspan(first_of_[text], first_of_[text + 1] - first_of_[text]);
}

bool ChartCopies::direction_known(const Passage& passage) const {
  if (texts_[passage.text].document == texts_[passage.source].document) return true;
  const auto source = writing_time(document_of(passage.source));
  const auto copy = writing_time(document_of(passage.text));
  return source && copy && certainly_before(*source, *copy);
}

std::vector<TokenRange> ChartCopies::boilerplate_of(std::uint32_t text) const {
  if (boilerplate_->empty()) return {};
  if (samples_.empty()) {
    TextSample sample;
    sample_text(tokens_, texts_[text].text, *boilerplate_, sample);
    return std::move(sample.boilerplate);
  }
  std::vector<TokenRange> runs = samples_[text].sample->boilerplate;
  for (TokenRange& run : runs) {
    run.from += samples_[text].shift;
    run.to += samples_[text].shift;
  }
  return runs;
}

}  // namespace emrlint
