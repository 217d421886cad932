// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LEDGER_UNIT_HASH_H_
#define EMRLINT_LEDGER_UNIT_HASH_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "reader/input.h"
#include "reader/reopen.h"

struct XXH3_state_s;

namespace emrlint::ledger {

// Hashes pieces, each with its length, so that no two lists of pieces hash alike.
class PieceHash {
 public:
  PieceHash();

  void piece(std::string_view bytes);
  // A piece bit by bit: its bytes, then its length.
  void more(std::string_view bytes);
  void end(std::uint64_t length);

  std::uint64_t low64() const;
  std::string hex() const;  // 32 digits.

 private:
  struct FreeState {
    void operator()(XXH3_state_s* state) const;
  };
  std::unique_ptr<XXH3_state_s, FreeState> state_;
};

// Where a unit lies.
std::uint64_t id_of(const UnitPlace& place);
// The bytes of its files as they lie there, read through `buffer` where they are not at hand; one
// that cannot be read is told from one that is empty.
std::string content_of(const WorkUnit& unit, std::string& buffer);

}  // namespace emrlint::ledger

#endif  // EMRLINT_LEDGER_UNIT_HASH_H_
