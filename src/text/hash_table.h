// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_HASH_TABLE_H_
#define EMRLINT_TEXT_HASH_TABLE_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace emrlint {

// Values by 64-bit hashes, in one piece of memory. For tables that are filled once and thrown away:
// nothing can be taken out. Two texts of one hash share a value.
template <typename Value>
class HashTable {
 public:
  // Makes room for `count` values, so that adding so many moves nothing.
  void reserve(std::size_t count) {
    if (count * 2 > slots_.size()) grow(std::bit_ceil(count * 2 + 1));
  }

  // The value of a hash, added as `fresh` if there was none. The reference holds until the next
  // call.
  Value& find_or_add(std::uint64_t hash, const Value& fresh) {
    if (size_ * 2 >= slots_.size()) grow(slots_.empty() ? 64 : slots_.size() * 2);
    Slot& slot = slots_[place_of(hash)];
    if (!slot.used) {
      slot = {hash, fresh, true};
      ++size_;
    }
    return slot.value;
  }

  bool contains(std::uint64_t hash) const {
    return !slots_.empty() && slots_[place_of(hash)].used;
  }

  // Null if there is none.
  const Value* find(std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(hash)];
    return slot.used ? &slot.value : nullptr;
  }

  // Calls `sink(hash, value)` for all, in no order that means anything.
  template <typename Sink>
  void each(Sink sink) const {
    for (const Slot& slot : slots_) {
      if (slot.used) sink(slot.hash, slot.value);
    }
  }

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    Value value{};
    bool used = false;
  };

  // Where a hash is, or the free slot where it would be.
  std::size_t place_of(std::uint64_t hash) const {
    // The high bits of a product depend on all bits of both.
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15ull) >> 32) & mask;
    while (slots_[at].used && slots_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }

  void grow(std::size_t slots) {
    std::vector<Slot> old(slots);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.used) slots_[place_of(slot.hash)] = slot;
    }
  }

  std::vector<Slot> slots_;  // A power of two of them, at least half of them free.
  std::size_t size_ = 0;
};

}  // namespace emrlint

#endif  // EMRLINT_TEXT_HASH_TABLE_H_
