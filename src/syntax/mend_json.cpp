// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "syntax/mend.h"

namespace emrlint {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kMarks = "{}[]:,";

bool one_of(char c, std::string_view set) { return set.find(c) != set.npos; }

// Goes behind the digits at `at`, of which there must be one.
bool digits(std::string_view word, std::size_t& at) {
  const std::size_t begin = at;
  at = std::min(word.find_first_not_of("0123456789", at), word.size());
  return at > begin;
}

// "-1.5e3", but not "2024-03-01" or "007".
bool number(std::string_view word) {
  std::size_t at = word.starts_with('-') ? 1 : 0;
  if (word.substr(at).starts_with('0')) {
    ++at;
  } else if (!digits(word, at)) {
    return false;
  }
  if (word.substr(at).starts_with('.') && !digits(word, ++at)) return false;
  if (at == word.size() || (word[at] != 'e' && word[at] != 'E')) return at == word.size();
  ++at;
  if (at < word.size() && one_of(word[at], "+-")) ++at;
  return digits(word, at) && at == word.size();
}

class JsonMender {
 public:
  explicit JsonMender(std::string_view text) : text_(text) { mended_.text = text; }

  MendedText mend() {
    while (next()) {
      while (!take()) {
      }
      last_end_ = token_.end;
    }
    while (!stack_.empty()) close_level(text_.size());
    return std::move(mended_);
  }

 private:
  enum class Wants : std::uint8_t { kKey, kColon, kValue, kComma };
  struct Level {
    bool object;
    Wants wants;
    std::size_t key = 0;                         // Where the last member begins.
    std::size_t comma = std::string_view::npos;  // The last one, while nothing follows it.
  };
  struct Token {
    char kind = 0;  // A mark, '"' for a string, '0' for other values, '?' for what is none.
    std::size_t begin = 0, end = 0;
  };

  void drop(std::size_t begin, std::size_t end) {
    blank_out(mended_.text, begin, end);
    note(begin, end);
  }

  void note(std::size_t begin, std::size_t end) {
    const TextRange range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (!broken_ || range.begin < mended_.broken.begin) mended_.broken = range;
    broken_ = true;
    mended_.last = std::max(mended_.last, range.end);
    ++mended_.gaps;
  }

  bool next() {
    const std::size_t begin = text_.find_first_not_of(kBlanks, token_.end);
    if (begin == text_.npos) return false;
    token_ = {text_[begin], begin, begin + 1};
    if (token_.kind == '"') {
      string();
    } else if (!one_of(token_.kind, kMarks)) {
      word();
    }
    return true;
  }

  void word() {
    token_.end = std::min(text_.find_first_of(" \t\r\n{}[]:,\"", token_.begin), text_.size());
    const std::string_view word = text_.substr(token_.begin, token_.end - token_.begin);
    const bool literal = word == "true" || word == "false" || word == "null";
    token_.kind = literal || number(word) ? '0' : '?';
  }

  // Whether a backslash begins an escape, and not what somebody types.
  bool escape(std::size_t at) const {
    const std::string_view rest = text_.substr(at + 1);
    if (rest.starts_with('u')) {
      const std::string_view digits = rest.substr(1, 4);
      return digits.size() == 4 &&
             digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos;
    }
    return !rest.empty() && one_of(rest.front(), "\"\\/bfnrt");
  }

  // A string ends on its line. One that does not gets its quote in place of its last character,
  // before the marks that end the line.
  void string() {
    std::size_t at = token_.begin + 1;
    while (at < text_.size() && !one_of(text_[at], "\"\r\n")) {
      if (text_[at] == '\\' && !escape(at)) drop(at, at + 1);
      at += mended_.text[at] == '\\' ? 2 : 1;
    }
    if (at < text_.size() && text_[at] == '"') {
      token_.end = at + 1;
      return;
    }
    std::size_t end = std::min(at, text_.size());
    while (end > token_.begin + 1 && one_of(text_[end - 1], "]}, \t")) --end;
    token_.end = end;
    if (end == token_.begin + 1) {
      token_.kind = '?';
      return;
    }
    std::size_t last = end - 1;
    while ((static_cast<unsigned char>(text_[last]) & 0xC0) == 0x80) --last;
    drop(last, end);
    mended_.text[last] = '"';
    for (std::size_t i = last; i > token_.begin + 1 && text_[i - 1] == '\\'; --i) {
      mended_.text[i - 1] = ' ';
    }
    note(token_.begin, end);
  }

  // Whether the token was used or dropped; else the state changed, and it is asked about again.
  bool take() {
    if (stack_.empty()) {
      const bool container = token_.kind == '{' || token_.kind == '[';
      if (done_ || !container) return dropped();
      push();
      return true;
    }
    Level& level = stack_.back();
    switch (level.wants) {
      case Wants::kKey:
        return take_key(level);
      case Wants::kColon:
        return take_colon(level);
      case Wants::kValue:
        return take_value(level);
      case Wants::kComma:
        break;
    }
    return take_comma(level);
  }

