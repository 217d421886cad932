// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_KEPT_DOCUMENTS_H_
#define EMRLINT_LSP_KEPT_DOCUMENTS_H_

#include <cstddef>
#include <memory>
#include <unordered_map>

#include "check/derived.h"
#include "reader/batch.h"

namespace emrlint::lsp {

// What checks work out of the documents that were read of one file (check/derived_documents.h), as
// long as the file is not read again. Documents are known again by where their text begins: the
// chart builder copies and reorders them, and leaves their texts as they were read.
class KeptDocuments {
 public:
  KeptDocuments() = default;
  explicit KeptDocuments(const ReadOutput& read);

  // Null for a document without text, of which there is little to work out, and for one of several
  // that share where their text begins.
  Derived* find(const Document& document) const;
  // What was worked out under a configuration that goes.
  void forget();

 private:
  struct Kept {
    std::size_t texts = 0, sections = 0, elements = 0;  // How many the document has.
    std::unique_ptr<Derived> derived;
  };
  std::unordered_map<const char*, Kept> kept_;  // By where the first text begins.
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_KEPT_DOCUMENTS_H_
