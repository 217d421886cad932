// SPDX-License-Identifier: Apache-2.0
//
// Kind "phrase": words that must not stand in a text, or must. Plain search of the words as they
// are written. Each document of the types is a subject. Keys:
//   document   = [...]    types
//   sections   = [...]    where to look; the whole document when left out
//   forbid     = [...]    none of these words; the finding points at the first one; or
//   require    = [...]    one of these words
//   negated_by = [...]    a forbidden word behind one of these in its clause does not count
//   applies    = { ... }  see rule/applies.h
#include <algorithm>

#include "rule/applies.h"
#include "rule/field.h"
#include "rule/kind.h"
#include "text/find_word.h"

namespace emrlint {
namespace {

constexpr Message<DocType, std::string_view> kForbidden{"forbidden", "{0}中出现“{1}”。",
                                                        "{0} says \"{1}\"."};
constexpr Message<DocType, Bilingual> kRequired{"required", "{0}中未见以下任何一项：{1}。",
                                                "{0} mentions none of: {1}."};
constexpr Message<std::string_view> kAgain{"again", "又见“{0}”", "again \"{0}\""};

struct Hit {
  Part part;
  std::string_view word;
};

struct Phrase {
  std::vector<DocType> types;
  std::vector<SectionType> sections;
  std::optional<Option<WordList>> forbid, require, negated_by;
  Applies applies;
  MessageInfo message, again;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  std::vector<Text> texts_of(const Document& document) const;
  std::vector<Hit> hits(const std::vector<Text>& texts, WordList words,
                        const Options& options) const;
  void judge(const Chart& chart, const Document& document, const Options& options,
             Report& report) const;
};

// The clause before `at`: a negation in front of a comma does not reach behind it.
std::string_view clause_before(std::string_view text, std::size_t at) {
  std::size_t begin = 0;
  for (const std::string_view end : {"，", "。", "；", ",", ";", ".", "\n"}) {
    const std::size_t found = text.substr(0, at).rfind(end);
    if (found != std::string_view::npos) begin = std::max(begin, found + end.size());
  }
  return text.substr(begin, at - begin);
}

std::vector<Text> Phrase::texts_of(const Document& document) const {
  if (sections.empty()) return document.narrative();
  std::vector<Text> texts;
  for (const Section& section : document.sections) {
    if (std::find(sections.begin(), sections.end(), section.type) == sections.end()) continue;
    for (const Text& text : document.text_of(section)) texts.push_back(text);
  }
  return texts;
}

std::vector<Hit> Phrase::hits(const std::vector<Text>& texts, WordList words,
                              const Options& options) const {
  std::vector<Hit> found;
  const auto add = [&](const Text& text, std::string_view word) {
    for (std::size_t at = find_word(text.value, word); at != std::string_view::npos;
         at = find_word(text.value, word, at + word.size())) {
      const std::string_view before = clause_before(text.value, at);
      const bool negated = negated_by && any_word(options[*negated_by], [&](std::string_view no) {
                             return holds(before, no);
                           });
      if (negated) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      found.push_back({{text, begin, begin + static_cast<std::uint32_t>(word.size())}, word});
    }
  };
  for (const Text& text : texts) {
    any_word(words, [&](std::string_view word) {
      add(text, word);
      return false;
    });
  }
  std::stable_sort(found.begin(), found.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.part.value.span.begin, a.part.from) <
           std::pair(b.part.value.span.begin, b.part.from);
  });
  return found;
}

void Phrase::judge(const Chart& chart, const Document& document, const Options& options,
                   Report& report) const {
  const Subject subject = of(chart, document);
  const Applicable applicable = applies.to(chart, subject, options, report.clock());
  if (!applicable.yes) return;
  if (applicable.unknown) return report.undecided(subject, *applicable.unknown, document.span);
  const std::vector<Text> texts = texts_of(document);
  if (texts.empty()) return;  // An absent section is another rule's.
  const WordList words = options[forbid ? *forbid : *require];
  const std::vector<Hit> found = hits(texts, words, options);
  if (found.empty() == forbid.has_value()) {
    if (forbid && document.broken) {
      return report.undecided(subject, missing::kRestOfDocument, document.span);
    }
    return report.pass(subject);
  }
  if (require) {
    if (document.broken) return report.undecided(subject, missing::kRestOfDocument, document.span);
    std::vector<Argument> wanted;
    any_word(words, [&](std::string_view word) {
      wanted.push_back(to_argument(word));
      return false;
    });
    report.fail(message, subject, texts.front().span, {to_argument(document.type), joined(wanted)});
    return;
  }
  Outcome& outcome = report.fail(message, subject, {},
                                 {to_argument(document.type), to_argument(found.front().word)});
  outcome.at(found.front().part);
  for (const Hit& hit : std::span(found).subspan(1)) {
    outcome.note(again, hit.part, {to_argument(hit.word)});
  }
}

void Phrase::operator()(const Chart& chart, const Options& options, Report& report) const {
  for (const Document& document : chart.documents) {
    if (std::find(types.begin(), types.end(), document.type) == types.end()) continue;
    judge(chart, document, options, report);
  }
}

}  // namespace

RuleFunction read_phrase(RuleReader& reader) {
  TableReader& table = reader.table();
  Phrase rule;
  table.require("document");
  rule.types = reader.document_types("document");
  rule.sections = reader.sections("sections");
  rule.forbid = reader.words("forbid", {"不应出现的词语", "words that must not stand"});
  rule.require = reader.words("require", {"应出现的词语之一", "words, one of which must stand"});
  rule.negated_by = reader.words("negated_by", {"否定词", "words of negation"});
  if (rule.forbid.has_value() == rule.require.has_value()) {
    table.fail(table.place(), "forbid与require须有且只有一个",
               "one of forbid and require is needed");
  }
  rule.applies = Applies::read(reader);
  rule.message = rule.forbid ? reader.message(kForbidden) : reader.message(kRequired);
  if (rule.forbid) rule.again = reader.message(kAgain);
  return rule;
}

}  // namespace emrlint
