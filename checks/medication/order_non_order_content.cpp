// SPDX-License-Identifier: Apache-2.0
#include "check/words.h"
#include "checks/medication/order_sheet.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, std::string_view> kOther{
    "other", "医嘱“{0}”含有“{1}”，不是医师对诊疗的指令。",
    "the order “{0}” says “{1}”, which is no instruction for treatment."};

constexpr Option<WordList> kWords{
    "words",
    {"家属|家人|缴费|交费|欠费|催款|签字|签署|谈话|投诉|医闹|打错|开错|录错|点错|"
     "详见病程|见病程"},
    "不是医嘱内容的词",
    "words that are no contents of an order"};
constexpr Option<WordList> kAllowed{
    "allowed",
    {"陪护|协助|谈话治疗|心理|陪伴|陪同|留陪|看护|探视|宣教|指导|教育|互助|自备|供卵|"
     "供精|供体|采血|标本|拒绝|字后|署后|"
     "话后|意后|病危|病重|通知书|24小时留|专人"},
    "含有这些词的不提示",
    "words beside which it is not remarked on"};

constexpr Citation kBasis[] = {{"ZJ", "医嘱单1"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kOther};
constexpr OptionInfo kOptions[] = {kWords, kAllowed};

void judge(const Chart& chart, std::uint32_t index, const Options& options, Report& report) {
  const Text& content = chart.orders[index].content;
  std::size_t from = content.value.npos;
  std::string_view said;
  any_word(options[kWords], [&](std::string_view word) {
    said = word;
    from = find_word(content.value, word);
    return from != content.value.npos;
  });
  if (from == content.value.npos || holds_any(content.value, options[kAllowed])) {
    return report.pass(of_order(index));
  }
  const Part part{content, static_cast<std::uint32_t>(from),
                  static_cast<std::uint32_t>(from + said.size())};
  report.fail(kOther, of_order(index), content.span, content.value, said).at(part);
}

void run(const Chart& chart, const Options& options, Report& report) {
  for (const std::uint32_t index : sheet_orders(chart)) judge(chart, index, options, report);
}

}  // namespace

extern constinit const Check order_non_order_content{
    {.id = "order-non-order-content",
     .severity = Severity::kNote,
     .title = {"医嘱单不应有非医嘱内容（地方评分表）",
               "Orders hold nothing but orders (local sheet)"},
     .judged =
         {"住院病历的每条医嘱：内容中没有告知家属、缴费、签字、谈话等不是诊疗指令的文字（词表"
          "可调）。"
          "只依据地方评分表，全国方案不含本检查。",
          "Each order of a stay: nothing in it speaks of relatives, payment, signing or talks "
          "(the words are options). It rests on a local sheet only and is not in the "
          "national profile."},
     .exceptions =
         {"陪护、协助护理、探视、宣教、互助献血、自备药、病危（重）通知和注明拒绝的不提示；取消的医"
          "嘱不评价；"
          "不在"
          "词表中的文字不识别。",
          "Not for attendants, visits, education, donations, the patient's own drugs, notices of a "
          "critical condition and remarks of a refusal, nor for cancelled orders; other words are "
          "not known."},
     .advice = {"把告知、沟通等内容写入病程或护理记录，医嘱只写诊疗指令。",
                "Write talks and the like into the notes, and only instructions into orders."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
