// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_MESSAGE_H_
#define EMRLINT_CHECK_MESSAGE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/time.h"
#include "model/document_types.h"
#include "model/surgery.h"
#include "model/person.h"
#include "model/section_types.h"

namespace emrlint {

// A message template with {0}, {1}, ... in it. Construction fails to compile unless the text uses
// each of the Count arguments, and no other.
template <std::size_t Count>
struct Template {
  consteval Template(const char* s) : text(s) {  // NOLINT(google-explicit-constructor)
    bool used[Count + 1] = {};
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
      if (at + 2 >= text.size() || text[at + 2] != '}') throw "a placeholder is {digit}";
      const std::size_t index = static_cast<std::size_t>(text[at + 1] - '0');
      if (index >= Count) throw "a placeholder has no argument";
      used[index] = true;
    }
    for (std::size_t i = 0; i < Count; ++i) {
      if (!used[i]) throw "an argument is never used";
    }
  }

  std::string_view text;
};

// What the catalog, the docs and SARIF know of a message.
struct MessageInfo {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};

// One sentence a check can say, in both languages. The id names the sentence in SARIF
// ("periop-preop-discussion/unsigned") and never changes.
template <typename... Args>
struct Message {
  std::string_view id;
  Template<sizeof...(Args)> zh;
  Template<sizeof...(Args)> en;

  constexpr operator MessageInfo() const { return {id, zh.text, en.text}; }  // NOLINT
};

// A name, an id or narrative of the patient or staff: masked in output unless --snippets full.
struct Personal {
  std::string_view text;
};

// An argument as it is printed, in both languages.
struct Argument {
  std::string zh;
  std::string en;
  bool personal = false;
};

Argument to_argument(std::string_view text);
Argument to_argument(Personal text);
Argument to_argument(int number);
Argument to_argument(const Time& time);
Argument to_argument(Duration duration);
Argument to_argument(DocType type);
Argument to_argument(SectionType type);
Argument to_argument(Title title);
Argument to_argument(Role role);
Argument to_argument(Sex sex);
Argument to_argument(Bilingual text);
// Name and start: “腹腔镜下胆囊切除术”（2024-03-03 09:05）.
Argument to_argument(const Surgery& surgery);

// The template with its arguments filled in; personal ones as "***" when `mask` is set.
std::string format_message(std::string_view text, const Argument* arguments, std::size_t count,
                           Lang lang, bool mask);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_MESSAGE_H_
