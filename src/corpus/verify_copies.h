// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CORPUS_VERIFY_COPIES_H_
#define EMRLINT_CORPUS_VERIFY_COPIES_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "copies/passages.h"
#include "corpus/chart_loader.h"
#include "corpus/copy_join.h"

namespace emrlint {

struct VerifySettings {
  PassageSettings passages;  // passages.least: what a copy tells at least.
  std::uint32_t common = 2;  // As JoinSettings: samples of a copy that are no template.
  std::uint64_t bytes = 64 * 1024 * 1024;  // Of charts that are read together; a pair is, always.
};

// A stretch of a section, with its place in the file. Holds during the call that gives it.
struct CopyPlace {
  const Batch* batch = nullptr;
  const Chart* chart = nullptr;
  const Document* document = nullptr;
  const Section* section = nullptr;
  Span span;
  std::uint32_t tokens = 0;
  std::uint32_t section_tokens = 0;  // Of the whole section.
  std::vector<Part> parts;           // Its text, piece by piece.
};

// A passage that stands in two charts: compared token by token.
struct CopyBetween {
  CopyPlace source, copy;
  bool direction_known = false;      // The source was certainly written before the copy.
  std::optional<bool> same_patient;  // None where the charts do not say.
  Passage passage;                   // Its places apart: the counts of what is equal.
  std::uint64_t texts = 0;           // Of both sides' tokens: equal where both texts are.
};

// Template wording: it stands in more charts than the cap.
struct TemplateFound {
  CopyPlace place;           // One of those that hold it.
  std::uint64_t charts = 0;  // In which each of its samples stands, at least,
  std::uint64_t places = 0;  // and how often in all, at least.
};

// A chart that could not be compared.
struct UnverifiedChart {
  std::string key, path;
  Lost lost = Lost::kGone;
  std::uint64_t pairs = 0;  // Candidates that it was part of.
};

struct VerifyCounts {
  std::uint64_t pairs = 0;       // Candidates, all of them.
  std::uint64_t unverified = 0;  // Of them: a chart is gone or changed.
  std::uint64_t copies = 0;      // Passages that were found.
  std::uint64_t repeated = 0;    // Of them: not said, another one of both charts has the same text.
};

// Reads the charts of candidates again and aligns the sections.
class CopyVerifier {
 public:
  // `templates`: the hashes over the cap, sorted.
  CopyVerifier(ChartLoader& loader, const VerifySettings& settings,
               std::vector<std::uint64_t> templates)
      : loader_(loader), settings_(settings), templates_(std::move(templates)) {}

  using Visit = std::function<void(const CopyBetween&)>;
  // Pairs in order of both charts; each passage comes in that order, some pairs later.
  void add(const SectionPair& pair, const Visit& visit);
  // After the last pair.
  void finish(const Visit& visit);

  using VisitTemplate = std::function<void(const TemplateFound&)>;
  void add(const TemplatePlace& place, const VisitTemplate& visit);
  void finish(const VisitTemplate& visit);

  const VerifyCounts& counts() const { return counts_; }
  // In order of the charts' numbers.
  const std::map<std::uint32_t, UnverifiedChart>& unverified() const { return unverified_; }

 private:
  std::vector<CopyBetween> compare(const SectionPair& pair) const;
  std::vector<TemplateFound> locate(const TemplatePlace& place) const;
  std::vector<TokenRange> template_parts(const Tokens& tokens, std::span<const Run> runs,
                                         TokenRange source, TokenRange copy) const;
  bool own(const Tokens& tokens, std::span<const Run> runs, const Passage& passage,
           TokenRange source, TokenRange copy) const;
  bool lost(const SectionPlace& place);
  bool full(const SectionPlace& more);

  ChartLoader& loader_;
  VerifySettings settings_;
  std::vector<std::uint64_t> templates_;
  std::vector<SectionPair> pairs_;
  std::vector<TemplatePlace> places_;
  std::map<std::uint32_t, std::uint64_t> held_;  // Bytes by chart of what is waiting.
  std::uint64_t bytes_ = 0;
  std::pair<std::uint32_t, std::uint32_t> said_of_{~0u, ~0u};  // The charts of the last pair
  std::vector<std::uint64_t> said_;                            // and what was said of them.
  VerifyCounts counts_;
  std::map<std::uint32_t, UnverifiedChart> unverified_;
};

// A stretch of tokens of a text of a chart, in the bytes of its file.
CopyPlace place_in(const LoadedChart& chart, const SectionText& text, const Tokens& tokens,
                   TokenRange range);
// The pieces of which a text was made.
std::vector<Text> pieces_of(const LoadedChart& chart, const SectionText& text);

}  // namespace emrlint

#endif  // EMRLINT_CORPUS_VERIFY_COPIES_H_
