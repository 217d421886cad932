// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_RULE_TABLE_READER_H_
#define EMRLINT_RULE_TABLE_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.h"
#include "base/nearest.h"
#include "base/result.h"
#include "base/time.h"
#include "syntax/toml.h"

namespace emrlint {

// The first thing that is wrong with a TOML file; later ones often follow from it.
class TomlErrors {
 public:
  explicit TomlErrors(std::string path) : path_(std::move(path)) {}

  // The sentence becomes "path:line:column: sentence".
  void add(TomlPlace place, const std::string& zh, const std::string& en);
  const std::string& path() const { return path_; }
  const std::optional<Error>& first() const { return first_; }

 private:
  std::string path_;
  std::optional<Error> first_;
};

// Reads one table key by key. Each getter checks the kind of the value, reports what is wrong, and
// then answers as if the key were absent; finish() reports the keys that nobody asked for.
class TableReader {
 public:
  TableReader(const TomlValue& table, TomlPlace place, TomlErrors& errors)
      : table_(table), place_(place), errors_(errors) {}

  bool has(std::string_view key) { return find(key) != nullptr; }
  // The value, or nullptr. A required key that is absent is an error.
  const TomlValue* find(std::string_view key);
  const TomlValue* require(std::string_view key);

  std::optional<std::string_view> text(std::string_view key);
  std::string_view required_text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<int> integer(std::string_view key);
  // A number with or without a fraction.
  std::optional<double> number(std::string_view key);
  // A text such as "24h", "7d", "30min".
  std::optional<Duration> duration(std::string_view key);
  // A list of texts; one text stands for a list of one.
  std::vector<const TomlValue*> texts(std::string_view key);
  std::optional<TableReader> table(std::string_view key);
  // The tables of a list, [[key]].
  std::vector<TableReader> tables(std::string_view key);

  // The place of a text in a vocabulary; an unknown word is an error with "did you mean".
  std::optional<std::size_t> word(const TomlValue& value, Bilingual what,
                                  std::span<const std::string_view> vocabulary);

  void fail(TomlPlace place, const std::string& zh, const std::string& en) {
    errors_.add(place, zh, en);
  }
  void finish();

  TomlPlace place() const { return place_; }
  const TomlValue& value() const { return table_; }
  TomlErrors& errors() { return errors_; }

 private:
  const TomlValue* find(std::string_view key, TomlKind kind);
  bool is(const TomlValue& value, TomlKind kind, std::string_view key);
  std::string named(std::string_view key) const { return prefix_ + std::string(key); }

  const TomlValue& table_;
  TomlPlace place_;
  TomlErrors& errors_;
  std::string prefix_;  // "title." inside a table of that name, for messages.
  std::vector<std::string_view> asked_;
};

}  // namespace emrlint

#endif  // EMRLINT_RULE_TABLE_READER_H_
