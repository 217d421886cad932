// SPDX-License-Identifier: Apache-2.0
#include "output/score_wording.h"

#include <array>

namespace emrlint {
namespace {

std::string_view unit_name(SheetUnit unit, Lang lang) {
  static constexpr std::array<Bilingual, 5> kNames{
      Bilingual{"", ""}, {"处", "place"}, {"次", "time"}, {"项", "item"}, {"页", "page"}};
  return kNames[static_cast<std::size_t>(unit)].in(lang);
}

std::string_view say(Lang lang, std::string_view zh, std::string_view en) {
  return lang == Lang::kZh ? zh : en;
}

}  // namespace

std::string_view why_not_scored(NotScored reason, Lang lang) {
  switch (reason) {
    case NotScored::kNo:
      break;
    case NotScored::kOtherSheet:
      return say(lang, "此评分表不适用于这类病历", "the sheet is not for such a stay");
    case NotScored::kNoSource:
      return say(lang, "病历没有载入此评分表所评的内容（如病案首页的项目）",
                 "the chart brings nothing of what the sheet scores, such as the items of a front "
                 "page");
    case NotScored::kNothingJudged:
      return say(lang, "评分表所列的检查都没有可判定的内容",
                 "no check of the sheet found anything that it could judge");
  }
  return "";
}

std::string price_text(const ScoreSheet& sheet, const SheetRow& row, Lang lang) {
  const bool zh = lang == Lang::kZh;
  std::string text;
  if (row.veto) {
    text = say(lang, "单项否决", "veto");
    if (sheet.veto.points > Points{}) text.append(" -").append(to_string(sheet.veto.points));
    return text;
  }
  text = to_string(row.points);
  if (row.most) text.append(zh ? "～" : " to ").append(to_string(*row.most));
  text.append(zh ? "分" : row.points == Points::whole(1) ? " point" : " points");
  if (row.unit != SheetUnit::kOnce) {
    text.append(zh ? "/" : " a ").append(unit_name(row.unit, lang));
  }
  if (row.cap) {
    text.append(zh ? "，最多" : ", at most ").append(to_string(*row.cap)).append(zh ? "分" : "");
  }
  return text;
}

std::string arithmetic_text(const ScoreSheet& sheet, const SheetRow& row, const RowScore& score,
                            Lang lang) {
  if (row.veto) {
    const std::string veto(say(lang, "单项否决", "veto"));
    return sheet.veto.points > Points{} ? veto + " -" + to_string(sheet.veto.points) : veto;
  }
  std::string text = "-" + to_string(row.points);
  if (row.unit != SheetUnit::kOnce) {
    text.append(" × ").append(std::to_string(score.count));
    text.append(lang == Lang::kZh ? "" : " ").append(unit_name(row.unit, lang));
    if (lang == Lang::kEn && score.count != 1) text += 's';
    text.append(" = -").append(to_string(score.lost));
  }
  if (row.cap && score.lost == *row.cap) text += say(lang, "（上限）", " (the most)");
  if (row.most) {
    text.append(say(lang, "（可酌情扣至 ", " (a reviewer may take "));
    text.append(to_string(*row.most)).append(say(lang, "）", ")"));
  }
  return text;
}

std::string_view state_text(RowState state, Lang lang) {
  switch (state) {
    case RowState::kJudged:
      break;
    case RowState::kUndecided:
      return say(lang, "未能判定", "not judged in full");
    case RowState::kOff:
      return say(lang, "检查未启用", "off");
    case RowState::kByHand:
      return say(lang, "须由人判断", "for people");
  }
  return "";
}

std::string grade_text(const ScoreSheet& sheet, const ChartMarks& marks, const ChartScore& score,
                       Lang lang) {
  if (!marks.complete) {
    return std::string(say(lang, "病历不完整，不定级", "no grade: not whole"));
  }
  std::string text = sheet.grades[score.grade].title.in(lang);
  if (score.limited) text += say(lang, "（因单项否决）", " (by a veto)");
  return text;
}

std::string judged_text(const ScoreSheet& sheet, const ChartMarks& marks, const ChartScore& score,
                        Lang lang) {
  std::string text = std::to_string(score.judged);
  text.append(say(lang, " / ", " of ")).append(std::to_string(sheet.rows.size()));
  text += say(lang, " 行扣分项目已判定", " rows were judged");
  std::array<std::uint32_t, 4> counts{};
  for (const RowState state : marks.rows) ++counts[static_cast<std::size_t>(state)];
  const auto more = [&](std::uint32_t count, std::string_view zh, std::string_view en) {
    if (count == 0) return;
    text.append(say(lang, "，", ", ")).append(std::to_string(count)).append(say(lang, zh, en));
  };
  more(counts[1], "行未能完全判定", " not in full");
  more(counts[2], "行的检查未启用", " off in the profile");
  more(counts[3], "行须由人判断", " for people to judge");
  return text;
}

}  // namespace emrlint
