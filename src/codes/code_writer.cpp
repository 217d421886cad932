// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "codes/code_bytes.h"
#include "codes/code_file.h"
#include "codes/code_names.h"
#include "codes/code_row.h"
#include "codes/search_index.h"

namespace emrlint {

namespace file = code_file;

namespace {

// Texts, each kept once. They must live as long as the pool.
class TextPool {
 public:
  explicit TextPool(std::size_t texts) { places_.reserve(texts); }
  // Of a text that comes once.
  file::Text add_new(std::string_view text) {
    const file::Text part{static_cast<std::uint32_t>(bytes_.size()),
                          static_cast<std::uint32_t>(text.size())};
    bytes_ += text;
    return part;
  }
  file::Text add(std::string_view text) {
    if (text.empty()) return {};
    const auto [found, added] =
        places_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (added) bytes_ += text;
    return {found->second, static_cast<std::uint32_t>(text.size())};
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

// The nearest code above each, by the structure of codes: its longest beginning that is a code.
std::vector<std::uint32_t> parents_of(const std::vector<CodeRow>& rows) {
  std::vector<std::uint32_t> parents(rows.size(), file::kNone);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].level > CodeLevel::kHeading) continue;  // Blocks and chapters are no beginnings.
    while (!open.empty() && !rows[i].code.starts_with(rows[open.back()].code)) open.pop_back();
    if (!open.empty()) parents[i] = open.back();
    open.push_back(i);
  }
  return parents;
}

std::uint32_t index_of(const std::vector<CodeRow>& rows, std::string_view code) {
  const auto found = std::partition_point(rows.begin(), rows.end(),
                                          [&](const CodeRow& row) { return row.code < code; });
  if (found == rows.end() || found->code != code) return file::kNone;
  return static_cast<std::uint32_t>(found - rows.begin());
}

int depth_of(const std::vector<std::uint32_t>& parents, std::uint32_t index) {
  int depth = 0;
  for (; parents[index] != file::kNone && depth <= file::kMaxDepth; index = parents[index]) ++depth;
  return depth;
}

// The parents that rows name, where they are in the table and do not lead in a circle.
void name_parents(const std::vector<CodeRow>& rows, std::vector<std::uint32_t>& parents) {
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (rows[i].parent.empty()) continue;
    const std::uint32_t named = index_of(rows, rows[i].parent);
    if (named == file::kNone || named == i) continue;
    const std::uint32_t before = parents[i];
    parents[i] = named;
    if (depth_of(parents, i) > file::kMaxDepth) parents[i] = before;
  }
}

// In the national editions every code of six digits or with an extension may stand in a record,
// also where longer ones go on from it; elsewhere only what is not divided further.
bool billable(const CodeRow& row, const CodingSystem& system, std::size_t children) {
  if (row.level > CodeLevel::kHeading) return false;
  if (row.billable) return *row.billable;
  if (row.level == CodeLevel::kHeading) return false;
  constexpr std::size_t kNational = 7;  // "A00.000", "51.2300"
  return children == 0 || (system.lower_x && row.code.size() >= kNational);
}

std::int32_t number(const std::optional<std::chrono::sys_days>& day) {
  return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : file::kNoDay;
}

std::uint16_t flags_of(const CodeRow& row) {
  constexpr file::Flag kEdits[] = {file::kManifestation, file::kUnacceptable, file::kQuestionable};
  unsigned flags = 0;
  for (const CodeEdit edit : row.edits) flags |= kEdits[static_cast<std::size_t>(edit)];
  if (row.sign == CodeSign::kDagger) flags |= file::kDagger;
  if (row.sign == CodeSign::kAsterisk) flags |= file::kAsterisk;
  return static_cast<std::uint16_t>(flags);
}

class Writer {
 public:
  Writer(std::vector<CodeRow> rows, const CodeEdition& edition)
      : rows_(std::move(rows)), edition_(edition), text_(rows_.size() * 2) {
    std::sort(rows_.begin(), rows_.end(),
              [](const CodeRow& a, const CodeRow& b) { return a.code < b.code; });
  }

  std::string write(const PinyinInitials* pinyin) {
    add_tree();
    for (std::uint32_t i = 0; i < rows_.size(); ++i) add_entry(i);
    const SearchIndex index = make_search_index(rows_, pinyin);
    for (const SearchIndex::Token& token : index.tokens) {
      tokens_.push_back({text_.add_new(token.text).at,
                         static_cast<std::uint32_t>(token.text.size()), token.posting, token.size,
                         token.count});
    }
    add_header();
    out_.resize(sizeof(file::Header));
    header_.entries = section(entries_);
    header_.lists = section(lists_);
    header_.children = section(children_);
    header_.tokens = section(tokens_);
    header_.postings = section(index.postings);
    header_.initials = section(index.initials);
    header_.initials_ends = section(index.initials_ends);
    header_.text = section(text_.bytes());
    add_names();
    header_.size = out_.size();
    std::memcpy(out_.data(), &header_, sizeof(header_));
    header_.checksum = code_file_checksum(out_);
    std::memcpy(out_.data(), &header_, sizeof(header_));
    return std::move(out_);
  }

