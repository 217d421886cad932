// SPDX-License-Identifier: Apache-2.0
// Charts that break off at many places: what could not be read is not said to be missing.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/lint.h"
#include "reader/readers.h"

namespace emrlint {
namespace {

namespace fs = std::filesystem;

struct NamedText {
  std::string name, text;
};

std::vector<NamedText> texts_of(const fs::path& folder) {
  std::vector<NamedText> texts;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    texts.push_back({entry.path().filename().string(),
                     {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  std::sort(texts.begin(), texts.end(),
            [](const NamedText& a, const NamedText& b) { return a.name < b.name; });
  REQUIRE_FALSE(texts.empty());
  return texts;
}

Batch read(const std::vector<NamedText>& texts) {
  std::vector<std::unique_ptr<SourceFile>> files;
  for (const NamedText& text : texts) {
    files.push_back(std::make_unique<SourceFile>(text.name, text.text));
  }
  return read_texts(std::move(files), Limits{}, texts.size() > 1);
}

// The failures of a batch, but for the one that says that a document is damaged.
std::set<std::string> failures(const Batch& batch) {
  static const Result<Catalog> catalog = Catalog::built_in();
  static const Result<Config> config = Config::load(*catalog, "", "", nullptr);
  std::set<std::string> found;
  for (const Chart& chart : batch.charts) {
    for (const Finding& finding : lint(*catalog, *config, chart).findings) {
      const std::string_view id = catalog->entries()[finding.check].info.id;
      const bool fails = finding.outcome.kind == OutcomeKind::kFail;
      if (!fails || id == "structure-unreadable") continue;
      // Without its id, which may be cut off: "surgery/s1".
      found.insert(std::string(id) + " on " + finding.subject.substr(0, finding.subject.find('/')));
    }
  }
  return found;
}

// Of a diagnosis whose code broke off the words are judged, which do not suit the patient's sex; as
// long as it has a code, that is.
bool true_besides(const std::string& failure) {
  return failure == "consistency-sex-text on document";
}

// Breaks off text `which` at `places` places evenly spread: nothing fails that did not before.
void check_cuts(std::vector<NamedText> texts, std::size_t which, std::size_t places) {
  const std::set<std::string> known = failures(read(texts));
  const std::string whole = texts[which].text;
  for (std::size_t i = 1; i < places; ++i) {
    texts[which].text = whole.substr(0, whole.size() * i / places);
    CAPTURE(texts[which].name);
    CAPTURE(texts[which].text.size());
    for (const std::string& failure : failures(read(texts))) {
      CHECK_MESSAGE((known.count(failure) == 1 || true_besides(failure)), failure);
    }
  }
}

// Takes away one mark of JSON at many places of a chart: nothing fails that did not before, where
// reading goes on behind the error too.
void check_damage(const NamedText& text, std::size_t places) {
  const std::set<std::string> known = failures(read({text}));
  for (std::size_t i = 1; i < places; ++i) {
    NamedText damaged = text;
    const std::size_t at = text.text.find_first_of("{}[]:,\"", text.text.size() * i / places);
    if (at == text.text.npos) return;
    damaged.text.erase(at, 1);
    CAPTURE(text.name);
    CAPTURE(at);
    const Batch batch = read({damaged});
    if (batch.problems.empty() || batch.problems.front().id != "json-syntax") continue;
    for (const std::string& failure : failures(batch)) {
      CHECK_MESSAGE((known.count(failure) == 1 || true_besides(failure)), failure);
    }
  }
}

std::vector<std::string> with_twins(std::vector<std::string> names) {
  for (std::size_t i = names.size(); i > 0; --i) names.push_back(names[i - 1] + "-broken");
  return names;
}

std::vector<std::string> charts_of_one_file() {
  return with_twins({"medical-stay", "elective-surgery", "level4-surgery", "death", "obstetric",
                     "day-surgery", "emergency-surgery", "outpatient", "medical-stay-fhir",
                     "elective-surgery-fhir"});
}

TEST_CASE("a chart of one file that breaks off") {
  for (const std::string& name : charts_of_one_file()) {
    CAPTURE(name);
    const std::vector<NamedText> texts = texts_of(fs::path("fixtures/charts") / name);
    REQUIRE(texts.size() == 1);
    check_cuts(texts, 0, 60);
  }
}

TEST_CASE("a chart of one file with a mark too few") {
  for (const std::string& name : charts_of_one_file()) {
    CAPTURE(name);
    check_damage(texts_of(fs::path("fixtures/charts") / name).front(), 100);
  }
}

TEST_CASE("a stay with one document that breaks off") {
  for (const std::string& name : with_twins({"medical-stay-xml", "elective-surgery-xml"})) {
    CAPTURE(name);
    const std::vector<NamedText> texts = texts_of(fs::path("fixtures/charts") / name);
    for (std::size_t i = 0; i < texts.size(); ++i) check_cuts(texts, i, 60);
  }
}

TEST_CASE("a stay with one document that cannot be read at all") {
  std::vector<NamedText> texts = texts_of("fixtures/charts/elective-surgery-xml");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<NamedText> others = texts;
    others[i].text = "<";
    CAPTURE(others[i].name);
    const std::set<std::string> found = failures(read(others));
    CHECK_MESSAGE(found.empty(), *found.begin());
  }
}

}  // namespace
}  // namespace emrlint
