// SPDX-License-Identifier: Apache-2.0
#include "output/template_texts.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "copies/chart_copies.h"
#include "tables/table_info.h"

namespace emrlint {
namespace {

std::uint64_t key(std::uint64_t gram, SectionType section) {
  return gram + static_cast<std::uint64_t>(section) * 0x9E3779B97F4A7C15ull;
}

std::uint32_t covered(const std::vector<TokenRange>& ranges, TokenRange by) {
  std::uint32_t sum = 0;
  for (const TokenRange& range : ranges) {
    const std::uint32_t from = std::max(range.from, by.from), to = std::min(range.to, by.to);
    if (from < to) sum += to - from;
  }
  return sum;
}

// The wording of a run, parted where something is hidden.
class WordingOf {
 public:
  WordingOf(const Tokens& tokens, const Masker& masker) : tokens_(tokens), masker_(masker) {}

  std::vector<std::string> run(TokenRange range) {
    for (std::uint32_t i = range.from; i < range.to; ++i) {
      const Part part = tokens_.part(i);
      if (hidden(part)) {
        close(i);
        continue;
      }
      if (text_.empty()) from_ = i;
      const bool number = tokens_.shapes()[i] == Tokens::kNumber;
      text_ += number ? "0" : part.value.value.substr(part.from, part.to - part.from);
      if (i + 1 < range.to) text_ += between(part, tokens_.part(i + 1));
    }
    close(range.to);
    return std::move(out_);
  }

 private:
  bool hidden(const Part& part) {
    const std::string_view piece = part.value.value;
    auto found = ranges_.find(piece.data());
    if (found == ranges_.end()) {
      found = ranges_.emplace(piece.data(), masker_.hidden(piece)).first;
    }
    return std::any_of(found->second.begin(), found->second.end(), [&](const Masker::Range& one) {
      return one.begin < part.to && part.from < one.end;
    });
  }

  // Punctuation and blanks, line ends as blanks.
  static std::string between(const Part& part, const Part& next) {
    if (part.value.value.data() != next.value.value.data()) return " ";
    if (next.from <= part.to) return "";
    std::string out(part.value.value.substr(part.to, next.from - part.to));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return out;
  }

  void close(std::uint32_t to) {
    if (!text_.empty() && tokens_.weight({from_, to}) >= kGramWeight) out_.push_back(text_);
    text_.clear();
  }

  const Tokens& tokens_;
  const Masker& masker_;
  std::map<const char*, std::vector<Masker::Range>> ranges_;
  std::uint32_t from_ = 0;  // Where the text at hand begins.
  std::string text_;
  std::vector<std::string> out_;
};

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",\r\n") == text.npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

TemplateTexts::TemplateTexts(const BoilerplateLearner& learner, const Boilerplate& known)
    : learner_(learner), known_(known) {
  missing_ = learner.add_to(learnt_);
}

void TemplateTexts::add(const Chart& chart) {
  if (complete()) return;
  const Masker masker(chart);
  Tokens tokens;
  std::vector<Gram> grams;
  for (const SectionText& text : add_section_texts(chart, tokens)) {
    const auto [range, section] = text.text;
    grams.clear();
    sample_grams(tokens, range, grams);
    const std::vector<TokenRange> known = known_.runs(tokens, range, section, grams);
    for (const TokenRange& run : learnt_.runs(tokens, range, section, grams)) {
      if (covered(known, run) * 10 >= run.size() * 9) continue;
      take(tokens, run, section, grams, masker);
    }
  }
}

// Takes a run if most of its frequent grams have no wording yet.
void TemplateTexts::take(const Tokens& tokens, TokenRange run, SectionType section,
                         const std::vector<Gram>& grams, const Masker& masker) {
  std::vector<std::uint64_t> fresh;
  std::vector<std::uint32_t> counts;
  for (const Gram& gram : grams) {
    if (gram.tokens.from < run.from || gram.tokens.to > run.to) continue;
    const std::uint32_t count = learner_.frequency(gram.hash, section);
    if (count == 0) continue;
    counts.push_back(count);
    if (!taken_.contains(key(gram.hash, section))) fresh.push_back(gram.hash);
  }
  if (counts.empty() || fresh.size() * 2 <= counts.size()) return;
  for (const std::uint64_t gram : fresh) {
    bool& taken = taken_.find_or_add(key(gram, section), false);
    if (!std::exchange(taken, true)) --missing_;
  }
  std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2),
                   counts.end());
  for (std::string& text : WordingOf(tokens, masker).run(run)) {
    rows_.push_back({section, counts[counts.size() / 2], std::move(text)});
  }
}

std::string TemplateTexts::csv(Lang lang) const {
  std::vector<const Row*> order;
  for (const Row& row : rows_) order.push_back(&row);
  const auto by_text = [](const Row* row) { return std::tie(row->section, row->text); };
  std::stable_sort(order.begin(), order.end(),
                   [&](const Row* a, const Row* b) { return by_text(a) < by_text(b); });
  order.erase(std::unique(order.begin(), order.end(),
                          [&](const Row* a, const Row* b) { return by_text(a) == by_text(b); }),
              order.end());
  std::stable_sort(order.begin(), order.end(), [](const Row* a, const Row* b) {
    return std::tie(a->section, b->charts) < std::tie(b->section, a->charts);
  });
  std::string out = "\xEF\xBB\xBF";  // Excel takes a file without the mark for GBK.
  for (const Column& column : table_info(TableKind::kBoilerplate).columns) {
    if (out.size() > 3) out += ',';
    out += lang == Lang::kZh ? column.zh : column.id;
  }
  out += "\r\n";
  for (const Row* row : order) {
    const bool any = row->section == SectionType::kUnknown;
    const std::string charts = std::to_string(row->charts);
    const std::string all = std::to_string(learner_.charts(row->section));
    out += any ? std::string() : csv_cell(name(row->section, lang));
    out += ',' + csv_cell(row->text) + ',';
    out +=
        lang == Lang::kZh ? all + "份病历中的" + charts + "份" : charts + " of " + all + " charts";
    out += "\r\n";
  }
  return out;
}

}  // namespace emrlint