 private:
  void add_tree() {
    parents_ = parents_of(rows_);
    name_parents(rows_, parents_);
    first_child_.assign(rows_.size() + 1, 0);
    for (const std::uint32_t parent : parents_) {
      if (parent != file::kNone) ++first_child_[parent + 1];
    }
    for (std::size_t i = 1; i < first_child_.size(); ++i) first_child_[i] += first_child_[i - 1];
    children_.resize(first_child_.back());
    std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end());
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      if (parents_[i] != file::kNone) children_[next[parents_[i]]++] = i;
    }
  }

  void add_entry(std::uint32_t index) {
    const CodeRow& row = rows_[index];
    file::Entry entry;
    const file::Text code = text_.add_new(row.code), zh = text_.add(row.name_zh),
                     en = text_.add(row.name_en);
    entry.code_at = code.at, entry.code_size = static_cast<std::uint16_t>(code.size);
    entry.zh_at = zh.at, entry.zh_size = static_cast<std::uint16_t>(zh.size);
    entry.en_at = en.at, entry.en_size = static_cast<std::uint16_t>(en.size);
    entry.parent = parents_[index];
    entry.children = first_child_[index];
    entry.child_count = first_child_[index + 1] - first_child_[index];
    entry.lists = static_cast<std::uint32_t>(lists_.size());
    entry.synonyms = static_cast<std::uint16_t>(row.synonyms.size());
    entry.links = static_cast<std::uint16_t>(row.links.size());
    for (const auto* list : {&row.synonyms, &row.links}) {
      for (const std::string& one : *list) lists_.push_back(text_.add(one));
    }
    entry.valid_from = number(row.validity.from);
    entry.valid_to = number(row.validity.to);
    entry.flags = flags_of(row);
    const bool may_stand = billable(row, *edition_.system, entry.child_count);
    if (may_stand) entry.flags |= file::kBillable;
    const CodeLevel level =
        may_stand || row.level != CodeLevel::kCode ? row.level : CodeLevel::kHeading;
    entry.level = static_cast<file::Level>(level);
    entry.sex = static_cast<std::uint8_t>(row.sex);
    if (row.ages) {
      entry.age_from = static_cast<std::uint8_t>(row.ages->from);
      entry.age_to = static_cast<std::uint8_t>(row.ages->to);
    }
    entries_.push_back(entry);
  }

  void add_names() {
    const CodeNames names(rows_);
    header_.name_nodes = section(names.parts().nodes);
    header_.name_points = section(names.parts().points);
    header_.name_words = section(names.parts().words);
    header_.name_lengths = section(names.parts().lengths);
    header_.name_owners = section(names.owners());
    header_.name_owner_ends = section(names.owner_ends());
  }

  void add_header() {
    header_.system = text_.add(edition_.system->id);
    header_.edition = text_.add(edition_.id);
    header_.name_zh = text_.add(edition_.name_zh);
    header_.name_en = text_.add(edition_.name_en);
    header_.publisher = text_.add(edition_.publisher);
    header_.region = text_.add(edition_.region);
    header_.source = text_.add(edition_.source);
    header_.valid_from = number(edition_.validity.from);
    header_.valid_to = number(edition_.validity.to);
    header_.rows = edition_.rows;
    header_.rejected = edition_.rejected;
  }

  template <typename List>
  file::Section section(const List& list) {
    out_.resize((out_.size() + 7) / 8 * 8);
    const file::Section result{out_.size(), list.size()};
    out_.append(reinterpret_cast<const char*>(list.data()),
                list.size() * sizeof(typename List::value_type));
    return result;
  }

  std::vector<CodeRow> rows_;
  const CodeEdition& edition_;
  TextPool text_;
  std::vector<std::uint32_t> parents_, first_child_, children_;
  std::vector<file::Entry> entries_;
  std::vector<file::Text> lists_;
  std::vector<file::Token> tokens_;
  file::Header header_;
  std::string out_;
};

}  // namespace

void CodeRow::add_synonym(std::string name) {
  constexpr std::size_t kMost = 1000;
  if (name.empty() || name == name_zh || name == name_en || synonyms.size() >= kMost) return;
  if (std::find(synonyms.begin(), synonyms.end(), name) != synonyms.end()) return;
  synonyms.push_back(std::move(name));
}

void CodeRow::add_link(std::string_view link) {
  constexpr std::size_t kMost = 100;
  if (links.size() >= kMost || std::find(links.begin(), links.end(), link) != links.end()) return;
  links.emplace_back(link);
}

void CodeRow::add_edit(CodeEdit edit) {
  if (std::find(edits.begin(), edits.end(), edit) == edits.end()) edits.push_back(edit);
}

std::string code_table_bytes(std::vector<CodeRow> rows, const CodeEdition& edition,
                             const PinyinInitials* pinyin) {
  return Writer(std::move(rows), edition).write(pinyin);
}

}  // namespace emrlint
