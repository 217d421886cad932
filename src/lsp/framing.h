// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_FRAMING_H_
#define EMRLINT_LSP_FRAMING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace emrlint::lsp {

// Takes a stream of bytes apart into messages: a header with Content-Length, an empty line, that
// many bytes. Bytes may come in pieces of any size. A header without a length, and one over the
// limit, are passed over to the next empty line; what follows is taken for a header again.
class FrameReader {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{1} << 30;

  void feed(std::string_view bytes) { buffer_.append(bytes); }
  // The body of the next message that is there as a whole.
  std::optional<std::string> next();

 private:
  bool read_header();

  std::string buffer_;
  std::size_t at_ = 0;                 // What was used of the buffer.
  std::optional<std::size_t> length_;  // Of the body that is waited for.
};

// The body with its header.
std::string frame(std::string_view body);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_FRAMING_H_
