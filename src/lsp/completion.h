// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_COMPLETION_H_
#define EMRLINT_LSP_COMPLETION_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/lang.h"
#include "codes/code_tables.h"
#include "lsp/text_buffer.h"

namespace emrlint::lsp {

// What is being typed at an offset: the word before it, and whether it is to be a code.
struct TypedWord {
  std::size_t begin = 0;
  std::string_view word;
  bool code = false;  // The value of "code", as an attribute or a member.
};
TypedWord typed_word(std::string_view text, std::size_t offset);

// The result of textDocument/completion: codes of all tables that the word finds, by code, name or
// the initials of its pinyin. Where a code is typed the code is put in, and the display name of the
// same XML tag is set; elsewhere the name. The list is never complete: each letter asks again.
std::string code_completion(const TextBuffer& buffer, std::size_t offset, const CodeTables& tables,
                            Lang lang, PositionEncoding encoding);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_COMPLETION_H_
