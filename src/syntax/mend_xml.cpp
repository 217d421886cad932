// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>
#include <vector>

#include "syntax/mend.h"

namespace emrlint {
namespace {

bool name_char(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-' || c == '.';
}

// "<36" is no tag.
bool begins_name(char c) {
  return name_char(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.';
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class XmlMender {
 public:
  explicit XmlMender(std::string_view text) : text_(text) { mended_.text = text; }

  MendedText mend() {
    std::size_t at = 0;
    while ((at = text_.find('<', at)) != text_.npos) at = markup(at);
    close_all();
    return std::move(mended_);
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t begin, end;  // Of the start tag.
  };

  void drop(std::size_t begin, std::size_t end) {
    blank_out(mended_.text, begin, end);
    const TextRange range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (!dropped_ || range.begin < mended_.broken.begin) mended_.broken = range;
    dropped_ = true;
    mended_.last = std::max(mended_.last, range.end);
    ++mended_.gaps;
  }

  // Behind the markup at `at`.
  std::size_t markup(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) return behind(at, 4, "-->");
    if (rest.starts_with("<![CDATA[")) return behind(at, 9, "]]>");
    if (rest.starts_with("<?")) return behind(at, 2, "?>");
    if (rest.starts_with("<!")) return behind(at, 2, ">");
    return tag(at);
  }

  // A stop that is not found once is not looked for again: each time would be a walk to the end.
  std::size_t behind(std::size_t at, std::size_t opening, std::string_view stop) {
    if (std::find(missing_.begin(), missing_.end(), stop) == missing_.end()) {
      const std::size_t end = text_.find(stop, at + opening);
      if (end != text_.npos) return end + stop.size();
      missing_.push_back(stop);
    }
    drop(at, at + opening);
    return at + opening;
  }

  std::size_t tag(std::size_t begin) {
    at_ = begin + 1;
    const bool ending = at_ < text_.size() && text_[at_] == '/';
    if (ending) ++at_;
    const std::size_t name_begin = at_;
    if (at_ < text_.size() && begins_name(text_[at_])) skip_name();
    const std::string_view name = text_.substr(name_begin, at_ - name_begin);
    bool single = false;
    if (name.empty() || !rest_of_tag(ending, single)) return drop_tag(begin);
    if (ending) {
      end_tag(name, begin);
    } else if (!single) {
      open_.push_back({name, begin, at_});
      ++open_of_[name];
      mended_.levels = std::max(mended_.levels, static_cast<std::uint32_t>(open_.size()));
    }
    return at_;
  }

  void skip_name() {
    while (at_ < text_.size() && name_char(text_[at_])) ++at_;
  }
  void skip_blanks() {
    while (at_ < text_.size() && blank(text_[at_])) ++at_;
  }

  // Attributes and the end of the tag; at_ is behind it, or where it stops being one.
  bool rest_of_tag(bool ending, bool& single) {
    for (;;) {
      const std::size_t before = at_;
      skip_blanks();
      if (at_ >= text_.size()) return false;
      single = !ending && text_.substr(at_).starts_with("/>");
      if (text_[at_] == '>' || single) {
        at_ += single ? 2 : 1;
        return true;
      }
      if (ending || at_ == before || !attribute()) return false;
    }
  }

  bool attribute() {
    const std::size_t name = at_;
    skip_name();
    if (at_ == name) return false;
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != '=') return false;
    ++at_;
    skip_blanks();
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return false;
    const char stops[] = {text_[at_], '<', '\0'};
    at_ = std::min(text_.find_first_of(stops, at_ + 1), text_.size());
    if (at_ == text_.size() || text_[at_] == '<') return false;
    ++at_;
    return true;
  }

  // Up to where it stops, and to its end if that comes before the next tag.
  std::size_t drop_tag(std::size_t begin) {
    std::size_t end = std::max(at_, begin + 1);
    const std::size_t next = text_.find_first_of("<>", end);
    if (end > begin + 1 && next != text_.npos && text_[next] == '>') end = next + 1;
    drop(begin, end);
    return end;
  }

  // Start tags without an end give way, not what they hold.
  void end_tag(std::string_view name, std::size_t begin) {
    const auto partners = open_of_.find(name);
    if (partners == open_of_.end() || partners->second == 0) return drop(begin, at_);
    while (open_.back().name != name) {
      drop(open_.back().begin, open_.back().end);
      --open_of_[open_.back().name];
      open_.pop_back();
    }
    --partners->second;
    open_.pop_back();
  }

  void close_all() {
    if (!open_.empty()) drop(text_.size(), text_.size());
    for (; !open_.empty(); open_.pop_back()) {
      mended_.text.append("</").append(open_.back().name).append(">");
    }
  }

  std::string_view text_;
  MendedText mended_;
  std::size_t at_ = 0;
  bool dropped_ = false;
  std::vector<Open> open_;
  std::unordered_map<std::string_view, std::size_t> open_of_;  // How many, by name.
  std::vector<std::string_view> missing_;                      // Of what ends markup.
};

}  // namespace

MendedText mend_xml(std::string_view text) { return XmlMender(text).mend(); }

}  // namespace emrlint
