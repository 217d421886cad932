// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_READER_READ_SUPPORT_H_
#define EMRLINT_TESTS_READER_READ_SUPPORT_H_

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/chart.h"
#include "reader/readers.h"

// Reads texts and files, and says whether a value points at the bytes that it was read from.
namespace emrlint::read_test {

inline Batch read_text(std::string text) {
  std::vector<std::unique_ptr<SourceFile>> files;
  files.push_back(std::make_unique<SourceFile>("input", std::move(text)));
  return read_texts(std::move(files), Limits{}, true);
}

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline Batch read_fixture(const std::string& path) {
  return read_text(file_text("fixtures/formats/" + path));
}

inline std::string_view cut(const Batch& batch, Span span) {
  REQUIRE(span.file < batch.files.size());
  return batch.files[span.file]->text(span);
}

// The value is `wanted`, and its span holds `raw`, the same unless given.
inline void check_text(const Batch& batch, const Text& text, std::string_view wanted,
                       std::string_view raw = {}) {
  CHECK(text.value == wanted);
  CHECK(cut(batch, text.span) == (raw.empty() ? wanted : raw));
}

inline void check_time(const Batch& batch, const std::optional<Located<Time>>& time,
                       std::string_view raw) {
  REQUIRE(time);
  CHECK(cut(batch, time->span) == raw);
  const std::optional<Time> wanted =
      raw.find('-') == std::string_view::npos ? parse_hl7_time(raw) : parse_iso_time(raw);
  REQUIRE(wanted);
  CHECK(time->value == *wanted);
}

inline void check_time(const Batch& batch, const TimeFact& fact, std::string_view raw) {
  REQUIRE(fact.known());
  check_time(batch, Located<Time>{fact.value(), fact.span()}, raw);
}

inline std::string joined(const Document& document, SectionType type) {
  const Section* const section = document.section(type);
  REQUIRE(section != nullptr);
  std::string result;
  for (const Text& text : document.text_of(*section)) {
    if (!result.empty()) result += '|';
    result += text.value;
  }
  return result;
}

// What the fixtures of C-CDA and of FHIR both tell: an order and a laboratory result.
inline void check_cefazolin(const Batch& batch, const Chart& chart) {
  REQUIRE(chart.orders.size() == 1);
  check_text(batch, chart.orders[0].content, "Cefazolin 2 g");
  check_text(batch, chart.orders[0].dose, "2");
  check_text(batch, chart.orders[0].dose_unit, "g");
}

inline void check_blood_count(const Batch& batch, const Chart& chart) {
  REQUIRE(chart.results.size() == 1);
  check_text(batch, chart.results[0].name, "Blood count");
  REQUIRE(chart.results[0].items.size() == 1);
  check_text(batch, chart.results[0].items[0].name, "Hemoglobin");
  check_text(batch, chart.results[0].items[0].value, "13.1");
  check_text(batch, chart.results[0].items[0].unit, "g/dL");
}

}  // namespace emrlint::read_test

#endif  // EMRLINT_TESTS_READER_READ_SUPPORT_H_
