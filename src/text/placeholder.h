// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_PLACEHOLDER_H_
#define EMRLINT_TEXT_PLACEHOLDER_H_

#include <cstddef>
#include <string_view>

namespace emrlint {

// Bytes [from, to) of a text that are a placeholder of a template; empty when there is none.
struct PlaceholderMatch {
  std::size_t from = 0;
  std::size_t to = 0;
  explicit operator bool() const { return from < to; }
};

// The first unmistakable placeholder in the value of an item called `name`: the item's own name or
// its definition ("对患者术中用药情况的描述") as the whole value, [未填写], XXX, ___, {name}, null,
// undefined. Two X are a mask of a name, not a placeholder.
PlaceholderMatch find_placeholder(std::string_view text, std::string_view name);

// The same in the name of a person, where the word of a role (医师, 手术者签名) is one as well.
PlaceholderMatch find_name_placeholder(std::string_view text);

// Whether the whole value is a label of the template (医务人员编号): for identifiers and names of
// organisations, which may be masked with any number of X.
PlaceholderMatch find_label(std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_TEXT_PLACEHOLDER_H_
