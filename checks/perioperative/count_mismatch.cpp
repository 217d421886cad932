// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMismatch{
    "mismatch", "手术清点记录写明“{0}”，未见查找结果或处理的说明。",
    "the count record says “{0}”; it does not tell how that was resolved."};

constexpr Citation kBasis[] = {{"BL", "22(17)"}, {"SA", "7"}};
constexpr int kCore[] = {10, 11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMismatch};

constexpr WordList kDiffer{
    "数目不符|数量不符|清点不符|数目不一致|数量不一致|清点有误|数目不对|数量不对|缺失|遗失|丢失|"
    "缺少|少一|少1|多一|"
    "多1|未找到"};
constexpr WordList kResolved{
    "已找到|找回|找到|X线|X光|透视|拍片|摄片|C臂|报告医务|上报|原因|说明|经查|核对后一致|复核一致|"
    "再次清点一致"};

// A text that states a difference as a fact and tells of no search.
std::optional<std::string_view> differs(std::string_view text) {
  if (holds_any(text, kResolved)) return std::nullopt;
  const Narrative narrative(text);
  std::optional<std::string_view> found;
  any_word(kDiffer, [&](std::string_view word) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + word.size())) {
      const Reading reading = narrative.reading(at, at + word.size());
      if (reading.polarity != Polarity::kAffirmed || reading.mode == Mode::kHypothetical) continue;
      const std::size_t from = narrative.clause_begin(at);
      found = text.substr(from, narrative.clause_end(at) - from);
      return true;
    }
    return false;
  });
  return found;
}

void judge(const Subject& subject, const Document& record, Report& report) {
  for (const Text& text : record.texts) {
    if (const auto clause = differs(text.value)) {
      const auto from = static_cast<std::uint32_t>(clause->data() - text.value.data());
      report.fail(kMismatch, subject, text.span, *clause)
          .at({text, from, from + static_cast<std::uint32_t>(clause->size())});
      return;
    }
  }
  if (record.broken) {
    report.undecided(subject, missing::kRestOfDocument, record.span);
  } else {
    report.pass(subject);
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const Document& record : chart.documents) {
    if (record.type == DocType::kSurgicalCount ||
        record.type == DocType::kOperatingRoomNursingRecord) {
      judge(of(chart, record), record, report);
    }
  }
}

}  // namespace

extern constinit const Check periop_count_mismatch{
    {.id = "periop-count-mismatch",
     .severity = Severity::kWarning,
     .title = {"手术清点数量应前后相符", "The count before and after a surgery agrees"},
     .judged = {"每份手术清点记录、手术护理记录：没有写明数目不符、缺失等，或写明了查找结果和处理（"
                "找到、透视摄片、上报、原因说"
                "明）。",
                "Each count record and operating room nursing record: it states no difference or "
                "loss, or it "
                "tells of the search and its outcome (found, imaging, report, reason)."},
     .exceptions = {"否认和假设的说法不算；逐项数字没有统一的数据格式，不作加减核对。文书未能完整读"
                    "取的无法判定。没有清点记录的由 "
                    "periop-count-record 判定。",
                    "What is denied or supposed does not count. The single numbers have no common "
                    "form as data "
                    "and are not added up. Undecided where the document could not be read whole. "
                    "Where there is "
                    "no record, periop-count-record says so."},
     .advice = {"数目不符时立即查找，并在记录中写明结果和处理。",
                "Search at once where the count differs, and write down the outcome."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
