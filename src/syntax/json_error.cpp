// SPDX-License-Identifier: Apache-2.0
#include "syntax/json_error.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace emrlint {
namespace {

struct Words {
  std::string zh, en;
};

// What stands at an offset, for "found ...".
Words found(std::string_view text, std::size_t offset) {
  const auto c = static_cast<unsigned char>(text[offset]);
  if (c < 0x20 || c == 0x7f) return {fmt::format("U+{:04X}", c), fmt::format("U+{:04X}", c)};
  if (c >= 0x80) return {"非 ASCII 字符", "a character outside ASCII"};
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (letter) return {"没有引号的文字", "text without quotes"};
  return {fmt::format("“{}”", text[offset]), fmt::format("'{}'", text[offset])};
}

char last_before(std::string_view text, std::size_t offset) {
  const std::size_t at = text.substr(0, offset).find_last_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

// A frequent slip that explains the error better than the grammar does; empty for none.
Words slip(std::string_view text, std::size_t offset) {
  const char c = text[offset];
  const std::string_view rest = text.substr(offset);
  if (c == '/' && (rest.substr(0, 2) == "//" || rest.substr(0, 2) == "/*")) {
    return {"JSON 不能有注释", "JSON has no comments"};
  }
  if (c == '\'') return {"应使用双引号，不是单引号", "use double quotes, not single ones"};
  if ((c == '}' || c == ']') && last_before(text, offset) == ',') {
    return {fmt::format("“{}”之前多了一个逗号", c), fmt::format("a comma too many before '{}'", c)};
  }
  for (const std::string_view quote : {"“", "”", "，", "：", "【", "】", "｛", "｝", "‘", "’"}) {
    if (rest.substr(0, quote.size()) != quote) continue;
    return {fmt::format("“{}”是全角符号，JSON 只用半角符号", quote),
            fmt::format("{} is a full-width sign; JSON uses ASCII ones", quote)};
  }
  for (const std::string_view word : {"True", "False", "None", "NULL", "NaN", "undefined", "nil"}) {
    if (rest.substr(0, word.size()) != word) continue;
    return {
        fmt::format("{} 不是 JSON 的值，应为 true、false、null、数字或字符串", word),
        fmt::format("{} is no JSON value: write true, false, null, a number or a string", word)};
  }
  return {};
}

Words wanted(JsonFault::Kind kind) {
  switch (kind) {
    case JsonFault::Kind::kName:
      return {"此处应为双引号括起的成员名", "a member name in double quotes is expected here"};
    case JsonFault::Kind::kColon:
      return {"成员名之后缺少冒号", "a colon is missing after the name of a member"};
    case JsonFault::Kind::kObjectEnd:
      return {"成员之后缺少逗号或“}”", "a comma or '}' is missing after a member"};
    case JsonFault::Kind::kArrayEnd:
      return {"数组元素之后缺少逗号或“]”", "a comma or ']' is missing after an array item"};
    case JsonFault::Kind::kFraction:
      return {"数字的小数点之后缺少数字", "digits are missing after a decimal point"};
    case JsonFault::Kind::kExponent:
      return {"数字的指数缺少数字", "digits are missing in the exponent of a number"};
    case JsonFault::Kind::kAfterRoot:
      return {"JSON 值结束之后还有内容", "text follows the end of the JSON value"};
    default:
      return {"此处应为一个值", "a value is expected here"};
  }
}

SyntaxError at(std::size_t offset, Words words) {
  return {static_cast<std::uint32_t>(offset), std::move(words.zh), std::move(words.en), false};
}

SyntaxError limit(const JsonFault& fault) {
  SyntaxError error = at(fault.offset, {"值的个数超出限度", "there are more values than allowed"});
  if (fault.too_deep) {
    error.zh = fmt::format("嵌套超过 {} 层", fault.open);
    error.en = fmt::format("nested more than {} levels deep", fault.open);
  }
  error.limit = true;
  return error;
}

SyntaxError truncated(const JsonFault& fault, std::size_t end) {
  if (fault.open == 0) {
    return at(end, {"内容为空或中断，没有完整的 JSON 值",
                    "the text is empty or breaks off: there is no whole JSON value"});
  }
  return at(end,
            {fmt::format("内容中断：还有 {} 层对象或数组没有结束", fault.open),
             fmt::format("the text breaks off: {} objects or arrays are still open", fault.open)});
}

SyntaxError bad_string(const JsonFault& fault, std::string_view text) {
  const std::size_t quote = fault.string_begin - 1;
  std::size_t offset = std::min(fault.offset, text.size());
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) >= 0x20) ++offset;
  if (offset >= text.size()) {
    return at(quote, {"字符串没有结束的双引号，内容到此中断",
                      "this string has no closing quote: the text breaks off inside it"});
  }
  const auto code = static_cast<unsigned>(static_cast<unsigned char>(text[offset]));
  if (code == '\n' || code == '\r') {
    return at(quote, {"字符串在本行没有结束的双引号（换行应写作 \\n）",
                      "this string has no closing quote on its line (write a line break as \\n)"});
  }
  return at(offset, {fmt::format("字符串中有未转义的控制字符 U+{:04X}", code),
                     fmt::format("control character U+{:04X} in a string is not escaped", code)});
}

}  // namespace

SyntaxError describe(const JsonFault& fault, std::string_view text) {
  // An escape that the end of the text cuts off is no wrong one.
  const std::string_view rest = text.substr(std::min(fault.offset, text.size()));
  const bool escape = rest.starts_with('\\') && rest.find('"') != rest.npos;
  switch (fault.kind) {
    case JsonFault::Kind::kLimit:
      return limit(fault);
    case JsonFault::Kind::kString:
      return bad_string(fault, text);
    case JsonFault::Kind::kEscape:
      if (!escape) return bad_string(fault, text);
      return at(fault.offset, {"反斜杠之后的字符不是 JSON 的转义",
                               "the character after the backslash is no JSON escape"});
    case JsonFault::Kind::kHex:
      if (!escape) return bad_string(fault, text);
      return at(fault.offset, {"\\u 之后应有四位十六进制数字",
                               "\\u must be followed by four hexadecimal digits"});
    case JsonFault::Kind::kSurrogate:
      return at(fault.offset, {"\\u 转义的代理项不成对", "a surrogate escape \\u has no partner"});
    default:
      break;
  }
  if (fault.offset >= text.size()) return truncated(fault, text.size());
  if (Words words = slip(text, fault.offset); !words.en.empty()) return at(fault.offset, words);
  const Words expected = wanted(fault.kind);
  const Words actual = found(text, fault.offset);
  return at(fault.offset, {fmt::format("{}，实际是{}", expected.zh, actual.zh),
                           fmt::format("{}; found {}", expected.en, actual.en)});
}

}  // namespace emrlint
