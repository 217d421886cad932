// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "checks/duplication/operation_values.h"
#include "checks/duplication/same_text.h"

namespace emrlint::checks {
namespace {

constexpr SameTextMessages kSays{
    .equal = {"equal",
              "{0}（{1}字）与另一患者病历{2}中先写的完全相同，出血量、大小、时间等数值也相同。",
              "{0} ({1} characters or words): word for word what was written before in another "
              "patient's chart, {2}, down to blood loss, sizes and times."},
    .undated = {"equal-undated",
                "{0}（{1}字）与另一患者病历{2}中的完全相同，出血量、大小、时间等数值也相同；书写"
                "时间分不出先后。",
                "{0} ({1} characters or words): word for word that of another patient's chart, "
                "{2}, down to blood loss, sizes and times; the times of writing do not tell "
                "which was first."},
    .many = {
        "template",
        "{0}（{1}字）连同数值一字不差地见于{2}名以上患者的病历，按模板处理，只在此处提示一次。",
        "{0} ({1} characters or words): word for word, numbers included, in the charts of more "
        "than {2} patients; taken for a template and told once, here."}};

constexpr Option<int> kLeast{"min_chars", 80, kShorter.zh, kShorter.en};
constexpr Option<int> kValues{
    "values", 2, "文中至少有几处因人而异的数值（出血量、大小、时间）",
    "how many values that differ between patients (blood loss, size, time) the "
    "text has at least"};
constexpr Option<int> kCap{"cap", 20, kTemplate.zh, kTemplate.en};

constexpr Citation kBasis[] = {{"BL", "22(15)"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kSays.equal, kSays.undated, kSays.many, kSays.source};
constexpr OptionInfo kOptions[] = {kLeast, kValues, kCap};

// The course alone where it has the values; else with what other sections say of them.
void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  SameTexts texts(chart, options[kLeast], options[kCap], facts);
  for (const Document* const document : texts.documents()) {
    const Section* const course = document->section(SectionType::kOperationCourse);
    if (course == nullptr) continue;
    const auto told = document->text_of(*course);
    std::vector<Text> pieces(told.begin(), told.end());
    int values = operation_values(pieces);
    for (const SectionType type : {SectionType::kFindingsAndHandling, SectionType::kBloodLoss}) {
      if (values >= options[kValues]) break;
      const Section* const section = document->section(type);
      if (section == nullptr) continue;
      const auto more = document->text_of(*section);
      pieces.insert(pieces.end(), more.begin(), more.end());
      values +=
          type == SectionType::kBloodLoss ? std::min(any_values(more), 1) : operation_values(more);
    }
    if (values < options[kValues]) continue;
    texts.add(*document, SectionType::kOperationCourse, pieces);
  }
}

void judge(std::span<const Fact> facts, Report& report) { judge_same_text(facts, kSays, report); }

}  // namespace

extern constinit const Check operation_course{
    .info =
        {.id = "duplication-operation-course",
         .severity = Severity::kWarning,
         .title = {"手术经过不应连同数值与他人完全相同",
                   "The course of an operation is not another patient's, numbers and all"},
         .judged =
             {"手术经过（80字以上，且至少有两处因人而异的数值：出血等液体量、所见病变的大小、用"
              "时；手术经过中不足两处的，连同术中发现及处理、出血量）：与同一次运行所查的其他患者病"
              "历中先写的完全相同，数值也相同。",
              "The course of an operation with 80 characters or more and at least two values "
              "that differ between patients (volumes of blood and other fluids, sizes of what "
              "was found, how long it took; where it has less, together with the findings and "
              "the blood loss): equal to what was written before in the chart of another "
              "patient of the run, these values included."},
         .exceptions =
             {"只判完全相同，近似不在此列。没有这些数值的是术式模板，不评价；切口长度、气腹压力"
              "、补片规格等术式常数不算。只查一份病历时不评价。字数不计以“无”“否认”开头、含“未”"
              "或以“正常”“阴性”结尾的分句。同一患者的历次手术之间不比较；分不清是否同一患者，或"
              "文书未能读全的，无法判定。见于20名以上患者的视为模板，只在最早的一份提示一次，其"
              "余不评价。字数、处数和人数是可调参数，条文没有数值。",
              "Identity alone is judged, not likeness. A text without such values is the "
              "template of the procedure and not judged; the length of a cut, the pressure or "
              "the size of a mesh are none. Nothing is judged in a run of one chart. Clauses "
              "that begin with 无 or 否认, hold 未 or end in 正常 or 阴性 do not count for the "
              "length. Operations of one patient are not compared; undecided where it cannot be "
              "told whether it is one, and where a document could not be read to its end. What "
              "stands in the charts of more than 20 patients is taken for a template and told "
              "once, in the first chart; the others are not judged. All numbers are options, "
              "the articles have none."},
         .advice = {"按本次手术的实际所见、步骤、出血量和用时重新书写。",
                    "Write what was found and done in this operation, with its own blood loss and "
                    "times."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
