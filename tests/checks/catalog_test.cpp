// SPDX-License-Identifier: Apache-2.0
// What holds for every check of the catalog, whoever wrote it.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "base/embedded.h"
#include "check/native.h"
#include "codes/coding_system.h"
#include "config/glob.h"
#include "rule/catalog.h"
#include "syntax/toml.h"
#include "testing/run_fixture.h"

namespace emrlint {
namespace {

const Catalog& catalog() {
  static const Catalog kCatalog = [] {
    auto built_in = Catalog::built_in();
    REQUIRE_MESSAGE(built_in.ok(), (built_in.ok() ? "" : built_in.error().en));
    return std::move(*built_in);
  }();
  return kCatalog;
}

bool kebab_case(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool filled(const Bilingual& text) { return !text.zh.empty() && !text.en.empty(); }

enum class Status { kRead, kExcerpt, kLocal, kUnconfirmed };
using enum Status;

const std::map<std::string_view, Status> kSources = {
#define EMRLINT_SOURCE(key, zh, en, number, status) {key, status},
#include "check/sources.def"
#undef EMRLINT_SOURCE
};

std::set<std::string_view> placeholders(std::string_view text) {
  std::set<std::string_view> found;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    found.insert(text.substr(at, 3));
  }
  return found;
}

TEST_CASE("a rule that is no check says why") {
  std::string_view before;
  for (const Unbuilt& rule : unbuilt_rules()) {
    CAPTURE(rule.id);
    CHECK(kebab_case(rule.id));
    CHECK(before < rule.id);
    CHECK(filled(rule.reason));
    CHECK(catalog().find(rule.id) == nullptr);
    CHECK(find_unbuilt(rule.id) == &rule);
    before = rule.id;
  }
  CHECK(find_unbuilt("signature-missing") == nullptr);
}

TEST_CASE("the catalog holds native checks and rules, each once") {
  std::set<std::string_view> ids, kinds;
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    CHECK(kebab_case(entry.info.id));
    CHECK(ids.insert(entry.info.id).second);
    CHECK(entry.origin == "built-in");
    kinds.insert(entry.kind);
  }
  CHECK(kinds.contains("native"));
  CHECK(kinds.contains("deadline"));
}

TEST_CASE("a check has its logic, and across charts what its findings allow") {
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    const bool across = entry.kind == "across-charts";
    CHECK(across != static_cast<bool>(entry.run));
    CHECK(across == (entry.emit != nullptr));
    CHECK(across == (entry.judge != nullptr));
    if (!across) continue;
    CHECK(entry.info.needs.empty());       // Not asked for: the chart is gone.
    CHECK(entry.info.supersedes.empty());  // What was written before is written.
  }
}

TEST_CASE("every card is complete in both languages") {
  for (const CatalogEntry& entry : catalog().entries()) {
    const CheckInfo& info = entry.info;
    CAPTURE(info.id);
    CHECK(filled(info.title));
    CHECK(filled(info.judged));
    CHECK(filled(info.exceptions));
    CHECK(filled(info.advice));
    CHECK(info.severity != Severity::kOff);
    CHECK_FALSE(info.basis.empty());
    CHECK_FALSE(info.messages.empty());
    for (const int system : info.core_systems) CHECK((system >= 1 && system <= 18));
    for (const OptionInfo& option : info.options) {
      CAPTURE(option.name);
      CHECK(filled({option.zh, option.en}));
    }
  }
}

TEST_CASE("every citation resolves, and an error stands on a text that was read") {
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    bool read = false;
    for (const Citation& citation : entry.info.basis) {
      CAPTURE(citation.source);
      const auto source = kSources.find(citation.source);
      REQUIRE(source != kSources.end());
      CHECK_FALSE(citation.article.empty());
      read = read || source->second == kRead;
    }
    if (entry.info.severity == Severity::kError) CHECK(read);
  }
}

TEST_CASE("both languages of a message say the same") {
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    std::set<std::string_view> ids;
    for (const MessageInfo& message : entry.info.messages) {
      CAPTURE(message.id);
      CHECK(kebab_case(message.id));
      CHECK(ids.insert(message.id).second);
      CHECK(filled({message.zh, message.en}));
      CHECK(placeholders(message.zh) == placeholders(message.en));
    }
  }
}

// The ids that a check supersedes, without "@detail".
std::vector<std::string_view> superseded_by(std::string_view id) {
  std::vector<std::string_view> ids;
  for (const std::string_view entry : catalog().find(id)->info.supersedes) {
    ids.push_back(entry.substr(0, entry.find('@')));
  }
  return ids;
}

