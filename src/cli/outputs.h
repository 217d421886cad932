// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CLI_OUTPUTS_H_
#define EMRLINT_CLI_OUTPUTS_H_

#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "output/sink.h"

namespace emrlint {

// A form of output that -f can name.
struct OutputForm {
  std::string name;
  std::function<std::unique_ptr<Sink>(std::ostream&, const Catalog&, OutputOptions)> make;
  // What it needs and the machine lacks, if so; empty for a form that needs nothing.
  std::function<std::optional<Error>()> missing = {};
};

// The forms of findings: text, json, sarif, csv, xlsx, junit, fhir.
std::vector<OutputForm> finding_forms();

// The sinks of a run: each -f FORM[=FILE], and the file of --write-waivers.
class Outputs {
 public:
  Outputs(const Catalog& catalog, OutputOptions options,
          std::vector<OutputForm> forms = finding_forms())
      : catalog_(catalog), options_(std::move(options)), forms_(std::move(forms)) {}

  // "text", "json=FILE" ...; at most one of them writes to stdout. Why it can't be used, if so.
  std::optional<Error> add(const std::string& format);
  std::optional<Error> add_waivers(const std::string& path, const Time& today);

  void begin();
  // As Receiver of a run has them.
  std::vector<std::string> render(const Batch& batch,
                                  const std::vector<ChartReport>& reports) const;
  void add(const Batch& batch, const std::vector<ChartReport>& reports,
           const std::vector<std::string>& rendered);
  // Ends all forms; an error when a file could not be written whole.
  std::optional<Error> end(const RunSummary& summary);

  bool stdout_used() const { return stdout_used_; }
  // Whether any form says where things stand in the structure of their files.
  bool with_paths() const;

 private:
  struct Output {
    std::string path;  // Empty for stdout.
    bool paths = false;
    std::unique_ptr<std::ofstream> file;
    std::unique_ptr<Sink> sink;
  };

  std::optional<Error> open(Output& output);

  const Catalog& catalog_;
  const OutputOptions options_;
  const std::vector<OutputForm> forms_;
  std::vector<Output> outputs_;
  bool stdout_used_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_CLI_OUTPUTS_H_
