// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_REVIEW_SCHEMA_H_
#define EMRLINT_REVIEW_SCHEMA_H_

#include <optional>
#include <span>

#include "base/result.h"
#include "review/sqlite.h"

namespace emrlint::review {

// The steps that made the schema what it is: the first makes an empty file one of version 1, each
// further one leads to the next version. A step that was ever released does not change.
std::span<const char* const> schema_steps();

// Brings a file up to date by the steps that it has not seen, whole or not at all. An error for a
// file of another program, and for one of a later version than the last step.
std::optional<Error> migrate(Sqlite& database, std::span<const char* const> steps);

}  // namespace emrlint::review

#endif  // EMRLINT_REVIEW_SCHEMA_H_
