// SPDX-License-Identifier: Apache-2.0
#include "check/report.h"
#include "checks/structure/time_names.h"

namespace emrlint::checks {
namespace {

constexpr Message<Bilingual, Bilingual, std::string_view> kEmpty{
    "empty", "{0}{1}没有填写（{2}）。", "the {1} {0} is not filled in ({2})."};
constexpr Message<Bilingual, Bilingual, std::string_view, std::string_view> kImpossible{
    "impossible", "{0}{1}写为“{3}”，不是有效的日期时间（{2}）。",
    "the {1} {0} is “{3}”, which is no possible date and time ({2})."};
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

Outcome& fail(const RawTime& time, Subject subject, Report& report) {
  const auto [of_what, which] = time_name(time.what);
  const std::string_view written = time.text.value;
  if (written.empty()) {
    return report.fail(kEmpty, subject, time.text.span, of_what, which, time.what);
  }
  return report.fail(kImpossible, subject, time.text.span, of_what, which, time.what, written);
}

void judge(const Document& document, const Chart& chart, Report& report) {
  const RawTime* before = nullptr;
  Outcome* failed = nullptr;
  for (const RawTime& time : document.raw_times) {
    const Subject subject = of(chart, document, time.what);
    if (time.valid) {
      report.pass(subject);
    } else if (time.text.value.empty()) {
      fail(time, subject, report);
    } else if (other_end(before, time)) {
      failed->note(kOtherEnd, time.text.span);
    } else {
      failed = &fail(time, subject, report);
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
         {"填写真实的日期和时间；由系统自动写入的，请其维护人员改正。没有签名时间的文书无法判定是否"
          "按"
          "时完成。",
          "Give the true date and time; where the system writes it, ask its maintainers. Whether a "
          "document without a signing time was in time cannot be told."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
