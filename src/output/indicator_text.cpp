// SPDX-License-Identifier: Apache-2.0
#include "output/indicator_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "output/indicator_table.h"
#include "output/paint.h"
#include "output/snippet.h"
#include "output/width.h"

namespace emrlint {
namespace {

constexpr std::size_t kNumber = 8, kWide = 46;  // Columns of the number and of the longest title.

std::string padded(std::string text, std::size_t width, bool right = false) {
  const std::size_t own = display_width(text);
  if (own >= width) return text;
  const std::string blanks(width - own, ' ');
  return right ? blanks + text : text + blanks;
}

// "12/14"
std::string ratio(const IndicatorCount& count) {
  return std::to_string(count.numerator) + "/" + std::to_string(count.denominator);
}

// One set of a book.
class SetText {
 public:
  SetText(std::ostream& out, const IndicatorBook& book, const std::vector<IndicatorGroup>& groups,
          std::optional<Facet> by, const OutputOptions& options)
      : out_(out), book_(book), groups_(groups), by_(by), options_(options) {}

  void write(std::uint32_t set) {
    for (const Indicator& one : book_.indicators) {
      if (one.set != set) continue;
      of_set_.push_back(&one);
      width_ = std::max(width_, display_width(one.title.in(options_.lang)));
    }
    if (by_) {
      for (const IndicatorGroup& group : groups_) {
        width_ = std::max(width_, display_width(group_name(group)));
      }
    }
    width_ = std::min(width_, kWide);
    write_heading(set);
    for (const Indicator* one : of_set_) write_indicator(*one);
    write_notes();
    write_uncounted();
    out_ << "\n";
  }

 private:
  std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.lang == Lang::kZh ? zh : en;
  }

  std::string group_name(const IndicatorGroup& group) const {
    return group.name.empty() ? std::string(say("（未注明）", "(not stated)"))
                              : std::string(printable(group.name));
  }

  void write_heading(std::uint32_t set) {
    std::uint64_t charts = 0;
    for (const IndicatorGroup& group : groups_) charts += group.charts;
    out_ << paint(options_.colour, "1;4", book_.sets[set].title.in(options_.lang)) << "  "
         << say("病历 ", "") << charts << say(" 份", charts == 1 ? " chart" : " charts") << "\n";
    std::string line = "  " + padded(std::string(say("条目", "No.")), kNumber) +
                       padded(std::string(say("指标", "Indicator")), width_);
    line += cells(say("分子/分母", "ratio"), say("率", "rate"), say("未能判定", "undecided"),
                  say("率的范围", "range"), say("未评", "not eval."), say("目标", "target"));
    out_ << paint(options_.colour, "2", line) << "\n";
  }

  static std::string cells(std::string_view ratio, std::string_view rate,
                           std::string_view undecided, std::string_view range, std::string_view off,
                           std::string_view target) {
    std::string line =
        "  " + padded(std::string(ratio), 11, true) + "  " + padded(std::string(rate), 8, true) +
        "  " + padded(std::string(undecided), 9, true) + "  " +
        padded(std::string(range), 13, true) + "  " + padded(std::string(off), 9, true);
    if (!target.empty()) line.append("  ").append(target);
    return line;
  }

  void write_indicator(const Indicator& one) {
    if (!one.computed()) return;
    const auto index = static_cast<std::uint32_t>(&one - book_.indicators.data());
    std::string title = "  " + padded(number(one), kNumber);
    if (!by_) {
      const IndicatorCount count =
          groups_.empty() ? IndicatorCount{index} : groups_.front().counts[index];
      out_ << title << padded(one.title.in(options_.lang), width_) << numbers(one, count) << "\n";
      return;
    }
    bool any = false;
    for (const IndicatorGroup& group : groups_) {
      if (group.counts[index] == IndicatorCount{index}) continue;
      if (!any) out_ << title << paint(options_.colour, "1", one.title.in(options_.lang)) << "\n";
      any = true;
      out_ << std::string(kNumber + 2, ' ') << padded(group_name(group), width_)
           << numbers(one, group.counts[index]) << "\n";
    }
  }

  // "12", of "指标12" too: the column says what it is.
  static std::string number(const Indicator& one) {
    return one.article.substr(one.article.find_first_of("0123456789"));
  }

  std::string numbers(const Indicator& one, const IndicatorCount& count) const {
    const auto plain = [](std::uint32_t n) {
      return n == 0 ? std::string("–") : std::to_string(n);
    };
    std::string target = target_text(one);
    if (const std::optional<bool> met = target_met(one, count)) {
      const std::string_view word = *met ? say(" 达标", " met") : say(" 未达标", " not met");
      target += *met ? std::string(word) : paint(options_.colour, "1;31", word);
    }
    return cells(count.denominator == 0 ? "–" : ratio(count), rate_text(one, count),
                 plain(count.undecided), range_text(one, count), plain(count.unevaluated), target);
  }

