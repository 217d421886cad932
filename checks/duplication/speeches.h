// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_DUPLICATION_SPEECHES_H_
#define EMRLINT_CHECKS_DUPLICATION_SPEECHES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "copies/passages.h"

namespace emrlint::checks {

// What one of those present says in the minutes of a discussion.
struct Speech {
  std::string_view speaker;  // As the minutes name him: "李一主任医师", "Dr. Smith".
  std::vector<Part> words;   // A part for each piece of text, in order; may be empty.
};

// The speeches that a narrative tells apart by "speaker:", where the words before the colon, up to
// the end of the sentence before, hold a title. In order.
std::vector<Speech> speeches_of(std::span<const Text> minutes);

// A speech that repeats what somebody else said before; both of the Minutes that found it.
struct Echo {
  const Speech* copy;
  const Speech* source;
  std::uint32_t copied;  // Tokens.
  double similarity;     // Their share of the speech.
};

// The speeches of a narrative, which must outlive it, of at least so many ideographs.
class Minutes {
 public:
  Minutes(std::span<const Text> minutes, int least);

  std::size_t speeches() const { return speeches_.size(); }
  // The first echo by at least this share.
  std::optional<Echo> echo(double share) const;

 private:
  bool equal(std::size_t a, std::size_t b) const;

  std::vector<Speech> speeches_;
  Tokens tokens_;
  std::vector<CopyText> texts_;  // Of the speeches.
};

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_DUPLICATION_SPEECHES_H_
