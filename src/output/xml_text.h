// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_OUTPUT_XML_TEXT_H_
#define EMRLINT_OUTPUT_XML_TEXT_H_

#include <string>
#include <string_view>

namespace emrlint {

// Appends text as it stands in XML 1.0, between tags or in double quotes; what XML has no
// characters for becomes U+FFFD.
void append_xml(std::string& out, std::string_view text);

}  // namespace emrlint

#endif  // EMRLINT_OUTPUT_XML_TEXT_H_
