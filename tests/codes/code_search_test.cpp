// SPDX-License-Identifier: Apache-2.0
#include "codes/code_search.h"

#include "codes/codes_support.h"
#include "codes/search_index.h"

namespace emrlint {
namespace {

std::string found(const CodeTable& table, std::string_view query, std::size_t limit = 10) {
  std::string codes;
  for (const CodeEntry& entry : search_codes(table, query, limit)) {
    codes.append(codes.empty() ? "" : " ").append(entry.code());
  }
  return codes;
}

TEST_CASE("names are parted into words and pairs of ideographs") {
  using Words = std::vector<std::string>;
  CHECK(name_tokens("2型糖尿病") == Words{"2", "型糖", "糖尿", "尿病", "病"});
  CHECK(name_tokens("Cholera, unspecified") == Words{"cholera", "unspecified"});
  CHECK(name_tokens("特发性(原发性)") == Words{"特发", "发性", "性", "原发", "发性", "性"});
  CHECK(name_tokens("ＩＬ-2").size() == 2);
  CHECK(name_tokens("").empty());
}

TEST_CASE("codes are found by their beginning") {
  const CodeTable table = table_of(kIcd10);
  CHECK(found(table, "A01.0") == "A01.0 A01.000 A01.000x004 A01.001");
  CHECK(found(table, "a010", 2) == "A01.0 A01.000");
  CHECK(found(table, "Z99") == "");
}

TEST_CASE("names and synonyms are found by a part of them, the best first") {
  const CodeTable table = table_of(kIcd10);
  CHECK(found(table, "高血压") == "I10.x00x002 O14.900 I10.x00");
  CHECK(found(table, "伤寒性") == "A01.001");
  CHECK(found(table, "肠热") == "A01.000");
  CHECK(found(table, "炎") == "A01.001");
  CHECK(found(table, "压高") == "");
  CHECK(found(table, "伤寒 复发") == "A01.000x004");
  CHECK(found(table, "") == "");
  CHECK(found(table, "，。") == "");
}

TEST_CASE("a heading comes behind what may be used") {
  CHECK(found(table_of(kIcd10), "伤寒", 2) == "A01.000 A01.0");
}

TEST_CASE("Chinese names are found by their pinyin initials") {
  const CodeTable table = table_of(kIcd10);
  CHECK(found(table, "gxy") == "I10.x00x002 I10.x00 O14.900");
  CHECK(found(table, "RSGXY") == "O14.900");
  CHECK(found(table, "qlxzs") == "N40.x00");
  CHECK(found(table, "zzzz") == "");
}

TEST_CASE("English names are found by the beginnings of their words") {
  ImportOptions options;
  options.edition.system = &coding_system(CodeSystem::kIcd10Cm);
  const CodeTable table = table_of(
      "code,billable,short,long\n"
      "A00,0,Cholera,Cholera\n"
      "A000,1,\"Cholera d/t Vib cholerae 01\",\"Cholera due to Vibrio cholerae 01, biovar "
      "cholerae\"\n"
      "A0100,1,Typhoid fever,\"Typhoid fever, unspecified\"\n"
      "S72001A,1,Fx,\"Fracture of unspecified part of neck of right femur, initial encounter\"\n"
      "S72001D,1,Fx,\"Fracture of unspecified part of neck of right femur, subsequent "
      "encounter\"\n",
      options);
  CHECK(found(table, "cholera") == "A00 A00.0");
  CHECK(found(table, "fract fem init") == "S72.001A");
  CHECK(found(table, "FEVER typhoid") == "A01.00");
  CHECK(found(table, "femoral") == "");
  CHECK(found(table, "s72001") == "S72.001A S72.001D");
}

}  // namespace
}  // namespace emrlint
