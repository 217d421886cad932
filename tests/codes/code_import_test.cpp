// SPDX-License-Identifier: Apache-2.0
#include "codes/code_import.h"

#include "codes/codes_support.h"

namespace emrlint {
namespace {

using Faults = std::vector<std::string>;

ImportOptions system(CodeSystem system) {
  ImportOptions options;
  options.edition.system = &coding_system(system);
  return options;
}

TEST_CASE("code lists are read whatever parts their columns") {
  for (const char* list : {"A00.000 霍乱\nI10.x00 高血压\n", "A00.000\t霍乱\nI10.x00\t高血压\n",
                           "A00.000,霍乱\nI10.x00,高血压\n", "A00.000;\"霍乱\"\nI10.x00;高血压",
                           "\xEF\xBB\xBF诊断名称,诊断代码\r\n霍乱,A00.000\r\n高血压,I10.x00\r\n",
                           "全院诊断表,\n序号,编码,名称\n1,A00.000,霍乱\n2,I10.x00,高血压\n",
                           "  A00.000　霍乱\n\n  I10.x00　高血压  \n"}) {
    const CodeTable table = table_of(list);
    CHECK_MESSAGE(table.size() == 2, list);
    CHECK_MESSAGE(table.system() == CodeSystem::kIcd10, list);
    CHECK_MESSAGE(table.find("I10.x00")->name_zh() == "高血压", list);
  }
}

TEST_CASE("a list in GB18030 is read") {
  // "A00.000 霍乱"
  CHECK(table_of("A00.000 \xBB\xF4\xC2\xD2\n").find("A00.000")->name_zh() == "霍乱");
}

TEST_CASE("the system is told by the codes") {
  CHECK(table_of("51.2300 腹腔镜下胆囊切除术\n51.2300x001 胆囊切除\n").system() ==
        CodeSystem::kIcd9Cm3);
  CHECK(table_of("M8140/3 腺癌\n").system() == CodeSystem::kMorphology);
  CHECK(table_of("BNP010 感冒\nBNP020 咳嗽\n").system() == CodeSystem::kTcm);
  CHECK(table_of("code,long\nA000,Cholera\nS72001A,Fracture\n").system() == CodeSystem::kIcd10Cm);
  CodeImport unclear({});
  CHECK(unclear.add("x.csv", "code,name\nA00.0,Cholera\n")->en.find("--system") !=
        std::string::npos);
}

TEST_CASE("rows that are no codes are left out and named") {
  CHECK(faults_of("A00.000 霍乱\nA0 伤寒\n\nA01.000\nB02.900x0013 带状疱疹\n",
                  system(CodeSystem::kIcd10)) ==
        Faults{"list.csv:2:1: \"A0\" has not the form of ICD-10 diagnoses",
               "list.csv:4:1: the code A01.000 has no name",
               "list.csv:5:1: \"B02.900x0013\" has not the form of ICD-10 diagnoses"});
  CHECK(faults_of("编码,名称\n,霍乱\nA00.000,霍乱\nA01.000,\"伤寒\nA02.000,沙门菌肠炎\n") ==
        Faults{"list.csv:4:9: the quote is not closed", "list.csv:2:1: there is no code"});
  CHECK(faults_of("编码,名称,性别\nA00.000,霍乱,人\n") ==
        Faults{"list.csv:2:12: \"人\" should be male or female"});
  CHECK(faults_of("编码,名称,启用日期,停用日期\nA00.000,霍乱,2024-02-30,\nA01.000,伤寒,2024-01-01,"
                  "2023-01-01\n") ==
        Faults{"list.csv:2:12: \"2024-02-30\" should be a date such as 2024-01-31",
               "list.csv:3:23: the last day is before the first"});
  CHECK(faults_of("A00.000 霍\x01乱\nA01.000 伤寒\n") ==
        Faults{"list.csv:1:9: the name holds bytes that are no text"});
}

TEST_CASE("a code that comes again is named with its first line") {
  const char* const list = "A00.000 霍乱\nA00.000 霍乱\na00000 古典霍乱\n";
  CHECK(faults_of(list) ==
        Faults{"list.csv:2:1: the code A00.000 stands in line 1 already",
               "list.csv:3:1: the code A00.000 stands in line 1 already, with the name \"霍乱\""});
  ImportOptions options;
  options.repeats_are_synonyms = true;
  CHECK(faults_of(list, options).empty());
  const CodeTable table = table_of(list, options);
  CHECK(table.find("A00.000")->synonyms().size() == 1);
}

TEST_CASE("columns are named where headings do not tell") {
  const char* const list = "x,y,z\nA00.000,1,霍乱\nA01.000,2,伤寒\n";
  ImportOptions options;
  options.columns = {{"code", "A"}, {"name", "3"}};
  options.edition.system = &coding_system(CodeSystem::kIcd10);
  CHECK(faults_of(list, options).size() == 1);  // The line of headings.
  options.columns = {{"code", "x"}, {"name", "z"}};
  CHECK(faults_of(list, options).empty());
  CHECK(table_of(list, options).find("A01.000")->name_zh() == "伤寒");
  options.columns = {{"kode", "x"}};
  CodeImport wrong(options);
  CHECK(wrong.add("l", list)->en.find("did you mean") != std::string::npos);
  options.columns = {{"code", "x"}, {"name", "none"}};
  CodeImport absent(options);
  CHECK(absent.add("l", list)->en == "--columns: there is no column none");
  CodeImport unknown({});
  CHECK(unknown.add("l", "x,y\n霍乱,1\n")->en.find("--columns") != std::string::npos);
}

TEST_CASE("categories that stand on each row become headings") {
  const CodeTable table = table_of(
      "类目代码,类目名称,亚目代码,亚目名称,诊断代码,诊断名称\n"
      "A00,霍乱,A00.0,古典生物型霍乱,A00.000,霍乱，由于O1群霍乱弧菌\n"
      "A00,霍乱,A00.1,埃尔托生物型霍乱,A00.100,埃尔托霍乱\n"
      "A33,新生儿破伤风,,,A33.x00,新生儿破伤风\n");
  CHECK(table.size() == 7);
  CHECK(table.find("A00")->level() == CodeLevel::kHeading);
  CHECK(table.find("A00")->child_count() == 2);
  CHECK(table.find("A00.100")->parent()->code() == "A00.1");
  CHECK(table.find("A33.x00")->billable());
}

TEST_CASE("parents that a table names count before the structure of the codes") {
  const CodeTable table = table_of(
      "编码,名称,上级编码\nA00.000,霍乱,B01.000\nB01.000,水痘,\nA01.000,伤寒,A01.000\n"
      "C01.000,甲,C02.000\nC02.000,乙,C01.000\n");
  CHECK(table.find("A00.000")->parent()->code() == "B01.000");
  CHECK(!table.find("A01.000")->parent());
  // In a circle one of the two stays without.
  CHECK(table.find("C01.000")->parent().has_value() != table.find("C02.000")->parent().has_value());
}

TEST_CASE("an order file of ICD-10-CM is read by its fixed places") {
  const std::string order =
      "00001 A00     0 Cholera                                                      Cholera\n"
      "00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to "
      "Vibrio cholerae 01, biovar cholerae\n"
      "not such a line\n";
  const CodeTable table = table_of(order, system(CodeSystem::kIcd10Cm));
  CHECK(table.size() == 2);
  CHECK(!table.find("A00")->billable());
  CHECK(table.find("A00.0")->billable());
  CHECK(faults_of(order, system(CodeSystem::kIcd10Cm)) ==
        Faults{"list.csv:3:1: is no line of an order file"});
}

const char* const kEdits =
    "MCE_Version\tICD_Version\tMCE_Section\tMCE_Subsection\tMCE_Edit_Type\tICD_Code_Type\tICD_"
    "Code\t"
    "ICD_Desc\n"
    "37\t10\t4\tA\tNewborn_Only\tD\tA33\tTetanus neonatorum\n"
    "37\t10\t5\tA\tFemale_Only\tD\tC530\tMalignant neoplasm of endocervix\n"
    "37\t10\t4\tD\tAdult_Only\tD\tC530\tMalignant neoplasm of endocervix\n"
    "37\t10\t6\t_\tPrincipal_Manifestation\tD\tF0280\tDementia\n"
    "37\t10\t9\t_\tPrincipal_Unacceptable\tD\tB950\tStreptococcus\n"
    "37\t10\t8\tA\tPrincipal_Questionable_Admit\tD\tB950\tStreptococcus\n"
    "37\t10\t5\tD\tMale_Only\tP\t0VT00ZZ\tResection of right testis\n"
    "37\t10\t17\tA\tLimited_Coverage\tP\t0TY10Z2\tTransplantation\n";

TEST_CASE("lists of the Medicare Code Editor give their codes limits") {
  const CodeTable table = table_of(kEdits);
  CHECK(table.system() == CodeSystem::kIcd10Cm);
  CHECK(table.size() == 4);
  CHECK(table.find("A33")->ages()->to == 0);
  CHECK(table.find("C530")->sex() == Sex::kFemale);
  CHECK(table.find("C530")->ages()->from == 15);
  CHECK(table.find("C530")->ages()->to == 124);
  CHECK(table.find("F0280")->has(CodeEdit::kManifestation));
  CHECK(table.find("B950")->has(CodeEdit::kUnacceptablePrincipal));
  CHECK(table.find("B950")->has(CodeEdit::kQuestionableAdmission));
  CHECK(!table.find("B950")->has(CodeEdit::kManifestation));
  const CodeTable procedures = table_of(kEdits, system(CodeSystem::kIcd10Pcs));
  CHECK(procedures.size() == 1);
  CHECK(procedures.find("0VT00ZZ")->sex() == Sex::kMale);
}

TEST_CASE("edits join the codes of another source") {
  CodeImport import({});
  REQUIRE(!import.add("edits.txt", kEdits));
  REQUIRE(!import.add("codes.csv",
                      "code,billable,short,long\nA33,1,Tetanus,Tetanus neonatorum\n"
                      "C530,1,Mal neo,Malignant neoplasm of endocervix\n"));
  const Result<std::string> bytes = import.finish(false);
  REQUIRE(bytes.ok());
  const Result<CodeTable> table = CodeTable::of(*bytes, "x");
  CHECK(table->size() == 2);
  CHECK(table->find("C53.0")->sex() == Sex::kFemale);
  REQUIRE(import.faults().size() == 3);
  CHECK(import.faults()[0].en == "the code F02.80 is in no other source and was not taken");
  CHECK(import.other_rows() == 2);
}

TEST_CASE("a second list brings names in the other language and synonyms") {
  CodeImport import(system(CodeSystem::kIcd10));
  REQUIRE(!import.add("a.csv", "A00.0 古典生物型霍乱\n"));
  REQUIRE(!import.add("b.csv", "A00.0 Classical cholera\nA00.1 Cholera eltor\n"));
  REQUIRE(!import.add("c.csv", "A00.0 霍乱\n"));
  const Result<std::string> bytes = import.finish(false);
  const Result<CodeTable> table = CodeTable::of(*bytes, "x");
  CHECK(table->size() == 2);
  CHECK(table->find("A00.0")->name_zh() == "古典生物型霍乱");
  CHECK(table->find("A00.0")->name_en() == "Classical cholera");
  CHECK(*table->find("A00.0")->synonyms().begin() == "霍乱");
  CHECK(import.faults().empty());
  CHECK(table->source().find("a.csv (sha256 ") == 0);
}

TEST_CASE("remarks before a list describe its edition") {
  const CodeTable table = table_of(
      "# system: icd-10\n# edition: insurance-2.0\n# valid-from: 2021-01-01\n# a remark\n"
      "编码,名称\nA00.000,霍乱\nA0,伤寒\n");
  CHECK(table.edition() == "insurance-2.0");
  CHECK(table.name().zh == "ICD-10医保版2.0");
  CHECK(table.validity().from.has_value());
  CHECK(!table.validity().to);
  CHECK(table.rejected() == 1);
  CHECK(faults_of("# system: icd-10\n编码,名称\nA00.000,霍乱\nA0,伤寒\n")[0].find("list.csv:4:1") ==
        0);
}

TEST_CASE("what holds no codes is an error") {
  CodeImport empty({});
  CHECK(empty.add("x", ""));
  CodeImport none(system(CodeSystem::kIcd10));
  REQUIRE(!none.add("x", "编码,名称\n1,一\n"));
  CHECK(none.finish(false).error().en == "no code was read");
}

}  // namespace
}  // namespace emrlint
