// SPDX-License-Identifier: Apache-2.0
#include "review/reviews.h"

#include "review/review_file.h"

namespace emrlint::review {

Result<Reviews> reviews_of(const std::string& store) {
  const Result<std::optional<ReviewFile>> file =
      ReviewFile::open_if_there(ReviewFile::path_in(store));
  if (!file) return file.error();
  Reviews reviews;
  if (!file->has_value()) return reviews;
  const auto add = [&](const Review& review) { reviews.emplace(review.fingerprint, review); };
  if (auto error = (*file)->each(add)) return *std::move(error);
  return reviews;
}

std::optional<Error> add_reviews(store::Database& database, const Reviews& reviews) {
  if (auto error = database.run(
          "CREATE TABLE reviews (fingerprint VARCHAR, check_id VARCHAR, reviewer VARCHAR, "
          "state VARCHAR, over BOOLEAN, holds BOOLEAN, unclear BOOLEAN)")) {
    return error;
  }
  Result<store::Appender> rows = database.append_to("reviews");
  if (!rows) return rows.error();
  for (const auto& [fingerprint, review] : reviews) {
    const State state = state_of(review);
    rows->row({fingerprint, review.check, review.reviewer, name(state).id, over(state),
               holds(review), review.verdict == Verdict::kUnclear});
  }
  return rows->finish();
}

}  // namespace emrlint::review
