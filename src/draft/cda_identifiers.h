// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_DRAFT_CDA_IDENTIFIERS_H_
#define EMRLINT_DRAFT_CDA_IDENTIFIERS_H_

#include <string>
#include <string_view>
#include <vector>

namespace emrlint::draft {

struct CdaIdentifier {
  std::string root, extension;  // Either may be empty.
};

// How a CDA document names what all documents of its stay have in common. Abroad an extension is
// unique only together with its root, which the record model does not keep.
struct CdaIdentifiers {
  std::vector<CdaIdentifier> patient, encounter, custodian;
};

// Of the text of a document, in any namespace prefix; empty where it says nothing.
CdaIdentifiers cda_identifiers(std::string_view text);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_CDA_IDENTIFIERS_H_
