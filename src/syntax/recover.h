// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_SYNTAX_RECOVER_H_
#define EMRLINT_SYNTAX_RECOVER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace emrlint {

// Bytes [begin, end) of a text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Finds whole elements in an XML text that pugixml rejects, by tree-sitter's parse of it. Slow and
// hungry for memory (about 50 bytes for each of the text): for broken documents only.
class XmlRecovery {
 public:
  // Longer texts, and those nested some sixty levels deep, are not looked at: nothing is found in
  // them.
  static constexpr std::size_t kMaxBytes = 4u * 1024 * 1024;

  explicit XmlRecovery(std::string_view text);
  ~XmlRecovery();
  XmlRecovery(const XmlRecovery&) = delete;
  XmlRecovery& operator=(const XmlRecovery&) = delete;

  // The outermost elements with one of these names (a namespace prefix aside) that begin in
  // [from, to) and are well-formed, in the order of the text.
  std::vector<TextRange> elements(std::uint32_t from, std::uint32_t to,
                                  std::span<const std::string_view> names) const;

 private:
  struct Tree;

  std::string_view text_;
  std::unique_ptr<Tree> tree_;
};

}  // namespace emrlint

#endif  // EMRLINT_SYNTAX_RECOVER_H_
