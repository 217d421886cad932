// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/duplication/overlap.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType> kTwice{"twice", "{0}重复归档：类型、时间和内容与另一份完全相同。",
                                  "this {0} is filed twice: another one has the same type, time "
                                  "and text."};
constexpr Message<> kFirst{"first", "内容相同的另一份", "the other one"};

constexpr Option<int> kLeast{
    "min_chars", 30, "少于此字数的文书不比较（不计标点；一个外文词算两字）",
    "records of fewer characters are not compared (without punctuation; a word counts as two)"};

constexpr Citation kBasis[] = {{"ZB", "20"}, {"BL", "3"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kTwice, kFirst};
constexpr OptionInfo kOptions[] = {kLeast};
constexpr std::string_view kSupersedes[] = {
    "duplication-progress-notes", "duplication-consecutive-round", "duplication-handover-transfer",
    "duplication-discussion-minutes", "duplication-copied-passage"};

bool names(const Document& document, const Document& other) {
  return !other.id.value.empty() &&
         std::any_of(document.related.begin(), document.related.end(),
                     [&](const RelatedDocument& one) { return one.id.value == other.id.value; });
}

bool same_text(const Text& a, const Text& b) { return a.value == b.value; }

// Whether they may be two on purpose: versions, of different events, of different people.
bool apart(const Document& a, const Document& b) {
  const bool one_id = !a.id.value.empty() && a.id.value == b.id.value;
  const bool one_set = !a.set_id.value.empty() && a.set_id.value == b.set_id.value;
  const bool other_event =
      !a.about.empty() && !b.about.empty() &&
      !std::equal(a.about.begin(), a.about.end(), b.about.begin(), b.about.end(), same_text);
  return one_id || one_set || other_event || names(a, b) || names(b, a) ||
         same_person(a.author, b.author) == SamePerson::kNo;
}

bool prescription(DocType type) {
  return type == DocType::kWesternPrescription || type == DocType::kTcmPrescription;
}

struct Filed {
  const Document* document;
  TextList texts;
};

void judge(const Chart& chart, const ChartCopies& copies, const Filed& filed,
           const std::vector<Filed>& earlier, Report& report) {
  const Subject subject = of(chart, *filed.document);
  const auto time = writing_time(*filed.document);
  bool untimed = false;
  for (const Filed& other : earlier) {
    if (filed.document->type != other.document->type) continue;
    if (apart(*filed.document, *other.document)) continue;
    const auto before = writing_time(*other.document);
    const bool timed = time && before;
    if (timed ? *time != *before : untimed) continue;
    if (tokens_of(copies, filed.texts) != tokens_of(copies, other.texts)) continue;
    if (!timed) {
      untimed = true;
      continue;
    }
    return show(copies, whole(copies, filed.texts, other.texts), kFirst,
                report.fail(kTwice, subject, filed.document->span, filed.document->type));
  }
  if (untimed) return report.undecided(subject, missing::kCompletionTime);
  pass_among_all(chart, *filed.document, report);
}

void run(const Chart& chart, const Options& options, Report& report) {
  const Written& written = Written::in(chart, report);
  std::unordered_map<std::size_t, std::vector<Filed>> alike;  // By hash of type and text.
  for (const Document& document : chart.documents) {
    if (prescription(document.type)) continue;
    Filed filed{&document, written.of(document)};
    if (!tells_least(written.copies(), filed.texts, options[kLeast])) continue;
    std::u32string key = tokens_of(written.copies(), filed.texts);
    key += static_cast<char32_t>(document.type);
    auto& earlier = alike[std::hash<std::u32string>{}(key)];
    judge(chart, written.copies(), filed, earlier, report);
    earlier.push_back(std::move(filed));
  }
}

}  // namespace

extern constinit const Check document_twice{
    {.id = "duplication-document-twice",
     .severity = Severity::kWarning,
     .title = {"同一份文书不应重复归档", "A record is filed once"},
     .judged = {"两份文书类型、书写时间和全部文字相同，而标识不同，且没有声明替代关系。",
                "Two records with the same type, time of writing and text but different ids, none "
                "of which says that it replaces the other."},
     .exceptions =
         {"声明为替代、补充或同一文书不同版本的，书写者不同或所述事件（手术等）不同的，处方，以及"
          "不足30字（可调）的不评价；文字相同而没有书写时间的、病历不全的无法判定。",
          "Not for versions, replacements and additions, records of different writers or on "
          "different events (surgeries and the like), prescriptions and less than 30 characters "
          "(an option). Undecided for equal texts of which one has no time and where the chart is "
          "not whole."},
     .advice = {"只保留一份；修改后的版本注明替代了哪一份。",
                "Keep one; a new version says which one it replaces."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions,
     .supersedes = kSupersedes},
    &run};

}  // namespace emrlint::checks
