// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_REOPEN_H_
#define EMRLINT_READER_REOPEN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader/input.h"
#include "source/byte_stream.h"

namespace emrlint {

// Where a unit of work came from: enough to read it again, in another process too.
struct UnitPlace {
  std::vector<std::string> paths;
  std::optional<std::uint64_t> line_at;  // As InputFile has it.
  std::uint32_t first_line = 1;
  bool folder = false, gaps = false, bulk = false;

  friend bool operator==(const UnitPlace&, const UnitPlace&) = default;
};

UnitPlace place_of(const WorkUnit& unit);

// Opens units of a run again. Lines of one file are best asked for in their order: a compressed
// file has to be unpacked from its beginning for a line before the last one. Whether what is there
// now is what was there then is for the caller to find out.
class Reopener {
 public:
  explicit Reopener(std::uint64_t max_bytes) : max_bytes_(max_bytes) {}

  // None where nothing can be read: no file, a pipe, a line behind the end or over the limit.
  std::optional<WorkUnit> open(const UnitPlace& place);

 private:
  std::optional<std::string> line(const std::string& path, std::uint64_t at);
  std::optional<std::string> line_of_disk(const std::string& path, std::uint64_t at) const;
  bool skip_to(std::uint64_t at);

  std::uint64_t max_bytes_;
  std::string path_;                  // Of the stream.
  std::optional<ByteStream> stream_;  // A compressed file of lines,
  std::uint64_t position_ = 0;        // and how far it was read.
};

}  // namespace emrlint

#endif  // EMRLINT_READER_REOPEN_H_
