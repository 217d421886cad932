// SPDX-License-Identifier: Apache-2.0
//
// Kind "section" (and "field", which is the same): what a document must hold. Each document of the
// types is a subject; all that is missing in it is one finding. Keys:
//   document  = [...]          types
//   sections  = [...]          each must be there and not blank
//   any_of    = [[...], ...]   of each group one section must be there; a plain list is one group
//   fields    = [...]          other data: see the table in rule/field.cpp
//   min_chars = 20             characters without blanks in each of `sections`
//   words     = [...]          one of them must stand in one of `sections`
//   not       = [...]          a section that holds nothing but one of these counts as blank;
//                              blanks and punctuation make no difference
//   each      = true           each item is a subject of its own, its id the detail: one finding
//   for
//                              each that is missing; not with min_chars and words
//   applies   = { ... }        see rule/applies.h
// A WS/T 500 document is not blamed for a section that the standard has no place for.
#include <algorithm>

#include "rule/applies.h"
#include "rule/field.h"
#include "rule/kind.h"
#include "terminology/ws500.h"
#include "text/find_word.h"
#include "text/normal.h"

namespace emrlint {
namespace {

constexpr Message<DocType, Bilingual> kMissing{"missing", "{0}缺少：{1}。", "{0} lacks: {1}."};
constexpr Message<DocType, SectionType, int, int> kShort{
    "short", "{0}的{1}仅{2}字，应不少于{3}字。",
    "{1} in {0} has {2} characters; at least {3} are expected."};
constexpr Message<DocType, Bilingual, Bilingual> kWords{
    "words", "{0}的{1}中未见以下任何一项：{2}。", "{1} in {0} mentions none of: {2}."};

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// "对症治疗。" is "对症治疗", and "-" is "-".
bool same_words(std::string_view word, std::string_view text) {
  constexpr std::size_t kAround = 32;  // Bytes of blanks and punctuation that are put up with.
  const std::string_view value = trimmed(text);
  if (value == word) return true;
  if (value.size() > word.size() + kAround) return false;
  const Text left{word, {}}, right{value, {}};
  const std::u32string x = normalise({&left, 1}), y = normalise({&right, 1});
  return !x.empty() && x == y;
}

// Whether the form of the document lets it hold such a section.
bool has_place(const Document& document, SectionType type) {
  return document.format != Format::kWs500 || ws500_has_place(document.type, type);
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && kBlanks.find(c) == kBlanks.npos;
  }));
}

// Something that a document must hold.
struct Item {
  std::string_view id;
  Argument name;
  bool given = false;
  const Section* heading = nullptr;  // Over nothing, if there is one.
  bool of_surgery = false;
};

struct SectionRule {
  std::vector<DocType> types;
  std::vector<SectionType> sections;
  std::vector<std::vector<SectionType>> any_of;
  std::vector<const Field*> fields;
  std::optional<Option<int>> min_chars;
  std::optional<Option<WordList>> words, placeholders;
  bool each = false;
  Applies applies;
  MessageInfo missing, too_short, no_words;

  void operator()(const Chart& chart, const Options& options, Report& report) const;

 private:
  bool filled(const Document& document, SectionType type, const Options& options) const;
  std::vector<Item> items(const Chart& chart, const Document& document,
                          const Options& options) const;
  void judge_each(const Chart& chart, const Document& document, const std::vector<Item>& items,
                  Report& report) const;
  void judge(const Chart& chart, const Document& document, const Options& options,
             Report& report) const;
  bool judge_text(const Document& document, const Subject& subject, const Options& options,
                  Report& report) const;
};

bool SectionRule::filled(const Document& document, SectionType type, const Options& options) const {
  const Section* section = document.section(type);
  if (section == nullptr || document.blank(*section)) return false;
  if (!placeholders) return true;
  const auto texts = document.text_of(*section);
  return std::any_of(texts.begin(), texts.end(), [&](const Text& text) {
    return !trimmed(text.value).empty() &&
           !any_word(options[*placeholders],
                     [&](std::string_view word) { return same_words(word, text.value); });
  });
}

// Those that the form of the document has a place for.
std::vector<Item> SectionRule::items(const Chart& chart, const Document& document,
                                     const Options& options) const {
  std::vector<Item> items;
  for (const SectionType type : sections) {
    if (!has_place(document, type)) continue;
    const bool given = filled(document, type, options);
    items.push_back({id(type), to_argument(type), given, given ? nullptr : document.section(type)});
  }
  for (const std::vector<SectionType>& group : any_of) {
    const auto holds = [&](SectionType type) { return filled(document, type, options); };
    const auto could = [&](SectionType type) { return has_place(document, type); };
    if (std::none_of(group.begin(), group.end(), could)) continue;
    const bool given = std::any_of(group.begin(), group.end(), holds);
    items.push_back({id(group.front()), to_argument(group.front()), given});
  }
  for (const Field* field : fields) {
    items.push_back({field->id, to_argument(field->name), field->given(chart, document), nullptr,
                     field->of_surgery});
  }
  return items;
}

// Whether something is missing that the chart may tell of a surgery which the document does not
// name.
bool surgery_unclear(const Chart& chart, const Document& document, std::span<const Item> items) {
  if (!document.surgeries.empty() || chart.surgeries.size() < 2) return false;
  return std::any_of(items.begin(), items.end(),
                     [](const Item& item) { return item.of_surgery && !item.given; });
}

