// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_REVIEW_FILE_H_
#define EMRLINT_REVIEW_REVIEW_FILE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "review/sqlite.h"
#include "review/states.h"

namespace emrlint::review {

// The finding that something is said of.
struct FindingName {
  std::string fingerprint;   // 32 hexadecimal digits.
  std::string chart, check;  // Both blank: as they are known already.
  std::string run;           // Where it was seen; blank where nobody knows.
};

// What one person says of one finding at one time.
struct Entry {
  FindingName finding;
  std::vector<Change> changes;
  Act act;  // Without a time: when it is written, so that of two writers the later is not earlier.
  // A row of a sheet repeats what was known when it was written: only what differs from that is
  // said. `seen` is the revision of that time; without it what is known now is meant.
  bool sheet = false;
  std::optional<std::int64_t> seen;
  std::string place;  // "worklist.csv:12", for errors; blank for the command line.
};

// A line of the history.
struct Step {
  std::int64_t number = 0;
  std::string fingerprint;
  Field field = Field::kComment;
  std::string before, after;  // As Review::value().
  Act act;
};

// STORE/review.sqlite: the review data of a store. Several processes may write at once, each change
// whole or not at all; the history can be added to and nothing else.
class ReviewFile {
 public:
  static std::string path_in(const std::string& store);
  // Makes the file if there is none, and brings one of an earlier version up to date.
  static Result<ReviewFile> open(const std::string& path);
  // Without making one: nothing where there is none.
  static Result<std::optional<ReviewFile>> open_if_there(const std::string& path);

  // Says all of it, or nothing where one is refused; gives how many fields changed. A sheet may not
  // change a field that somebody else changed since it was written.
  Result<std::uint64_t> say(std::span<const Entry> entries);

  // Nothing where nobody said anything of it.
  Result<std::optional<Review>> find(std::string_view fingerprint) const;
  // In order of fingerprints.
  std::optional<Error> each(const std::function<void(const Review&)>& visit) const;
  // Of one finding, or of all if blank; oldest first.
  Result<std::vector<Step>> history(std::string_view fingerprint) const;
  // The fingerprints that begin so, at most `most`.
  Result<std::vector<std::string>> beginning_with(std::string_view start, int most) const;

 private:
  explicit ReviewFile(Sqlite database) : database_(std::move(database)) {}

  Sqlite database_;
};

// Whether it is one: 32 hexadecimal digits, small letters.
bool is_fingerprint(std::string_view text);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_REVIEW_FILE_H_
