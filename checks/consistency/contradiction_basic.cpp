// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "check/words.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/word_rows.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kBoth{
    "both", "同一次体格检查既写“{0}”，又写“{1}”。",
    "one physical examination says both “{0}” and “{1}”."};
constexpr Message<std::string_view> kOther{"other", "另一处：{0}", "the other place: {0}"};

constexpr Option<WordList> kChanges{
    "change_words",
    {"时而|间断|阵发|有时|偶|转为|转清|恢复|之后|随后|继而|复查|再查|再次查体|治疗后|用药后|抢救后|"
     "昨|今晨|小时后|分钟后|入室时|当时|伤后|发作|心电|监护"},
    "表明前后不是同一时刻的用语：检查中有其一即不评价",
    "words of more than one moment: an examination that holds one is not judged"};

constexpr Citation kBasis[] = {{"BL", "3"}, {"TJ", "7.7"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kBoth, kOther};
constexpr OptionInfo kOptions[] = {kChanges};

// Rows 2n and 2n + 1 exclude each other.
constexpr std::string_view kRows[] = {
#define EMRLINT_CONTRADICTION(one, other) one, other,
#include "checks/consistency/contradictions.def"
#undef EMRLINT_CONTRADICTION
};

struct Pair {
  Part first;
  Part second;
};

struct Findings {
  bool any = false;
  std::optional<Pair> pair;
};

// What the examination states of the patient, as a fact and of now.
Findings findings_in(const Piece& piece) {
  static const WordRows words(kRows);
  std::array<std::optional<Part>, std::size(kRows)> found;
  Findings findings;
  const std::string_view text = piece.text.value;
  const Narrative narrative(text);
  for (std::size_t at = 0; at < text.size(); at += char_length(text, at)) {
    const WordRows::Found word = words.at(text, at);
    if (word.length == 0 || narrative.reading(at, at + word.length) != Reading{}) continue;
    findings.any = true;
    const Part part = part_of_piece(piece, at, at + word.length);
    if (!found[word.row]) found[word.row] = part;
    if (found[word.row ^ 1]) {
      findings.pair = Pair{*found[word.row ^ 1], part};
      return findings;
    }
  }
  return findings;
}

std::string_view words_of(const Part& part) {
  return part.value.value.substr(part.from, part.to - part.from);
}

void judge(const Chart& chart, const Document& document, WordList changes, Report& report) {
  bool any = false;
  for (const Piece& piece : pieces_of(document)) {
    if (piece.section != SectionType::kPhysicalExam) continue;
    if (holds_any(piece.text.value, changes)) continue;
    const Findings findings = findings_in(piece);
    any = any || findings.any;
    if (!findings.pair) continue;
    const auto& [first, second] = *findings.pair;
    report.fail(kBoth, of(chart, document), second.value.span, words_of(first), words_of(second))
        .at(second)
        .note(kOther, first, words_of(first));
    return;
  }
  if (any) report.pass(of(chart, document));
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const Document& document : chart.documents) {
    const Section* exam = document.section(SectionType::kPhysicalExam);
    if (exam == nullptr || document.blank(*exam) || of_other_person(chart, document)) continue;
    judge(chart, document, options[kChanges], report);
  }
}

}  // namespace

extern constinit const Check contradiction_basic{
    {.id = "consistency-contradiction-basic",
     .severity = Severity::kNote,
     .title = {"体格检查不应自相矛盾", "A physical examination does not contradict itself"},
     .judged =
         {"每份文书的体格检查：不同时写有互相排斥的两种所见（神志清楚与昏迷、自动体位与被动体位、查"
          "体"
          "合作与不合作、双侧瞳孔等大与不等大、心律齐与不齐）。",
          "The physical examination of each document does not state two findings that exclude each "
          "other (神志清楚 and 昏迷, 自动体位 and 被动体位, pupils equal and "
          "unequal, 心律齐 and 不齐)."},
     .exceptions =
         {"只对照同一段体格检查；否定、推测、既往和他人的叙述不算；有“转为”“治疗后”“发作”“心电”等表"
          "明不是"
          "同一时刻或同一检查的用语（可调）的不评价；词表以外的矛盾不判断。",
          "Only within one piece of examination. What is denied, supposed, of the past or of "
          "others "
          "does not count; not where words tell of another moment or test (转为, 治疗后, 发作, "
          "心电; an option). Other "
          "contradictions than those of the list are not judged."},
     .advice = {"核对患者情况，改正与实际不符的一处。",
                "Check the patient and correct the statement that is not so."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
