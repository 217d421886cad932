// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_SAME_TEXT_H_
#define EMRLINT_CHECKS_DUPLICATION_SAME_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "checks/duplication/text_fact.h"

// Texts that stand word for word, or nearly so, in the charts of several patients, as facts: by
// hash, never the text itself.
namespace emrlint::checks {

// Takes the texts of one chart as facts, each text once: of several that are equal the first.
class SameTexts {
 public:
  // `cap`: from how many patients on a text is taken for a template; 0 for never.
  SameTexts(const Chart& chart, int least, int cap, std::vector<Fact>& facts);

  // The documents that count: no replaced versions, nor documents of other patients that lie here.
  std::vector<const Document*> documents() const;
  // A text of a section, or with kUnknown of a whole document. Gives the new fact, null where the
  // text is too short or was taken before. The fact holds until the next call. A text without any
  // number is kCommon.
  Fact* add(const Document& document, SectionType section, std::span<const Text> pieces);
  // Near copies of the text of such a fact are looked for too, from this share on; 0 for none.
  void seek_near(Fact& fact, std::span<const Text> pieces, double share) const;

 private:
  const Chart& chart_;
  std::uint32_t least_;
  std::vector<Fact>& facts_;
  Fact base_;  // Who the patient is, and `cap`.
  std::unordered_set<std::string> taken_;
};

// What the options are for.
inline constexpr Bilingual kShorter{
    "少于此字数的不比较（去除标点、空格和阴性、正常的套话后）",
    "shorter texts are not compared (without punctuation, blanks and stock negatives)"};
inline constexpr Bilingual kTemplate{
    "见于多于此数的患者时视为模板；0为不设",
    "a text of more patients than this is taken for a template; 0 for none"};

inline constexpr Bilingual kNearly{
    "与其他患者的文字相同的比例达到此值即为近似；0为不查近似",
    "share of the text that stands in another patient's chart from which on it is a near copy; 0: "
    "none are looked for"};

// What a check says of equal texts; {0} names the text, {1} its length.
struct SameTextMessages {
  Message<Bilingual, int, std::string_view> equal;    // {2}: the chart where it stood before.
  Message<Bilingual, int, std::string_view> undated;  // The same, but times do not tell which.
  // {2}: the cap.
  Message<Bilingual, int, int> many{
      "template", "{0}（{1}字）一字不差地见于{2}名以上患者的病历，按模板处理，只在此处提示一次。",
      "{0} ({1} characters or words): word for word in the charts of more than {2} patients; taken "
      "for a template and told once, here."};
  // {0}: the chart.
  Message<std::string_view> source{"source", "病历{0}中的相同文字",
                                   "the same text in the chart {0}"};
  Severity common = Severity::kError;  // The most that a text of kCommon comes to.
};

// Judges facts of one text: whoever wrote it first passes, charts of other patients fail. Linear in
// the facts.
void judge_same_text(std::vector<const Fact*> facts, const SameTextMessages& messages,
                     Report& report);
void judge_same_text(std::span<const Fact> facts, const SameTextMessages& messages, Report& report);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_SAME_TEXT_H_