  // Texts that several indicators share stand once.
  void write_texts(std::string_view heading, SheetText Indicator::*text) {
    std::vector<std::pair<std::string, std::string>> lines;  // Text and numbers.
    for (const Indicator* one : of_set_) {
      const std::string& sentence = (one->*text).in(options_.lang);
      if (sentence.empty()) continue;
      const auto same = std::find_if(lines.begin(), lines.end(),
                                     [&](const auto& line) { return line.first == sentence; });
      const bool fresh = same == lines.end();
      std::string& numbers = fresh ? lines.emplace_back(sentence, "").second : same->second;
      const std::string mine = number(*one);
      if (numbers == mine || numbers.ends_with(std::string(say("、", ", ")) + mine)) continue;
      if (!numbers.empty()) numbers += say("、", ", ");
      numbers += mine;
    }
    if (!lines.empty()) out_ << "  " << paint(options_.colour, "1", heading) << "\n";
    for (const auto& line : lines) {
      std::string wrapped = "    " + line.second;
      wrapped += say("：", ": ");
      append_wrapped(wrapped, line.first, display_width(wrapped), 6, options_.columns);
      out_ << wrapped << (wrapped.ends_with('\n') ? "" : "\n");
    }
  }

  void write_notes() { write_texts(say("统计口径", "What is counted"), &Indicator::differs); }

  void write_uncounted() {
    write_texts(say("不统计的指标及理由", "Not counted, and why"), &Indicator::uncounted);
  }

  std::ostream& out_;
  const IndicatorBook& book_;
  const std::vector<IndicatorGroup>& groups_;
  const std::optional<Facet> by_;
  const OutputOptions& options_;
  std::vector<const Indicator*> of_set_;
  std::size_t width_ = 8;
};

}  // namespace

void write_indicator_text(std::ostream& out, const IndicatorBook& book,
                          const std::vector<IndicatorGroup>& groups, std::optional<Facet> by,
                          const OutputOptions& options) {
  for (std::uint32_t set = 0; set < book.sets.size(); ++set) {
    SetText(out, book, groups, by, options).write(set);
  }
  const bool zh = options.lang == Lang::kZh;
  out << (zh ? "率的范围：未能判定的全部不计入分子，或全部计入。\n"
             : "range: as if all that is undecided were not in the numerator, or all of it.\n");
  if (std::any_of(book.indicators.begin(), book.indicators.end(),
                  [](const Indicator& one) { return one.bound; })) {
    out << (zh ? "≤：真实的率不会更高，不能据以认定达标。\n"
               : "≤: the true rate is no higher; it does not show that a target is met.\n");
  }
}

void write_indicator_charts_text(std::ostream& out, const IndicatorCounter& counter,
                                 std::uint32_t indicator, const std::vector<IndicatorChart>& charts,
                                 const OutputOptions& options) {
  const Indicator& one = counter.book().indicators[indicator];
  const bool zh = options.lang == Lang::kZh;
  IndicatorCount sum{indicator};
  for (const IndicatorChart& chart : charts) {
    const IndicatorCount count = counter.count(chart.state);
    sum.numerator += count.numerator;
    sum.denominator += count.denominator;
    sum.undecided += count.undecided;
    sum.unevaluated += count.unevaluated;
  }
  out << paint(options.colour, "1;4", one.title.in(options.lang)) << "  " << ratio(sum) << "  "
      << rate_text(one, sum) << (zh ? "，未能判定 " : ", undecided ") << sum.undecided
      << (zh ? "，未评 " : ", not evaluated ") << sum.unevaluated << "\n";
  for (const auto* text : {&one.differs, &one.uncounted}) {
    if (!text->in(options.lang).empty()) out << "  " << text->in(options.lang) << "\n";
  }
  for (const IndicatorChart& chart : charts) {
    const IndicatorCount count = counter.count(chart.state);
    out << "  " << paint(options.colour, "1", printable(chart.key)) << "  "
        << part_of(count).text.in(options.lang);
    if (one.unit == IndicatorUnit::kSubject) {
      out << "  " << ratio(count);
      if (count.undecided > 0) out << (zh ? "，未能判定 " : ", undecided ") << count.undecided;
    }
    out << "\n";
    for (const IndicatorPlace& place : chart.places) {
      out << "    " << printable(place.uri) << ":" << place.position.line << ":"
          << place.position.column;
      if (!place.check.empty()) {
        out << ": " << printable(place.message) << " [" << place.check << "]";
      }
      out << "\n";
    }
  }
}

void write_unread_text(std::ostream& out, const std::vector<UnreadInput>& unread,
                       const OutputOptions& options) {
  const bool zh = options.lang == Lang::kZh;
  for (const UnreadInput& input : unread) {
    out << printable(input.uri) << ": "
        << (zh ? "未能完整读取，读不出的未计入：" : "not read whole, what is lost is not counted: ")
        << printable(input.message) << "\n";
  }
}

}  // namespace emrlint
