// SPDX-License-Identifier: Apache-2.0
#include "reader/cda_names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace emrlint {
namespace {

// A walk asks for thousands of names in a document. The first eight bytes, as one number, find the
// slot; only longer names need a comparison of their rest.
struct Slot {
  std::uint64_t head = 0;
  const char* rest = nullptr;  // Behind the first eight bytes; null if the name is shorter.
  CdaName name = CdaName::kOther;
};

constexpr std::size_t kHead = 8;
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

constexpr std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < std::min(text.size(), kHead); ++i) {
    head |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  }
  return head;
}

constexpr std::array<Slot, kSlots> make_slots() {
  std::array<Slot, kSlots> slots{};
  for (const Name& name : kNames) {
    std::size_t at = slot_of(head_of(name.text));
    while (slots[at].name != CdaName::kOther) at = (at + 1) % kSlots;
    slots[at] = {head_of(name.text),
                 name.text.size() < kHead ? nullptr : name.text.data() + kHead, name.name};
  }
  return slots;
}

constexpr std::array<Slot, kSlots> kTable = make_slots();

std::uint64_t load_head(const char* name, const char* end) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t head = 0;
  const auto room = static_cast<std::size_t>(end - name);
  if (room >= kHead) {
    std::memcpy(&head, name, kHead);
  } else {
    std::memcpy(&head, name, room);
  }
  // Cuts off what stands behind the NUL: the lowest zero byte is marked by its highest bit.
  const std::uint64_t zero = (head - 0x0101010101010101ull) & ~head & 0x8080808080808080ull;
  if (zero != 0) head &= (zero & (~zero + 1)) / 0x80 - 1;
  return head;
}

}  // namespace

CdaName cda_name(const char* name, const char* end) {
  if (*name == '\0' || name >= end) return CdaName::kOther;
  const std::uint64_t head = load_head(name, end);
  for (std::size_t at = slot_of(head); kTable[at].name != CdaName::kOther;
       at = (at + 1) % kSlots) {
    const Slot& slot = kTable[at];
    if (slot.head != head) continue;
    if (slot.rest == nullptr || std::strcmp(name + kHead, slot.rest) == 0) return slot.name;
  }
  return CdaName::kOther;
}

}  // namespace emrlint
