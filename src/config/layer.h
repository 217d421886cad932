// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CONFIG_LAYER_H_
#define EMRLINT_CONFIG_LAYER_H_

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "rule/table_reader.h"
#include "tables/table_kind.h"

namespace emrlint {

// One value for one check: its severity, or one of its options.
struct Setting {
  std::uint32_t check = 0;  // Index in the catalog.
  std::optional<Severity> severity;
  std::string_view option;  // Name in the card, when it is no severity.
  OptionValue value;
  std::string origin;  // "hospital.toml:7"
};

// [[override]]: settings for some charts. Of each key that is there one entry must fit.
struct Override {
  std::vector<std::string> departments;  // Globs.
  std::vector<std::string> diseases;     // Beginnings of a diagnosis code.
  std::vector<DocType> documents;        // The chart holds one of that type.
  std::vector<std::string> paths;        // Globs on the input.
  std::vector<Setting> settings;
  std::string origin;

  bool fits(const Chart& chart, std::string_view uri) const;
};

// A text with the place that it came from.
struct Stated {
  std::string text;
  std::string origin;  // "hospital.toml:7"
  std::string place;   // "hospital.toml:7:12", for errors.
};

// [nightly] as one file has it.
struct StatedNightly {
  std::vector<Stated> paths, indicators;
  std::optional<Stated> store, key, reports;
  std::optional<int> timeout, keep;
  std::string timeout_origin, keep_origin;
};

// What one file says: emrlint.toml, a hospital's file, or a built-in profile.
struct Layer {
  std::string name;  // "cn-national", or the path.
  std::vector<Stated> extends;
  std::vector<Stated> checks;   // Globs: the checks that run.
  std::vector<Stated> disable;  // Globs: those that do not, after all.
  std::vector<Setting> settings;
  std::vector<Override> overrides;
  std::vector<Waiver> waivers;
  std::optional<Stated> paper;  // [chart] paper, as TOML.
  std::array<std::optional<Stated>, kTableCount> tables;  // [tables]: paths, by TableKind.
  std::vector<Stated> codes;           // [codes] files: paths.
  std::optional<Stated> codes_region;  // [codes] region
  std::vector<Stated> sheets;          // [score] sheets: built-in names and paths.
  StatedNightly nightly;
};

// Reads a file. Texts of options are kept in `texts`. In a built-in profile (a file that the
// program brings) a pattern may fit no check: the catalog of a test or of a plug-in need not hold
// them.
Result<Layer> read_layer(const Catalog& catalog, std::string path, std::string_view text,
                         std::deque<std::string>& texts, bool built_in = false);

}  // namespace emrlint

#endif  // EMRLINT_CONFIG_LAYER_H_
