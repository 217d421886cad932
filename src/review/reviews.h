// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_REVIEWS_H_
#define EMRLINT_REVIEW_REVIEWS_H_

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "review/states.h"
#include "store/duckdb.h"

namespace emrlint::review {

// Everything that people said of the findings of a store, by fingerprint.
using Reviews = std::map<std::string, Review, std::less<>>;

// Empty where nobody said anything yet: no file is made.
Result<Reviews> reviews_of(const std::string& store);

// Makes a table `reviews` of them for queries: fingerprint, check_id, reviewer, state (as in
// State), over, holds (null where nobody knows), unclear.
std::optional<Error> add_reviews(store::Database& database, const Reviews& reviews);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_REVIEWS_H_
