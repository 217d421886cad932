// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SOURCE_DECOMPRESSOR_H_
#define EMRLINT_SOURCE_DECOMPRESSOR_H_

#include <cstddef>
#include <memory>
#include <string_view>

namespace emrlint {

// Unpacks one format piece by piece. Several members or frames in a row are one stream.
class Decompressor {
 public:
  virtual ~Decompressor() = default;
  // Unpacks from the front of `input`, which it shortens, into `buffer`; the number of bytes put
  // there. After damage failed() holds and nothing more comes.
  virtual std::size_t step(std::string_view& input, char* buffer, std::size_t size) = 0;
  virtual bool failed() const = 0;
  // Whether the input may end here.
  virtual bool at_boundary() const = 0;
  virtual const char* name() const = 0;
};

// For bytes that start like these; null for what is not compressed.
std::unique_ptr<Decompressor> make_decompressor(std::string_view first_bytes);

}  // namespace emrlint

#endif  // EMRLINT_SOURCE_DECOMPRESSOR_H_
