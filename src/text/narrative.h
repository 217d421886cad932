// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TEXT_NARRATIVE_H_
#define EMRLINT_TEXT_NARRATIVE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// What a Chinese clinical narrative says of something that is mentioned in it. By lists of words
// and their scope, no grammar: where a sentence can be read in two ways, the reading says
// uncertain, or names another person than the patient.
namespace emrlint {

enum class Polarity : std::uint8_t {
  kAffirmed,
  kNegated,    // 否认, 无, 未见, 阴性
  kUncertain,  // 可疑, 考虑, 待排, ?, or the sentence leaves it open.
};

enum class Mode : std::uint8_t {
  kActual,
  kHistorical,    // 既往, 史, 5年前
  kPlanned,       // 拟, 建议, 必要时, 明日
  kHypothetical,  // 若, 如, 一旦, 以防
};

enum class Who : std::uint8_t {
  kPatient,
  kFamily,   // 父亲, 配偶, 家族史, the mother of a patient
  kNewborn,  // 新生儿, 胎儿, as another person than the patient
  kOther,    // 供者, 同事
};

struct Reading {
  Polarity polarity = Polarity::kAffirmed;
  Mode mode = Mode::kActual;
  Who who = Who::kPatient;

  // Stated as a fact of the patient, of now or earlier.
  bool own_fact() const {
    return polarity == Polarity::kAffirmed && who == Who::kPatient &&
           (mode == Mode::kActual || mode == Mode::kHistorical);
  }
  friend bool operator==(const Reading&, const Reading&) = default;
};

// One piece of narrative, read once from front to end when the first mention is asked for; any
// number can be. Holds a view of the text. For one thread.
class Narrative {
 public:
  // `who`: whose statements the piece holds when it says nothing else (the family, in a section for
  // the family history).
  explicit Narrative(std::string_view text, Who who = Who::kPatient);

  // How bytes [from, to) are meant.
  Reading reading(std::size_t from, std::size_t to) const;

  std::string_view text() const { return text_; }
  // Where the clause of byte `at` begins and ends: between commas, stops and items of a list with
  // numbers; 、 does not part clauses.
  std::size_t clause_begin(std::size_t at) const;
  std::size_t clause_end(std::size_t at) const;
  // Likewise between full stops, semicolons, line ends and such items.
  std::size_t sentence_begin(std::size_t at) const;

 private:
  enum class Kind : std::uint8_t {
    kComma,
    kColon,
    kSemicolon,
    kStop,
    kQuestion,  // What ends a clause.
    kNegates,
    kDenies,
    kDoubts,
    kAsserts,
    kBlurs,  // For what follows.
    kNegatesBack,
    kDoubtsBack,
    kAssertsBack,
    kDoubtsBoth,
    kWasBack,  // For what precedes.
    kPlans,
    kSupposes,
    kWas,
    kIs,
    kPatient,
    kFamily,
    kNewborn,
    kOther,
    kHeading,
    kFamilyHistory,
    kSkip,  // Looks like one of these.
  };
  struct State {
    Reading reading;
    Who base = Who::kPatient;  // To which a new sentence returns.
    bool denied = false;       // 否认 earlier in the sentence, beyond a comma.
    std::uint32_t clause = 0;  // Where the clause and the sentence begin.
    std::uint32_t sentence = 0;
  };
  struct Mark {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t clause_end = 0;  // Of the clause that the mark is in or ends.
    Kind kind = Kind::kSkip;
    State after;
  };
  class Cues;

  static bool parts(Kind kind);
  static bool ends_sentence(Kind kind);
  static Mark mark_at(std::size_t at, Kind kind);
  Mark next_mark(std::size_t at) const;
  Mark mark_of_byte(std::size_t at) const;
  Mark sign_at(std::size_t at) const;
  Kind kind_here(Kind kind, std::size_t from, std::size_t to) const;
  State after(const State& before, const Mark& mark, const Mark* last) const;
  void read() const;
  const Mark* last_before(std::size_t at) const;  // Every question begins with it.
  void read_back(std::size_t to, Reading& reading, bool denied) const;
  bool closes_clause(const Mark* mark) const;

  std::string_view text_;
  State start_;
  mutable std::vector<Mark> marks_;
  mutable bool read_ = false;
};

}  // namespace emrlint

#endif  // EMRLINT_TEXT_NARRATIVE_H_
