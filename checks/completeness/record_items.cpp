// SPDX-License-Identifier: Apache-2.0
#include "checks/completeness/record_items.h"

#include <algorithm>

namespace emrlint::checks {
namespace {

bool has_value(const Element& element) {
  return !element.value.value.empty() || !element.display.value.empty();
}

std::vector<WordList> words_of(std::span<const RecordItem> items) {
  std::vector<WordList> words;
  words.reserve(items.size());
  for (const RecordItem& item : items) words.push_back(item.words);
  return words;
}

bool shown_by_data(const Document& document, const RecordItem& item) {
  for (const Section& section : document.sections) {
    const auto& wanted = item.sections;
    const bool asked = std::find(wanted.begin(), wanted.end(), section.type) != wanted.end();
    if (asked && filled(document, section)) return true;
  }
  return std::any_of(item.elements.begin(), item.elements.end(), [&](std::string_view wanted) {
    return std::any_of(
        document.elements.begin(), document.elements.end(), [&](const Element& element) {
          return has_value(element) && (element.id.value == wanted || element.name.value == wanted);
        });
  });
}

}  // namespace

RecordItems::RecordItems(std::span<const RecordItem> items, WordList skipped)
    : items_(items), words_(words_of(items), skipped) {}

GroupSet RecordItems::in(const Document& document) const {
  GroupSet found = in_data(document);
  for (const Text& text : document.texts) found |= words_.in(text.value);
  for (const Section& section : document.sections) {
    if (!section.title.value.empty() && filled(document, section)) {
      found |= words_.in(section.title.value);
    }
  }
  return found;
}

GroupSet RecordItems::in_data(const Document& document) const {
  GroupSet found = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (shown_by_data(document, items_[i])) found |= GroupSet{1} << i;
  }
  return found;
}

ItemNames RecordItems::all_but(GroupSet there) const {
  ItemNames names;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (((there >> i) & 1u) == 0) names.names.push_back(items_[i].name);
  }
  return names;
}

bool has_content(const Document& document) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto& texts = document.texts;
  return std::any_of(texts.begin(), texts.end(),
                     [&](const Text& text) {
                       return text.value.find_first_not_of(kBlanks) != std::string_view::npos;
                     }) ||
         std::any_of(document.elements.begin(), document.elements.end(), has_value);
}

void judge_items(const ItemsMessage& message, const Subject& subject, const Document& document,
                 const ItemNames& lacking, Report& report) {
  if (lacking.empty()) {
    report.pass(subject);
  } else if (document.broken) {
    report.undecided(subject, missing::kRestOfDocument, document.span);
  } else if (!has_content(document)) {
    report.undecided(subject, kContent, document.span);
  } else {
    report.fail(message, subject, document.span, lacking.count(), lacking);
  }
}

}  // namespace emrlint::checks
