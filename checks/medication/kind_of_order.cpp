// SPDX-License-Identifier: Apache-2.0
#include "checks/medication/kind_of_order.h"

#include "check/words.h"
#include "checks/completeness/word_groups.h"

namespace emrlint::checks {
namespace {

constexpr WordList kAntibacterials{
    "头孢|西林|培南|沙星|霉素|环素|硝唑|利奈唑胺|康替唑胺|磺胺|复方新诺明|呋喃妥因|替考拉宁|"
    "多黏菌素|"
    "多粘菌素|舒巴坦|巴坦|氨曲南|卡星|米星|夫西地酸|氧头孢|舒普深|特治星|美平|泰能|拜复乐|可乐必妥|"
    "罗氏芬|复达欣|稳可信|斯沃|希舒美|来可信|优立新|凯福隆|达力新|西力欣|马斯平|菌必治|怡万之|倍能|"
    "先锋|利福昔明"};
// Look like one: against tumours, fungi or something else, or no drug at all.
constexpr WordList kOthers{
    "博来霉素|平阳霉素|丝裂霉素|柔红霉素|表阿霉素|阿霉素|阿柔霉素|吡喃阿霉素|光辉霉素|链脲霉素|"
    "两性霉素|"
    "雷帕霉素|磺胺嘧啶银|柳氮磺胺|西林瓶|呋喃西林|链霉素|卷曲霉素|博莱霉素|放线霉素|普卡霉素"};
constexpr WordList kNotSystemic{
    "封管|冲管|滴眼|滴耳|滴鼻|眼膏|眼药|软膏|乳膏|外用|涂|凝胶|含漱|漱口|冲洗|外敷|贴|栓|阴道|皮试|"
    "过敏试验|骨水泥|雾化|关节腔|湿敷"};

constexpr WordList kAntineoplastics{
    "顺铂|卡铂|奥沙利铂|奈达铂|洛铂|紫杉醇|多西他赛|吉西他滨|培美曲塞|卡培他滨|替吉奥|氟尿嘧啶|"
    "环磷酰胺|"
    "表柔比星|多柔比星|吡柔比星|阿霉素|柔红霉素|伊达比星|米托蒽醌|依托泊苷|替尼泊苷|伊立替康|"
    "拓扑替康|"
    "长春新碱|长春瑞滨|长春地辛|博来霉素|平阳霉素|丝裂霉素|甲氨蝶呤|阿糖胞苷|吉妥珠|达卡巴嗪|"
    "替莫唑胺|"
    "雷替曲塞|艾立布林|门冬酰胺酶|硼替佐米|地西他滨|阿扎胞苷|氟达拉滨|白消安|美法仑|苯达莫司汀|"
    "利妥昔单抗|曲妥珠单抗|贝伐珠单抗|西妥昔单抗|单抗化疗"};

constexpr WordList kRadiotherapy{
    "放疗|放射治疗|调强|直线加速器|后装|伽玛刀|伽马刀|射波刀|近距离照射"};
constexpr WordList kAboutIt{
    "会诊|宣教|评估|护理|定位|计划设计|取消|拒绝|咨询|放疗科|放疗前|放疗后|"
    "复查|准备|强度|反应"};

bool drug(const Order& order) { return !order.cancelled && order.kind.value == "drug"; }

}  // namespace

bool names_antibacterial(std::string_view text) {
  static const WordGroups kWords({&kAntibacterials, 1}, kOthers);
  return kWords.in(text) != 0;
}

bool names_antineoplastic(std::string_view text) {
  static const WordGroups kWords({&kAntineoplastics, 1});
  return kWords.in(text) != 0;
}

bool given_locally(const Order& order) {
  return holds_any(order.content.value, kNotSystemic) || holds_any(order.route.value, kNotSystemic);
}

bool gives_antibacterial(const Order& order) {
  return drug(order) && names_antibacterial(order.content.value) && !given_locally(order);
}

bool gives_antineoplastic(const Order& order) {
  return drug(order) && names_antineoplastic(order.content.value);
}

bool gives_radiotherapy(const Order& order) {
  return !order.cancelled && order.kind.value != "drug" &&
         holds_any(order.content.value, kRadiotherapy) && !holds_any(order.content.value, kAboutIt);
}

}  // namespace emrlint::checks
