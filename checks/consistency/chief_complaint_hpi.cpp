// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/complaint.h"
#include "checks/consistency/lasting.h"
#include "checks/consistency/pieces.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kSymptom{
    "symptom", "主诉的症状“{0}”，现病史没有提及。",
    "the present illness does not tell of “{0}”, a symptom of the chief complaint."};
constexpr Message<std::string_view, std::string_view> kLasting{
    "duration", "主诉写“{0}”，现病史写“{1}”，没有与主诉相符的时间。",
    "the chief complaint says “{0}” and the present illness “{1}”; no time in it agrees."};
constexpr Message<> kHistory{"history", "现病史", "the present illness"};
constexpr Message<std::string_view> kOnset{"onset", "现病史所写的时间：{0}",
                                           "the time in the present illness: {0}"};

constexpr Option<int> kMinChars{"min_chars", 30, "现病史不少于多少字才评价",
                                "how many characters a present illness has to have to be judged"};

constexpr Missing kElsewhere{"elsewhere", "现病史所指的另一处内容",
                             "what the present illness refers to"};

constexpr Citation kBasis[] = {{"BL", "18(2)"}, {"BL", "18(3)"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kSymptom, kLasting, kHistory, kOnset};
constexpr OptionInfo kOptions[] = {kMinChars};

constexpr WordList kReferences{"详见|见附|参见|见前|同上次|同前|同上|见入院证|见门诊病历"};
// "3天前", the last before the history names the symptom in the same sentence, where no length of
// time of the history agrees with the complaint's.
std::optional<Part> other_onset(const Text& history, std::size_t named, const Quantity& lasting) {
  if (named == history.value.npos || tells_other_times(history.value)) return std::nullopt;
  const std::size_t begin = Narrative(history.value).sentence_begin(named);
  std::optional<Part> onset;
  for (std::size_t at = 0; const auto found = next_lasting(history.value, at); at = found->to) {
    if (may_agree(*found, lasting)) return std::nullopt;
    constexpr std::string_view kAgo = "前";
    const bool ago = stands_at(history.value, found->to, kAgo);
    if (!ago || found->from < begin || found->to > named) continue;
    onset = Part{history, static_cast<std::uint32_t>(found->from),
                 static_cast<std::uint32_t>(found->to + kAgo.size())};
  }
  return onset;
}

void judge(Subject subject, const Complaint& said, const Text& history, Report& report) {
  const std::string_view text = said.text.value;
  const auto from = static_cast<std::uint32_t>(said.from);
  if (!tells_of(history.value, said.row)) {
    report.fail(kSymptom, subject, said.text.span, text.substr(said.from, said.to - said.from))
        .at(Part{said.text, from, static_cast<std::uint32_t>(said.to)})
        .note(kHistory, history.span);
    return;
  }
  if (!said.lasting) return report.pass(subject);
  const std::size_t named = named_at(history.value, said.row);
  const std::optional<Part> onset = other_onset(history, named, *said.lasting);
  if (!onset) return report.pass(subject);
  const std::string_view other = history.value.substr(onset->from, onset->to - onset->from);
  const std::size_t to = said.lasting->to;
  report.fail(kLasting, subject, said.text.span, text.substr(said.from, to - said.from), other)
      .at(Part{said.text, from, static_cast<std::uint32_t>(to)})
      .note(kOnset, *onset, other);
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }));
}

// The only text of the section, null where there is none or several.
const Text* only_text(const Document& record, SectionType type) {
  const Section* section = record.section(type);
  if (section == nullptr || record.blank(*section)) return nullptr;
  const std::span<const Text> texts = record.text_of(*section);
  return texts.size() == 1 ? &texts.front() : nullptr;
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document* record : chart.of_type(DocType::kAdmissionRecord)) {
    const Text* complaint = only_text(*record, SectionType::kChiefComplaint);
    const Text* history = only_text(*record, SectionType::kPresentIllness);
    if (complaint == nullptr || history == nullptr || of_other_person(chart, *record)) continue;
    const std::optional<Complaint> said = complaint_in(*complaint);
    if (!said || characters(history->value) < options[kMinChars]) continue;
    const Subject subject = of(chart, *record);
    if (record->broken) {
      report.undecided(subject, missing::kRestOfDocument, history->span);
    } else if (holds_any(history->value, kReferences)) {
      report.undecided(subject, kElsewhere, history->span);
    } else {
      judge(subject, *said, *history, report);
    }
  }
}

}  // namespace

extern constinit const Check chief_complaint_hpi{
    {.id = "consistency-chief-complaint-hpi",
     .severity = Severity::kWarning,
     .title = {"现病史应与主诉的主要症状和持续时间相符",
               "The present illness agrees with the chief complaint in symptom and duration"},
     .judged =
         {"入院记录：主诉的第一个症状（限词表所列的常见症状）在现病史中有任何相应的用语；主诉在该症"
          "状后写有时间的，现病史中有一处与之相符的时间（1周与7天、1月与30天相符，容许1天加五分之一"
          "之"
          "差，均以小时计的容许1小时加五分之一）。",
          "Admission record: some wording for the first symptom of the chief complaint, if it is "
          "one "
          "of the common symptoms of a list, stands in the present illness; where a length of time "
          "follows it, so does one that agrees (1周 and 7天 do; within a day and a fifth, within "
          "an "
          "hour and a fifth where both are told in hours)."},
     .exceptions =
         {"词表以外的症状、术后和产科等主诉不评价；现病史不足30字（可调）的不评价。时间只在现病史以"
          "“3天前”一类的写法先于该症状写明、且没有日期、“昨日”“数天”“3天后”等无法直接比较的时间时才"
          "判。写明“详见”“同前”的，文书未能完整读取的，无法判定。",
          "Not for symptoms beyond the list, complaints after surgery, of pregnancy and the like, "
          "nor "
          "a history of fewer than 30 characters (an option). Times are judged only where the "
          "history "
          "says 3天前 or the like ahead of the symptom, and nothing that cannot be compared "
          "(dates, "
          "昨日, 数天, 3天后). Undecided where it refers elsewhere or could not be read whole."},
     .advice = {"核对主诉和现病史，改正写错的一处。",
                "Compare chief complaint and present illness and correct the wrong one."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
