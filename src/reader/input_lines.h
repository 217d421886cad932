// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_INPUT_LINES_H_
#define EMRLINT_READER_INPUT_LINES_H_

#include <cstdint>
#include <optional>
#include <string>

#include "reader/input.h"
#include "source/byte_stream.h"

namespace emrlint {

// The lines of an NDJSON stream as units of work, blank ones passed over. Holds one line and one
// block of the stream. A line over the limit and a stream that breaks off are units of a problem.
class InputLines {
 public:
  InputLines(ByteStream stream, std::string path, std::string uri, std::uint64_t max_line);

  std::optional<WorkUnit> next();

 private:
  bool fill();
  WorkUnit take(std::size_t end);
  void skip_rest_of_line();
  WorkUnit problem(Problem::Kind kind, std::string id, Error error) const;

  ByteStream stream_;
  std::string path_, uri_;
  std::uint64_t max_line_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t dropped_ = 0;  // Bytes before the buffer; kNowhere of a decoded stream.
  std::uint32_t line_ = 1;
  bool ended_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_READER_INPUT_LINES_H_
