// SPDX-License-Identifier: Apache-2.0
#include "codes/code_search.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <tuple>

#include "codes/code_file.h"
#include "codes/search_index.h"
#include "codes/sheet.h"
#include "text/fold.h"

namespace emrlint {
namespace {

// A set of entries.
class EntrySet {
 public:
  explicit EntrySet(std::size_t entries) : words_((entries + 63) / 64), entries_(entries) {}

  void add(std::uint32_t entry) {
    if (entry < entries_) words_[entry / 64] |= std::uint64_t{1} << entry % 64;
  }
  bool has(std::uint32_t entry) const { return (words_[entry / 64] >> entry % 64 & 1) != 0; }
  void keep(const EntrySet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= others.words_[i];
  }
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        visit(
            static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t entries_;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_like(std::string_view name, std::string_view beginning) {
  return name.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), name.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool plain_letters(std::string_view text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
           return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
         });
}

// The runs of ideographs of a query, which stand in one piece in what it finds.
std::vector<std::string_view> runs_of(std::string_view query) {
  std::vector<std::string_view> runs;
  std::size_t from = 0;
  for (std::size_t at = 0; at < query.size();) {
    const DecodedPoint point = decode_point(query, at);
    const bool inside = ideograph(point.point);
    if (!inside && at > from) runs.push_back(query.substr(from, at - from));
    at += point.length;
    if (!inside) from = at;
  }
  if (query.size() > from) runs.push_back(query.substr(from));
  return runs;
}

// Better hits are less.
struct Hit {
  int rank = 0;
  bool heading = false;
  std::size_t size = 0;
  std::uint32_t entry = 0;
  bool operator<(const Hit& other) const {
    return std::tie(rank, heading, size, entry) <
           std::tie(other.rank, other.heading, other.size, other.entry);
  }
};
constexpr int kCode = 0, kExact = 1, kBeginning = 2, kInside = 3;

}  // namespace

class CodeSearch {
 public:
  CodeSearch(const CodeTable& table, std::string_view query)
      : table_(table), query_(trim_blanks(query)), seen_(table.size()) {}

  std::vector<CodeEntry> run(std::size_t limit) {
    by_code(limit);
    by_name();
    if (plain_letters(query_)) by_initials();
    const std::size_t count = std::min(limit, hits_.size());
    std::partial_sort(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(count),
                      hits_.end());
    std::vector<CodeEntry> found;
    for (std::size_t i = 0; i < count; ++i) found.push_back(table_[hits_[i].entry]);
    return found;
  }

 private:
  void add(std::uint32_t entry, int rank, std::size_t size) {
    if (seen_.has(entry)) return;
    seen_.add(entry);
    hits_.push_back({rank, rank != kCode && !table_[entry].billable(), size, entry});
  }

  void by_code(std::size_t limit) {
    const CanonicalCode code(coding_system(table_.system()), query_);
    if (code.code().empty()) return;
    auto [first, end] = table_.beginning_with(code.code());
    end = std::min(end,
                   static_cast<std::uint32_t>(std::min<std::size_t>(first + limit, table_.size())));
    for (; first < end; ++first) add(first, kCode, 0);
  }

  // The entries of all words that begin with the word, or are it.
  EntrySet entries_of(std::string_view word, bool beginning) const {
    EntrySet found(table_.size());
    const auto tokens = table_.tokens_;
    auto token = std::partition_point(tokens.begin(), tokens.end(), [&](const code_file::Token& t) {
      return table_.text(t.text_at, t.text_size) < word;
    });
    for (; token != tokens.end(); ++token) {
      const std::string_view text = table_.text(token->text_at, token->text_size);
      if (beginning ? !text.starts_with(word) : text != word) break;
      add_posting(found, table_.postings_.substr(token->posting, token->size));
    }
    return found;
  }

  static void add_posting(EntrySet& found, std::string_view posting) {
    std::uint32_t entry = 0, value = 0;
    unsigned shift = 0;
    for (const char c : posting) {
      const auto byte = static_cast<unsigned char>(c);
      if (shift < 32) value |= static_cast<std::uint32_t>(byte & 0x7Fu) << shift;
      shift += 7;
      if ((byte & 0x80u) != 0) continue;
      entry += value;
      found.add(entry);
      value = shift = 0;
    }
  }

  // Whether the name, or one of the synonyms, holds all runs in one piece.
  bool holds(const CodeEntry& entry, const std::vector<std::string_view>& runs) const {
    const auto has_all = [&](std::string_view name) {
      return std::all_of(runs.begin(), runs.end(),
                         [&](std::string_view run) { return name.find(run) != name.npos; });
    };
    if (has_all(entry.name_zh())) return true;
    for (const std::string_view synonym : entry.synonyms()) {
      if (has_all(synonym)) return true;
    }
    return false;
  }

  void by_name() {
    const std::vector<std::string> words = name_tokens(query_);
    if (words.empty()) return;
    const std::vector<std::string_view> runs = runs_of(query_);
    std::optional<EntrySet> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[i];
      const DecodedPoint first = decode_point(word, 0);
      const bool single = first.length == word.size();
      const bool chinese = ideograph(first.point);
      // The last ideograph of a run goes on in longer names, and is looked at with the whole run.
      if (chinese && single && i > 0 && words[i - 1].size() > word.size() &&
          words[i - 1].ends_with(word)) {
        continue;
      }
      if (!chinese && single && words.size() == 1) return;  // One letter finds too much.
      EntrySet entries = entries_of(word, !chinese || single);
      if (found) {
        found->keep(entries);
      } else {
        found = std::move(entries);
      }
    }
    if (!found) return;
    found->each([&](std::uint32_t i) {
      const CodeEntry entry = table_[i];
      if (!runs.empty() && !holds(entry, runs)) return;
      const std::string_view name = entry.name(runs.empty() ? Lang::kEn : Lang::kZh);
      const int rank = !begins_like(name, query_)     ? kInside
                       : name.size() == query_.size() ? kExact
                                                      : kBeginning;
      add(i, rank, name.size());
    });
  }

  void by_initials() {
    std::string wanted(query_);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
    const auto ends = table_.initials_ends_;
    if (ends.empty()) return;
    for (std::size_t at = 0; (at = table_.initials_.find(wanted, at)) != table_.initials_.npos;) {
      const auto end = std::upper_bound(ends.begin(), ends.end(), at);
      if (end == ends.end()) return;
      const auto entry = static_cast<std::uint32_t>(end - ends.begin());
      const std::size_t from = entry == 0 ? 0 : ends[entry - 1];
      const std::string_view own = table_.initials_.substr(from, *end - from);
      const std::size_t found = at - from;
      if (found + wanted.size() <= own.size()) {
        add(entry, initials_rank(own, wanted), own.size());
        at = *end;  // The next entry.
      } else {
        ++at;
      }
    }
  }

  // By the best of the names of an entry, whose initials have blanks between them.
  static int initials_rank(std::string_view own, const std::string& wanted) {
    if (own.substr(0, own.find(' ')) == wanted) return kExact;
    if (own.starts_with(wanted)) return kBeginning;
    return own.find(" " + wanted) != own.npos ? kBeginning : kInside;
  }

  const CodeTable& table_;
  std::string_view query_;
  EntrySet seen_;
  std::vector<Hit> hits_;
};

std::vector<CodeEntry> search_codes(const CodeTable& table, std::string_view query,
                                    std::size_t limit) {
  return CodeSearch(table, query).run(limit);
}

}  // namespace emrlint
