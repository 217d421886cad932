// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/opposed_words.h"

#include <algorithm>
#include <vector>

#include "text/fold.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

struct Row {
  Axis axis;
  std::string_view meanings;
  std::string_view words;
};
constexpr Row kRows[] = {
#define EMRLINT_OPPOSED(axis, meanings, words) {Axis::axis, meanings, words},
#include "checks/coding/opposed_words.def"
#undef EMRLINT_OPPOSED
};

struct Word {
  Axis axis;
  std::uint32_t meanings;
};
// The words of the names of diagnoses, or of procedures.
class Lexicon {
 public:
  explicit Lexicon(NameOf what) : index_(list(what)) {}

  const Word* match(std::string_view text, std::size_t& at) const {
    const int found = index_.match(text, at);
    if (found < 0) return nullptr;
    at += texts_[static_cast<std::size_t>(found)].size();
    return &words_[static_cast<std::size_t>(found)];
  }

  static const Lexicon& of_names(NameOf what) {
    static const Lexicon diagnoses(NameOf::kDiagnosis), procedures(NameOf::kProcedure);
    return what == NameOf::kDiagnosis ? diagnoses : procedures;
  }

 private:
  std::span<const std::string_view> list(NameOf what) {
    for (const Row& row : kRows) {
      if (!concerns(row.axis, what)) continue;
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        texts_.push_back(rest.substr(0, end));
        words_.push_back({row.axis, meaning_bits(row.meanings)});
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return texts_;
  }

  std::vector<std::string_view> texts_;
  std::vector<Word> words_;
  WordIndex index_;
};

constexpr std::string_view kCauses[] = {"所致", "引起", "导致", "由于"};
constexpr std::string_view kAbsences[] = {"未提及", "未伴", "不伴", "不包括", "除外"};

template <std::size_t N>
bool stands_first(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool concerns(Axis axis, NameOf what) {
  const bool procedure = what == NameOf::kProcedure;
  switch (axis) {
    case Axis::kApproach:
    case Axis::kAction:
    case Axis::kExtent:
      return procedure;
    case Axis::kSide:
    case Axis::kLimb:
    case Axis::kLobe:
    case Axis::kJaw:
    case Axis::kLid:
    case Axis::kValve:
    case Axis::kBone:
    case Axis::kSpine:
    case Axis::kJoint:
    case Axis::kOrgan:
      return true;
    default:
      return !procedure;
  }
}

KeyWords::KeyWords(std::string_view name, NameOf what) {
  read_chinese(name, what);
  read_english(name, what);
  if (what == NameOf::kDiagnosis) read_diabetes(name);
  // 左肾、右肾: both.
  Meaning& side = meanings_[static_cast<std::size_t>(Axis::kSide)];
  if ((side.meanings & meaning_bits("LR")) == meaning_bits("LR") && side.word != "单侧" &&
      side.word != "一侧" && side.word != "unilateral") {
    side.meanings |= meaning_bits("B");
  }
}

void KeyWords::add(Axis axis, std::uint32_t meanings, std::string_view word) {
  Meaning& meaning = meanings_[static_cast<std::size_t>(axis)];
  if (meaning.meanings == 0) meaning.word = word;
  meaning.meanings |= meanings;
}

void KeyWords::read_chinese(std::string_view name, NameOf what) {
  const Lexicon& lexicon = Lexicon::of_names(what);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t from = at;
    const Word* const word = lexicon.match(name, at);
    if (word != nullptr) {
      // 经十二指肠: the way, not what is treated.
      const bool way = word->axis == Axis::kOrgan && name.substr(0, from).ends_with("经");
      if (word->meanings != 0 && !way)
        add(word->axis, word->meanings, name.substr(from, at - from));
      continue;
    }
    const std::string_view rest = name.substr(at);
    // 肝硬化所致精神障碍: the organ of the cause.
    if (stands_first(rest, kCauses)) meanings_[static_cast<std::size_t>(Axis::kOrgan)] = {};
    // 未提及急性胆囊炎: what is not there.
    if (stands_first(rest, kAbsences)) at += std::min(rest.find("，"), rest.size() - 1);
    at += decode_point(name, at).length;
  }
}

// 2型糖尿病, Ⅱ型糖尿病.
void KeyWords::read_diabetes(std::string_view name) {
  const std::size_t at = name.find("型糖尿病");
  if (at == name.npos) return;
  const std::string_view before = name.substr(0, at);
  const std::string_view whole("型糖尿病");
  const auto take = [&](std::string_view number, std::string_view meaning) {
    if (!before.ends_with(number)) return false;
    const std::size_t from = at - number.size();
    if (!has(Axis::kDiabetes)) {
      add(Axis::kDiabetes, meaning_bits(meaning), name.substr(from, number.size() + whole.size()));
    }
    return true;
  };
  for (const std::string_view number : {"2", "２", "Ⅱ", "二", "II", "非胰岛素依赖"}) {
    if (take(number, "B")) return;
  }
  for (const std::string_view number : {"1", "１", "Ⅰ", "一", "I", "胰岛素依赖"}) {
    if (take(number, "A")) return;
  }
}

std::optional<Opposition> opposition(const KeyWords& name, const KeyWords& title) {
  for (std::size_t i = 0; i < name.meanings_.size(); ++i) {
    const auto axis = static_cast<Axis>(i);
    const KeyWords::Meaning& here = name.meanings_[i];
    const KeyWords::Meaning& there = title.meanings_[i];
    if (here.meanings == 0 || there.meanings == 0) continue;
    std::uint32_t accepted = there.meanings;
    if (axis == Axis::kBehaviour && (accepted & meaning_bits("I")) != 0)
      accepted |= meaning_bits("M");
    if ((here.meanings & accepted) == 0) return Opposition{axis, here.word, there.word};
  }
  return std::nullopt;
}

bool agree(const KeyWords& a, const KeyWords& b, Axis axis) {
  return (a.at(axis).meanings & b.at(axis).meanings) != 0;
}

bool says_open(const KeyWords& name) {
  return name.at(Axis::kApproach).meanings == meaning_bits("O");
}

}  // namespace emrlint::checks
