// SPDX-License-Identifier: Apache-2.0
#include "checks/perioperative/hospital_tables.h"

namespace emrlint::checks {
namespace {

constexpr Message<Personal, Surgery> kNone{
    "none", "授权表中没有{0}的手术授权，却由其施行{1}。",
    "{0} operated {1} and has no authorisation in the table."};
constexpr Message<Personal, Surgery, Bilingual> kItem{
    "item", "{0}没有{1}的逐项授权；该手术为{2}，三、四级手术应当逐项授权。",
    "{0} is not authorised for {1}; it is of {2}, and levels 3 and 4 are authorised item by item."};
constexpr Message<Personal, Surgery, Bilingual> kLevel{
    "level", "{0}的授权不包括{1}；该手术为{2}。",
    "the authorisations of {0} do not cover {1}; it is of {2}."};
constexpr Message<Personal, Surgery, std::string_view> kLapsed{
    "lapsed", "{0}对{1}的授权在手术当日无效（有效期{2}）。",
    "the authorisation of {0} for {1} does not hold on that day (valid {2})."};

constexpr Citation kBasis[] = {{"SF", "16"}, {"SF", "17"}};
constexpr int kCore[] = {12};
constexpr TableKind kTables[] = {TableKind::kSurgeonAuthorisations};
constexpr MessageInfo kMessages[] = {kNone, kItem, kLevel, kLapsed};

void say(const Chart& chart, std::size_t index, const Authority& authority, Report& report) {
  const Surgery& surgery = chart.surgeries[index];
  const Personal surgeon = name_of(chart, surgery.surgeon);
  const Subject subject = of_surgery(index);
  const Span where = surgery.surgeon.span();
  if (!authority.named) {
    report.fail(kNone, subject, where, surgeon, surgery);
  } else if (authority.lapsed != nullptr) {
    report.fail(kLapsed, subject, where, surgeon, surgery, to_text(authority.lapsed->valid));
  } else if (!authority.level) {
    report.undecided(subject, missing::kSurgeryLevel, where);
  } else {
    report.fail(*authority.level >= 3 ? kItem : kLevel, subject, where, surgeon, surgery,
                level_name(*authority.level));
  }
}

void run(const Chart& chart, const Options&, Report& report) {
  for (std::size_t i = 0; i < chart.surgeries.size(); ++i) {
    const Surgery& surgery = chart.surgeries[i];
    if (surgery.cancelled) continue;
    const Authority authority = authority_of(chart, report.tables(), surgery);
    if (authority.answer == Answer::kYes) {
      report.pass(of_surgery(i));
    } else if (authority.answer == Answer::kUnknown) {
      report.undecided(of_surgery(i), authority.doubt, surgery.span);
    } else if (surgery.urgency.value == Urgency::kUnknown) {
      report.undecided(of_surgery(i), missing::kUrgency, surgery.span);
    } else if (!emergency(surgery)) {
      say(chart, i, authority, report);
    }
  }
}

}  // namespace

extern constinit const Check periop_surgeon_authorised{
    {.id = "periop-surgeon-authorised",
     .severity = Severity::kError,
     .title = {"术者应有该手术的授权", "The surgeon is authorised for the surgery"},
     .judged =
         {"每例手术：三、四级手术，术者在授权表中有该手术编码的逐项授权；一、二级手术，有该编码或"
          "该级别的授权；授权在手术当日有效。级别以本院分级目录为准，未载入目录的以病历所记为准"
          "。职称不作为依据。",
          "Each surgery: for levels 3 and 4 the table authorises the surgeon for its code; "
          "for levels 1 and 2 for its code or its level; on the day of the surgery. The level "
          "is that of the hospital's catalogue, else the recorded one. Titles do not decide."},
     .exceptions =
         {"取消的手术不评价；急诊手术超出权限的由periop-emergency-over-"
          "authority评价。授权表未载入，术者、"
          "手术编码或急诊与否不明，术者有同名者，以及表中没有任何按级授权时的一、二级手术，无法判定"
          "。",
          "Not for cancelled surgeries; an emergency beyond the surgeon's authority is left to "
          "periop-emergency-over-authority. Undecided where the table is not loaded, where "
          "surgeon, "
          "code or urgency are not known, for namesakes, and for levels 1 and 2 where the table "
          "authorises nobody by level."},
     .advice =
         {"由有授权的术者施行手术；授权表未及时更新的，请医务部门更新。",
          "Have an authorised surgeon operate; if the table is out of date, have it updated."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs_tables = kTables,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
