// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_COPIES_CHART_COPIES_H_
#define EMRLINT_COPIES_CHART_COPIES_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "copies/kept_passages.h"
#include "copies/passages.h"
#include "model/chart.h"

namespace emrlint {

// The readable text of one section, or of a document's parts that belong to none.
struct SectionText {
  std::uint32_t document = 0;  // Index into Chart::documents.
  std::uint32_t section = 0;   // Index into Document::sections.
  CopyText text;
};

// The time at which a document says that it was written: recorded, else completed, else held, else
// first stored.
std::optional<Time> writing_time(const Document& document);
// The ids of the versions that a later document says it replaces.
std::unordered_set<std::string_view> replaced_ids(const Chart& chart);

// Appends the sections of a chart to the tokens, in the order in which they were written; without
// versions that a later document replaces. The chart must outlive the tokens.
std::vector<SectionText> add_section_texts(const Chart& chart, Tokens& tokens);

// What the search for copies works out of one document by itself.
struct DocumentSample {
  struct OfSection {
    std::uint32_t section = 0;  // Index into Document::sections.
    CopyText text;
    TextSample sample;
  };
  Tokens tokens;
  std::vector<OfSection> sections;  // Those that have text.
};
// The document's texts must outlive it, by that boilerplate.
DocumentSample sample_document(const Document& document, const Boilerplate& boilerplate);

// The sections of a chart in the order in which they were written, and what each took over from
// earlier ones. Versions that a later document replaces are left out. The chart and the boilerplate
// must outlive it.
class ChartCopies {
 public:
  explicit ChartCopies(const Chart& chart, const Boilerplate& boilerplate = Boilerplate::none(),
                       const PassageSettings& settings = {});
  // The same with samples that were taken before: `sample_of` gives that of a document by its index
  // in the chart, by that boilerplate; they must outlive it. `kept` is of a chart that was nearly
  // the same, or empty.
  using SampleOf = std::function<const DocumentSample&(std::uint32_t document)>;
  ChartCopies(const Chart& chart, const Boilerplate& boilerplate, const SampleOf& sample_of,
              KeptPassages& kept);

  std::span<const SectionText> texts() const { return texts_; }
  const Tokens& tokens() const { return tokens_; }
  std::span<const Passage> passages() const { return passages_.list; }
  // The passages whose copy is in a text, by index of texts().
  std::span<const Passage> passages_of(std::uint32_t text) const;
  std::span<const Run> runs_of(const Passage& passage) const { return passages_.runs_of(passage); }

  const Document& document_of(std::uint32_t text) const {
    return chart_->documents[texts_[text].document];
  }
  const Section& section_of(std::uint32_t text) const {
    return document_of(text).sections[texts_[text].section];
  }
  // Whether the source was certainly written before the copy; within one document it stands
  // before it.
  bool direction_known(const Passage& passage) const;

  // The runs of a text that are boilerplate; worked out anew where no sample was taken before.
  std::vector<TokenRange> boilerplate_of(std::uint32_t text) const;

 private:
  void index_passages();

  const Chart* chart_;
  const Boilerplate* boilerplate_;
  Tokens tokens_;
  std::vector<SectionText> texts_;
  std::vector<PlacedSample> samples_;  // By text, or empty.
  Passages passages_;
  std::vector<std::uint32_t> first_of_;  // By text: its first passage; one more at the end.
};

}  // namespace emrlint

#endif  // EMRLINT_COPIES_CHART_COPIES_H_