  bool dropped() {
    drop(token_.begin, token_.end);
    return true;
  }

  void push() {
    const bool object = token_.kind == '{';
    stack_.push_back({object, object ? Wants::kKey : Wants::kValue});
    ++open_[object ? 1 : 0];
    mended_.levels = std::max(mended_.levels, static_cast<std::uint32_t>(stack_.size()));
  }

  bool take_key(Level& level) {
    if (token_.kind == '}' || token_.kind == ']') return end_mark();
    if (token_.kind != '"') return dropped();
    level.key = token_.begin;
    level.wants = Wants::kColon;
    return true;
  }

  bool take_colon(Level& level) {
    if (token_.kind == ':') {
      level.wants = Wants::kValue;
      return true;
    }
    drop(level.key, last_end_);
    level.wants = Wants::kKey;
    return false;
  }

  bool take_value(Level& level) {
    if (one_of(token_.kind, "{[\"0")) {
      level.comma = text_.npos;
      level.wants = Wants::kComma;
      if (token_.kind == '{' || token_.kind == '[') push();
      return true;
    }
    if (!one_of(token_.kind, ",}]")) return dropped();
    if (!level.object) return token_.kind == ',' ? dropped() : end_mark();
    drop(level.key, last_end_);
    level.wants = Wants::kKey;
    return false;
  }

  bool take_comma(Level& level) {
    if (token_.kind == '}' || token_.kind == ']') return end_mark();
    const bool value = one_of(token_.kind, "{[\"0");
    if (token_.kind != ',' && (!value || last_end_ == token_.begin)) return dropped();
    const bool there = token_.kind == ',';
    level.comma = there ? token_.begin : last_end_;
    level.wants = level.object ? Wants::kKey : Wants::kValue;
    if (!there) {
      mended_.text[last_end_] = ',';  // Instead of a blank.
      note(last_end_, token_.begin);
    }
    return there;
  }

  // '}' or ']': of this level, of one around it, or of none.
  bool end_mark() {
    const bool object = token_.kind == '}', same = stack_.back().object == object;
    if ((!same || stack_.size() == 1) && level_goes_on()) return dropped();
    if (same) {
      close_level(token_.begin);
      return true;
    }
    if (open_[object ? 1 : 0] == 0) return dropped();
    const bool inner = stack_.back().object;
    close_level(token_.begin);
    // The end of the inner one stands before it where there is room: else the text stays broken.
    if (last_end_ < token_.begin) mended_.text[last_end_++] = inner ? '}' : ']';
    note(token_.begin, token_.end);
    return false;
  }

  // Whether what stands behind the mark at hand is of the level at hand: its end, or a comma and
  // what only such a level has.
  bool level_goes_on() const {
    const Level& level = stack_.back();
    std::size_t at = text_.find_first_not_of(kBlanks, token_.end);
    if (at == text_.npos) return false;
    if (text_[at] == ',') {
      at = text_.find_first_not_of(kBlanks, at + 1);
      if (at == text_.npos) return false;
    } else if (level.comma == text_.npos) {
      return stack_.size() > 1 && text_[at] == (level.object ? '}' : ']');
    }
    if (text_[at] != '"') return !level.object && one_of(text_[at], "{[0123456789-");
    for (++at; at < text_.size() && !one_of(text_[at], "\"\r\n");) {
      at += text_[at] == '\\' ? 2 : 1;
    }
    at = at < text_.size() ? text_.find_first_not_of(kBlanks, at + 1) : text_.npos;
    return at != text_.npos && (text_[at] == ':') == level.object;
  }

  // What hangs at the end of the level goes; at the end of the text its mark is added.
  void close_level(std::size_t end) {
    const Level level = stack_.back();
    const bool hangs =
        level.object && (level.wants == Wants::kColon || level.wants == Wants::kValue);
    if (hangs) drop(level.key, std::min(last_end_, end));
    if (level.comma != text_.npos && level.wants != Wants::kComma) {
      drop(level.comma, level.comma + 1);
    }
    if (end == text_.size()) {
      mended_.text += level.object ? '}' : ']';
      note(end, end);
    }
    --open_[level.object ? 1 : 0];
    stack_.pop_back();
    done_ = stack_.empty();
  }

  std::string_view text_;
  MendedText mended_;
  std::vector<Level> stack_;
  std::size_t open_[2] = {0, 0};  // Of the stack: arrays, objects.
  Token token_;
  std::size_t last_end_ = 0;
  bool broken_ = false, done_ = false;
};

}  // namespace

MendedText mend_json(std::string_view text) { return JsonMender(text).mend(); }

}  // namespace emrlint
