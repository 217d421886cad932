// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_NEW_PLACE_H_
#define EMRLINT_LSP_NEW_PLACE_H_

#include <string>

#include "draft/beside.h"
#include "lsp/group_view.h"

namespace emrlint::lsp {

// The command that writes a new document; its arguments are the URI of a document or a folder and
// the id of the type.
inline constexpr const char* kNewDocument = "emrlint.newDocument";

// Where a new document goes.
struct NewPlace {
  std::string path;  // Of the folder.
  draft::Beside beside;
  // Where the text of the file beside it is, if there is one.
  const ChartFolder* folder = nullptr;
  const ChartFolder::Group* group = nullptr;
  FilePlace text;
};

// In a folder that was read, beside a file of it or, where `path` is none, anywhere in it. Of the
// charts of the folder that of the file; where there is no such file, the only one. None where
// there are several to choose from: a document of one patient is never begun with the name of
// another.
NewPlace place_in(const ChartFolder& folder, const std::string& path);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_NEW_PLACE_H_
