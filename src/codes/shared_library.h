// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CODES_SHARED_LIBRARY_H_
#define EMRLINT_CODES_SHARED_LIBRARY_H_

#include <initializer_list>
#include <string>

namespace emrlint {

// A library that is loaded when an import needs it, so that no other run pays for it. Stays loaded.
class SharedLibrary {
 public:
  // The first of the files that can be loaded.
  explicit SharedLibrary(std::initializer_list<const char*> files);

  explicit operator bool() const { return handle_ != nullptr; }
  // The function of this name; false where there is none.
  template <typename Function>
  bool find(const char* name, Function*& function) const {
    function = reinterpret_cast<Function*>(symbol(name));
    return function != nullptr;
  }

 private:
  void* symbol(const char* name) const;
  void* handle_ = nullptr;
};

}  // namespace emrlint

#endif  // EMRLINT_CODES_SHARED_LIBRARY_H_
