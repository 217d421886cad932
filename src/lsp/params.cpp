// SPDX-License-Identifier: Apache-2.0
#include "lsp/params.h"

#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

std::optional<TextPosition> to_position(const rapidjson::Value* value) {
  if (value == nullptr) return std::nullopt;
  const rapidjson::Value* const line = member(*value, "line");
  const rapidjson::Value* const character = member(*value, "character");
  if (line == nullptr || character == nullptr) return std::nullopt;
  if (!line->IsUint() || !character->IsUint()) return std::nullopt;
  return TextPosition{line->GetUint(), character->GetUint()};
}

}  // namespace

const rapidjson::Value* at(const rapidjson::Value& value, std::initializer_list<const char*> path) {
  const rapidjson::Value* found = &value;
  for (const char* const name : path) {
    found = member(*found, name);
    if (found == nullptr) return nullptr;
  }
  return found;
}

std::string text_of(const rapidjson::Value& value, std::initializer_list<const char*> path) {
  const rapidjson::Value* const found = at(value, path);
  if (found == nullptr || !found->IsString()) return {};
  return {found->GetString(), found->GetStringLength()};
}

bool flag_of(const rapidjson::Value& value, std::initializer_list<const char*> path) {
  const rapidjson::Value* const found = at(value, path);
  return found != nullptr && found->IsTrue();
}

std::string document_uri(const rapidjson::Value& params) {
  return text_of(params, {"textDocument", "uri"});
}

std::int64_t document_version(const rapidjson::Value& params) {
  const rapidjson::Value* const version = at(params, {"textDocument", "version"});
  return version != nullptr && version->IsInt64() ? version->GetInt64() : 0;
}

std::optional<TextPosition> position_of(const rapidjson::Value& params, const char* name) {
  return to_position(member(params, name));
}

std::optional<TextRange> range_of(const rapidjson::Value& params, const char* name) {
  const rapidjson::Value* const range = member(params, name);
  if (range == nullptr) return std::nullopt;
  const auto start = position_of(*range, "start"), end = position_of(*range, "end");
  if (!start || !end) return std::nullopt;
  return TextRange{*start, *end};
}

}  // namespace emrlint::lsp
