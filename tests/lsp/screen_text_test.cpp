// SPDX-License-Identifier: Apache-2.0
#include "lsp/screen_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "lsp/lsp_client.h"

namespace emrlint::lsp_test {
namespace {

const std::string kXml = file_text("fixtures/charts/medical-stay-xml-broken/d02-C0034.xml");
const std::string kJson = file_text("fixtures/charts/medical-stay/chart.json");

// A text on the screen, with what was read of it last.
class Screen {
 public:
  const ReadOutput& show(const std::string& text) {
    file_ = std::make_unique<SourceFile>("x", text);
    read_ = screen_.read(file_, 0, true, Limits());
    return read_;
  }
  std::string gap() const {
    const Problem& problem = read_.problems.back();
    return shown_.substr(problem.where.begin, problem.where.end - problem.where.begin);
  }
  // Shows a text that was changed where these words stand, behind `keep` of them.
  const ReadOutput& change(std::string text, std::string_view words, std::size_t keep,
                           std::size_t less, std::string_view more) {
    const std::size_t at = text.find(words);
    REQUIRE(at != text.npos);
    text.replace(at + keep, less, more);
    shown_ = text;
    return show(text);
  }

 private:
  lsp::ScreenText screen_;
  std::unique_ptr<SourceFile> file_;
  ReadOutput read_;
  std::string shown_;
};

std::size_t parts(const ReadOutput& read) {
  std::size_t count = 0;
  for (const Chart& chart : read.fragments) {
    count += chart.documents.size() + chart.orders.size() + chart.results.size();
    for (const Document& document : chart.documents) count += document.sections.size();
  }
  return count;
}

bool sound(const ReadOutput& read) { return read.problems.empty(); }

TEST_CASE("a letter in the name of a tag costs nothing of what was whole") {
  Screen screen;
  const std::size_t whole = parts(screen.show(kXml));
  const ReadOutput& read = screen.change(kXml, "</section>", 5, 0, "𠮷");
  CHECK(!sound(read));
  CHECK(parts(read) == whole);
  CHECK(read.problems.back().id == "xml-syntax");
  CHECK(screen.gap() == "𠮷");
  CHECK(!read.fragments[0].documents[0].broken);
  // The same in a text that was never whole: the document is known to be incomplete.
  Screen other;
  const ReadOutput& never = other.change(kXml, "</section>", 5, 0, "𠮷");
  CHECK(never.fragments.at(0).documents.at(0).broken);
}

TEST_CASE("what was half deleted is as it was until the text is whole again") {
  Screen screen;
  const std::size_t whole = parts(screen.show(kJson));
  const ReadOutput& read = screen.change(kJson, "\"type\": \"admission-record\",", 0, 27, "\"ty");
  CHECK(!sound(read));
  CHECK(parts(read) == whole);
  CHECK(parts(screen.show(kJson)) == whole);
}

TEST_CASE("what is typed behind a mark too many counts as soon as it is more than a few words") {
  const auto holds = [](const ReadOutput& read, std::string_view words) {
    const auto& elements = read.fragments.at(0).documents.at(0).elements;
    return std::any_of(elements.begin(), elements.end(), [&](const Element& element) {
      return element.value.value.find(words) != std::string_view::npos;
    });
  };
  Screen screen;
  screen.show(kXml);
  const std::string typed = "体温<36.5℃，自觉乏力，纳差，无胸闷气促，二便如常，夜间睡眠尚可。";
  REQUIRE(holds(screen.change(kXml, "发热2天。</value>", 13, 0, "体温<36"), "发热2天。"));
  CHECK(screen.gap() == "体温<36");
  const ReadOutput& read = screen.change(kXml, "发热2天。</value>", 13, 0, typed);
  CHECK(!sound(read));
  CHECK(screen.gap() == "<");
  CHECK(holds(read, "体温 36.5℃，自觉乏力"));
  CHECK(!read.fragments[0].documents[0].broken);
}

TEST_CASE("a text that was never whole is read by what tree-sitter finds in it") {
  Screen whole, screen;
  const std::size_t all = parts(whole.show(kJson));
  std::string text = kJson;
  const std::size_t bracket = text.find('[', text.find("\"staff\""));
  text.insert(bracket, "[");
  const std::size_t most = parts(screen.show(text));
  CHECK(most > all / 2);
  // Also while somebody types in it.
  const std::size_t at = text.find("。", bracket);
  REQUIRE(at != text.npos);
  for (const std::string_view letter : {"患", "a", "𠮷"}) {
    const ReadOutput& read = screen.show(text.insert(at, letter));
    CHECK(!sound(read));
    CHECK(parts(read) == most);
  }
  const ReadOutput& sound_again = screen.show(text.erase(bracket, 1));
  CHECK(sound(sound_again));
  CHECK(parts(sound_again) == all);
}

TEST_CASE("of mending alone and tree-sitter the better one is asked anew when things change") {
  std::string once = kJson;
  once.erase(once.find(':', once.find("\"birth\"")), 1);
  std::string twice = once;
  twice.insert(twice.find("\"staff\""), "[");
  Screen first, second, screen;
  const std::size_t all = parts(first.show(once)), most = parts(second.show(twice));
  REQUIRE(most > all / 2);
  CHECK(parts(screen.show(once)) == all);
  CHECK(parts(screen.show(twice)) == most);
  CHECK(parts(screen.show(once)) == all);
}

}  // namespace
}  // namespace emrlint::lsp_test
