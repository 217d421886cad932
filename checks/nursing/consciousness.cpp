// SPDX-License-Identifier: Apache-2.0
#include "checks/nursing/consciousness.h"

#include "check/words.h"
#include "text/narrative.h"

namespace emrlint::checks {
namespace {

// A clause with one of these retells what was before: 因昏迷2小时入院.
constexpr WordList kRetells{"因|入院|来院|发病|曾|一度|送"};

bool said_of_now(const Narrative& text, std::size_t from, std::size_t to) {
  const std::size_t begin = text.clause_begin(from);
  const std::string_view clause = text.text().substr(begin, text.clause_end(from) - begin);
  const Reading reading = text.reading(from, to);
  return reading.polarity == Polarity::kAffirmed && reading.mode == Mode::kActual &&
         reading.who == Who::kPatient && !holds_any(clause, kRetells);
}

struct Said {
  bool ever = false;        // In whatever sense.
  std::optional<Part> now;  // As a fact of the patient at that time.
};

Said look_for(const Document& document, WordList words) {
  Said said;
  for (const Text& text : document.texts) {
    any_word(words, [&](std::string_view word) {
      const std::size_t at = text.value.find(word);
      if (at == text.value.npos) return false;
      said.ever = true;
      const std::size_t to = at + word.size();
      if (!said.now && said_of_now(Narrative(text.value), at, to)) {
        said.now = Part{text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(to)};
      }
      return false;
    });
  }
  return said;
}

}  // namespace

std::optional<Consciousness> state_of(const Document& document, WordList clear_words,
                                      WordList coma_words) {
  if (!document.recorded || !document.recorded->value.exact()) return std::nullopt;
  const Said clear = look_for(document, clear_words), coma = look_for(document, coma_words);
  if (clear.ever == coma.ever) return std::nullopt;
  const Said& said = coma.ever ? coma : clear;
  if (!said.now) return std::nullopt;
  return Consciousness{&document, coma.ever, *said.now};
}

}  // namespace emrlint::checks
