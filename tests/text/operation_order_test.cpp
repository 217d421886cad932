// SPDX-License-Identifier: Apache-2.0
#include "text/operation_order.h"

#include <doctest/doctest.h>

#include <string>

namespace emrlint {
namespace {

const std::optional<Time> kGiven = parse_iso_time("2024-03-04T15:30");

std::string shown(const OperationOrder& order) {
  if (order.intent == OperationIntent::kNone) return "none";
  std::string text = order.intent == OperationIntent::kPlans     ? "plans "
                     : order.intent == OperationIntent::kCancels ? "cancels "
                                                                 : "postpones ";
  text += order.name.empty() ? "?" : order.name;
  if (order.planned) text += " at " + to_string(*order.planned);
  return order.emergency ? text + " emergency" : text;
}

TEST_CASE("the words of an order plan an operation") {
  const auto read = [](std::string_view text) {
    return shown(operation_order(text, false, kGiven));
  };
  CHECK(read("拟于明日在全麻下行腹腔镜胆囊切除术") == "plans 腹腔镜胆囊切除术 at 2024-03-05");
  CHECK(read("今日08:00行左侧腹股沟疝无张力修补术") ==
        "plans 左侧腹股沟疝无张力修补术 at 2024-03-04 08:00");
  CHECK(read("明日上午9点半在椎管内麻醉下行子宫肌瘤剔除术") ==
        "plans 子宫肌瘤剔除术 at 2024-03-05 09:30");
  CHECK(read("明日下午2时行甲状腺次全切除术") == "plans 甲状腺次全切除术 at 2024-03-05 14:00");
  CHECK(read("定于3月6日行右侧人工髋关节置换术，术前禁食") ==
        "plans 右侧人工髋关节置换术 at 2024-03-06");
  CHECK(read("拟2024-03-07在全身麻醉下行胃癌根治术（备开腹）") == "plans 胃癌根治术 at 2024-03-07");
  CHECK(read("急诊行剖腹探查术") == "plans 剖腹探查术 emergency");
  CHECK(read("今日急诊全麻下行阑尾切除术") == "plans 阑尾切除术 at 2024-03-04 emergency");
  CHECK(read("明晨8:30送手术室，在全麻下行肺叶切除术") == "plans 肺叶切除术 at 2024-03-05 08:30");
}

TEST_CASE("what is no operation, or no order of one, plans none") {
  for (const std::string_view text : {"术前禁食8小时、禁饮2小时",
                                      "明日行胆囊切除术术前准备",
                                      "胆囊切除术后护理常规",
                                      "腹腔引流管护理",
                                      "伤口换药",
                                      "电子胃镜检查",
                                      "明日行电子胃镜检查术",
                                      "明日行冠状动脉造影术",
                                      "今日行右侧胸腔穿刺术",
                                      "拟行经外周静脉置管术",
                                      "必要时行剖腹探查术",
                                      "建议择期行胆囊切除术",
                                      "昨日已行胆囊切除术",
                                      "昨日行胆囊切除术",
                                      "送手术室",
                                      "明日手术",
                                      "手术知情同意书",
                                      "胆囊切除术",
                                      "二级护理",
                                      "头孢唑林钠 术前30分钟静滴",
                                      "术后第1天拔除引流管",
                                      ""}) {
    CAPTURE(text);
    CHECK(shown(operation_order(text, false, kGiven)) == "none");
  }
}

TEST_CASE("an order of surgery needs a name alone") {
  const auto read = [](std::string_view text) {
    return shown(operation_order(text, true, kGiven));
  };
  CHECK(read("腹腔镜下胆囊切除术") == "plans 腹腔镜下胆囊切除术");
  CHECK(read("阑尾切除") == "plans 阑尾切除");
  CHECK(read("明日剖宫产") == "plans 剖宫产 at 2024-03-05");
  CHECK(read("明日手术") == "plans ? at 2024-03-05");
  CHECK(read("急诊手术") == "plans ? emergency");
  CHECK(read("全麻下腹腔镜胆囊切除术") == "plans 腹腔镜胆囊切除术");
  CHECK(read("Laparoscopic cholecystectomy") == "plans Laparoscopic cholecystectomy");
  CHECK(read("Colonoscopy") == "none");
  CHECK(read("术前备皮") == "none");
  CHECK(read("术前准备") == "none");
  CHECK(read("冠状动脉造影术") == "none");
  CHECK(read("") == "none");
}

TEST_CASE("an order takes an operation back or puts it off") {
  const auto read = [](std::string_view text) {
    return shown(operation_order(text, true, kGiven));
  };
  CHECK(read("取消明日手术") == "cancels ? at 2024-03-05");
  CHECK(read("停止明日胆囊切除术") == "cancels 胆囊切除术 at 2024-03-05");
  CHECK(read("手术推迟") == "postpones ?");
}

TEST_CASE("days are of the year and the day of the order") {
  const auto read = [](std::string_view text, std::string_view given) {
    return shown(operation_order(text, false, parse_iso_time(given)));
  };
  CHECK(read("拟1月2日行胆囊切除术", "2024-12-30") == "plans 胆囊切除术 at 2025-01-02");
  CHECK(read("明日行胆囊切除术", "2024-02-28T23:50") == "plans 胆囊切除术 at 2024-02-29");
  CHECK(read("3月1日行胆囊切除术", "2024-03-04") == "none");  // It is over.
  CHECK(shown(operation_order("明日行胆囊切除术", false, std::nullopt)) == "plans 胆囊切除术");
  CHECK(read("明日行胆囊切除术", "2024-03") == "plans 胆囊切除术");
}

TEST_CASE("names of one operation") {
  CHECK(may_be_one_operation("腹腔镜下胆囊切除术", "腹腔镜胆囊切除术"));
  CHECK(may_be_one_operation("胆囊切除术", "腹腔镜下胆囊切除术"));
  CHECK(may_be_one_operation("", "胆囊切除术"));
  CHECK_FALSE(may_be_one_operation("阑尾切除术", "胆囊切除术"));
  CHECK_FALSE(may_be_one_operation("植皮术", "清创术"));
}

}  // namespace
}  // namespace emrlint