void SectionRule::judge_each(const Chart& chart, const Document& document,
                             const std::vector<Item>& items, Report& report) const {
  for (const Item& item : items) {
    const Subject subject = of(chart, document, item.id);
    if (item.given) {
      report.pass(subject);
    } else if (document.broken) {
      report.undecided(subject, missing::kRestOfDocument, document.span);
    } else if (surgery_unclear(chart, document, {&item, 1})) {
      report.undecided(subject, missing::kDocumentLink, document.span);
    } else {
      report.fail(missing, subject, item.heading != nullptr ? item.heading->span : document.span,
                  {to_argument(document.type), item.name});
    }
  }
}

// Whether the sections say enough; fails the document otherwise.
bool SectionRule::judge_text(const Document& document, const Subject& subject,
                             const Options& options, Report& report) const {
  bool word_found = !words;
  for (const SectionType type : sections) {
    if (document.section(type) == nullptr) return true;  // WS/T 500 has no place for it.
    const Section& section = *document.section(type);
    int length = 0;
    for (const Text& text : document.text_of(section)) {
      length += characters(text.value);
      word_found = word_found || any_word(options[*words], [&](std::string_view word) {
                     return holds(text.value, word);
                   });
    }
    if (min_chars && length < options[*min_chars]) {
      report.fail(too_short, subject, section.span,
                  arguments(document.type, type, length, options[*min_chars]));
      return false;
    }
  }
  if (word_found) return true;
  std::vector<Argument> names, wanted;
  for (const SectionType type : sections) names.push_back(to_argument(type));
  any_word(options[*words], [&](std::string_view word) {
    wanted.push_back(to_argument(word));
    return false;
  });
  report.fail(no_words, subject, document.section(sections.front())->span,
              {to_argument(document.type), joined(names), joined(wanted)});
  return false;
}

void SectionRule::judge(const Chart& chart, const Document& document, const Options& options,
                        Report& report) const {
  const Subject subject = of(chart, document);
  const Applicable applicable = applies.to(chart, subject, options, report.clock());
  if (!applicable.yes) return;
  if (applicable.unknown) return report.undecided(subject, *applicable.unknown, document.span);
  const std::vector<Item> wanted = items(chart, document, options);
  if (each) return judge_each(chart, document, wanted, report);
  std::vector<Argument> names;
  for (const Item& item : wanted) {
    if (!item.given) names.push_back(item.name);
  }
  if (names.empty()) {
    if (judge_text(document, subject, options, report)) report.pass(subject);
  } else if (document.broken) {
    report.undecided(subject, missing::kRestOfDocument, document.span);
  } else if (surgery_unclear(chart, document, wanted)) {
    report.undecided(subject, missing::kDocumentLink, document.span);
  } else {
    // A heading over nothing is the best place; the title of the document otherwise.
    const auto heading = std::find_if(wanted.begin(), wanted.end(),
                                      [](const Item& item) { return item.heading != nullptr; });
    const Span where = heading == wanted.end() ? document.span : heading->heading->span;
    report.fail(missing, subject, where, {to_argument(document.type), joined(names)});
  }
}

void SectionRule::operator()(const Chart& chart, const Options& options, Report& report) const {
  for (const Document& document : chart.documents) {
    if (std::find(types.begin(), types.end(), document.type) == types.end()) continue;
    judge(chart, document, options, report);
  }
}

std::vector<std::vector<SectionType>> read_groups(RuleReader& reader) {
  std::vector<std::vector<SectionType>> groups;
  const TomlValue* value = reader.table().find("any_of");
  if (value == nullptr) return groups;
  if (value->items.empty() || value->items.front().kind != TomlKind::kArray) {
    groups.push_back(reader.sections("any_of"));
  } else {
    for (const TomlValue& item : value->items) {
      groups.push_back(reader.sections_in(item));
    }
  }
  for (const auto& group : groups) {
    if (!group.empty()) continue;
    reader.table().fail(value->place, "any_of中有空组", "any_of has an empty group");
  }
  return groups;
}

}  // namespace

RuleFunction read_section(RuleReader& reader) {
  TableReader& table = reader.table();
  SectionRule rule;
  table.require("document");
  rule.types = reader.document_types("document");
  rule.sections = reader.sections("sections");
  rule.any_of = read_groups(reader);
  rule.fields = read_fields(reader, "fields");
  rule.min_chars =
      reader.integer("min_chars", {"每一章节的最少字数", "least characters a section"});
  rule.words = reader.words("words", {"应出现的词语之一", "words, one of which must stand"});
  rule.placeholders = reader.words("not", {"视同空白的文字", "texts that count as blank"});
  rule.each = table.boolean("each").value_or(false);
  rule.applies = Applies::read(reader);
  if (rule.each && (rule.min_chars || rule.words)) {
    table.fail(table.place(), "each不与min_chars、words合用",
               "each does not go with min_chars and words");
  }
  if (rule.sections.empty() && (rule.min_chars || rule.words)) {
    table.fail(table.place(), "min_chars和words须与sections合用",
               "min_chars and words need sections");
  }
  if (rule.sections.empty() && rule.any_of.empty() && rule.fields.empty()) {
    table.fail(table.place(), "缺少sections、any_of或fields",
               "sections, any_of or fields is missing");
  }
  rule.missing = reader.message(kMissing);
  if (rule.min_chars) rule.too_short = reader.message(kShort);
  if (rule.words) rule.no_words = reader.message(kWords);
  return rule;
}

}  // namespace emrlint
