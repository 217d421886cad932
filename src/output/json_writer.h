// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_JSON_WRITER_H_
#define EMRLINT_OUTPUT_JSON_WRITER_H_

#include <rapidjson/writer.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "base/lang.h"

namespace emrlint {

// RapidJSON's idea of a stream over a std::ostream, with a buffer of its own.
class JsonStream {
 public:
  using Ch = char;
  explicit JsonStream(std::ostream& out) : out_(out) {}
  ~JsonStream() { write_out(); }
  JsonStream(const JsonStream&) = delete;
  JsonStream& operator=(const JsonStream&) = delete;

  void Put(char c) {
    if (size_ == buffer_.size()) write_out();
    buffer_[size_++] = c;
  }
  void Flush() {}
  void write(std::string_view text);
  // The text as a JSON string, in its quotes.
  void write_quoted(std::string_view text);
  void write_out() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(size_));
    size_ = 0;
  }

 private:
  std::ostream& out_;
  std::array<char, 1 << 16> buffer_;
  std::size_t size_ = 0;
};

// RapidJSON's writer, which puts strings out by whole runs.
class RunWriter : public rapidjson::Writer<JsonStream> {
 public:
  using Writer::Writer;
  void text(std::string_view value) {
    Prefix(rapidjson::kStringType);
    os_->write_quoted(value);
    EndValue(true);
  }
};

// Writes JSON as it comes. Each kind of value has a name of its own: an overloaded "member" would
// take a char pointer for a boolean. Bytes that are not UTF-8 are written as U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : stream_(out), writer_(stream_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void begin_object(std::string_view name) { key(name), begin_object(); }
  void begin_array(std::string_view name) { key(name), begin_array(); }
  void key(std::string_view name) { writer_.text(name); }

  void text(std::string_view value);
  void number(std::uint64_t value) { writer_.Uint64(value); }
  void text(std::string_view name, std::string_view value) { key(name), text(value); }
  void number(std::string_view name, std::uint64_t value) { key(name), number(value); }
  // Shortest form that reads back as the same; null for what is no number.
  void decimal(std::string_view name, double value);
  void both(std::string_view name, Bilingual value) {
    begin_object(name), text("zh", value.zh), text("en", value.en), end_object();
  }
  void flag(std::string_view name, bool value) { key(name), writer_.Bool(value); }

  // A value that another writer made.
  void made(std::string_view json) {
    writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  }
  void made(std::string_view name, std::string_view json) { key(name), made(json); }
  // Members or items that another writer made, commas and all.
  void raw(std::string_view text) { stream_.write(text); }
  // A line end between two values: readable, and without meaning to a parser.
  void line() { stream_.Put('\n'); }
  // Ends a document; the next value starts another one.
  void end_document() { line(), writer_.Reset(stream_); }
  void flush() { stream_.write_out(); }

 private:
  JsonStream stream_;
  RunWriter writer_;
};

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_JSON_WRITER_H_
