// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_TESTS_REVIEW_REVIEW_SUPPORT_H_
#define EMRLINT_TESTS_REVIEW_REVIEW_SUPPORT_H_

#include <doctest/doctest.h>

#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "review/review_file.h"
#include "store/store_support.h"

namespace emrlint::review {

using store::TemporaryFolder;

// The fingerprint of the finding of that number.
inline std::string fingerprint_of(unsigned number) {
  char text[33];
  std::snprintf(text, sizeof text, "%032x", number);
  return text;
}

inline Entry entry(unsigned number, std::vector<Change> changes, std::string by = "张三",
                   std::string at = "2024-03-01T08:00:00+08:00") {
  Entry said;
  said.finding = {fingerprint_of(number), "ZY" + std::to_string(number), "timeliness-x", "night"};
  said.changes = std::move(changes);
  said.act = {std::move(by), std::move(at)};
  return said;
}

inline ReviewFile open_review(const std::string& folder) {
  Result<ReviewFile> file = ReviewFile::open(ReviewFile::path_in(folder));
  REQUIRE_MESSAGE(file.ok(), (file ? "" : file.error().en));
  return *std::move(file);
}

// Says one thing; why not, if so.
inline std::string say(ReviewFile& file, const Entry& entry) {
  return store::en(file.say({&entry, 1}));
}

inline Review known(const ReviewFile& file, unsigned number) {
  const Result<std::optional<Review>> review = file.find(fingerprint_of(number));
  REQUIRE(review.ok());
  REQUIRE(review->has_value());
  return **review;
}

}  // namespace emrlint::review

#endif  // EMRLINT_TESTS_REVIEW_REVIEW_SUPPORT_H_
