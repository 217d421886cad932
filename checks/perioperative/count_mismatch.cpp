// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/words.h"
#include "checks/perioperative/records.h"
#include "checks/perioperative/surgery.h"
#include "checks/process/told.h"
#include "text/find_word.h"
#include "text/narrative.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMismatch{
    "mismatch", "手术清点记录写明“{0}”，未见查找结果或处理的说明。",
    "the count record says “{0}”; it does not tell how that was resolved."};

constexpr Citation kBasis[] = {{"BL", "22(17)"}, {"SA", "7"}};
constexpr int kCore[] = {10, 11};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMismatch};

// Of the count by themselves; of anything else but for what is counted in the same clause.
constexpr WordList kDiffer{
    "数目不符|数量不符|清点不符|数目不一致|数量不一致|清点有误|数目不对|数量不对"};
constexpr WordList kLacking{"缺失|遗失|丢失|缺少|少一|少1|多一|多1|未找到"};
constexpr WordList kCounted{"纱布|纱垫|敷料|棉|针|刀片|器械|钳|剪|镊|物品|垫片"};
constexpr WordList kOtherThan{"减少|至少|较多|添加|增加|影像|资料|出血|尿"};
constexpr WordList kResolved{
    "已找到|找回|找到|X线|X光|透视|拍片|摄片|C臂|报告医务|上报|原因|说明|经查|核对后一致|复核一致|"
    "再次清点一致"};

// Printed on the form: a box that is not ticked, or what is to be done if it differs.
bool printed(std::string_view text, std::size_t from, std::size_t to) {
  for (const std::string_view box : {"□", "☐", "○", "□ "}) {
    if (ends_at(text, from, box)) return true;
  }
  for (const std::string_view then : {"时", "者", "应"}) {
    if (text.substr(to).starts_with(then)) return true;
  }
  return false;
}

// The clause of a text that states a difference as a fact.
std::optional<Part> differs(const Text& text) {
  std::optional<Narrative> narrative;
  std::optional<Part> found;
  const auto look = [&](WordList words, bool counted) {
    any_word(words, [&](std::string_view word) {
      for (std::size_t at = find_word(text.value, word); at != text.value.npos;
           at = find_word(text.value, word, at + word.size())) {
        if (!narrative) narrative.emplace(text.value);
        const std::size_t to = at + word.size();
        const Reading reading = narrative->reading(at, to);
        const bool denied = reading.polarity != Polarity::kAffirmed && word != "未找到";
        if (denied || reading.mode == Mode::kHypothetical || printed(text.value, at, to)) continue;
        const std::size_t from = narrative->clause_begin(at), end = narrative->clause_end(at);
        const std::string_view clause = text.value.substr(from, end - from);
        if (counted && (!holds_any(clause, kCounted) || holds_any(clause, kOtherThan))) continue;
        found = Part{text, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)};
        return true;
      }
      return false;
    });
  };
  look(kDiffer, false);
  if (!found) look(kLacking, true);
  return found;
}

bool resolved(const Document& record) {
  return std::any_of(record.texts.begin(), record.texts.end(),
                     [](const Text& text) { return told_in(text, kResolved).has_value(); });
}

void judge(const Subject& subject, const Document& record, Report& report) {
  for (const Text& text : record.texts) {
    const auto part = differs(text);
    if (!part) continue;
    if (resolved(record)) break;
    const std::string_view clause = text.value.substr(part->from, part->to - part->from);
    report.fail(kMismatch, subject, text.span, clause).at(*part);
    return;
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
     .exceptions = {"否认和假设的说法、未勾选的选项不算；逐项数字没有统一的数据格式，不作加减核对。"
                    "文书未能完整读"
                    "取的无法判定。没有清点记录的由 "
                    "periop-count-record 判定。",
                    "What is denied or supposed, or a box that is not ticked, does not count. The "
                    "single numbers have no common "
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