bool reaches(std::string_view from, std::string_view to, std::set<std::string_view>& seen) {
  if (!seen.insert(from).second) return false;
  const auto next = superseded_by(from);
  return std::any_of(next.begin(), next.end(),
                     [&](std::string_view id) { return id == to || reaches(id, to, seen); });
}

TEST_CASE("what a check supersedes exists, and never leads back to it") {
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    for (const std::string_view id : superseded_by(entry.info.id)) {
      CAPTURE(id);
      REQUIRE(catalog().find(id) != nullptr);
    }
    std::set<std::string_view> seen;
    CHECK_FALSE(reaches(entry.info.id, entry.info.id, seen));
  }
}

// The patterns of each built-in profile.
std::map<std::string_view, std::vector<std::string>> profiles() {
  std::map<std::string_view, std::vector<std::string>> found;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("checks/profiles/")) continue;
    const Result<TomlValue> root = parse_toml(file.path, file.text);
    REQUIRE_MESSAGE(root.ok(), (root.ok() ? "" : root.error().en));
    const TomlMember* checks = root->member("checks");
    REQUIRE(checks != nullptr);
    for (const TomlValue& glob : checks->value.items) found[file.path].push_back(glob.text);
  }
  return found;
}

TEST_CASE("profiles name checks that exist, and every check is in one") {
  const auto all = profiles();
  CHECK(all.contains("checks/profiles/cn-national.toml"));
  CHECK(all.contains("checks/profiles/international.toml"));
  std::set<std::string_view> used;
  for (const auto& [path, globs] : all) {
    const auto& shown_path = path;
    CAPTURE(shown_path);
    for (const std::string& glob : globs) {
      CAPTURE(glob);
      bool fits = false;
      for (const CatalogEntry& entry : catalog().entries()) {
        if (!glob_match(glob, entry.info.id)) continue;
        fits = true;
        used.insert(entry.info.id);
      }
      CHECK(fits);
    }
  }
  for (const CatalogEntry& entry : catalog().entries()) {
    CAPTURE(entry.info.id);
    CHECK(used.contains(entry.info.id));
  }
}

std::string text_of_fixture(std::string_view id) {
  const std::string family(id.substr(0, id.find('-')));
  const std::string folder = family == "periop"  ? "perioperative"
                             : family == "match" ? "matching"
                                                 : family;
  std::ifstream file("fixtures/checks/" + folder + "/" + std::string(id) + ".test");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// That the annotations are what the linter says is the test "fixtures".
TEST_CASE("the fixture of every check has it fail, pass, and judge nothing") {
  for (const CatalogEntry& entry : catalog().entries()) {
    const std::string_view id = entry.info.id;
    CAPTURE(id);
    Fixture fixture(text_of_fixture(id));
    REQUIRE_FALSE(parse_fixture(id, fixture).has_value());
    int failing = 0, passing = 0, neither = 0;
    for (const FixtureCase& one : fixture.cases) {
      const bool fails = annotates_failure(one, id);
      const bool passes = annotates_pass(one, id);
      failing += fails ? 1 : 0;
      passing += passes && !fails ? 1 : 0;
      neither += !fails && !passes && !annotates_due(one, id) ? 1 : 0;
    }
    CHECK(failing > 0);
    CHECK(passing > 0);
    CHECK(neither > 0);
    for (const MessageInfo& message : entry.info.messages) {
      CAPTURE(message.id);
      const std::string name = "[" + std::string(id) + "/" + std::string(message.id) + "]";
      CHECK(fixture.text.find(name) != std::string::npos);
    }
  }
}

// Without the code tables of its fixture.
Tally judged_without_codes(const FixtureCase& fixture_case) {
  FixtureCase bare = fixture_case;
  std::erase_if(bare.documents, [](const FixtureDocument& document) {
    return find_coding_system(document.name.substr(0, document.name.find_first_of("/."))) !=
           nullptr;
  });
  const Result<CaseResult> result = run_case(catalog(), bare);
  REQUIRE(result.ok());
  return result->tally;
}

TEST_CASE("a check that needs code tables judges nothing without them") {
  int checks = 0, undecided = 0;
  for (const CatalogEntry& entry : catalog().entries()) {
    if (entry.info.needs_codes.empty()) continue;
    const std::string_view id = entry.info.id;
    CAPTURE(id);
    ++checks;
    Fixture fixture(text_of_fixture(id));
    REQUIRE_FALSE(parse_fixture(id, fixture).has_value());
    for (const FixtureCase& one : fixture.cases) {
      CAPTURE(one.name);
      const Tally tally = judged_without_codes(one);
      CHECK(tally.pass + tally.fail == 0);
      undecided += static_cast<int>(tally.undecided);
    }
  }
  CHECK(checks >= 6);
  CHECK(undecided >= checks);
}

}  // namespace
}  // namespace emrlint
