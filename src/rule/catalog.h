// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_CATALOG_H_
#define EMRLINT_RULE_CATALOG_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/check.h"

namespace emrlint {

inline constexpr std::string_view kBuiltIn = "built-in";

// One check as the engine sees it, wherever it came from.
struct CatalogEntry {
  CheckInfo info;
  std::string family;  // Folder: "timeliness".
  std::string origin;  // kBuiltIn, or the path of the rule file or plug-in.
  std::string kind;    // "native", "across-charts", "deadline", "section" ...
  std::function<void(const Chart&, const Options&, Report&)> run;  // Empty across charts.
  EmitFunction emit = nullptr;    // Across charts: see check/check.h.
  JudgeFunction judge = nullptr;
};

struct Rule;

// All checks of a run, sorted by id. Owns what rule files and plug-ins bring.
class Catalog {
 public:
  Catalog();
  ~Catalog();
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;

  // The native checks and the rule files that are embedded in the program.
  static Result<Catalog> built_in();

  // Rule files of a hospital. `path` names the text in errors; a rule with the id of a known check
  // is an error.
  std::optional<Error> add_rules(std::string path, std::string text);
  // A plug-in library: see check/plugin.h.
  std::optional<Error> add_plugin(const std::string& path);
  std::optional<Error> add_native(const Check& check, std::string origin);

  const std::vector<CatalogEntry>& entries() const { return entries_; }
  const CatalogEntry* find(std::string_view id) const;
  std::optional<std::uint32_t> index_of(std::string_view id) const;
  // The known id nearest to an unknown one, for "did you mean"; empty if none is near.
  std::string_view nearest(std::string_view id) const;

 private:
  struct Storage;
  // `where` begins the message when there is such a check already.
  std::optional<Error> add(CatalogEntry entry, const std::string& where);
  std::optional<Error> add_file(const std::string& path, Result<std::vector<Rule>> rules,
                                const std::string& origin);

  std::vector<CatalogEntry> entries_;
  std::unique_ptr<Storage> storage_;
};

}  // namespace emrlint

#endif  // EMRLINT_RULE_CATALOG_H_
