// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace emrlint {
namespace {

// A walk asks for thousands of names in a document. The first eight bytes, as one number, find the
// slot; the next eight are compared as another, and few names are longer than both.
struct Slot {
  std::uint64_t head = 0;
  std::uint64_t middle = 0;
  const char* rest = nullptr;  // Behind sixteen bytes; null if the name is shorter.
  CdaName name = CdaName::kOther;
};
constexpr unsigned kBits = 9;
constexpr std::size_t kSlots = std::size_t{1} << kBits;

constexpr std::size_t slot_of(std::uint64_t head) {
  return static_cast<std::size_t>((head * 0x9E3779B97F4A7C15ull) >> (64 - kBits));
}

struct Name {
  std::string_view text;
  CdaName name;
};

constexpr Name kNames[] = {
#define EMRLINT_CDA(enumerator, name) {name, CdaName::enumerator},
#include "reader/cda_names.def"
#undef EMRLINT_CDA
};


constexpr std::array<Slot, kSlots> make_slots() {
  std::array<Slot, kSlots> slots{};
  for (const Name& name : kNames) {
    const std::string_view text = name.text;
    const std::uint64_t middle = text.size() > 8 ? word_of(text.substr(8)) : 0;
    std::size_t at = slot_of(word_of(text));
    while (slots[at].name != CdaName::kOther) at = (at + 1) % kSlots;
    slots[at] = {word_of(text), middle, text.size() < 16 ? nullptr : text.data() + 16, name.name};
  }
  return slots;
}

constexpr std::array<Slot, kSlots> kTable = make_slots();

}  // namespace

CdaName cda_name(const char* name, const char* end) {
  if (*name == '\0' || name >= end) return CdaName::kOther;
  const std::uint64_t head = load_word(name, end);
  const std::uint64_t middle = (head >> 56) != 0 ? load_word(name + 8, end) : 0;
  for (std::size_t at = slot_of(head); kTable[at].name != CdaName::kOther;
       at = (at + 1) % kSlots) {
    const Slot& slot = kTable[at];
    if (slot.head != head || slot.middle != middle) continue;
    if (slot.rest == nullptr || std::strcmp(name + 16, slot.rest) == 0) return slot.name;
  }
  return CdaName::kOther;
}

}  // namespace emrlint
