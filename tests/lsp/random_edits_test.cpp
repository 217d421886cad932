// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "lsp/batch_findings.h"
#include "lsp/lsp_client.h"
#include "lsp/random_edit.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

std::uint64_t setting(const char* name, std::uint64_t fallback) {
  const char* const value = std::getenv(name);
  return value == nullptr ? fallback : std::strtoull(value, nullptr, 10);
}

// Types, deletes and pastes at random places, also halves of tags and strings.
class Typist {
 public:
  Typist(LspClient& client, std::string uri, std::uint64_t seed)
      : client_(client), uri_(std::move(uri)), original_(client.texts.at(uri_)), random_(seed) {}

  void edit() {
    if (random_() % 12 == 0) return restore();
    const RandomEdit edit = random_edit(client_.texts.at(uri_), random_);
    client_.edit(uri_, edit.begin, edit.end, edit.with);
  }

  void restore() { client_.edit(uri_, 0, client_.texts.at(uri_).size(), original_); }

 private:
  LspClient& client_;
  std::string uri_;
  const std::string original_;
  std::mt19937_64 random_;
};

std::vector<std::string> lines(const LspClient& client) {
  std::vector<std::string> found;
  for (const auto& one : client.diagnostics) {
    for (const Value& diagnostic : one.second["diagnostics"].GetArray()) {
      found.push_back(line_of(one.first, diagnostic));
    }
  }
  return sorted(found);
}

using Texts = std::map<std::string, std::string>;  // By URI.

void open_all(LspClient& client, const Texts& texts) {
  client.start("utf-32", R"({"now":null,"lang":"en"})");
  for (const auto& one : texts) client.open(one.first, one.second);
}

// What a server that never saw the edits says of the same texts.
std::vector<std::string> fresh_lines(const Texts& texts) {
  LspClient client;
  open_all(client, texts);
  return lines(client);
}

// Types into the document of that URI, the others being open beside it.
void type_into(const std::string& uri, const Texts& texts, std::uint64_t edits) {
  const std::uint64_t seed = setting("EMRLINT_SEED", 1);
  LspClient client;
  open_all(client, texts);
  const std::vector<std::string> before = lines(client);
  Typist typist(client, uri, seed);
  for (std::uint64_t i = 1; i <= edits; ++i) {
    typist.edit();
    if (i % 7 == 0) client.pause();
    if (i % 25 != 0 && i != edits) continue;
    client.pause();
    // What a half-typed text lacks is told by what it had before, which the other never saw.
    const std::vector<std::string> fresh = fresh_lines(client.texts);
    const bool broken = std::any_of(fresh.begin(), fresh.end(), [](const std::string& line) {
      return line.find("-syntax ") != std::string::npos;
    });
    CAPTURE(i);
    if (!broken) REQUIRE(lines(client) == fresh);
  }
  typist.restore();
  client.pause();
  CHECK(lines(client) == before);
}

void type_into(const fs::path& folder, const std::string& name, std::uint64_t edits) {
  const std::string uri = uri_of(folder / name);
  type_into(uri, {{uri, file_text(folder / name)}}, edits);
}

TEST_CASE("random edits leave what a fresh check of the text says") {
  const std::uint64_t edits = setting("EMRLINT_EDITS", 400) / 4;
  const fs::path charts = "fixtures/charts";
  type_into(charts / "medical-stay-xml-broken", "d02-C0034.xml", edits);
  type_into(charts / "medical-stay-broken", "chart.json", edits);
  const fs::path bundle = charts / "medical-stay-fhir-broken";
  type_into(bundle, fs::directory_iterator(bundle)->path().filename().string(), edits);
  type_into("fixtures/formats/ccda", "operative-note.xml", edits);
}

// The chart under the name of somebody else.
std::string of_another_patient(std::string text) {
  const std::pair<std::string_view, std::string_view> changes[] = {
      {"李四", "钱𠮷五"}, {"P100001", "P100002"}, {"ZY20240408-0001", "ZY20240408-0002"}};
  for (const auto& [from, to] : changes) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

// All documents of the chart in one folder, and those of another patient in another one.
Texts two_charts(const fs::path& chart, const fs::path& folder) {
  Texts texts;
  for (const auto& entry : fs::directory_iterator(chart)) {
    const std::string text = file_text(entry.path()), name = entry.path().filename().string();
    texts[uri_of(folder / "own" / name)] = text;
    texts[uri_of(folder / "other" / name)] = of_another_patient(text);
  }
  return texts;
}

void type_beside_another(const std::string& chart, const std::string& name, std::uint64_t edits) {
  const TemporaryFolder folder;
  const Texts texts = two_charts(fs::path("fixtures/charts") / chart, folder.path());
  const auto across = [](const std::string& line) {
    return line.find(" duplication-other-patient-narrative ") != line.npos;
  };
  const std::vector<std::string> said = fresh_lines(texts);
  CHECK(std::any_of(said.begin(), said.end(), across));
  for (const char* const whose : {"own", "other"}) {
    type_into(uri_of(folder.path() / whose / name), texts, edits);
  }
}

TEST_CASE("random edits beside the chart of another patient") {
  const std::uint64_t edits = setting("EMRLINT_EDITS", 400) / 4;
  type_beside_another("medical-stay-broken", "chart.json", edits);
  type_beside_another("medical-stay-xml-broken", "d02-C0034.xml", edits);
}

}  // namespace
}  // namespace emrlint::lsp_test
