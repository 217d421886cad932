// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_CHECK_PAGES_H_
#define EMRLINT_LSP_CHECK_PAGES_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "rule/catalog.h"

namespace emrlint::lsp {

// The pages of the checks as files that an editor can open: written when they are asked for, each
// once, into a folder of this version and language. They hold nothing of any record.
class CheckPages {
 public:
  CheckPages(const Catalog& catalog, std::string folder)
      : catalog_(catalog), folder_(std::move(folder)) {}

  // The URI of a page; empty for no check, and where no file can be written.
  std::string uri(std::string_view check, Lang lang);
  // Its text, Markdown.
  std::string text(std::string_view check, Lang lang) const;

 private:
  std::string write(std::string_view check, Lang lang) const;

  const Catalog& catalog_;
  std::string folder_;
  std::map<std::string, std::string, std::less<>> known_[2];  // By language.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_CHECK_PAGES_H_
