// SPDX-License-Identifier: Apache-2.0
#include "text/operation_order.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "text/day_words.h"
#include "text/find_word.h"
#include "text/quantity.h"
#include "text/word_index.h"

namespace emrlint {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kOperation = "术";
constexpr std::size_t kLetter = kOperation.size();

bool holds_one(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return holds(text, word); });
}

// What no order to operate says: care around it, what is past, what is left open.
constexpr std::string_view kAround[] = {"术前", "术后", "术中", "禁食", "禁饮", "备皮", "备血",
                                        "护理", "换药", "拆线", "准备", "谈话", "讨论", "评估",
                                        "签署", "签字", "告知", "会诊", "申请", "观察"};
constexpr std::string_view kOpen[] = {"必要时", "建议", "考虑", "酌情", "待",  "若",
                                      "如需",   "是否", "不宜", "拒绝", "暂不"};
constexpr std::string_view kPast[] = {"已行", "曾行", "既往", "返回病房", "术毕"};
// What is done outside the theatre, or shows rather than treats.
constexpr std::string_view kNoOperation[] = {
    "造影",         "穿刺",   "置管",     "插管", "镜检", "活检", "检查", "引流管",
    "胸腔闭式引流", "灌肠",   "导尿",     "拔管", "透析", "净化", "胃镜", "肠镜",
    "支气管镜",     "纤支镜", "喉镜",     "注射", "封闭", "石膏", "牵引", "针刺",
    "推拿",         "灸",     "理疗",     "电疗", "复苏", "除颤", "输血", "监测",
    "化疗",         "放疗",   "气管切开", "起搏", "洗胃", "洗肠", "雾化", "PICC"};
constexpr std::string_view kPlans[] = {"拟",   "定于", "送手术室", "麻醉下",
                                       "麻下", "急诊", "择期",     "安排"};
constexpr std::string_view kCancelled[] = {"取消", "作废", "停止", "停手术", "停今日", "停明日"};
constexpr std::string_view kPostponed[] = {"推迟", "暂缓", "延期", "改期", "暂停", "延后"};

// The clause around byte `at`; what stands in brackets behind it is left out.
std::string_view clause_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kEnds[] = {"，", "。", "；", ",", ";", "\n"};
  constexpr std::string_view kBrackets[] = {"（", "("};
  std::size_t from = 0, to = text.size();
  for (const std::string_view end : kEnds) {
    const std::size_t before = text.substr(0, at).rfind(end);
    if (before != text.npos) from = std::max(from, before + end.size());
    to = std::min(to, find_word(text, end, at));
  }
  for (const std::string_view end : kBrackets) to = std::min(to, find_word(text, end, at));
  return text.substr(from, to - from);
}

// Whether a name may end with the 术 at `at`: not 手术, 术者, 术式, 术区.
bool ends_name(std::string_view text, std::size_t at) {
  constexpr std::string_view kBehind[] = {"前", "后", "中", "者", "式", "区", "野", "间"};
  if (ends_at(text, at, "手")) return false;
  return std::none_of(std::begin(kBehind), std::end(kBehind),
                      [&](std::string_view word) { return stands_at(text, at + kLetter, word); });
}

// Byte behind the 术 with which the first name ends, npos where none does.
std::size_t end_of_name(std::string_view text) {
  for (std::size_t at = find_word(text, kOperation); at != text.npos;
       at = find_word(text, kOperation, at + kLetter)) {
    if (ends_name(text, at)) return at + kLetter;
  }
  return text.npos;
}

void skip_any(std::string_view text, std::size_t& at, Words words) {
  for (const std::string_view word : words) {
    if (stands_at(text, at, word)) at += word.size();
  }
}

// Behind the day: 08:00, 8时30分, 上午9点半. Makes the day a time and moves `at` behind it.
void take_clock(std::string_view text, std::size_t& at, Time& day) {
  constexpr std::string_view kParts[] = {" ", "上午", "早上", "下午", "晚上", "晚"};
  constexpr std::string_view kSigns[] = {"：", ":", "时", "点"};
  std::size_t begin = at;
  skip_any(text, begin, kParts);
  const std::string_view part = text.substr(at, begin - at);
  const auto hour = whole_at(text, begin);
  if (!hour || hour->value > 23) return;
  std::size_t behind = hour->to;
  skip_any(text, behind, kSigns);
  if (behind == hour->to) return;
  const bool late = holds(part, "下午") || holds(part, "晚");
  day.earliest += std::chrono::hours(late && hour->value < 12 ? hour->value + 12 : hour->value);
  day.precision = Precision::kHour;
  at = behind;
  const bool half = stands_at(text, at, "半");
  const auto minute = whole_at(text, at);
  if (!half && (!minute || minute->value > 59)) return;
  day.earliest += std::chrono::minutes(half ? 30 : minute->value);
  day.precision = Precision::kMinute;
  if (!half) at = minute->to;
  constexpr std::string_view kUnits[] = {"分", "半"};
  skip_any(text, at, kUnits);
}

Time whole_day(std::chrono::sys_days day, const Time& given) {
  Time time = given;
  time.precision = Precision::kDay;
  time.earliest = Instant(day) - std::chrono::minutes(given.offset);
  return time;
}

