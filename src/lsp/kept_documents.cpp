// SPDX-License-Identifier: Apache-2.0
#include "lsp/kept_documents.h"

namespace emrlint::lsp {

KeptDocuments::KeptDocuments(const ReadOutput& read) {
  for (const Chart& fragment : read.fragments) {
    for (const Document& document : fragment.documents) {
      if (document.texts.empty()) continue;
      const auto [at, fresh] = kept_.try_emplace(document.texts.front().value.data());
      at->second = {document.texts.size(), document.sections.size(), document.elements.size(),
                    fresh ? std::make_unique<Derived>() : nullptr};
    }
  }
}

Derived* KeptDocuments::find(const Document& document) const {
  if (document.texts.empty()) return nullptr;
  const auto at = kept_.find(document.texts.front().value.data());
  if (at == kept_.end()) return nullptr;
  const Kept& kept = at->second;
  const bool same = kept.texts == document.texts.size() &&
                    kept.sections == document.sections.size() &&
                    kept.elements == document.elements.size();
  return same ? kept.derived.get() : nullptr;
}

void KeptDocuments::forget() {
  for (auto& one : kept_) {
    if (one.second.derived != nullptr) *one.second.derived = Derived();
  }
}

}  // namespace emrlint::lsp
