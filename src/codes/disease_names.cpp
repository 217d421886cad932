// SPDX-License-Identifier: Apache-2.0
#include "codes/disease_names.h"

#include <algorithm>

namespace emrlint {
namespace {

struct Source {
  std::string_view codes, names;
};
constexpr Source kSources[] = {
#define EMRLINT_DISEASE(codes, names) {codes, names},
#include "codes/disease_names.def"
#undef EMRLINT_DISEASE
};

template <typename Sink>
void each_word(std::string_view words, Sink sink) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) sink(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

void sort_once(std::vector<DiseaseNames::Row>& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace

const DiseaseNames& DiseaseNames::get() {
  static const DiseaseNames names;
  return names;
}

DiseaseNames::DiseaseNames() {
  for (const Source& source : kSources) {
    const auto row = static_cast<Row>(codes_.size());
    each_word(source.codes, [&, &codes = codes_.emplace_back()](std::string_view code) {
      codes.push_back(code);
    });
    each_word(source.names, [&](std::string_view name) {
      const std::uint32_t number = builder_.add(name);
      if (number == kNoName) return;
      if (number >= rows_.size()) rows_.resize(number + 1);
      rows_[number].push_back(row);
    });
  }
  automaton_ = NameAutomaton(builder_.build());
}

std::span<const DiseaseNames::Row> DiseaseNames::rows_of(std::uint32_t name) const {
  return rows_[name];
}

bool DiseaseNames::covers(Row row, std::string_view code) const {
  return std::any_of(codes_[row].begin(), codes_[row].end(),
                     [&](std::string_view beginning) { return code.starts_with(beginning); });
}

std::vector<DiseaseNames::Row> DiseaseNames::rows_of_code(std::string_view code) const {
  std::vector<Row> rows;
  for (Row row = 0; row < codes_.size(); ++row) {
    if (covers(row, code)) rows.push_back(row);
  }
  return rows;
}

std::vector<DiseaseNames::Row> DiseaseNames::rows_in(std::string_view text) const {
  std::vector<Row> rows;
  automaton_.scan(text, [&](const NameMatch& match) {
    const auto found = rows_of(match.name);
    rows.insert(rows.end(), found.begin(), found.end());
  });
  sort_once(rows);
  return rows;
}

}  // namespace emrlint
