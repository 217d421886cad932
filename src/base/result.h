// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_BASE_RESULT_H_
#define EMRLINT_BASE_RESULT_H_

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/span.h"

namespace emrlint {

// What went wrong, in both languages, and where (a span of the file that was being read, if any).
struct Error {
  std::string zh;
  std::string en;
  std::optional<Span> where;
};

// A value, or the reason why there is none. For what may fail in the environment: files,
// configuration, rules. Never for the content of a medical record, whose defects are findings.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const T& value() const {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  T& value() {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace emrlint

#endif  // EMRLINT_BASE_RESULT_H_
