// SPDX-License-Identifier: Apache-2.0
#include "checks/consistency/spine_mentions.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/find_word.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Region {
  std::string_view letter, word;
  int before;  // Vertebrae above the first one.
  int count;
};
constexpr Region kRegions[] = {
    {"C", "颈", 0, 7}, {"T", "胸", 7, 12}, {"L", "腰", 19, 5}, {"S", "骶", 24, 5}};

bool latin(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(at < text.size() ? text[at] : ' ');
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

struct Vertebra {
  int number = 0;
  const Region* region = nullptr;
  std::size_t to = 0;
};

std::optional<Vertebra> number_in(std::string_view text, std::size_t at, const Region& region) {
  const auto whole = whole_at(text, at);
  if (!whole || whole->value < 1 || whole->value > region.count) return std::nullopt;
  if (stands_at(text, whole->to, ".") || latin(text, whole->to)) {
    // 36.6, T2N0; but C5-C6 and L5S1 go on with a vertebra.
    if (!stands_at(text, whole->to, "S1") && !stands_at(text, whole->to, "L1")) return std::nullopt;
  }
  return Vertebra{region.before + whole->value, &region, whole->to};
}

// L4, 腰4, with a region of its own.
std::optional<Vertebra> vertebra_at(std::string_view text, std::size_t at) {
  for (const Region& region : kRegions) {
    if (stands_at(text, at, region.letter) && (at == 0 || !latin(text, at - 1))) {
      return number_in(text, at + 1, region);
    }
    if (stands_at(text, at, region.word)) return number_in(text, at + 3, region);
  }
  return std::nullopt;
}

// The other end of L4/5, L5-S1, L5S1.
std::optional<Vertebra> other_end(std::string_view text, const Vertebra& first) {
  const std::size_t at = link_at(text, first.to);
  if (const auto own = vertebra_at(text, at)) return own;
  if (at == first.to) return std::nullopt;
  return number_in(text, at, *first.region);
}

bool of_spine(std::string_view text) {
  constexpr std::string_view kWords[] = {"椎", "脊", "PKP", "PVP"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return holds(text, word); });
}

}  // namespace

std::size_t link_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kLinks[] = {"/", "-", "～", "~", "－", "—", "–", "至"};
  for (const std::string_view link : kLinks) {
    if (stands_at(text, at, link)) return at + link.size();
  }
  return at;
}

std::size_t take_spine(std::string_view text, std::size_t at, std::vector<SiteMention>& found) {
  const auto first = vertebra_at(text, at);
  if (!first) return at;
  const auto last = other_end(text, *first);
  if (!last) {
    if (of_spine(text)) found.push_back({SiteKind::kVertebra, first->number, at, first->to});
    return first->to;
  }
  for (int disc = first->number; disc < last->number; ++disc) {
    found.push_back({SiteKind::kDisc, disc, at, last->to});
  }
  return last->to;
}

}  // namespace emrlint::checks
