// SPDX-License-Identifier: Apache-2.0
// Invented narrative of the generated charts. Internal to the generator.
#ifndef EMRLINT_GENERATOR_RANDOM_TEXT_H_
#define EMRLINT_GENERATOR_RANDOM_TEXT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace emrlint {

// splitmix64: small, and the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  int between(int least, int most);  // Both ends count.
  bool chance(double probability);
  std::string_view of(std::span<const std::string_view> words);

 private:
  std::uint64_t state_;
};

// A note of day `day`: several sentences of varying findings and plans, no two days alike; of a
// stable patient, or a `critical` one.
std::string note_text(Dice& dice, int day, bool critical);
std::string history_text(Dice& dice);
// A longer one, as nobody else tells it: of other sentences.
std::string own_history_text(Dice& dice);
// The same in the chart of another patient, who wrote it off and changed a few words.
std::string copied_history(std::string text);
std::string exam_text(Dice& dice);
std::string features_text(Dice& dice);  // Of the case, in the first progress note.
// What was done so far, and how the patient is, when somebody else takes over.
std::string course_text(Dice& dice);
std::string condition_text(Dice& dice);
std::string person_name(Dice& dice);
// The content of a section of the surgical documents.
std::string surgical_text(Dice& dice, std::string_view section);

}  // namespace emrlint

#endif  // EMRLINT_GENERATOR_RANDOM_TEXT_H_
