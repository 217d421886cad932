// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/event_link.h"
#include "check/words.h"
#include "checks/completeness/record_items.h"
#include "checks/process/told.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr ItemsMessage kLacking{"lacking", "抢救记录缺少{0}项：{1}。",
                                "the rescue record lacks {0} item(s): {1}."};

constexpr Option<Duration> kLate{"late_after", Duration{60},
                                 "抢救结束后多久开始书写即视为补记（条文没有数值）",
                                 "how long after the rescue a record counts as written afterwards "
                                 "(no text gives a number)"};

constexpr Citation kBasis[] = {{"BL", "22(8)"}, {"HX", "7-4"}};
constexpr int kCore[] = {7};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kLate};

using enum SectionType;

constexpr SectionType kChangeIn[] = {kConditionChange, kCurrentCondition, kConditionSummary};
constexpr SectionType kMeasuresIn[] = {kRescueMeasures, kTreatment, kProcedures, kTreatmentCourse};
constexpr SectionType kPeopleIn[] = {kRescueParticipants};
constexpr RecordItem kItems[] = {
    {{"病情变化情况", "the change of the condition"},
     kChangeIn,
     {},
     {"突发|突然|出现|血压|心率|呼吸|意识|神志|昏迷|休克|心跳|瞳孔|病情"}},
    {{"抢救措施", "the measures"},
     kMeasuresIn,
     {},
     {"按压|除颤|插管|吸氧|补液|静推|静脉推注|静滴|泵入|注射|呼吸机|输血|给予|予"}},
    {{"参加抢救的医务人员", "who took part"},
     kPeopleIn,
     {},
     {"参加抢救|参与抢救|抢救人员|参加人员|参加：|参加:|医师：|医师:|主任医师|主治医师|住院医师"}},
};
constexpr Bilingual kMinute{"抢救时间（具体到分钟）", "the time of the rescue to the minute"};
constexpr Bilingual kTitles{"参加人员专业技术职称", "the titles of those who took part"};
constexpr Bilingual kMark{"补记的注明", "that it was written afterwards"};
constexpr Bilingual kLead{"主持抢救人员的签名", "the signature of whoever led"};

const RecordItems& items() {
  static const RecordItems kRead(kItems);
  return kRead;
}

const Rescue* rescue_of(const Chart& chart, const Document& record) {
  for (std::size_t i = 0; i < chart.rescues.size(); ++i) {
    const Subject subject{SubjectKind::kRescue, static_cast<std::uint32_t>(i)};
    if (names_event(chart, record, subject) || tells_of(chart, record, chart.rescues[i].span)) {
      return &chart.rescues[i];
    }
  }
  return chart.rescues.size() == 1 ? &chart.rescues.front() : nullptr;
}

bool to_the_minute(const Document& record, const Rescue* rescue) {
  if (rescue != nullptr && rescue->span.file == record.span.file &&
      record.format == Format::kWs500 && rescue->start && rescue->start->value.exact()) {
    return true;
  }
  return std::any_of(record.texts.begin(), record.texts.end(),
                     [](const Text& text) { return has_clock(text.value); });
}

bool titles_told(const Chart& chart, const Document& record) {
  const auto known = [&](const Participant& one) {
    return chart.title_of(one.person) != Title::kUnknown || !one.person.title_text.value.empty();
  };
  return std::any_of(record.participants.begin(), record.participants.end(), known) ||
         tells_any(record, {"医师|主任|主治|护士|护师|麻醉师"});
}

// Whether the record was surely begun so long after the rescue.
bool written_late(const Document& record, const Rescue* rescue, Duration limit) {
  const auto& at = record.recorded;  // Who signs later does not write later.
  return rescue != nullptr && rescue->end && at &&
         within(rescue->end->value, at->value, limit) == Within::kNo &&
         certainly_after(at->value, rescue->end->value);
}

// HX 7-3: the senior of those present leads. Whether one of that rank signed; true where the list
// does not tell.
bool leader_signed(const Chart& chart, const Document& record) {
  Title highest = Title::kUnknown;
  for (const Participant& one : record.participants) {
    const Title title = chart.title_of(one.person);
    if (is_physician(title) && title > highest) highest = title;
  }
  if (highest == Title::kUnknown) return true;
  bool any = false, led = false;
  for (const Signature& one : record.signatures) {
    if (!is_staff(one.role)) continue;
    any = true;
    const Title title = chart.title_of(one.person);
    led = led || one.role == Role::kHost || one.role == Role::kDirector ||
          title == Title::kUnknown || (is_physician(title) && title >= highest);
  }
  return led || !any;  // Nobody's signature is said by signature-missing.
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (chart.realm == Realm::kOther) return;
  for (const Document* record : chart.of_type(DocType::kRescueRecord)) {
    ItemNames lacking;
    const auto ask = [&](bool there, const Bilingual& name) {
      if (!there) lacking.names.push_back(name);
    };
    const GroupSet there = items().in(*record);
    lacking = items().all_but(there);
    const Rescue* rescue = rescue_of(chart, *record);
    const bool people = (there & 4u) != 0 || !record->participants.empty();
    if (!record->participants.empty() && (there & 4u) == 0) lacking.names.pop_back();
    ask(!people || titles_told(chart, *record), kTitles);
    ask(to_the_minute(*record, rescue), kMinute);
    const bool marked = tells_any(*record, {"补记|补录|补写|追记|后补"}) ||
                        holds_any(record->title.value, {"补记|补录"});
    ask(marked || !written_late(*record, rescue, options[kLate]), kMark);
    ask(leader_signed(chart, *record), kLead);
    judge_items(kLacking, of(chart, *record), *record, lacking, report);
  }
}

}  // namespace

extern constinit const Check process_rescue_items{
    {.id = "process-rescue-items",
     .severity = Severity::kWarning,
     .title = {"抢救记录的项目应齐全", "A rescue record is complete"},
     .judged =
         {"每份抢救记录：病情变化情况、抢救措施、参加抢救的医务人员及其专业技术职称、具体到分钟的抢"
          "救时间；抢救结束1小时（可调）后才开始书写的注明补记；参加者中级别最高的医师签名。按章节"
          "、参加人员、签名或文字认定。",
          "Each rescue record: the change of the condition, the measures, those who took part with "
          "their titles, a time to the minute; the mark of a late entry where it was begun more "
          "than an hour (an option) after the rescue; the signature of the most senior physician "
          "present. By sections, people or words."},
     .exceptions =
         {"没有抢救记录由 process-rescue-record、无任何签名由 signature-missing 判定；参加者职称不"
          "明的不评价主持人签名；文书未能完整读取或没有可读内容的无法判定。",
          "The absence of the record is said by process-rescue-record, of any signature by "
          "signature-missing. Who led is not asked where no titles are known. Undecided where the "
          "document could not be read whole or holds nothing to read."},
     .advice = {"补齐缺失的项目；事后书写的注明“补记”，由主持抢救的人员审核签名。",
                "Complete the items, mark a late entry as such; whoever led reviews and signs."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