std::optional<std::chrono::sys_days> day_of(const DayMention& mention, const Time& given) {
  const std::chrono::sys_days ordered = given.local_day();
  if (mention.kind == DayKind::kRelative) return ordered + std::chrono::days(mention.number);
  if (mention.kind != DayKind::kDate || mention.day == 0) return std::nullopt;
  std::chrono::year_month_day date = mention.date;
  if (date == std::chrono::year_month_day{}) {
    date = std::chrono::year_month_day(ordered).year() / mention.month / mention.day;
    // Ordered in December for January.
    if (date.ok() && std::chrono::sys_days(date) < ordered - std::chrono::days(180)) {
      date += std::chrono::years(1);
    }
  }
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

struct Planned {
  std::optional<Time> at;
  std::size_t behind = 0;  // Where the words of the time end.
  bool named = false;      // A day stands there.
  bool past = false;       // 昨日, or a date before the order.
};
Planned planned_in(std::string_view text, const std::optional<Time>& given) {
  Planned planned;
  const auto mention = next_day(text, 0);
  if (!mention) return planned;
  planned.named = true;
  planned.behind = mention->to;
  planned.past = mention->kind != DayKind::kDate && mention->number < 0;
  if (!given || given->precision < Precision::kDay) return planned;
  const auto day = day_of(*mention, *given);
  if (!day) return planned;
  planned.past = *day < given->local_day();
  planned.at = whole_day(*day, *given);
  take_clock(text, planned.behind, *planned.at);
  return planned;
}

// The name without what leads to it: 拟于明日在全麻下行|腹腔镜下胆囊切除术.
std::string_view bare_name(std::string_view name, std::size_t from) {
  for (const std::string_view lead : {"行", "麻醉下", "麻下", "急诊", "拟"}) {
    const std::size_t at = name.rfind(lead);
    if (at != name.npos) from = std::max(from, at + lead.size());
  }
  name.remove_prefix(std::min(from, name.size()));
  while (name.starts_with(' ')) name.remove_prefix(1);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return name;
}

// An order of surgery that names it without 术: 阑尾切除, 剖宫产, "appendectomy".
bool is_name_alone(std::string_view name) {
  constexpr std::string_view kOther[] = {"术",       "scopy",    "biopsy",
                                         "catheter", "dressing", "angiogra"};
  return !name.empty() && !holds_one(name, kOther);
}

// 明日手术: an operation without its name.
bool surgery_alone(std::string_view clause) {
  constexpr std::string_view kSurgery = "手术";
  const std::size_t at = clause.rfind(kSurgery);
  if (at == clause.npos) return false;
  const std::string_view behind = clause.substr(at + kSurgery.size());
  return behind.empty() || behind == "治疗" || behind.starts_with(' ');
}

// The clause that tells of the operation, and what in it is the name.
struct Told {
  std::string_view clause, name;
  bool named = false;  // The name ends with 术.
};
Told told_in(std::string_view text, const Planned& planned) {
  const std::size_t end = end_of_name(text), letter = find_word(text, kOperation);
  Told told;
  told.named = end != text.npos;
  told.clause = clause_at(text, told.named ? end - kLetter : letter == text.npos ? 0 : letter);
  const auto begin = static_cast<std::size_t>(told.clause.data() - text.data());
  told.name = told.clause.substr(0, told.named ? end - begin : told.clause.npos);
  const bool day_before = planned.behind >= begin && planned.behind - begin < told.name.size();
  told.name = bare_name(told.name, day_before ? planned.behind - begin : 0);
  if (!told.named && surgery_alone(told.clause)) told.name = {};
  return told;
}

bool plans(const Told& told, const Planned& planned, bool surgical) {
  if (surgical) {
    return told.named ||
           (told.name.empty() ? surgery_alone(told.clause) : is_name_alone(told.name));
  }
  constexpr std::size_t kLeast = 4 * kLetter;
  return told.named && told.name.size() >= kLeast && holds(told.clause, "行") &&
         (planned.named || holds_one(told.clause, kPlans));
}

}  // namespace

OperationOrder operation_order(std::string_view text, bool surgical,
                               const std::optional<Time>& given) {
  if (!surgical && !holds(text, kOperation)) return {};
  const Planned planned = planned_in(text, given);
  Told told = told_in(text, planned);
  const bool none = holds_one(told.clause, kAround) || holds_one(told.clause, kOpen) ||
                    holds_one(told.clause, kPast) || holds(text, "必要时");
  if (none || planned.past || holds_one(told.name, kNoOperation)) return {};
  OperationOrder order;
  if (holds_one(told.clause, kCancelled)) {
    order.intent = OperationIntent::kCancels;
  } else if (holds_one(told.clause, kPostponed)) {
    order.intent = OperationIntent::kPostpones;
  } else if (plans(told, planned, surgical)) {
    order.intent = OperationIntent::kPlans;
  } else {
    return {};
  }
  if (order.intent == OperationIntent::kPlans || told.named) order.name = told.name;
  order.planned = planned.at;
  order.emergency = holds(told.clause, "急诊");
  return order;
}

bool may_be_one_operation(std::string_view a, std::string_view b) {
  constexpr std::size_t kEnding = 5 * kLetter;  // 胆囊切除术
  if (a.empty() || b.empty() || holds(a, b) || holds(b, a)) return true;
  return a.size() >= kEnding && b.size() >= kEnding &&
         a.substr(a.size() - kEnding) == b.substr(b.size() - kEnding);
}

}  // namespace emrlint
