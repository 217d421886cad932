// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_TABLE_H_
#define EMRLINT_CODES_CODE_TABLE_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/lang.h"
#include "base/result.h"
#include "codes/coding_system.h"
#include "model/person.h"
#include "text/name_automaton.h"

namespace emrlint {

namespace code_file {
struct Header;
struct Entry;
struct Text;
struct Token;
}  // namespace code_file
class CodeTable;

// Some texts of a table, one behind the other.
class CodeTexts {
 public:
  class Iterator {
   public:
    Iterator(const CodeTable* table, const code_file::Text* text) : table_(table), text_(text) {}
    std::string_view operator*() const;
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return text_ == other.text_; }

   private:
    const CodeTable* table_;
    const code_file::Text* text_;
  };

  CodeTexts(const CodeTable* table, std::span<const code_file::Text> texts)
      : table_(table), texts_(texts) {}
  std::size_t size() const { return texts_.size(); }
  bool empty() const { return texts_.empty(); }
  Iterator begin() const { return {table_, texts_.data()}; }
  Iterator end() const;

 private:
  const CodeTable* table_;
  std::span<const code_file::Text> texts_;
};

// What a CMS list says of a code.
enum class CodeEdit : std::uint8_t {
  kManifestation,
  kUnacceptablePrincipal,
  kQuestionableAdmission
};

enum class CodeLevel : std::uint8_t { kCode, kHeading, kBlock, kChapter };

// Completed years, both ends included.
struct AgeLimits {
  int from = 0, to = 0;
};

struct CodeValidity {
  std::optional<std::chrono::sys_days> from, to;  // Both included; empty: open.
  bool covers(std::chrono::sys_days day) const {
    return (!from || *from <= day) && (!to || day <= *to);
  }
};

// One code of a table. Small, to be passed by value; lives as long as the table. Nothing that it
// answers is allocated.
class CodeEntry {
 public:
  std::string_view code() const;     // Canonical, without signs: "A01.001".
  std::string_view name_zh() const;  // Empty where the table has none.
  std::string_view name_en() const;
  std::string_view name(Lang lang) const;  // In that language, else in the other.
  CodeTexts synonyms() const;
  // The codes that the edition writes beside this one, canonical: "K77.0" of A01.001+K77.0*.
  CodeTexts links() const;
  CodeSign sign() const;  // As the edition marks it.

  CodeLevel level() const;
  // Whether it may stand in a record: not a heading, a block or a chapter.
  bool billable() const;
  std::optional<CodeEntry> parent() const;
  std::size_t child_count() const;
  CodeEntry child(std::size_t number) const;  // In order of their codes.
  // Whether `ancestor` is above it.
  bool below(const CodeEntry& ancestor) const;

  Sex sex() const;  // Unknown: no limit.
  std::optional<AgeLimits> ages() const;
  bool has(CodeEdit edit) const;
  CodeValidity validity() const;  // Of this code inside its edition.

  const CodeTable& table() const { return *table_; }
  std::uint32_t index() const { return index_; }
  friend bool operator==(const CodeEntry&, const CodeEntry&) = default;

 private:
  friend class CodeTable;
  CodeEntry(const CodeTable* table, std::uint32_t index) : table_(table), index_(index) {}
  const code_file::Entry& record() const;

  const CodeTable* table_;
  std::uint32_t index_;
};

// One edition of one system. Immutable, for any number of threads.
class CodeTable {
 public:
  // Maps a file. A file that is not there, no code table, of another version or byte order, cut
  // short or damaged is an error that names it.
  static Result<CodeTable> open(const std::string& path);
  // The same out of memory; `name` is for messages.
  static Result<CodeTable> of(std::string_view bytes, const std::string& name);

  CodeTable(CodeTable&&) noexcept;
  CodeTable& operator=(CodeTable&&) noexcept;
  ~CodeTable();

  CodeSystem system() const { return system_; }
  std::string_view edition() const;  // "insurance-2.0"
  Bilingual name() const;
  std::string_view publisher() const;
  std::string_view region() const;  // "CN-ZJ"; empty: everywhere.
  CodeValidity validity() const;
  std::string_view source() const;  // Names and SHA-256 of what it was imported from.
  std::size_t size() const;         // Number of codes.
  std::uint32_t rows() const;       // Rows of the sources, and how many of them were no codes.
  std::uint32_t rejected() const;

  // Whether the edition limits any of its codes to a sex or to ages, and so speaks for all of them.
  bool limits_sex() const { return limits_sex_; }
  bool limits_ages() const { return limits_ages_; }
  // Whether a CMS list marked any of its codes so.
  bool marks(CodeEdit edit) const { return (marks_ >> static_cast<unsigned>(edit) & 1u) != 0; }

  // The code as a record writes it: with signs, without a dot, in other width or case. A combined
  // code is found by its first part. Empty for what is not in the table.
  std::optional<CodeEntry> find(std::string_view code) const;
  // Only what is canonical.
  std::optional<CodeEntry> find_exact(std::string_view code) const;
  CodeEntry operator[](std::uint32_t index) const { return {this, index}; }
  // Whether longer codes begin with this one, as a record writes it: a category such as I10 of a
  // table that lists I10.x00 and no categories.
  bool divides(std::string_view code) const;
  // The codes that begin with a canonical beginning: [first, second).
  std::pair<std::uint32_t, std::uint32_t> beginning_with(std::string_view code) const;

  // Finds names and synonyms of the table in a text; what the number of a match means says
  // codes_named().
  const NameAutomaton& names() const { return names_; }
  // Indexes of the entries that have this name, in order.
  std::span<const std::uint32_t> codes_named(std::uint32_t name) const;

 private:
  friend class CodeEntry;
  friend class CodeTexts;
  friend class CodeSearch;
  class Bytes;  // Mapped or owned.

  explicit CodeTable(std::unique_ptr<Bytes> bytes);
  static Result<CodeTable> checked(std::unique_ptr<Bytes> bytes, const std::string& name);
  std::string_view text(const code_file::Text& text) const;
  std::string_view text(std::uint32_t at, std::size_t size) const { return text_.substr(at, size); }
  std::uint32_t lower_bound(std::string_view code) const;

  std::unique_ptr<Bytes> bytes_;
  CodeSystem system_ = CodeSystem::kOther;
  const code_file::Header* header_ = nullptr;
  std::span<const code_file::Entry> entries_;
  std::span<const code_file::Text> lists_;
  std::span<const std::uint32_t> children_;
  std::span<const code_file::Token> tokens_;
  std::string_view postings_;
  std::string_view initials_;                     // Of all entries, one behind the other.
  std::span<const std::uint32_t> initials_ends_;  // Where those of each entry end.
  NameAutomaton names_;
  std::span<const std::uint32_t> name_owners_;      // Of all names, one behind the other.
  std::span<const std::uint32_t> name_owner_ends_;  // Where those of each name end.
  std::string_view text_;
  bool limits_sex_ = false, limits_ages_ = false;
  unsigned marks_ = 0;  // A bit for each CodeEdit.
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_CODE_TABLE_H_
