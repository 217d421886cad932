// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_FACT_H_
#define EMRLINT_CHECK_FACT_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/time.h"
#include "check/subject.h"
#include "copies/likeness.h"

namespace emrlint {

// What one chart says that can only be judged beside other charts: a surgeon in theatre from nine
// to eleven. Facts outlive their chart and may leave the process, so they are small, and nothing
// that tells who somebody is may stand in `kind` or `words`: that goes into `key` and `marks`, of
// which only keyed hashes are kept.
struct Fact {
  // Facts of one key are judged together. Hashed. Empty: judged alone.
  std::string key;
  std::string kind;                // What sort of fact, in the check's own words: "surgeon".
  std::vector<std::string> marks;  // Hashed; judge() can ask whether two are equal, or empty.
  std::vector<std::string> words;  // Kept as they are.
  std::optional<Time> start, end;
  Duration limit{};  // A setting of the chart's, for judge().
  // Of emit(): pieces of one document, the text whose near copies in other charts judge() is to
  // see. Then `key` is digest(text).hash (copies/text_digest.h) and `subject` the document. Kept of
  // it are hashes of samples, and where it is.
  std::vector<Text> text;

  // What judge() reports on, and where. In emit() of the chart; in judge() handles of the fact.
  Subject subject;
  Span where;
  std::string chart;  // Of judge(): the key of the fact's chart.

  // Of judge(): set of all but the first fact where it gets no facts of one key, but a fact with a
  // text and behind it those of other charts whose texts are much like its own. Then it calls the
  // report for the first one's subject, or not at all; what it failed with its key counts first.
  struct Near {
    bool equal = false;  // Word for word the same: here it only counts.
    // How much of the first one's text stands in this one's; none where a chart could not be read
    // again, or was changed since.
    std::optional<Likeness> likeness;
  };
  std::optional<Near> near;

  // One of marks, of words; empty where there are not so many.
  std::string_view mark(std::size_t index) const {
    return index < marks.size() ? marks[index] : std::string_view();
  }
  std::string_view word(std::size_t index) const {
    return index < words.size() ? words[index] : std::string_view();
  }
};

// Parts as one key, "number" and "12" never as "number1" and "2".
std::string key_of(std::initializer_list<std::string_view> parts);
// In whose numbers of staff and patients the chart speaks: id of the institution, else its name.
std::string_view hospital_of(const Chart& chart);
// Whether a number or name tells one person from others: not for what only fills the field (0, -,
// 医师工号, 手术者签名), nor for what is starred out in part.
bool tells_apart(std::string_view number_or_name);
// An identity card number as a key; empty for what is none, is starred out or has a wrong check
// character.
std::string card_key(std::string_view number);

}  // namespace emrlint

#endif  // EMRLINT_CHECK_FACT_H_
