// SPDX-License-Identifier: Apache-2.0
#include "generator/ws500_writer.h"

#include "generator/ws500_parts.h"
#include "terminology/ws500.h"

namespace emrlint {
namespace {

std::string write_document(const Chart& chart, const Document& document) {
  XmlWriter xml;
  {
    const XmlScope root(
        xml, "ClinicalDocument",
        {{"xmlns", "urn:hl7-org:v3"}, {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    write_ws500_header(xml, chart, document);
    const XmlScope component(xml, "component");
    const XmlScope body(xml, "structuredBody");
    write_ws500_body(xml, chart, document);
  }
  return xml.result();
}

}  // namespace

std::vector<GeneratedFile> write_ws500(const Chart& chart) {
  std::vector<GeneratedFile> files;
  for (const Document& document : chart.documents) {
    const std::string_view code = ws500_code(document.type);
    if (code.empty()) continue;
    files.push_back({std::string(document.id.value) + "-" + std::string(code) + ".xml",
                     write_document(chart, document)});
  }
  files.push_back({"chart.json", write_supplement(chart)});
  return files;
}

}  // namespace emrlint
