// SPDX-License-Identifier: Apache-2.0
// What a doctor sees while a text is broken for a moment is what he saw before.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lsp/lsp_client.h"
#include "lsp/random_edit.h"

namespace emrlint::lsp_test {
namespace {

namespace fs = std::filesystem;

using Findings = std::multiset<std::string>;  // The ids of what is shown.

Findings shown(const LspClient& client, const std::string& uri) {
  Findings ids;
  const auto found = client.diagnostics.find(uri);
  if (found == client.diagnostics.end()) return ids;
  for (const Value& one : found->second["diagnostics"].GetArray()) {
    ids.insert(one["code"].GetString());
  }
  return ids;
}

bool broken(const Findings& findings) {
  return findings.count("xml-syntax") + findings.count("json-syntax") > 0;
}

// Of texts that one edit broke.
struct Count {
  std::size_t texts = 0;
  std::size_t findings = 0;  // Before the edits,
  std::size_t lost = 0;      // of which were no longer shown.
  std::size_t false_in = 0;  // Texts with a finding that was not there before.
};

// Breaks a text on the screen by `edits` edits, each taken back before the next.
void count_edits(const fs::path& path, std::size_t edits, std::mt19937_64& random, Count& count) {
  const std::string uri = uri_of(path), text = file_text(path);
  LspClient client;
  client.start("utf-8", R"({"now":null,"acrossCharts":"off"})");
  client.open(uri, text);
  const Findings before = shown(client, uri);
  if (broken(before)) return;
  for (std::size_t i = 0; i < edits; ++i) {
    const RandomEdit edit = random_edit(text, random);
    client.edit(uri, edit.begin, edit.end, edit.with);
    Findings now = shown(client, uri);
    if (broken(now)) {
      now.erase("xml-syntax");
      now.erase("json-syntax");
      std::vector<std::string> lost, more;
      std::set_difference(before.begin(), before.end(), now.begin(), now.end(),
                          std::back_inserter(lost));
      std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                          std::back_inserter(more));
      ++count.texts;
      count.findings += before.size();
      count.lost += lost.size();
      count.false_in += more.empty() ? 0 : 1;
    }
    const std::string_view old = std::string_view(text).substr(edit.begin, edit.end - edit.begin);
    client.edit(uri, edit.begin, edit.begin + edit.with.size(), old);
    REQUIRE(client.texts.at(uri) == text);
  }
  CHECK(shown(client, uri) == before);
}

TEST_CASE("half-typed texts keep their findings, and hardly ever have others") {
  std::mt19937_64 random(3);  // NOLINT(cert-msc51-cpp): the same on every run.
  for (const std::string extension : {".xml", ".json"}) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator("fixtures/charts")) {
      if (entry.path().extension() == extension) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    Count count;
    const std::size_t edits = 600 / paths.size() + 1;
    for (const fs::path& path : paths) count_edits(path, edits, random, count);
    MESSAGE(extension << ": " << count.texts << " broken texts, " << count.findings
                      << " findings, of which lost " << count.lost << "; a false one in "
                      << count.false_in);
    CHECK(count.texts > 200);
    CHECK(count.lost * 100 < count.findings);
    CHECK(count.false_in * 50 < count.texts);
  }
}

}  // namespace
}  // namespace emrlint::lsp_test
