// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_PARAMS_H_
#define EMRLINT_LSP_PARAMS_H_

#include <rapidjson/document.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

#include "lsp/text_buffer.h"

namespace emrlint::lsp {

// Members of the parameters of a message. What is absent or of another kind reads as nothing: a
// client that sends nonsense gets an empty answer, not the end of the server.

// The member that a path of names leads to; null where there is none.
const rapidjson::Value* at(const rapidjson::Value& value, std::initializer_list<const char*> path);
std::string text_of(const rapidjson::Value& value, std::initializer_list<const char*> path);
bool flag_of(const rapidjson::Value& value, std::initializer_list<const char*> path);
// textDocument.uri
std::string document_uri(const rapidjson::Value& params);
std::int64_t document_version(const rapidjson::Value& params);
std::optional<TextPosition> position_of(const rapidjson::Value& params, const char* name);
std::optional<TextRange> range_of(const rapidjson::Value& params, const char* name);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_PARAMS_H_
