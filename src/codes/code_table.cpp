// SPDX-License-Identifier: Apache-2.0
#include "codes/code_table.h"

#include <algorithm>
#include <iterator>

#include "codes/code_bytes.h"
#include "codes/code_file.h"

namespace emrlint {

namespace file = code_file;

namespace {

// Of an entry for each CodeEdit.
constexpr file::Flag kEditFlags[] = {file::kManifestation, file::kUnacceptable,
                                      file::kQuestionable};

std::string_view characters(std::string_view bytes, const file::Section& section) {
  return bytes.substr(section.at, section.count);
}

std::optional<std::chrono::sys_days> day(std::int32_t number) {
  if (number == file::kNoDay) return std::nullopt;
  return std::chrono::sys_days{std::chrono::days{number}};
}

}  // namespace

CodeTable::CodeTable(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {
  const std::string_view all = bytes_->view();
  header_ = reinterpret_cast<const file::Header*>(all.data());
  entries_ = records<file::Entry>(all, header_->entries);
  lists_ = records<file::Text>(all, header_->lists);
  children_ = records<std::uint32_t>(all, header_->children);
  tokens_ = records<file::Token>(all, header_->tokens);
  postings_ = characters(all, header_->postings);
  initials_ = characters(all, header_->initials);
  initials_ends_ = records<std::uint32_t>(all, header_->initials_ends);
  text_ = characters(all, header_->text);
  names_ = NameAutomaton(name_parts(all, *header_));
  name_owners_ = records<std::uint32_t>(all, header_->name_owners);
  name_owner_ends_ = records<std::uint32_t>(all, header_->name_owner_ends);
  system_ = find_coding_system(text(header_->system))->system;
  for (const file::Entry& entry : entries_) {
    limits_sex_ |= static_cast<Sex>(entry.sex) != Sex::kUnknown;
    limits_ages_ |= entry.age_from != file::kNoAge;
    for (unsigned i = 0; i < std::size(kEditFlags); ++i) {
      if ((entry.flags & kEditFlags[i]) != 0) marks_ |= 1u << i;
    }
  }
}

CodeTable::CodeTable(CodeTable&&) noexcept = default;
CodeTable& CodeTable::operator=(CodeTable&&) noexcept = default;
CodeTable::~CodeTable() = default;

Result<CodeTable> CodeTable::open(const std::string& path) {
  auto bytes = std::make_unique<Bytes>();
  if (auto error = bytes->map(path)) return *error;
  return checked(std::move(bytes), path);
}

Result<CodeTable> CodeTable::of(std::string_view text, const std::string& name) {
  auto bytes = std::make_unique<Bytes>();
  bytes->take(text);
  return checked(std::move(bytes), name);
}

Result<CodeTable> CodeTable::checked(std::unique_ptr<Bytes> bytes, const std::string& name) {
  if (const auto fault = code_file_fault(bytes->view())) {
    return Error{name + ": " + std::string(fault->zh), name + ": " + std::string(fault->en), {}};
  }
  return CodeTable(std::move(bytes));
}

std::string_view CodeTable::text(const file::Text& part) const { return text(part.at, part.size); }
std::string_view CodeTable::edition() const { return text(header_->edition); }
Bilingual CodeTable::name() const { return {text(header_->name_zh), text(header_->name_en)}; }
std::string_view CodeTable::publisher() const { return text(header_->publisher); }
std::string_view CodeTable::region() const { return text(header_->region); }
std::string_view CodeTable::source() const { return text(header_->source); }
CodeValidity CodeTable::validity() const {
  return {day(header_->valid_from), day(header_->valid_to)};
}
std::size_t CodeTable::size() const { return entries_.size(); }
std::uint32_t CodeTable::rows() const { return header_->rows; }
std::uint32_t CodeTable::rejected() const { return header_->rejected; }

std::uint32_t CodeTable::lower_bound(std::string_view code) const {
  const auto found = std::partition_point(
      entries_.begin(), entries_.end(),
      [&](const file::Entry& entry) { return text(entry.code_at, entry.code_size) < code; });
  return static_cast<std::uint32_t>(found - entries_.begin());
}

std::optional<CodeEntry> CodeTable::find_exact(std::string_view code) const {
  const std::uint32_t at = lower_bound(code);
  if (code.empty() || at == entries_.size() || (*this)[at].code() != code) return std::nullopt;
  return (*this)[at];
}

std::optional<CodeEntry> CodeTable::find(std::string_view code) const {
  return find_exact(CanonicalCode(coding_system(system_), code).code());
}

bool CodeTable::divides(std::string_view code) const {
  const CanonicalCode canonical(coding_system(system_), code);
  if (!well_formed(system_, canonical.code())) return false;
  const auto [first, end] = beginning_with(canonical.code());
  return first < end && (*this)[end - 1].code() != canonical.code();
}

std::span<const std::uint32_t> CodeTable::codes_named(std::uint32_t name) const {
  if (name >= name_owner_ends_.size()) return {};
  const std::uint32_t from = name == 0 ? 0 : name_owner_ends_[name - 1];
  return name_owners_.subspan(from, name_owner_ends_[name] - from);
}

std::pair<std::uint32_t, std::uint32_t> CodeTable::beginning_with(std::string_view code) const {
  const std::uint32_t first = lower_bound(code);
  const auto end =
      std::partition_point(entries_.begin() + first, entries_.end(), [&](const file::Entry& entry) {
        return text(entry.code_at, entry.code_size).starts_with(code);
      });
  return {first, static_cast<std::uint32_t>(end - entries_.begin())};
}

std::string_view CodeTexts::Iterator::operator*() const { return table_->text(*text_); }
CodeTexts::Iterator& CodeTexts::Iterator::operator++() {
  ++text_;
  return *this;
}
CodeTexts::Iterator CodeTexts::end() const { return {table_, texts_.data() + texts_.size()}; }

const file::Entry& CodeEntry::record() const { return table_->entries_[index_]; }

std::string_view CodeEntry::code() const {
  return table_->text(record().code_at, record().code_size);
}
std::string_view CodeEntry::name_zh() const {
  return table_->text(record().zh_at, record().zh_size);
}
std::string_view CodeEntry::name_en() const {
  return table_->text(record().en_at, record().en_size);
}
std::string_view CodeEntry::name(Lang lang) const {
  const std::string_view own = lang == Lang::kZh ? name_zh() : name_en();
  if (!own.empty()) return own;
  return lang == Lang::kZh ? name_en() : name_zh();
}
CodeTexts CodeEntry::synonyms() const {
  return {table_, table_->lists_.subspan(record().lists, record().synonyms)};
}
CodeTexts CodeEntry::links() const {
  return {table_, table_->lists_.subspan(record().lists + record().synonyms, record().links)};
}
CodeSign CodeEntry::sign() const {
  if ((record().flags & file::kDagger) != 0) return CodeSign::kDagger;
  return (record().flags & file::kAsterisk) != 0 ? CodeSign::kAsterisk : CodeSign::kNone;
}

CodeLevel CodeEntry::level() const { return static_cast<CodeLevel>(record().level); }
bool CodeEntry::billable() const { return (record().flags & file::kBillable) != 0; }
std::optional<CodeEntry> CodeEntry::parent() const {
  if (record().parent == file::kNone) return std::nullopt;
  return CodeEntry(table_, record().parent);
}
std::size_t CodeEntry::child_count() const { return record().child_count; }
CodeEntry CodeEntry::child(std::size_t number) const {
  return {table_, table_->children_[record().children + number]};
}
bool CodeEntry::below(const CodeEntry& ancestor) const {
  for (auto above = parent(); above; above = above->parent()) {
    if (*above == ancestor) return true;
  }
  return false;
}

Sex CodeEntry::sex() const { return static_cast<Sex>(record().sex); }
std::optional<AgeLimits> CodeEntry::ages() const {
  if (record().age_from == file::kNoAge) return std::nullopt;
  return AgeLimits{record().age_from, record().age_to};
}
bool CodeEntry::has(CodeEdit edit) const {
  return (record().flags & kEditFlags[static_cast<std::size_t>(edit)]) != 0;
}
CodeValidity CodeEntry::validity() const {
  return {day(record().valid_from), day(record().valid_to)};
}

}  // namespace emrlint
