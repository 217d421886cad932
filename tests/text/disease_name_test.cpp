// SPDX-License-Identifier: Apache-2.0
#include "text/disease_name.h"

#include <doctest/doctest.h>

namespace emrlint {
namespace {

using Names = std::vector<std::string>;
using Parts = std::vector<std::string_view>;

TEST_CASE("the name of a disease stands without grade, stage, risk and side") {
  const auto is = [](std::string_view written, std::string_view core) {
    CHECK_MESSAGE(core_name(written) == core, written);
  };
  is("高血压病3级 极高危", "高血压病");
  is("高血压病3级（极高危组）", "高血压病");
  is("高血压病Ⅱ-Ⅲ级，很高危组", "高血压病");
  is("2型糖尿病", "2型糖尿病");
  is("2.2型糖尿病", "2型糖尿病");
  is("3、慢性肾脏病（CKD）5期", "慢性肾脏病");
  is("慢性阻塞性肺疾病急性加重期", "慢性阻塞性肺疾病");
  is("左侧腹股沟疝", "腹股沟疝");
  is("乳腺癌（pT2N0M0 ⅡA期）", "乳腺癌");
  is("心功能Ⅲ级（NYHA分级）", "心功能");
  is("肺炎，未特指", "肺炎");
  is("重症肺炎", "重症肺炎");
  is("（待查）", "（待查）");
  is("", "");
}

TEST_CASE("the number of an item is no part of the name") {
  CHECK(without_item_number("2.2型糖尿病（血糖控制不佳）") == "2型糖尿病（血糖控制不佳）");
  CHECK(without_item_number(" 3、 高血压 ") == "高血压");
  CHECK(without_item_number("2型糖尿病") == "2型糖尿病");
  CHECK(without_item_number("21三体综合征") == "21三体综合征");
}

TEST_CASE("what only grades a disease names none") {
  for (const char* text : {"3级", "极高危", "Ⅲ期（IIIA）", "急性加重期", "3级 极高危", "（）"}) {
    CHECK_MESSAGE(only_grades(text), text);
  }
  for (const char* text : {"高血压病3级", "2型糖尿病", "重症肺炎"})
    CHECK_MESSAGE(!only_grades(text), text);
}

TEST_CASE("a line may hold several diagnoses") {
  CHECK(diagnosis_parts("冠心病 不稳定型心绞痛 心功能Ⅲ级（NYHA 分级）") ==
        Parts{"冠心病", "不稳定型心绞痛", "心功能Ⅲ级（NYHA 分级）"});
  CHECK(diagnosis_parts("Type 2 diabetes mellitus, COPD") ==
        Parts{"Type 2 diabetes mellitus", "COPD"});
  CHECK(diagnosis_parts("1.胆囊结石2.高血压病3级3.2型糖尿病") ==
        Parts{"1.胆囊结石", "2.高血压病3级", "3.2型糖尿病"});
  CHECK(diagnosis_parts("血糖7.8，CKD3期，L4.5椎间盘突出") ==
        Parts{"血糖7.8", "CKD3期", "L4.5椎间盘突出"});
  CHECK(diagnosis_parts("，。").empty());
}

TEST_CASE("the title of a code can be written in several ways") {
  CHECK(name_forms("特发性(原发性)高血压") == Names{"特发性(原发性)高血压", "特发性高血压"});
  CHECK(name_forms("先天性水眼[眼积水]") == Names{"先天性水眼[眼积水]", "先天性水眼", "眼积水"});
  CHECK(name_forms("非类固醇性消炎药[NSAID]中毒") ==
        Names{"非类固醇性消炎药[NSAID]中毒", "非类固醇性消炎药中毒"});
  CHECK(name_forms("肺炎，未特指") == Names{"肺炎，未特指", "肺炎"});
  CHECK(name_forms("Cholera, unspecified") == Names{"Cholera, unspecified", "Cholera"});
}

}  // namespace
}  // namespace emrlint
