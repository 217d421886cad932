// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "reader/readers.h"

namespace emrlint {
namespace {

TEST_CASE("a format shows in the content") {
  struct Row {
    const char* text;
    Format format;
  };
  const Row rows[] = {
      {"<ClinicalDocument xmlns='urn:hl7-org:v3'><realmCode code='CN'/>", Format::kWs500},
      {"<?xml version='1.0'?>\n<!-- a -->\n<ClinicalDocument>"
       "<templateId root=\"2.16.156.10011.2.1.1.54\"/>",
       Format::kWs500},
      {"<cda:ClinicalDocument><cda:realmCode code=\"US\"/>", Format::kCcda},
      {"<ClinicalDocument><templateId root='2.16.840.1.113883.10.20.22.1.1'/>", Format::kCcda},
      {"<ClinicalDocument><realmCode code='DE'/></ClinicalDocument>", Format::kCda},
      {"<ClinicalDocument/>", Format::kCda},
      {"<?xml version=\"1.0\" encoding=<ClinicalDocument classCode='DOCCLIN'>", Format::kCda},
      {"<ClinicalDocumentList/>", Format::kUnknown},
      {"<html>see ClinicalDocument here</html>", Format::kUnknown},
      {"<a x='1' ClinicalDocument='2'>", Format::kUnknown},
      {R"( {"resourceType":"Bundle","entry":[]})", Format::kFhir},
      {R"({"entry":[{"format":"emrlint-chart/1"},{"a":"}\""}],"resourceType":"Bundle"})",
       Format::kFhir},
      {R"({"documents":[{"resourceType":"x"}],"format" : "emrlint-chart/1"})", Format::kChartJson},
      {R"({"format":"other/1"})", Format::kUnknown},
      {R"({"a":"resourceType","b":"Bundle"})", Format::kUnknown},
      {R"({"a":{"resourceType":"Bundle"}})", Format::kUnknown},
      {R"({"resourceType")", Format::kUnknown},
      {R"({"resourceType":"Pat)", Format::kFhir},
      {R"({"a\)", Format::kUnknown},
      {"[1]", Format::kUnknown},
      {"病历", Format::kUnknown},
      {"", Format::kUnknown},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(recognise(row.text) == row.format);
  }
}

TEST_CASE("the telling member may stand behind megabytes of others") {
  std::string text = R"({"entry":[)";
  for (int i = 0; i < 100000; ++i) text += R"({"x":"\\\""},)";
  text += R"(1],"resourceType":"Bundle"})";
  CHECK(recognise(text) == Format::kFhir);
}

}  // namespace
}  // namespace emrlint
