// SPDX-License-Identifier: Apache-2.0
#include "output/copy_map.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "config/glob.h"

namespace emrlint {
namespace {

// The number of a person among those seen, who is added if new; 0 for nobody.
std::uint32_t number_of(const Person& person, std::vector<const Person*>& seen) {
  if (!person.known()) return 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (same_person(*seen[i], person) == SamePerson::kYes) return static_cast<std::uint32_t>(i + 1);
  }
  seen.push_back(&person);
  return static_cast<std::uint32_t>(seen.size());
}

bool names(const std::string& choice, const Document& document, std::size_t number) {
  return choice == std::to_string(number) || choice == document.id.value ||
         choice == id(document.type);
}

// Marks the equal tokens of a passage that are not marked yet; gives how many these were.
std::uint32_t mark_equal(const ChartCopies& copies, const Passage& passage,
                         std::vector<std::uint32_t>& marks, std::uint32_t mark) {
  const auto exact = copies.tokens().exact();
  std::uint32_t fresh = 0;
  for (const Run& run : copies.runs_of(passage)) {
    for (std::uint32_t i = 0; i < run.length; ++i) {
      std::uint32_t& at = marks[run.to + i];
      if (at == mark || exact[run.from + i] != exact[run.to + i]) continue;
      at = mark;
      ++fresh;
    }
  }
  return fresh;
}

}  // namespace

bool CopyChoice::takes_chart(std::string_view key) const {
  return charts.empty() ||
         std::any_of(charts.begin(), charts.end(),
                     [&](const std::string& pattern) { return glob_match(pattern, key); });
}

unsigned percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<unsigned>(part * 100 / whole);
}

CopyMap::CopyMap(const ChartCopies& copies, const CopyChoice& choice) : copies_(&copies) {
  number_documents(choice);
  count();
}

void CopyMap::number_documents(const CopyChoice& choice) {
  std::vector<const Person*> authors;
  const auto texts = copies_->texts();
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (i == 0 || texts[i].document != texts[i - 1].document) {
      const Document& document = copies_->document_of(i);
      MappedDocument mapped{&document, number_of(document.author, authors)};
      const std::size_t number = documents_.size() + 1;
      mapped.chosen =
          choice.documents.empty() ||
          std::any_of(choice.documents.begin(), choice.documents.end(),
                      [&](const std::string& word) { return names(word, document, number); });
      documents_.push_back(mapped);
    }
    documents_.back().tokens += texts[i].text.tokens.size();
    of_text_.push_back(static_cast<std::uint32_t>(documents_.size() - 1));
  }
}

bool CopyMap::shows(const Passage& passage) const {
  return documents_[of_text_[passage.text]].chosen || documents_[of_text_[passage.source]].chosen;
}

void CopyMap::count() {
  const auto passages = copies_->passages();
  std::vector<std::uint32_t> order(passages.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto pair_of = [&](std::uint32_t i) {
    return std::pair(of_text_[passages[i].text], of_text_[passages[i].source]);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return pair_of(a) < pair_of(b); });
  std::vector<std::uint32_t> once(copies_->tokens().size());   // Of the copy at hand.
  std::vector<std::uint32_t> marks(copies_->tokens().size());  // Of the cell at hand.
  for (const std::uint32_t i : order) {
    const auto [copy, source] = pair_of(i);
    documents_[copy].copied += mark_equal(*copies_, passages[i], once, 1);
    if (!shows(passages[i])) continue;
    if (cells_.empty() || cells_.back().copy != copy || cells_.back().source != source) {
      cells_.push_back({copy, source, 0});
    }
    cells_.back().tokens +=
        mark_equal(*copies_, passages[i], marks, static_cast<std::uint32_t>(cells_.size()));
  }
}

std::vector<LeadPassage> CopyMap::leads() const {
  std::vector<LeadPassage> out;
  const auto passages = copies_->passages();
  std::vector<std::uint32_t> of_document;
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    if (shows(passages[i])) of_document.push_back(i);
    const bool last =
        i + 1 == passages.size() || of_text_[passages[i + 1].text] != of_text_[passages[i].text];
    if (last) lead(std::exchange(of_document, {}), out);
  }
  return out;
}

// Takes the passages of one copy, those with most equal text first and of these the nearest source.
void CopyMap::lead(std::vector<std::uint32_t> passages, std::vector<LeadPassage>& out) const {
  const auto all = copies_->passages();
  std::stable_sort(passages.begin(), passages.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(all[b].equal, all[b].source) < std::tie(all[a].equal, all[a].source);
  });
  std::vector<LeadPassage> chosen;
  for (const std::uint32_t i : passages) {
    const TokenRange range = all[i].to;
    const auto covers = [&](const LeadPassage& lead) {
      const TokenRange other = all[lead.passage].to;
      const auto from = std::max(range.from, other.from), to = std::min(range.to, other.to);
      return to > from && (to - from) * 2 > range.size();
    };
    const auto found = std::find_if(chosen.begin(), chosen.end(), covers);
    if (found == chosen.end()) {
      chosen.push_back({i, {}});
    } else if (const auto source = of_text_[all[i].source];
               source != of_text_[all[found->passage].source]) {
      found->also.push_back(source);
    }
  }
  std::sort(chosen.begin(), chosen.end(), [&](const LeadPassage& a, const LeadPassage& b) {
    return all[a.passage].to.from < all[b.passage].to.from;
  });
  for (LeadPassage& one : chosen) {
    std::sort(one.also.begin(), one.also.end());
    one.also.erase(std::unique(one.also.begin(), one.also.end()), one.also.end());
    out.push_back(std::move(one));
  }
}

std::uint32_t CopyMap::tokens() const {
  std::uint32_t sum = 0;
  for (const MappedDocument& mapped : documents_) sum += mapped.tokens;
  return sum;
}

std::uint32_t CopyMap::copied() const {
  std::uint32_t sum = 0;
  for (const MappedDocument& mapped : documents_) sum += mapped.copied;
  return sum;
}

}  // namespace emrlint
