// SPDX-License-Identifier: Apache-2.0
#include "checks/transfusion/transfusions.h"

#include <algorithm>

#include "check/words.h"
#include "checks/completeness/word_groups.h"

namespace emrlint::checks {
namespace {

constexpr WordList kProducts{
    "输血|红细胞|RBC|悬红|洗涤红|血小板|单采|机采|血浆|FFP|冷沉淀|全血|粒细胞悬液|去白|自体血|"
    "血液制品"};
// Tests, preparations, diseases and drugs whose names hold one of them.
constexpr WordList kNoProduct{
    "输血前|输血后|输血八项|输血四项|输血三项|输血全套|输血感染|输血相关|输血科|输血器|输血常规|"
    "输血护理|抗血小板|血小板生成素|血小板计数|血小板聚集|血小板抗体|血小板功能|血小板压积|"
    "红细胞计数|红细胞压积|红细胞比容|红细胞沉降|红细胞生成素|血浆D|血浆蛋白|血浆代用|血浆渗透|"
    "全血细胞|全血黏度|全血粘度|全血C反应"};
constexpr WordList kNotGiven{"备血|配血|检测|检验|测定"};
constexpr WordList kNotBlood{"lab|exam|pathology|nursing|nursing-level|consultation|material"};

}  // namespace

Bilingual name_of(const Transfusion& transfusion) {
  const std::string_view product = transfusion.product.value;
  if (product.empty()) return {"输血", "the transfusion"};
  return {product, product};
}

bool of_donor(const Transfusion& transfusion) {
  return !holds_any(transfusion.product.value,
                    {"自体|自身|回输|回收|白蛋白|球蛋白|凝血因子|凝血酶原|纤维蛋白原|血浆代用"});
}

bool in_surgery(const Chart& chart, const Transfusion& transfusion) {
  if (!transfusion.start) return false;
  const Time& start = transfusion.start->value;
  return std::any_of(chart.surgeries.begin(), chart.surgeries.end(), [&](const Surgery& surgery) {
    return !surgery.cancelled && surgery.start && surgery.end &&
           !certainly_before(start, surgery.start.value()) &&
           !certainly_after(start, surgery.end.value());
  });
}

bool gives_blood(const Order& order) {
  if (order.cancelled) return false;
  if (order.kind.value == "transfusion") return true;
  static const WordGroups kBlood({&kProducts, 1}, kNoProduct);
  const std::string_view content = order.content.value;
  return !lists(kNotBlood, order.kind.value) && kBlood.in(content) != 0 &&
         !holds_any(content, kNotGiven);
}

}  // namespace emrlint::checks
