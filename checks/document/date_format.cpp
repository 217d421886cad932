// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kTwelve{"twelve-hours", "“{0}”不是24小时制。",
                                            "“{0}” is not by the 24-hour clock."};
constexpr Message<std::string_view> kWords{"words", "“{0}”没有使用阿拉伯数字。",
                                           "“{0}” is not in Arabic numerals."};

constexpr Citation kBasis[] = {{"BL", "9"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kTwelve, kWords};

constexpr std::string_view kAfternoon[] = {"下午", "晚上", "傍晚"};
constexpr std::string_view kPartOfDay[] = {"上午", "中午", "凌晨", "早晨", "下午", "晚上", "傍晚"};
constexpr std::string_view kNumerals[] = {"〇", "零", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九", "十"};
constexpr std::string_view kHour[] = {"时", "点", ":", "："};

// The first of the words that the text begins with; empty for none.
template <std::size_t N>
std::string_view begins(std::string_view text, const std::string_view (&words)[N]) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word;
  }
  return {};
}

std::size_t numerals_in(std::string_view text, std::size_t& bytes) {
  std::size_t count = 0;
  bytes = 0;
  for (std::string_view one; !(one = begins(text.substr(bytes), kNumerals)).empty(); ++count) {
    bytes += one.size();
  }
  return count;
}

// "下午3时": an hour of the afternoon under twelve. The length of it, 0 for anything else.
std::size_t twelve_hour_clock(std::string_view text) {
  const std::string_view part = begins(text, kAfternoon);
  if (part.empty()) return 0;
  std::size_t at = part.size();
  int hour = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && hour < 100) {
    hour = 10 * hour + (text[at++] - '0');
  }
  const std::string_view unit = begins(text.substr(at), kHour);
  if (hour < 1 || hour > 11 || unit.empty()) return 0;
  at += unit.size();
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;  // The minutes.
  return at;
}

// "上午九时".
std::size_t hour_in_words(std::string_view text) {
  const std::string_view part = begins(text, kPartOfDay);
  if (part.empty()) return 0;
  std::size_t bytes = 0;
  if (numerals_in(text.substr(part.size()), bytes) == 0) return 0;
  const std::string_view unit = begins(text.substr(part.size() + bytes), kHour);
  return unit.empty() ? 0 : part.size() + bytes + unit.size();
}

// "二〇二四年".
std::size_t year_in_words(std::string_view text) {
  std::size_t bytes = 0;
  if (numerals_in(text, bytes) != 4) return 0;
  constexpr std::string_view kYear = "年";
  return text.substr(bytes).starts_with(kYear) ? bytes + kYear.size() : 0;
}

struct Found {
  std::size_t from = 0, size = 0;
  bool words = false;
};
// The character of three bytes at `at` as one number.
constexpr std::uint32_t three_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[i])};
  };
  return byte(at) << 16 | byte(at + 1) << 8 | byte(at + 2);
}

// What the words above begin with.
constexpr std::string_view kFirst = "上中下凌早晚傍〇零一二三四五六七八九十";
constexpr auto kFirstCharacters = [] {
  std::array<std::uint32_t, kFirst.size() / 3> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = three_bytes(kFirst, 3 * i);
  return all;
}();

// A bit for each value that the last six bits of one of their bytes have: most other characters
// fail already by these.
constexpr std::uint64_t bits_of_byte(unsigned shift) {
  std::uint64_t bits = 0;
  for (const std::uint32_t character : kFirstCharacters) {
    bits |= std::uint64_t{1} << (character >> shift & 63);
  }
  return bits;
}
constexpr std::uint64_t kSecondBits = bits_of_byte(8), kThirdBits = bits_of_byte(0);

bool may_begin(std::uint32_t character) {
  if ((kSecondBits >> (character >> 8 & 63) & kThirdBits >> (character & 63) & 1) == 0)
    return false;
  return std::find(kFirstCharacters.begin(), kFirstCharacters.end(), character) !=
         kFirstCharacters.end();
}

std::optional<Found> find_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (const std::size_t size = twelve_hour_clock(rest)) return Found{at, size, false};
  const std::size_t words = std::max(hour_in_words(rest), year_in_words(rest));
  return words > 0 ? std::optional(Found{at, words, true}) : std::nullopt;
}

std::optional<Found> find_in(std::string_view text) {
  for (std::size_t at = 0; at + 3 <= text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) {
      ++at;
      continue;
    }
    if (may_begin(three_bytes(text, at))) {
      if (const auto found = find_at(text, at)) return found;
    }
    at += 3;
  }
  return std::nullopt;
}

void judge(const Chart& chart, const Document& document, Report& report) {
  for (const Text& text : document.texts) {
    const std::optional<Found> found = find_in(text.value);
    if (!found) continue;
    const auto from = static_cast<std::uint32_t>(found->from);
    const auto to = from + static_cast<std::uint32_t>(found->size);
    report
        .fail(found->words ? kWords : kTwelve, of(chart, document), text.span,
              text.value.substr(from, to - from))
        .at(Part{text, from, to});
    return;
  }
  report.pass(of(chart, document));
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) {
    if (!document.texts.empty()) judge(chart, document, report);
  }
}

}  // namespace

extern constinit const Check document_date_format{
    {.id = "document-date-format",
     .severity = Severity::kNote,
     .title = {"日期和时间应使用阿拉伯数字和24小时制",
               "Dates and times are written in Arabic numerals by the 24-hour clock"},
     .judged = {"文书正文中“下午3时”一类12小时制的时间、“上午九时”“二〇二四年”一类汉字数字的时间，"
                "每份文书"
                "指出第一处。",
                "In the text of a document a time by the 12-hour clock (下午3时) or in Chinese "
                "numerals (上午九时, 二〇二四年); the first place of each document."},
     .exceptions =
         {"“上午9时”与24小时制一致，不指出；没有正文的文书不评价；数据项中的时间由结构检查评价。",
          "上午9时 agrees with the 24-hour clock and is let be; not for documents "
          "without text; times in data fields are judged by the checks of structure."},
     .advice = {"改为阿拉伯数字和24小时制，如“15时”“2024年”。",
                "Write Arabic numerals and the 24-hour clock: 15时, 2024年."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
