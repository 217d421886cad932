// SPDX-License-Identifier: Apache-2.0
#include "checks/duplication/same_text.h"

namespace emrlint::checks {
namespace {

constexpr SameTextMessages kSays{
    .equal =
        {"equal", "{0}（{1}字）与另一患者病历{2}中先写的讨论记录完全相同。",
         "{0} ({1} characters or words): word for word what was written before of a discussion "
         "of another patient, chart {2}."},
    .undated = {
        "equal-undated", "{0}（{1}字）与另一患者病历{2}中的讨论记录完全相同，书写时间分不出先后。",
        "{0} ({1} characters or words): word for word that of a discussion of another patient, "
        "chart {2}; the times of writing do not tell which was first."}};

constexpr Option<int> kLeast{"min_chars", 50, kShorter.zh, kShorter.en};
constexpr Option<int> kCap{"cap", 20, kTemplate.zh, kTemplate.en};

constexpr Citation kBasis[] = {{"BL", "3"}, {"HX", "6-2"}, {"HX", "8-4"}, {"HX", "9-3"}};
constexpr int kCore[] = {6, 8, 9};
constexpr MessageInfo kMessages[] = {kSays.equal, kSays.undated, kSays.many, kSays.source};
constexpr OptionInfo kOptions[] = {kLeast, kCap};

bool discussion(DocType type) {
  return type == DocType::kPreopDiscussion || type == DocType::kDifficultCaseDiscussion ||
         type == DocType::kDeathCaseDiscussion || type == DocType::kLevel4Mdt;
}

void emit(const Chart& chart, const Options& options, std::vector<Fact>& facts) {
  SameTexts texts(chart, options[kLeast], options[kCap], facts);
  for (const Document* const document : texts.documents()) {
    if (!discussion(document->type)) continue;
    for (const SectionType type :
         {SectionType::kDiscussionOpinion, SectionType::kDiscussionSummary}) {
      const Section* const section = document->section(type);
      if (section != nullptr) texts.add(*document, type, document->text_of(*section));
    }
  }
}

void judge(std::span<const Fact> facts, Report& report) { judge_same_text(facts, kSays, report); }

}  // namespace

extern constinit const Check discussion_other_patient{
    .info =
        {.id = "duplication-discussion-other-patient",
         .severity = Severity::kWarning,
         .title = {"讨论记录不应与他人的完全相同",
                   "The minutes of a discussion are not word for word another patient's"},
         .judged =
             {"术前讨论、四级手术多学科讨论、疑难病例讨论、死亡病例讨论的讨论意见和主持人小结（5"
              "0字以上）：与同一次运行所查的其他患者病历中先写的完全相同。",
              "Opinions and conclusion of discussions before surgery, before surgery of level 4 "
              "by several disciplines, of difficult cases and of deaths, with 50 characters or "
              "more: equal to what was written before of the discussion of another patient of "
              "the run."},
         .exceptions =
             {"只判完全相同，近似不在此列；同一份讨论内发言雷同由 duplication-discussion-minutes"
              " 判定。只查一份病历时不评价。字数不计以“无”“否认”开头、含“未”或以“正常”“阴性”结尾"
              "的分句。同一患者的历次讨论之间不比较；分不清是否同一患者，或文书未能读全的，无法"
              "判定。见于20名以上患者的视为模板，只在最早的一份提示一次，其余不评价。字数和人数"
              "是可调参数，条文没有数值。",
              "Identity alone is judged, not likeness; what is alike within one discussion is "
              "for duplication-discussion-minutes. Nothing is judged in a run of one chart. "
              "Clauses that begin with 无 or 否认, hold 未 or end in 正常 or 阴性 do not count "
              "for the length. Discussions of one patient are not compared; undecided where it "
              "cannot be told whether it is one, and where a document could not be read to its "
              "end. What stands in the charts of more than 20 patients is taken for a template "
              "and told once, in the first chart; the others are not judged. Both numbers are "
              "options, the articles have none."},
         .advice = {"如实记录本次讨论中各人的意见和结论。",
                    "Record what was said and concluded in this discussion."},
         .basis = kBasis,
         .core_systems = kCore,
         .messages = kMessages,
         .options = kOptions},
    .emit = &emit,
    .judge = &judge};

}  // namespace emrlint::checks
