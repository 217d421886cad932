// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CONFIG_CONFIG_H_
#define EMRLINT_CONFIG_CONFIG_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "check/check.h"
#include "model/chart.h"
#include "rule/catalog.h"
#include "tables/tables.h"

namespace emrlint {

class CodeTable;  // codes/code_table.h

// An accepted finding. check, and chart or fingerprint, select; the rest justifies.
struct Waiver {
  std::string check, chart, subject, fingerprint;
  std::string reason, by;
  Time until;
  std::string origin;  // "emrlint.toml:12"
};

// How one check runs on one chart.
struct CheckSetting {
  bool enabled = false;
  Severity severity = Severity::kWarning;
  Options options;
};

// Where a value of the configuration came from, for `emrlint config`.
struct ConfigValue {
  std::string key;     // "check.timeliness-admission-record-24h.limit"
  std::string value;   // As TOML.
  std::string origin;  // "built-in profile cn-national", "hospital.toml:7", "default"
};

// [nightly]: what `emrlint nightly` works on. Paths are as the working folder sees them; what is
// not stated is empty.
struct NightlySettings {
  std::vector<std::string> paths;       // Of charts.
  std::vector<std::string> indicators;  // Files with sets of the hospital's own.
  std::string store, key, reports;
  std::optional<int> timeout;  // Seconds for one unit of work.
  std::optional<int> keep;     // Days after which runs that nothing rests on are removed.
};

// The settings of a run: profiles, hospital files and command line, resolved. Immutable.
// Profiles are data in checks/profiles; `extends` names built-in profiles or files.
class Config {
 public:
  Config();
  ~Config();
  Config(Config&&) noexcept;
  Config& operator=(Config&&) noexcept;

  // Reads a file that `extends` or the command line names; the text or why it can't be read.
  using ReadFile = std::function<Result<std::string>(const std::string& path)>;
  // Opens a code table that [codes] names; by default the file is mapped.
  using OpenCodes = std::function<Result<CodeTable>(const std::string& path)>;

  // With an empty `text` the profile follows the realm of each chart. Errors carry path, line and
  // column in their message, and "did you mean" for an unknown key or check.
  static Result<Config> load(const Catalog& catalog, std::string path, std::string text,
                             const ReadFile& read_file,
                             const OpenCodes& open_codes = nullptr);

  // The settings for one chart, by check index. Overrides apply by department, document type,
  // disease (diagnosis code prefix) and input path. Cached per distinct combination; the reference
  // lives as long as the configuration. Thread-safe.
  const std::vector<CheckSetting>& settings_for(const Chart& chart, std::string_view uri) const;
  // The profile that judges the chart: configured, else by its realm.
  std::string_view profile_for(const Chart& chart) const;

  const std::vector<Waiver>& waivers() const { return waivers_; }
  std::vector<ConfigValue> values() const;
  // The reference tables that [tables] names, and the code tables of [codes].
  const Tables& tables() const;

  std::optional<Time> as_of;
  std::optional<Stage> stage;
  std::optional<Time> today;        // For waivers that end; as_of when absent.
  std::vector<std::string> select;  // Command line: only these checks (globs), empty for all.
                                    // Set before the first chart.
  bool paper_checklists = false;    // [chart] paper = ["checklists"]
  std::vector<std::string> sheets;  // [score] sheets: built-in names, and files that can be read.
  NightlySettings nightly;

 private:
  struct Storage;
  std::vector<Waiver> waivers_;
  std::unique_ptr<Storage> storage_;
};

}  // namespace emrlint

#endif  // EMRLINT_CONFIG_CONFIG_H_
