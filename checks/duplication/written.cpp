// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/written.h"

#include <algorithm>

#include "checks/duplication/lawful.h"

namespace emrlint::checks {

Written::Written(const Chart& chart, const ChartCopies& copies)
    : chart_(chart),
      copies_(copies),
      lists_(chart.documents.size()),
      own_(chart.documents.size()) {
  for (std::uint32_t i = 0; i < copies.texts().size(); ++i) {
    const SectionText& text = copies.texts()[i];
    lists_[text.document].push_back(i);
    if (!stock(chart.documents[text.document].type, text.text.section)) {
      own_[text.document].push_back(i);
    }
  }
}

const Written& Written::in(const Chart& chart, Report& report) {
  const ChartCopies& copies = copies_of(chart, report);
  return report.derived().get<Written>([&] { return Written(chart, copies); });
}

const Document* Written::first(DocType type) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    if (chart_.documents[i].type == type && !lists_[i].empty()) return &chart_.documents[i];
  }
  return nullptr;
}

std::size_t Written::index_of(const Document& document) const {
  return static_cast<std::size_t>(&document - chart_.documents.data());
}

const TextList& Written::of(const Document& document) const { return lists_[index_of(document)]; }
const TextList& Written::own(const Document& document) const { return own_[index_of(document)]; }

TextList Written::of(const Document& document, std::span<const SectionType> types) const {
  TextList list = of(document);
  std::erase_if(list, [&](std::uint32_t text) {
    return std::find(types.begin(), types.end(), copies_.texts()[text].text.section) == types.end();
  });
  return list;
}

std::uint32_t size_of(const ChartCopies& copies, std::span<const std::uint32_t> texts) {
  std::uint32_t size = 0;
  for (const std::uint32_t text : texts) size += copies.texts()[text].text.tokens.size();
  return size;
}

std::uint32_t covered(std::vector<TokenRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TokenRange& a, const TokenRange& b) { return a.from < b.from; });
  std::uint32_t sum = 0, end = 0;
  for (const TokenRange& range : ranges) {
    sum += range.to - std::min(range.to, std::max(range.from, end));
    end = std::max(end, range.to);
  }
  return sum;
}

bool tells_least(const ChartCopies& copies, std::span<const std::uint32_t> texts, int ideographs) {
  std::int64_t weight = 0;
  for (const std::uint32_t text : texts)
    weight += copies.tokens().weight(copies.texts()[text].text.tokens);
  return weight > 0 && weight >= std::int64_t{2} * ideographs;
}

std::u32string tokens_of(const ChartCopies& copies, std::span<const std::uint32_t> texts) {
  std::u32string tokens;
  for (const std::uint32_t text : texts) {
    const TokenRange range = copies.texts()[text].text.tokens;
    const auto exact = copies.tokens().exact().subspan(range.from, range.size());
    tokens.append(exact.begin(), exact.end());
  }
  return tokens;
}

void pass_read(const Chart& chart, const Document& document, Report& report) {
  const Subject subject = of(chart, document);
  if (document.broken) {
    return report.undecided(subject, missing::kRestOfDocument, document.damage);
  }
  report.pass(subject);
}

void pass_among_all(const Chart& chart, const Document& document, Report& report) {
  if (chart.complete || document.broken) return pass_read(chart, document, report);
  report.undecided(of(chart, document), missing::kRestOfChart, document.span);
}

}  // namespace emrlint::checks
