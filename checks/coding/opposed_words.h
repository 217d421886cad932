// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_CODING_OPPOSED_WORDS_H_
#define EMRLINT_CHECKS_CODING_OPPOSED_WORDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// Whether two names can be of one thing, by words that exclude each other (左 and 右, 急性 and
// 慢性, 良性 and 恶性, 胆囊 and 阑尾). Says nothing of names that share no such words.
namespace emrlint::checks {

// What such words are of; a name has one meaning, or several, of each or none.
enum class Axis : std::uint8_t {
  kSide,
  kCourse,
  kBehaviour,
  kOrigin,
  kBirth,
  kWound,
  kFunction,
  kPressure,
  kSugar,
  kPotassium,
  kSodium,
  kCalcium,
  kVirus,
  kInfluenza,
  kDiabetes,
  kBirthing,
  kStroke,
  kWall,
  kLimb,
  kLobe,
  kJaw,
  kLid,
  kTract,
  kValve,
  kBone,
  kSpine,
  kJoint,
  kOrgan,
  kApproach,
  kAction,
  kExtent,
  kCount,
};

enum class NameOf : std::uint8_t { kDiagnosis, kProcedure };
// Whether words of the axis tell names of that kind apart: 开放性 is of a wound in a diagnosis, and
// the way in of an operation.
bool concerns(Axis axis, NameOf what);

// "LR" as bits, one for each letter, of which @ is the first.
constexpr std::uint32_t meaning_bits(std::string_view letters) {
  std::uint32_t bits = 0;
  for (const char letter : letters) bits |= 1u << (letter - '@');
  return bits;
}

// The words of one name. Holds views of it.
class KeyWords {
 public:
  KeyWords(std::string_view name, NameOf what);

  bool has(Axis axis) const { return at(axis).meanings != 0; }
  // The first word of the axis; empty for none.
  std::string_view word(Axis axis) const { return at(axis).word; }

 private:
  friend std::optional<struct Opposition> opposition(const KeyWords& name, const KeyWords& title);
  friend bool agree(const KeyWords& a, const KeyWords& b, Axis axis);
  friend bool says_open(const KeyWords& name);
  struct Meaning {
    std::uint32_t meanings = 0;  // A bit for each.
    std::string_view word;
  };

  const Meaning& at(Axis axis) const { return meanings_[static_cast<std::size_t>(axis)]; }
  void add(Axis axis, std::uint32_t meanings, std::string_view word);
  void read_chinese(std::string_view name, NameOf what);
  void read_english(std::string_view name, NameOf what);
  void read_diabetes(std::string_view name);

  std::array<Meaning, static_cast<std::size_t>(Axis::kCount)> meanings_{};
};

// The words by which two names exclude each other.
struct Opposition {
  Axis axis = Axis::kCount;
  std::string_view name, title;
};
// A name as it was written against the title of a code. A title of carcinoma in situ does not
// exclude a name that says cancer; the other way round it does.
std::optional<Opposition> opposition(const KeyWords& name, const KeyWords& title);
// Whether they have a meaning of the axis in common.
bool agree(const KeyWords& a, const KeyWords& b, Axis axis);
// Whether the name of an operation says that it was open: 开腹, 开胸, 直视下.
bool says_open(const KeyWords& name);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_CODING_OPPOSED_WORDS_H_
