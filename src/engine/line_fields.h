// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_ENGINE_LINE_FIELDS_H_
#define EMRLINT_ENGINE_LINE_FIELDS_H_

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "reader/batch.h"

// Records as lines: fields with tabs between them; "\t", "\n", "\r", "\0", "\p" and "\\" stand for
// a tab, line ends, a zero byte, a bar and a backslash, "\xHH" for a byte that is no UTF-8. Items
// of a list end in a bar.
namespace emrlint {

class LineWriter {
 public:
  void text(std::string_view value);
  void number(std::integral auto value) { plain(std::to_string(value)); }
  void list(const std::vector<std::string>& items);
  void time(const std::optional<Time>& value);  // "1709255520i+480", or nothing
  // Path, line, column, end line, end column, offset, length, logical path, its name, its kind.
  void site(const Site& site);
  // A field of another line as it stands there.
  void plain(std::string_view field);

  const std::string& line() const { return line_; }

 private:
  std::string line_;
  bool any_ = false;
};

inline constexpr std::size_t kSiteFields = 10;

// The fields of a line as they stand in it.
std::vector<std::string_view> split_fields(std::string_view line);
std::string text_of(std::string_view field);
std::vector<std::string> list_of(std::string_view field);
std::optional<Time> time_of(std::string_view field);
std::int64_t number_of(std::string_view field);  // 0 for what is none.
// From kSiteFields fields on.
Site site_of(const std::string_view* fields);

}  // namespace emrlint

#endif  // EMRLINT_ENGINE_LINE_FIELDS_H_
