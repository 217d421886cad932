// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_JSON_DRAFT_H_
#define EMRLINT_DRAFT_JSON_DRAFT_H_

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string>
#include <string_view>

namespace emrlint::draft {

// Indented JSON in which empty texts stand, as places to write in.
class JsonDraft {
 public:
  JsonDraft() { json_.SetIndent(' ', 2); }
  std::string take() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  // Left out where it is empty.
  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }
  // A value as it stands elsewhere.
  void made(std::string_view name, std::string_view json) {
    key(name);
    json_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  }
  template <typename Write>
  void object(Write write) {
    json_.StartObject();
    write();
    json_.EndObject();
  }
  template <typename Write>
  void object(std::string_view name, Write write) {
    key(name);
    object(write);
  }
  template <typename Write>
  void array(std::string_view name, Write write) {
    key(name);
    json_.StartArray();
    write();
    json_.EndArray();
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

// JSON without the blanks that stand outside of strings.
std::string compact(std::string_view json);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_JSON_DRAFT_H_
