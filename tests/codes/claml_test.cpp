// SPDX-License-Identifier: Apache-2.0
#include "codes/claml.h"

#include "codes/codes_support.h"

namespace emrlint {
namespace {

const char* const kClaml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ClaML SYSTEM \"ClaML.dtd\">\n"
    "<ClaML version=\"2.0.0\">\n"
    "<ModifierClass modifier=\"M1\" code=\".0\"><Rubric kind=\"preferred\"><Label>With coma</Label>"
    "</Rubric></ModifierClass>\n"
    "<ModifierClass modifier=\"M1\" code=\".1\"><Rubric kind=\"preferred\"><Label>With ketoacidosis"
    "</Label></Rubric></ModifierClass>\n"
    "<Class code=\"I\" kind=\"chapter\"><Rubric kind=\"preferred\"><Label>Infections</Label>"
    "</Rubric></Class>\n"
    "<Class code=\"A15-A19\" kind=\"block\"><SuperClass code=\"I\"/><Rubric kind=\"preferred\">"
    "<Label>Tuberculosis</Label></Rubric></Class>\n"
    "<Class code=\"A17\" kind=\"category\"><SuperClass code=\"A15-A19\"/><Rubric "
    "kind=\"preferred\">"
    "<Label>Tuberculosis of nervous system</Label></Rubric></Class>\n"
    "<Class code=\"A17.0\" kind=\"category\" usage=\"dagger\"><SuperClass code=\"A17\"/>"
    "<Rubric kind=\"preferred\"><Label>Tuberculous meningitis (<Reference usage=\"aster\">G01"
    "</Reference>)</Label></Rubric><Rubric kind=\"inclusion\"><Label>Tuberculous\n leptomeningitis"
    "</Label></Rubric><Rubric kind=\"exclusion\"><Label>x</Label></Rubric></Class>\n"
    "<Class code=\"E10\" kind=\"category\"><ModifiedBy code=\"M1\" all=\"false\">"
    "<ValidModifierClass code=\".1\"/></ModifiedBy><Rubric kind=\"preferred\"><Label>Type 1 "
    "diabetes</Label></Rubric></Class>\n"
    "<Class code=\"E1\" kind=\"category\"><Rubric kind=\"preferred\"><Label>x</Label></Rubric>"
    "</Class>\n"
    "<Class code=\"E11\" kind=\"category\"/>\n"
    "</ClaML>\n";

TEST_CASE("a classification in ClaML is read with its tree, signs and modifiers") {
  const CodeTable table = table_of(kClaml);
  CHECK(table.system() == CodeSystem::kIcd10);
  CHECK(table.size() == 6);
  CHECK(table.find_exact("I")->level() == CodeLevel::kChapter);
  CHECK(!table.find_exact("A15-A19")->billable());
  CHECK(table.find("A17")->parent()->code() == "A15-A19");
  CHECK(table.find("A17")->parent()->parent()->code() == "I");
  const CodeEntry meningitis = *table.find("A17.0");
  CHECK(meningitis.name_en() == "Tuberculous meningitis");
  CHECK(meningitis.sign() == CodeSign::kDagger);
  CHECK(*meningitis.links().begin() == "G01");
  CHECK(*meningitis.synonyms().begin() == "Tuberculous leptomeningitis");
  CHECK(meningitis.billable());
  CHECK(meningitis.below(*table.find_exact("I")));
  CHECK(table.find("E10.1")->name_en() == "Type 1 diabetes: With ketoacidosis");
  CHECK(!table.find("E10.0"));
  CHECK(!table.find("E10")->billable());
}

TEST_CASE("classes that are no codes are left out and named") {
  CHECK(faults_of(kClaml) ==
        std::vector<std::string>{"list.csv:12:1: \"E1\" has not the form of a code",
                                 "list.csv:13:1: the code E11 has no name"});
}

TEST_CASE("labels and codes that no classification has are refused, not followed") {
  const auto in_class = [](const std::string& code, const std::string& kind,
                           const std::string& label) {
    return "<ClaML><Class code=\"A00\" kind=\"category\"><Rubric kind=\"preferred\"><Label>Cholera"
           "</Label></Rubric></Class>\n<Class code=\"" +
           code + "\" kind=\"" + kind + "\"><Rubric kind=\"preferred\"><Label>" + label +
           "</Label></Rubric></Class></ClaML>";
  };
  CHECK(faults_of(in_class("A01", "category", std::string(70'000, 'x'))).size() == 1);
  CHECK(faults_of(in_class(std::string(70'000, 'A'), "block", "x")).size() == 1);
  std::string deep = "x";
  for (int i = 0; i < 20'000; ++i) deep.insert(0, "<P>");
  for (int i = 0; i < 20'000; ++i) deep += "</P>";
  CHECK(faults_of(in_class("A01", "category", deep)).size() == 1);
}

TEST_CASE("a ClaML file that breaks off is an error with its place") {
  CodeImport import({});
  const std::string whole = kClaml;
  const auto error = import.add("x.xml", whole.substr(0, whole.size() - 30));
  REQUIRE(error);
  CHECK(error->en.find("the ClaML file is incomplete or damaged") != std::string::npos);
  CHECK(error->en.starts_with("x.xml:"));
}

}  // namespace
}  // namespace emrlint
