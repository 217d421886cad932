// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "syntax/common_ends.h"
#include "syntax/mend.h"

namespace emrlint {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::size_t behind(std::string_view text, std::size_t at, std::string_view stop) {
  const std::size_t found = text.find(stop, at);
  return found == text.npos ? text.size() : found + stop.size();
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kBlanks, at), text.size());
}

std::size_t behind_json_token(std::string_view text, std::size_t at) {
  if (text[at] != '"') {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n{}[]:,\"", at), text.size());
    return std::max(end, at + 1);
  }
  for (++at; at < text.size() && text[at] != '"';) at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

std::size_t behind_xml_markup(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<!--")) return behind(text, at, "-->");
  if (rest.starts_with("<![CDATA[")) return behind(text, at, "]]>");
  if (rest.starts_with("<?")) return behind(text, at, "?>");
  while (at < text.size() && text[at] != '>') {
    const char quote = text[at++];
    if (quote == '"' || quote == '\'') at = behind(text, at, {&quote, 1});
  }
  return std::min(at + 1, text.size());
}

// Calls `visit` with places from `from` on where blanks part no words, with the blanks that stand
// there, and at last with the end. Stops when it says so.
template <typename Visit>
void each_place(std::string_view text, std::size_t from, Syntax syntax, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = behind_blanks(text, at);
    if (end >= from && visit(std::max(at, from), end)) return;
    at = end;
    if (at == text.size()) break;
    if (syntax == Syntax::kJson) {
      at = behind_json_token(text, at);
      continue;
    }
    const std::size_t markup = std::min(text.find('<', at), text.size());
    if (at < from && from <= markup && visit(markup, markup)) return;
    at = markup == text.size() ? markup : behind_xml_markup(text, markup);
  }
  visit(text.size(), text.size());
}

}  // namespace

std::optional<MendedText> mend_as_before(std::string_view text, std::string_view before,
                                         Syntax syntax) {
  const auto [front, back] = common_ends(text, before);
  std::size_t more = text.size() > before.size() ? text.size() - before.size() : 0;
  std::size_t less = text.size() > before.size() ? 0 : before.size() - text.size();
  MendedText mended;
  std::size_t done = 0;  // Of `before`.
  const std::size_t behind_change = before.size() - back;
  each_place(before, behind_change, syntax, [&](std::size_t begin, std::size_t end) {
    const std::size_t without = std::min(less, end - begin);
    mended.text.append(before.substr(done, begin - done)).append(more, ' ');
    done = begin + without;
    more = 0;
    less -= without;
    return less == 0;
  });
  if (more > 0 || less > 0) return std::nullopt;
  mended.broken = {static_cast<std::uint32_t>(front),
                   static_cast<std::uint32_t>(text.size() - back)};
  mended.last = static_cast<std::uint32_t>(mended.text.size());
  mended.gaps = 1;
  mended.text.append(before.substr(done));
  return mended;
}

}  // namespace emrlint
