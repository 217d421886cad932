// SPDX-License-Identifier: Apache-2.0
#include "draft/beside.h"

#include <algorithm>
#include <array>

#include "reader/readers.h"

namespace emrlint::draft {
namespace {

Format family(Format format) { return format == Format::kCda ? Format::kCcda : format; }

std::string_view text_of(const Batch& batch, Span span) {
  return span.file < batch.files.size() ? batch.files[span.file]->text() : std::string_view();
}

const Document* find(const Chart& chart, const std::function<bool(const Document&)>& fits) {
  const auto found = std::find_if(chart.documents.begin(), chart.documents.end(), fits);
  return found == chart.documents.end() ? nullptr : &*found;
}

const Document* neighbour(const Chart& chart, const std::function<bool(std::uint32_t)>& asked,
                          std::optional<Format> wanted) {
  const auto of_format = [](const Document& document, std::optional<Format> format) {
    return document.format != Format::kUnknown && (!format || family(document.format) == *format);
  };
  const Document* const named = find(chart, [&](const Document& document) {
    return of_format(document, wanted) && asked(document.span.file);
  });
  if (named != nullptr) return named;
  const Chart* const only[] = {&chart};
  const Format usual = wanted.value_or(usual_format(only));
  return find(chart, [&](const Document& document) { return of_format(document, usual); });
}

}  // namespace

const Chart& Beside::known() const {
  static const Chart kNothing;
  return chart != nullptr ? *chart : kNothing;
}

Format usual_format(std::span<const Chart* const> charts) {
  constexpr std::array kFormats = {Format::kWs500, Format::kCcda, Format::kChartJson,
                                   Format::kFhir};
  std::array<std::size_t, kFormats.size()> counts{};
  for (const Chart* const chart : charts) {
    for (const Document& document : chart->documents) {
      const auto found = std::find(kFormats.begin(), kFormats.end(), family(document.format));
      if (found != kFormats.end()) ++counts[static_cast<std::size_t>(found - kFormats.begin())];
    }
  }
  const bool none = std::all_of(counts.begin(), counts.end(), [](std::size_t n) { return n == 0; });
  const bool abroad = std::any_of(charts.begin(), charts.end(),
                                  [](const Chart* chart) { return chart->realm == Realm::kOther; });
  if (none && abroad) return Format::kCcda;
  return kFormats[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                           counts.begin())];
}

Beside beside(const Chart& chart, const Batch& batch,
              const std::function<bool(std::uint32_t file)>& asked, std::optional<Format> wanted) {
  Beside found{&chart};
  const Document* const document = neighbour(chart, asked, wanted);
  // Without a document the file that tells of the stay is one in which documents may stand.
  const Span place = document != nullptr ? document->span : chart.span;
  const std::string_view text = text_of(batch, place);
  const Format format = family(document != nullptr ? document->format : recognise(text));
  const bool holds_many = format == Format::kChartJson || format == Format::kFhir;
  found.format = wanted.value_or(document != nullptr || holds_many ? format : Format::kWs500);
  if (found.format != format) return found;
  found.text = text;
  found.file = place.file;
  found.at = place.begin;
  return found;
}

std::string free_id(std::string_view wanted, const Beside& beside) {
  std::string free(wanted);
  const auto taken = [&] {
    if (beside.text.find("\"" + free + "\"") != beside.text.npos) return true;
    return beside.chart != nullptr && find(*beside.chart, [&](const Document& document) {
                                        return document.id.value == free;
                                      }) != nullptr;
  };
  for (int i = 2; taken(); ++i) free = std::string(wanted) + "-" + std::to_string(i);
  return free;
}

}  // namespace emrlint::draft
