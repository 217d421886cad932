// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_COPIES_ACROSS_H_
#define EMRLINT_CLI_COPIES_ACROSS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/keyed_hash.h"
#include "cli/command.h"
#include "cli/output_options.h"
#include "cli/run_options.h"
#include "cli/store_options.h"
#include "output/copies_across_sink.h"

namespace emrlint {

// emrlint copies --across, --store and --where: copies between charts instead of within them.
class CopiesAcross {
 public:
  explicit CopiesAcross(const Context& context) : context_(context) {}

  // The options; where one of them is used, paths need not be.
  void add(CLI::App& command);
  bool asked() const {
    return across_ || !where_.empty() || !store_.folder.empty() || !store_.runs.empty() ||
           !against_.empty() || !key_file_.empty();
  }
  // Does the work and returns the exit code. `least`: characters that were asked for, 0 for as many
  // as are by default.
  int run(const RunFlags& run, const OutputFlags& output, unsigned least);

 private:
  void add_store(CLI::App& command, const std::string& group);
  std::optional<Error> problem(const RunFlags& run);
  std::optional<Error> read_key();
  int with_outputs(const RunFlags& run, const OutputFlags& output);
  Result<IndexedRun> index(const RunFlags& run);
  std::optional<Error> find(const IndexedRun& indexed);
  std::optional<Error> find_where();
  Result<std::string> text_asked_for() const;

  const Context& context_;
  bool across_ = false;
  std::string where_, key_file_;
  std::vector<std::string> against_;
  StoreOptions store_;
  FindSettings settings_;
  std::uint32_t most_ = 100;
  std::optional<KeyedHash> key_;
  std::vector<CopiesAcrossSink*> sinks_;  // Of the outputs.
  bool temporary_ = false;                // The store is for this call alone.
  bool incomplete_ = false;               // Something was not read, or not verified.
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_COPIES_ACROSS_H_
