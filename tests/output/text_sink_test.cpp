// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "output/sample_run.h"
#include "output/width.h"

namespace emrlint {
namespace {

TEST_CASE("text: places, carets under Chinese, notes, basis, advice, counts") {
  CHECK(SampleRun().write(make_text_sink, {}) == golden("text_zh.txt"));
}

TEST_CASE("text: English, everything shown") {
  OutputOptions options;
  options.lang = Lang::kEn;
  options.snippets = Snippets::kFull;
  options.show_undecided = true;
  options.show_waived = true;
  CHECK(SampleRun().write(make_text_sink, options) == golden("text_en.txt"));
}

TEST_CASE("text: colours only when asked for") {
  OutputOptions options;
  CHECK(SampleRun().write(make_text_sink, options).find('\033') == std::string::npos);
  options.colour = true;
  const std::string coloured = SampleRun().write(make_text_sink, options);
  CHECK(coloured.find("\033[1;31merror\033[0m") != std::string::npos);
  CHECK(coloured.find("^^^^\033[0m\n") != std::string::npos);
}

// The widest line that shows source text or points at it.
std::size_t widest_snippet(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" | ") == 5) widest = std::max(widest, display_width(line));
  }
  return widest;
}

TEST_CASE("text: source lines are no wider than a terminal") {
  OutputOptions options;
  CHECK(widest_snippet(SampleRun().write(make_text_sink, options)) > 60);
  for (const std::size_t columns : {80, 60}) {
    options.columns = columns;
    const std::size_t widest = widest_snippet(SampleRun().write(make_text_sink, options));
    CHECK(widest > 40);
    CHECK(widest <= columns);
  }
}

TEST_CASE("no form shows names or numbers unless snippets are full") {
  for (const auto& make : {make_text_sink, make_json_sink, make_sarif_sink}) {
    for (const Snippets snippets : {Snippets::kNone, Snippets::kMasked, Snippets::kFull}) {
      OutputOptions options;
      options.snippets = snippets;
      options.show_waived = true;
      const std::string text = SampleRun().write(make, options);
      const bool full = snippets == Snippets::kFull;
      CHECK((text.find("张三") != std::string::npos) == full);
    }
  }
  OutputOptions options;
  const std::string masked = SampleRun().write(make_text_sink, options);
  CHECK(masked.find("13800001234") == std::string::npos);
  CHECK(masked.find("腹痛") != std::string::npos);
  options.snippets = Snippets::kNone;
  CHECK(SampleRun().write(make_text_sink, options).find("腹痛") == std::string::npos);
}

}  // namespace
}  // namespace emrlint
