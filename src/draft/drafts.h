// SPDX-License-Identifier: Apache-2.0
// new_document() in each format; the type is one of new_document_types(). Internal to the folder.
#ifndef EMRLINT_DRAFT_DRAFTS_H_
#define EMRLINT_DRAFT_DRAFTS_H_

#include <optional>

#include "draft/new_document.h"

namespace emrlint::draft {

NewDocument ws500_draft(DocType type, const Beside& beside);
NewDocument ccda_draft(DocType type, const Beside& beside);
std::optional<NewDocument> chart_json_draft(DocType type, const Beside& beside);
std::optional<NewDocument> fhir_draft(DocType type, const Beside& beside);

}  // namespace emrlint::draft

#endif  // EMRLINT_DRAFT_DRAFTS_H_
