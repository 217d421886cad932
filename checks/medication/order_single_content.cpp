// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "check/words.h"
#include "checks/completeness/take_home_drugs.h"
#include "checks/consistency/told_drugs.h"
#include "checks/medication/order_sheet.h"
#include "text/word_index.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view, Bilingual, Bilingual> kSeveral{
    "several", "医嘱“{0}”同时包含{1}和{2}，每项医嘱应只包含一个内容。",
    "the order “{0}” holds both {1} and {2}; an order holds one content."};

constexpr Citation kBasis[] = {{"BL", "28"}};
constexpr int kCore[] = {10};
constexpr Source kNeeds[] = {Source::kOrders};
constexpr MessageInfo kMessages[] = {kSeveral};

// Contents that are ordered apart from each other.
struct Content {
  Bilingual name;
  WordList words;
};
constexpr Content kContents[] = {{{"护理级别", "a nursing level"},
                                  {"特级护理|一级护理|二级护理|三级护理|Ⅰ级护理|Ⅱ级护理|Ⅲ级护理|"
                                   "I级护理|1级护理|2级护理|3级护理"}},
                                 {{"饮食", "a diet"}, {"饮食|普食|禁食|流质|半流|软食|流食"}},
                                 {{"病情", "a condition"}, {"病危|病重"}},
                                 {{"吸氧", "oxygen"}, {"吸氧|氧气吸入|给氧"}},
                                 {{"心电监护", "monitoring"}, {"心电监护|心电监测"}},
                                 {{"护理常规", "a nursing routine"}, {"护理常规"}},
                                 {{"胃肠减压", "gastric suction"}, {"胃肠减压"}},
                                 {{"导尿", "a urinary catheter"}, {"留置导尿|导尿管"}}};

// Whose texts name such contents as their circumstances.
constexpr std::string_view kOthers[] = {"lab", "exam", "surgery", "consultation", "transfusion"};

std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view one : {"，", ",", "、", "；", ";", "。", "\n", " ", "　"}) {
    if (stands_at(text, at, one)) return one.size();
  }
  return 0;
}

// The first byte from `at` on where a separator stands, else the end.
std::size_t first_separator(std::string_view text, std::size_t at = 0) {
  while (at < text.size() && separator_at(text, at) == 0) at += char_length(text, at);
  return std::min(at, text.size());
}

// The pieces between separators, up to the first bracket: behind it stand explanations.
template <typename Visit>
void each_piece(std::string_view text, Visit visit) {
  text = text.substr(0, std::min({text.find("（"), text.find('('), text.size()}));
  for (std::size_t from = 0, at = 0; from < text.size(); from = at) {
    at = first_separator(text, from);
    if (at > from) visit(text.substr(from, at - from));
    if (at < text.size()) at += separator_at(text, at);
  }
}

const Content* content_of(std::string_view piece) {
  const auto found =
      std::find_if(std::begin(kContents), std::end(kContents),
                   [&](const Content& content) { return holds_any(piece, content.words); });
  return found == std::end(kContents) ? nullptr : found;
}

struct Two {
  Bilingual first, second;
};

std::optional<Two> two_contents(std::string_view text) {
  if (first_separator(text) == text.size()) return std::nullopt;
  const Content* first = nullptr;
  const Content* second = nullptr;
  each_piece(text, [&](std::string_view piece) {
    const Content* content = content_of(piece);
    if (first == nullptr) first = content;
    if (second == nullptr && content != first) second = content;
  });
  if (second == nullptr) return std::nullopt;
  return Two{first->name, second->name};
}

// Two drugs, each with a dose and a use of its own: what is mixed shares the latter.
std::optional<Two> two_drugs(std::string_view text) {
  constexpr std::size_t kShortest = 30;  // Bytes: two names, doses and frequencies need more.
  if (text.size() < kShortest || holds_any(text, {"或|改|无效|备用"})) return std::nullopt;
  const std::vector<DrugMention> drugs = drugs_in(text);
  for (std::size_t i = 1; i < drugs.size(); ++i) {
    const DrugMention& before = drugs[i - 1];
    if (drugs[i].drug == before.drug) continue;
    const DrugUse first = drug_use(text.substr(before.to, drugs[i].from - before.to));
    const std::size_t next = i + 1 < drugs.size() ? drugs[i + 1].from : text.size();
    const DrugUse second = drug_use(text.substr(drugs[i].to, next - drugs[i].to));
    if (first.dose && second.dose && first.frequency && second.frequency) {
      return Two{name(before.drug), name(drugs[i].drug)};
    }
  }
  return std::nullopt;
}

void run(const Chart& chart, const Options&, Report& report) {
  for (const std::uint32_t index : sheet_orders(chart)) {
    const Order& order = chart.orders[index];
    const std::string_view kind = order.kind.value;
    if (std::find(std::begin(kOthers), std::end(kOthers), kind) != std::end(kOthers)) continue;
    const std::string_view text = order.content.value;
    const std::optional<Two> two = kind == "drug" ? two_drugs(text) : two_contents(text);
    if (two) {
      report.fail(kSeveral, of_order(index), order.content.span, text, two->first, two->second);
    } else {
      report.pass(of_order(index));
    }
  }
}

}  // namespace

extern constinit const Check order_single_content{
    {.id = "order-single-content",
     .severity = Severity::kNote,
     .title = {"每项医嘱应只包含一个内容", "An order holds one content"},
     .judged =
         {"住院病历的医嘱：一条药物医嘱没有写两种各有剂量和频次的药物；一条其他医嘱没有用标点隔开写"
          "护理级别、"
          "饮食、病情、吸氧、心电监护、护理常规、胃肠减压、导尿中的两项。",
          "Orders of a stay: a drug order does not hold two drugs that have a dose and a frequency "
          "each; another order does not hold two of nursing level, diet, condition, oxygen, "
          "monitoring, nursing routine, gastric suction and urinary catheter, apart from each "
          "other."},
     .exceptions =
         {"同组配伍（溶媒加药物、共用频次的）、括号内的说明、择一或更换的用药不算；检验、检查、手术"
          "、会诊、"
          "输血医嘱和取消的不评价；内置词表之外的药名和内容不识别。",
          "Not for what is mixed or shares its frequency, for explanations in brackets, and for "
          "alternatives; tests, surgeries, consultations, transfusions and cancelled orders are "
          "not judged, and other names are not known."},
     .advice = {"分条下达，每条一个内容。", "Give separate orders, one content each."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
