// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_INPUT_H_
#define EMRLINT_READER_INPUT_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reader/batch.h"

namespace emrlint {

// One file of a unit of work. `text` is set for what can't be opened again (a line, stdin) and for
// what planning has read already.
struct InputFile {
  std::string path;
  std::string uri;
  std::optional<std::string> text;  // Bytes as they came; decoded when read.
  std::uint32_t first_line = 1;
  std::uint64_t size = 0;           // On disk; 0 where unknown.
  // Of a line of a file: where it begins, in unpacked bytes; kNowhere where nobody can tell.
  std::optional<std::uint64_t> line_at;

  static constexpr std::uint64_t kNowhere = ~std::uint64_t{0};
};

// What belongs together and becomes one Batch.
struct WorkUnit {
  std::vector<InputFile> files;
  std::vector<Problem> problems;  // Already known while planning: an unreadable folder.
  bool folder = false;            // The files came out of one folder.
  bool gaps = false;              // A record beside them could not be read at all.
  bool bulk = false;              // A FHIR bulk export: resources refer to each other over files.

  std::uint64_t size() const;
};

struct InputOptions {
  std::vector<std::string> paths;  // Files, folders, "-" for stdin.
  std::string stdin_filename = "stdin";
  Limits limits;
  unsigned jobs = 1;  // Threads that look at the files of a folder; 0 for as many as allowed.
  // Called with the files of a folder, or one by itself, before they are opened: gives their units
  // where they are known without. None: they are opened.
  std::function<std::optional<std::vector<WorkUnit>>(const std::vector<std::string>&)> look_at;
};

// Yields the units of work of a run, in a deterministic order: paths as given, inside a folder
// files by name in byte order, then its subfolders. The documents of a stay must lie in one folder;
// there they are grouped by what their first kilobytes say of the stay and the patient. Chart
// NDJSON gives one unit a line and is never held whole. Memory grows with the largest folder only.
// Hidden files, and files in a folder that are no record, are skipped.
class Inputs {
 public:
  explicit Inputs(InputOptions options);
  ~Inputs();
  Inputs(Inputs&&) noexcept;
  Inputs& operator=(Inputs&&) noexcept;

  // The next unit; empty at the end. One thread at a time.
  std::optional<WorkUnit> next();

  // Files of folders that were passed over because they are no record, so far.
  std::uint64_t skipped() const;
  // The first few of them, for a note.
  const std::vector<std::string>& skipped_examples() const;

 private:
  class Planner;
  std::unique_ptr<Planner> planner_;
};

// Reads and builds what a unit holds. Never throws; what can't be read is a problem of the batch.
// Thread-safe.
Batch read_unit(WorkUnit unit, const Limits& limits);

}  // namespace emrlint

#endif  // EMRLINT_READER_INPUT_H_
