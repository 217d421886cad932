// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_CODE_FILE_H_
#define EMRLINT_CODES_CODE_FILE_H_

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

namespace emrlint::code_file {

// The bytes of a code table, "emrlint-codes" version 2, in the byte order of the machine that wrote
// it. The header, then the sections, each at a multiple of 8; sections do not point outside the
// file, which CodeTable makes sure of when it opens one. Only src/codes needs this.
inline constexpr std::array<char, 8> kMagic = {'E', 'M', 'R', 'C', 'O', 'D', 'E', '\n'};
inline constexpr std::uint32_t kVersion = 2;
inline constexpr std::uint32_t kByteOrder = 0x01020304;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;  // No parent.
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
inline constexpr std::uint8_t kNoAge = 0xFF;
inline constexpr int kMaxDepth = 16;  // Of the tree of codes.

// A part of the text section.
struct Text {
  std::uint32_t at = 0, size = 0;
};

// `count` records from byte `at` of the file on.
struct Section {
  std::uint64_t at = 0, count = 0;
};

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t size = 0;      // Of the file.
  std::uint64_t checksum = 0;  // XXH3 of all bytes, with this field zero.
  Section entries, lists, children, tokens, postings, initials, initials_ends, text;
  // The automaton that finds names in texts (text/name_automaton.h), and whose names they are.
  Section name_nodes, name_points, name_words, name_lengths, name_owners, name_owner_ends;
  Text system, edition, name_zh, name_en, publisher, region, source;
  std::int32_t valid_from = kNoDay, valid_to = kNoDay;  // Days since 1970-01-01, both included.
  std::uint32_t rows = 0, rejected = 0;                 // Of the sources.
};

enum class Level : std::uint8_t { kCode, kHeading, kBlock, kChapter };

enum Flag : std::uint16_t {
  kBillable = 1,
  kDagger = 2,
  kAsterisk = 4,
  kManifestation = 8,  // CMS: never principal, it shows in another disease.
  kUnacceptable = 16,  // CMS: not as the principal diagnosis.
  kQuestionable = 32,  // CMS: as the principal diagnosis hardly a reason to admit.
};
inline constexpr std::uint16_t kAllFlags = 63;

// Sorted by code, byte by byte; no code twice. Sizes in bytes.
struct Entry {
  std::uint32_t code_at = 0, zh_at = 0, en_at = 0;  // Parts of the text section.
  std::uint16_t code_size = 0, zh_size = 0, en_size = 0;
  Level level = Level::kCode;
  std::uint8_t sex = 0;                         // The value of Sex.
  std::uint32_t parent = kNone;                 // Index of an entry.
  std::uint32_t children = 0, child_count = 0;  // Parts of the section children.
  std::uint32_t lists = 0;                      // Synonyms, then links, in the section lists.
  std::uint16_t synonyms = 0, links = 0;
  std::int32_t valid_from = kNoDay, valid_to = kNoDay;
  std::uint16_t flags = 0;
  std::uint8_t age_from = kNoAge, age_to = kNoAge;  // Completed years, both included.
};

// A word of names with the entries that have it: `count` indices, each as the distance from the
// one before, in LEB128, `size` bytes from `posting` of the section postings on. Sorted by text.
struct Token {
  std::uint32_t text_at = 0;
  std::uint32_t text_size = 0;
  std::uint32_t posting = 0, size = 0, count = 0;
};

static_assert(sizeof(Header) == 32 + 14 * 16 + 7 * 8 + 16 && sizeof(Entry) == 52 &&
              sizeof(Token) == 20);
static_assert(std::is_trivially_copyable_v<Header> && std::is_trivially_copyable_v<Entry>);

}  // namespace emrlint::code_file

#endif  // EMRLINT_CODES_CODE_FILE_H_
