// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_READ_BESIDE_H_
#define EMRLINT_DRAFT_READ_BESIDE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "draft/beside.h"

namespace emrlint::draft {

// What a new document is to stand beside, read from the disk.
struct ReadBeside {
  std::vector<std::unique_ptr<Batch>> batches;  // They own what `beside` points to.
  Beside beside;
  std::size_t batch = 0;  // The one that beside.file is of.
  std::string folder;
  std::string file;        // The path of the file that beside.text is of, empty without one.
  std::size_t charts = 0;  // Among which one was looked for; of several nothing is known.
};

// Beside a document, or in a folder; subfolders do not count. `wanted` is the one format to look
// for. What cannot be read is left out.
ReadBeside read_beside(const std::string& path, std::optional<Format> wanted);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_READ_BESIDE_H_
