// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kEmpty{"empty", "“{0}”的时间为空。",
                                           "the time of “{0}” is empty."};
constexpr Message<std::string_view, std::string_view> kImpossible{
    "impossible", "“{0}”的时间“{1}”不是有效的日期时间。",
    "the time “{1}” of “{0}” is no possible date and time."};
constexpr Message<> kOtherEnd{"other-end", "同一时段的另一端写法相同",
                              "the other end of the interval is written the same"};

constexpr Citation kBasis[] = {{"WS500", "时间数据类型 TS"}, {"CDA", "TS"}, {"FHIR", "dateTime"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kEmpty, kImpossible, kOtherEnd};

// "effectiveTime/high" right behind "effectiveTime/low" with the same text: one mistake, written by
// one line of the exporting program.
bool other_end(const RawTime* low, const RawTime& high) {
  if (low == nullptr || low->valid || low->text.value != high.text.value) return false;
  const std::size_t stem = low->what.rfind('/');
  return stem != std::string_view::npos && low->what.substr(stem) == "/low" &&
         high.what.substr(0, stem) == low->what.substr(0, stem) &&
         high.what.substr(stem) == "/high";
}

void judge(const Document& document, const Chart& chart, Report& report) {
  const RawTime* before = nullptr;
  Outcome* failed = nullptr;
  for (const RawTime& time : document.raw_times) {
    const Subject subject = of(chart, document, time.what);
    if (time.valid) {
      report.pass(subject);
    } else if (time.text.value.empty()) {
      report.fail(kEmpty, subject, time.text.span, time.what);
    } else if (other_end(before, time)) {
      failed->note(kOtherEnd, time.text.span);
    } else {
      failed = &report.fail(kImpossible, subject, time.text.span, time.what, time.text.value);
    }
    before = &time;
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& document : chart.documents) judge(document, chart, report);
}

}  // namespace

extern constinit const Check structure_time{
    {.id = "structure-time",
     .severity = Severity::kWarning,
     .title = {"时间字段应填写且有效", "Time fields are filled in and possible"},
     .judged = {"文书中出现的每个时间字段：不为空，是存在的日期和时间（如不是 2 月 30 日、25 "
                "时），格式正确。",
                "Each time field that a document has: not empty, a date and time that exist (no 30 "
                "February, no 25 o'clock), in the right form."},
     .exceptions =
         {"声明了 nullFlavor "
          "的字段不判；没有出现的字段由其他检查负责。时段两端写法相同的错误只报一次。",
          "Fields with a nullFlavor are not judged; absent fields belong to other checks. The same "
          "mistake at both ends of an interval is one finding."},
     .advice =
         {"请文档生成系统写入真实的时间；缺签名时间的文书无法判定是否按时完成。",
          "Have the system write the true time; whether a document without a signing time was in "
          "time cannot be told."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
