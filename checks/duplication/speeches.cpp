// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/speeches.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "check/words.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr WordList kTitles{
    "医师|主任|教授|医生|护士|护师|药师|技师|院长|Dr.|Dr |Prof|MD|Attending|attending|Resident|"
    "resident|Surgeon|surgeon|Consultant|consultant|Chief|chief|Nurse|nurse|hysician|nesthesi|"
    "naesthesi|ntensivist|ardiologist|adiologist|athologist"};
// What stands before a colon and names no speaker.
constexpr WordList kNobody{
    "主持|参加|记录者|记录人|签名|签字|职称|地点|小结|总结|Host|host|Present|"
    "present|Signed|signed|Recorded|recorded|Summary|summary"};
constexpr std::size_t kLongest = 60;  // Bytes of a name with title and department.

constexpr std::string_view kColons[] = {"：", ":"};
constexpr std::string_view kEnds[] = {"。", "；", "！", "？", "，", "\n", ";", "!", "?", "　"};

// Where the sentence that ends at `end` begins.
std::size_t sentence_begin(std::string_view text, std::size_t end) {
  std::size_t begin = 0;
  for (const std::string_view mark : kEnds) {
    const std::size_t at = text.substr(0, end).rfind(mark);
    if (at != text.npos) begin = std::max(begin, at + mark.size());
  }
  // A full stop ends one, but for that of "Dr. Smith".
  for (std::size_t at = text.substr(0, end).find(". ", begin); at != text.npos && at < end;
       at = text.substr(0, end).find(". ", at + 1)) {
    const std::string_view before = text.substr(begin, at - begin);
    if (!before.ends_with("Dr") && !before.ends_with("Prof")) begin = at + 2;
  }
  return begin;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlank), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

// The colon at or behind `from`: where it is, and its bytes.
std::pair<std::size_t, std::size_t> next_colon(std::string_view text, std::size_t from) {
  std::pair<std::size_t, std::size_t> next{text.npos, 0};
  for (const std::string_view colon : kColons) {
    const std::size_t at = find_word(text, colon, from);
    if (at < next.first) next = {at, colon.size()};
  }
  return next;
}

class Reader {
 public:
  void read(const Text& piece) {
    const std::string_view text = piece.value;
    std::size_t from = 0;  // Of the words of the last speaker.
    for (auto [at, size] = next_colon(text, 0); at != text.npos;
         std::tie(at, size) = next_colon(text, at + size)) {
      const std::size_t begin = std::max(from, sentence_begin(text, at));
      const std::string_view name = trimmed(text.substr(begin, at - begin));
      if (name.empty() || name.size() > kLongest) continue;
      const bool nobody = holds_any(name, kNobody);
      if (!nobody && !holds_any(name, kTitles)) continue;
      say(piece, from, begin);
      open_ = !nobody;
      if (open_) speeches_.push_back({name, {}});
      from = at + size;
    }
    say(piece, from, text.size());
  }

  std::vector<Speech> take() { return std::move(speeches_); }

 private:
  void say(const Text& piece, std::size_t from, std::size_t to) {
    if (!open_ || trimmed(piece.value.substr(from, to - from)).empty()) return;
    speeches_.back().words.push_back(
        {piece, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }

  std::vector<Speech> speeches_;
  bool open_ = false;  // Whether somebody is speaking.
};

}  // namespace

std::vector<Speech> speeches_of(std::span<const Text> minutes) {
  Reader reader;
  for (const Text& piece : minutes) reader.read(piece);
  return reader.take();
}

Minutes::Minutes(std::span<const Text> minutes, int least) {
  for (Speech& speech : speeches_of(minutes)) {
    std::vector<Text> pieces;
    for (const Part& part : speech.words) {
      pieces.push_back({part.value.value.substr(part.from, part.to - part.from), {}});
    }
    const TokenRange range = tokens_.add(pieces);
    if (tokens_.weight(range) < static_cast<unsigned>(2 * std::max(least, 1))) continue;
    texts_.push_back({range, SectionType::kUnknown});
    speeches_.push_back(std::move(speech));
  }
}

bool Minutes::equal(std::size_t a, std::size_t b) const {
  const TokenRange x = texts_[a].tokens, y = texts_[b].tokens;
  const auto exact = tokens_.exact();
  return x.size() == y.size() &&
         std::equal(exact.begin() + x.from, exact.begin() + x.to, exact.begin() + y.from);
}

std::optional<Echo> Minutes::echo(double share) const {
  const Passages passages = find_passages(tokens_, texts_, {});
  for (std::size_t i = 1; i < texts_.size(); ++i) {
    const std::uint32_t size = texts_[i].tokens.size();
    for (std::size_t j = 0; j < i; ++j) {
      if (speeches_[i].speaker == speeches_[j].speaker) continue;
      std::uint32_t copied = equal(i, j) ? size : 0;
      for (const Passage& passage : passages.list) {
        if (passage.text == i && passage.source == j) copied = std::max(copied, passage.equal);
      }
      const double similarity = static_cast<double>(copied) / size;
      if (similarity >= share) return Echo{&speeches_[i], &speeches_[j], copied, similarity};
    }
  }
  return std::nullopt;
}

}  // namespace emrlint::checks
