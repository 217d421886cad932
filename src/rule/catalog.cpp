// SPDX-License-Identifier: Apache-2.0
#include "rule/catalog.h"

#include <algorithm>
#include <future>
#include <utility>
#include <vector>

#include "base/embedded.h"
#include "base/nearest.h"
#include "check/native.h"
#include "rule/rule_file.h"

namespace emrlint {
namespace {

// "admission-record" of family "timeliness": the first word of the id is the family.
std::string family_of(std::string_view id) {
  if (id.starts_with("front-page-")) return "front_page";
  std::string family(id.substr(0, id.find('-')));
  return family == "periop" ? "perioperative" : family == "match" ? "matching" : family;
}

Error exists_already(const std::string& where, const CatalogEntry& entry) {
  const std::string id(entry.info.id);
  return {where + ": 检查" + id + "已存在（" + entry.origin + "）",
          where + ": the check " + id + " exists already (" + entry.origin + ")",
          {}};
}

bool is_rule_file(std::string_view path) {
  return path.starts_with("checks/") && path.ends_with(".toml") &&
         !path.starts_with("checks/profiles/") && !path.starts_with("checks/sheets/") &&
         !path.starts_with("checks/coverage/") && !path.starts_with("checks/indicators/");
}

using RulesOfFile = Result<std::vector<Rule>>;

auto lower_bound(const std::vector<CatalogEntry>& entries, std::string_view id) {
  return std::lower_bound(
      entries.begin(), entries.end(), id,
      [](const CatalogEntry& entry, std::string_view wanted) { return entry.info.id < wanted; });
}

}  // namespace

struct Catalog::Storage {
  std::vector<std::unique_ptr<RuleCard>> cards;
};

Catalog::Catalog() : storage_(std::make_unique<Storage>()) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

Result<Catalog> Catalog::built_in() {
  Catalog catalog;
  for (const Check* check : native_checks()) {
    if (auto error = catalog.add_native(*check, std::string(kBuiltIn))) return *error;
  }
  std::vector<const EmbeddedFile*> files;
  for (const EmbeddedFile& file : embedded_files()) {
    if (is_rule_file(file.path)) files.push_back(&file);
  }
  // Half of the start of a run is reading them, so a second thread takes every other one.
  const auto read_from = [&files](std::size_t first) {
    std::vector<RulesOfFile> rules;
    for (std::size_t i = first; i < files.size(); i += 2) {
      rules.push_back(read_rule_file(std::string(files[i]->path), files[i]->text));
    }
    return rules;
  };
  std::future<std::vector<RulesOfFile>> odd = std::async(std::launch::async, read_from, 1);
  std::vector<RulesOfFile> halves[] = {read_from(0), odd.get()};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string path(files[i]->path);
    auto error = catalog.add_file(path, std::move(halves[i % 2][i / 2]), std::string(kBuiltIn));
    if (error) return *error;
  }
  return catalog;
}

std::optional<Error> Catalog::add(CatalogEntry entry, const std::string& where) {
  const auto place = lower_bound(entries_, entry.info.id);
  if (place != entries_.end() && place->info.id == entry.info.id) {
    return exists_already(where, *place);
  }
  entries_.insert(place, std::move(entry));
  return std::nullopt;
}

std::optional<Error> Catalog::add_native(const Check& check, std::string origin) {
  const std::string where = origin;
  const char* const kind = check.emit == nullptr ? "native" : "across-charts";
  return add({check.info, family_of(check.info.id), std::move(origin), kind, check.run, check.emit,
              check.judge},
             where);
}

std::optional<Error> Catalog::add_rules(std::string path, std::string text) {
  Result<std::vector<Rule>> rules = read_rule_file(path, text);
  return add_file(path, std::move(rules), path);
}

std::optional<Error> Catalog::add_file(const std::string& path, Result<std::vector<Rule>> rules,
                                       const std::string& origin) {
  if (!rules) return rules.error();
  for (Rule& rule : *rules) {
    const CheckInfo& info = rule.card->info;
    auto error = add({info, family_of(info.id), origin, rule.kind, std::move(rule.run)},
                     place_name(path, rule.place));
    if (error) return error;
    storage_->cards.push_back(std::move(rule.card));
  }
  return std::nullopt;
}

const CatalogEntry* Catalog::find(std::string_view id) const {
  const auto index = index_of(id);
  return index ? &entries_[*index] : nullptr;
}

std::optional<std::uint32_t> Catalog::index_of(std::string_view id) const {
  const auto place = lower_bound(entries_, id);
  if (place == entries_.end() || place->info.id != id) return std::nullopt;
  return static_cast<std::uint32_t>(place - entries_.begin());
}

std::string_view Catalog::nearest(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const CatalogEntry& entry : entries_) ids.push_back(entry.info.id);
  return emrlint::nearest(id, ids);
}

}  // namespace emrlint
