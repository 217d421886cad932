// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_FINDING_LINES_H_
#define EMRLINT_REVIEW_FINDING_LINES_H_

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>

#include "base/result.h"

namespace emrlint::review {

// A line of `emrlint check -f json` as far as it is compared.
struct FindingLine {
  enum class Kind : std::uint8_t { kFinding, kUndecided };

  Kind kind = Kind::kFinding;  // Deadlines ahead are findings too.
  bool counts = true;          // Neither waived nor said by another finding.
  std::string check, message_id, chart, fingerprint, severity, message, path;
  std::uint64_t line = 0;
};

// Reads such a file; lines about other things are passed over.
class FindingLines {
 public:
  static Result<FindingLines> open(const std::string& path);

  // The next finding; nothing at the end. An error with path and line for what is no such line.
  Result<std::optional<FindingLine>> next();
  // Where the line begins that next() gave last.
  std::uint64_t offset() const { return offset_; }
  // The finding of the line that begins there.
  Result<std::optional<FindingLine>> at(std::uint64_t offset);

 private:
  FindingLines(std::string path, std::ifstream file)
      : path_(std::move(path)), file_(std::move(file)) {}

  std::string path_;
  std::ifstream file_;
  std::uint64_t offset_ = 0, next_ = 0, number_ = 0;
};

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_FINDING_LINES_H_
