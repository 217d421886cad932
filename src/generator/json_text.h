// SPDX-License-Identifier: Apache-2.0
// Indented JSON from the types of the model. What is empty or unknown is left out.
#ifndef EMRLINT_GENERATOR_JSON_TEXT_H_
#define EMRLINT_GENERATOR_JSON_TEXT_H_

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "model/fact.h"

namespace emrlint {

class JsonText {
 public:
  JsonText() { json_.SetIndent(' ', 2); }
  std::string result() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

  void key(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void string(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    string(value);
  }
  void text(std::string_view name, const Text& value) { text(name, value.value); }
  void flag(std::string_view name, bool value) {
    key(name);
    json_.Bool(value);
  }
  void integer(std::string_view name, int value) {
    key(name);
    json_.Int(value);
  }
  // A number as it was written.
  void number(std::string_view name, std::string_view digits) {
    if (digits.empty()) return;
    key(name);
    json_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }
  void time(std::string_view name, const std::optional<Located<Time>>& value) {
    if (value) text(name, to_iso(value->value));
  }
  void time(std::string_view name, const TimeFact& value) {
    if (value.known()) text(name, to_iso(value.value()));
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
  template <typename T, typename Write>
  void list(std::string_view name, const std::vector<T>& values, Write write) {
    if (values.empty()) return;
    array(name, [&] {
      for (const T& value : values) write(value);
    });
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_JSON_TEXT_H_
