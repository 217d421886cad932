// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/tumour_reports.h"

#include <algorithm>
#include <array>

#include "check/words.h"
#include "terminology/icd.h"
#include "text/find_word.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

struct Site {
  WordList words;
  CodeRange malignant, benign;
};
constexpr Site kSites[] = {
#define EMRLINT_TUMOUR_SITE(words, malignant, benign, last) \
  {{words}, {malignant, malignant}, {benign, last}},
#include "checks/coding/tumour_sites.def"
#undef EMRLINT_TUMOUR_SITE
};
constexpr TumourSite kNone = std::size(kSites);

constexpr WordList kMalignant{"癌|肉瘤|恶性|淋巴瘤|黑色素瘤|母细胞瘤|精原细胞瘤|骨髓瘤"};
constexpr WordList kBenign{
    "良性|腺瘤|平滑肌瘤|纤维瘤|脂肪瘤|血管瘤|乳头状瘤|错构瘤|神经鞘瘤|成熟性畸胎瘤|甲状腺肿"};
// Beside one of these a report says more than one thing, or does not say it for sure.
constexpr WordList kOpen{
    "原位|交界|低度恶性|恶性潜能|未定|上皮内瘤变|高级别|异型|不典型|非典型|癌变|恶变|类癌|"
    "神经内分泌|"
    "考虑|可能|疑|倾向|建议|不除外|不能除外|待|免疫组化|会诊|腺瘤病|转移"};
// Not the last word on the tumour.
constexpr WordList kNotFinal{"冰冻|冷冻|快速|术中|细胞学|涂片|脱落|穿刺|活检|咬检|钳取|刷检|灌洗"};
constexpr WordList kLooksLike{"癌胚|癌前|癌旁|抗癌|癌基因|非癌"};

// The first site word in the text at or behind `at`; moves `at` behind it.
TumourSite next_site(std::string_view text, std::size_t& at) {
  std::size_t best = text.npos, end = text.npos;
  TumourSite site = kNone;
  for (TumourSite i = 0; i < kNone; ++i) {
    any_word(kSites[i].words, [&](std::string_view word) {
      const std::size_t found = find_word(text, word, at);
      // Of two that begin at one place the earlier entry counts, as the longer.
      if (found < best) best = found, end = found + word.size(), site = i;
      return false;
    });
  }
  at = end;
  return site;
}

// The only site of the text; kNone where it names none, `several` where it names more.
TumourSite only_site(std::string_view text, bool& several) {
  TumourSite only = kNone;
  several = false;
  for (std::size_t at = 0; at < text.size();) {
    const TumourSite site = next_site(text, at);
    if (site == kNone) break;
    several |= only != kNone && only != site;
    only = site;
  }
  return only;
}

std::string_view sentence_of(const Narrative& narrative, std::size_t at) {
  const std::string_view text = narrative.text();
  const std::size_t from = narrative.sentence_begin(at);
  std::size_t to = narrative.clause_end(at);
  while (to < text.size() && narrative.sentence_begin(to + 1) == from) {
    const std::size_t next = narrative.clause_end(to + 1);
    if (next <= to) break;
    to = next;
  }
  return text.substr(from, to - from);
}

bool looks_like(std::string_view text, std::size_t at) {
  return any_word(kLooksLike, [&](std::string_view word) {
    const std::size_t begin = at >= word.size() ? at - word.size() : 0;
    return holds(text.substr(begin, 2 * word.size() + 6), word);
  });
}

class Reader {
 public:
  Reader(const TestResult& report, TumourSite site)
      : text_(report.conclusion), narrative_(text_.value), site_(site) {
    named_ = only_site(report.name.value, name_several_);
    bool several = false;
    whole_ = only_site(text_.value, several);
    not_final_ = holds_any(report.name.value, kNotFinal) || holds_any(text_.value, kNotFinal);
  }

  SaidOfSite read() {
    if (named_ != site_ && !names_site()) return {};
    const bool malignant = scan(kMalignant), benign = !malignant && scan(kBenign);
    if (malignant) return {sure_ ? ReportSays::kMalignant : ReportSays::kOpen, part_};
    const bool clean = !holds_any(text_.value, kMalignant) && !holds_any(text_.value, kOpen);
    if (benign && sure_ && clean && !not_final_) return {ReportSays::kBenign, part_};
    return {ReportSays::kOpen, part_};
  }

 private:
  bool names_site() const {
    for (std::size_t at = 0; at < text_.value.size();) {
      const TumourSite site = next_site(text_.value, at);
      if (site == site_) return true;
      if (site == kNone) break;
    }
    return false;
  }

  // Whether the sentence is of the site alone: by its words, else by the name of the report where
  // the conclusion names no site at all.
  bool of_site(std::string_view sentence) const {
    bool several = false;
    const TumourSite only = only_site(sentence, several);
    if (several) return false;
    if (only != kNone) return only == site_;
    return named_ == site_ && !name_several_ && (whole_ == kNone || whole_ == site_);
  }

  // Whether a word of the list is stated of the site, or may be; `sure_` for the former.
  bool scan(WordList words) {
    bool found = false;
    sure_ = false;
    any_word(words, [&](std::string_view word) {
      for (std::size_t at = find_word(text_.value, word); at != text_.value.npos && !sure_;
           at = find_word(text_.value, word, at + 1)) {
        if (looks_like(text_.value, at)) continue;
        const Reading reading = narrative_.reading(at, at + word.size());
        if (reading.polarity == Polarity::kNegated) continue;
        const std::string_view sentence = sentence_of(narrative_, at);
        if (!of_site(sentence) && !holds_word_of_site(sentence)) continue;
        found = true;
        sure_ = reading.own_fact() && reading.mode == Mode::kActual && of_site(sentence) &&
                !holds_any(sentence, kOpen);
        part_ = {text_, static_cast<std::uint32_t>(at),
                 static_cast<std::uint32_t>(at + word.size())};
      }
      return sure_;
    });
    return found;
  }

  bool holds_word_of_site(std::string_view sentence) const {
    return any_word(kSites[site_].words, [&](std::string_view w) { return holds(sentence, w); });
  }

  const Text& text_;
  Narrative narrative_;
  TumourSite site_;
  TumourSite named_ = kNone, whole_ = kNone;
  bool name_several_ = false, not_final_ = false, sure_ = false;
  Part part_;
};

}  // namespace

bool pathology_in_stay(const Chart& chart, const TestResult& result) {
  const TimeFact& left = chart.encounter.discharged;
  return result.kind.value == "pathology" && result.reported && left &&
         !certainly_after(result.reported->value, left.value());
}

bool names_tumour(std::string_view text) {
  const Narrative narrative(text);
  for (const std::string_view word : {"癌", "瘤"}) {
    for (std::size_t at = find_word(text, word); at != text.npos;
         at = find_word(text, word, at + 1)) {
      if (looks_like(text, at)) continue;
      if (narrative.reading(at, at + word.size()).own_fact()) return true;
    }
  }
  return false;
}

std::optional<SitedCode> sited(std::string_view code) {
  for (TumourSite i = 0; i < kNone; ++i) {
    const CodeRange malignant[] = {kSites[i].malignant}, benign[] = {kSites[i].benign};
    if (in_ranges(malignant, code)) return SitedCode{i, true};
    if (in_ranges(benign, code)) return SitedCode{i, false};
  }
  return std::nullopt;
}

SaidOfSite said_of(const TestResult& report, TumourSite site) {
  return Reader(report, site).read();
}

}  // namespace emrlint::checks
