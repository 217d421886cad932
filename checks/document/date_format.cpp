// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <optional>
#include <string_view>

#include "check/derived_documents.h"
#include "checks/document/clock_words.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kTwelve{"twelve-hours", "“{0}”不是24小时制。",
                                            "“{0}” is not by the 24-hour clock."};
constexpr Message<std::string_view> kWords{"words", "“{0}”没有使用阿拉伯数字。",
                                           "“{0}” is not in Arabic numerals."};

constexpr Citation kBasis[] = {{"BL", "9"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kTwelve, kWords};

// The first that do not give the time of day as they should.
struct FirstWords {
  Text text;
  std::optional<ClockWords> words;
};
FirstWords first_words(const Document& document) {
  for (const Text& text : document.texts) {
    if (const auto found = find_clock_words(text.value)) return {text, found};
  }
  return {};
}

void judge(const Chart& chart, const Document& document, Report& report) {
  const auto& [text, found] = of_document<FirstWords>(chart, document, report,
                                                      [&] { return first_words(document); });
  if (!found) return report.pass(of(chart, document));
  const auto from = static_cast<std::uint32_t>(found->from);
  const auto to = from + static_cast<std::uint32_t>(found->size);
  report
      .fail(found->words ? kWords : kTwelve, of(chart, document), text.span,
            text.value.substr(from, to - from))
      .at(Part{text, from, to});
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
