// SPDX-License-Identifier: Apache-2.0
#include "checks/coding/opposed_words.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint::checks {
namespace {

std::string opposed(std::string_view name, std::string_view title,
                    NameOf what = NameOf::kDiagnosis) {
  const auto found = opposition(KeyWords(name, what), KeyWords(title, what));
  return found ? std::string(found->name) + "|" + std::string(found->title) : "";
}

TEST_CASE("names that exclude each other, by the words that do") {
  const struct {
    const char *name, *title, *words;
  } kPairs[] = {
      {"左肾结石", "右肾结石", "左|右"},
      {"左侧腹股沟疝", "双侧腹股沟疝", "左侧|双侧"},
      {"急性化脓性阑尾炎", "慢性阑尾炎", "急性|慢性"},
      {"陈旧性心肌梗死", "急性心肌梗死", "陈旧性|急性"},
      {"直肠良性肿瘤", "直肠恶性肿瘤", "良性|恶性"},
      {"宫颈原位癌", "宫颈恶性肿瘤", "原位癌|恶性"},
      {"继发性高血压", "特发性(原发性)高血压", "继发性|特发性"},
      {"Ⅱ型糖尿病", "1型糖尿病", "Ⅱ型糖尿病|1型糖尿病"},
      {"2型糖尿病性肾病", "胰岛素依赖型糖尿病", "2型糖尿病|胰岛素依赖型糖尿病"},
      {"甲状腺功能减退症", "甲状腺功能亢进症", "功能减退|功能亢进"},
      {"慢性丙型病毒性肝炎", "慢性乙型病毒性肝炎", "丙型病毒性肝炎|乙型病毒性肝炎"},
      {"股骨颈骨折", "胫骨骨折", "股骨|胫骨"},
      {"膀胱结石", "输尿管结石", "膀胱|输尿管"},
      {"right breast cancer", "Malignant neoplasm of left breast", "right|left"},
  };
  for (const auto& pair : kPairs) CHECK(opposed(pair.name, pair.title) == pair.words);
}

TEST_CASE("names that may well be of one disease") {
  const struct {
    const char *name, *title;
  } kPairs[] = {
      {"左侧腹股沟疝", "单侧腹股沟疝"},
      {"左肾、右肾结石", "双侧肾结石"},
      {"慢性阑尾炎急性发作", "急性阑尾炎"},
      {"亚急性甲状腺炎", "急性甲状腺炎"},
      {"宫颈癌", "宫颈原位癌"},
      {"直肠乙状结肠交界癌", "直肠恶性肿瘤"},
      {"肝硬化所致精神障碍", "脑损害引起的精神障碍"},
      {"胆囊结石伴慢性胆囊炎", "胆囊结石，未提及急性胆囊炎"},
      {"左旋多巴中毒", "右侧偏瘫"},
      {"2型糖尿病", "糖尿病"},
      {"癌性疼痛", "良性肿瘤"},
      {"子宫颈炎", "子宫炎性疾病"},
      {"acute on chronic heart failure", "Chronic heart failure"},
      {"carcinoma of the breast", "Carcinoma in situ of the breast"},
  };
  for (const auto& pair : kPairs) CHECK_MESSAGE(opposed(pair.name, pair.title) == "", pair.name);
}

TEST_CASE("what an operation is opposed by") {
  constexpr NameOf kProcedure = NameOf::kProcedure;
  CHECK(opposed("开腹胆囊切除术", "腹腔镜下胆囊切除术", kProcedure) == "开腹|腹腔镜");
  CHECK(opposed("甲状腺次全切除术", "甲状腺全部切除术", kProcedure) == "次全切除|全部切除");
  CHECK(opposed("输尿管支架取出术", "输尿管支架置入术", kProcedure) == "取出|置入");
  CHECK(opposed("经十二指肠胆总管切开取石", "胆总管切开术", kProcedure).empty());
  CHECK(opposed("内镜下阑尾切除", "腹腔镜下阑尾切除术", kProcedure).empty());
  // Of a diagnosis: a wound.
  CHECK(opposed("开放性骨折", "闭合性骨折", NameOf::kDiagnosis) == "开放性|闭合性");
  CHECK(opposed("急性阑尾炎切除", "慢性阑尾炎切除", kProcedure).empty());
}

}  // namespace
}  // namespace emrlint::checks
