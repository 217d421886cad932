// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECK_DERIVED_H_
#define EMRLINT_CHECK_DERIVED_H_

#include <memory>
#include <unordered_map>
#include <utility>

namespace emrlint {

// What is worked out of one chart by the first check that asks and shared by those that ask later,
// such as its copied passages. Of one thread.
class Derived {
 public:
  // The value of a type that `make()` gives on the first call; it must depend on the chart alone.
  template <typename T, typename Make>
  const T& get(Make make) {
    std::unique_ptr<Kept>& kept = kept_[&Key<T>::of];
    if (kept == nullptr) kept = std::make_unique<Holder<T>>(make());
    return static_cast<const Holder<T>&>(*kept).value;
  }

  // What its user keeps from one judging of a chart to the next, empty at first. Whoever uses it
  // makes sure by itself that it still holds.
  template <typename T>
  T& keep() {
    std::unique_ptr<Kept>& kept = kept_[&Key<T>::of];
    if (kept == nullptr) kept = std::make_unique<Holder<T>>(T());
    return static_cast<Holder<T>&>(*kept).value;
  }

 private:
  struct Kept {
    virtual ~Kept() = default;
  };
  template <typename T>
  struct Holder : Kept {
    explicit Holder(T made) : value(std::move(made)) {}
    T value;
  };
  template <typename T>
  struct Key {
    static inline const char of = 0;
  };

  std::unordered_map<const char*, std::unique_ptr<Kept>> kept_;
};

}  // namespace emrlint

#endif  // EMRLINT_CHECK_DERIVED_H_
