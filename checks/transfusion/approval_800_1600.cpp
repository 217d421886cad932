// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>
#include <map>

#include "check/words.h"
#include "checks/frontpage/page.h"
#include "checks/transfusion/transfusions.h"

namespace emrlint::checks {
namespace {

constexpr Message<int, Bilingual> kLacking{
    "lacking", "当日用血{0}毫升，用血申请单缺少{1}的核准。",
    "blood of that day amounts to {0} mL; the request lacks the approval of: {1}."};

constexpr Option<int> kMillilitres{"unit_ml", 200, "1单位折合多少毫升", "millilitres of one unit"};

constexpr Missing kRequest{"transfusion-request", "用血申请单", "the request for blood"};
constexpr Missing kVolume{"transfusion-volume", "用血量", "the amount of blood"};

constexpr Citation kBasis[] = {{"YX", "20"}};
constexpr int kCore[] = {17};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kLacking};
constexpr OptionInfo kOptions[] = {kMillilitres};

constexpr Bilingual kSuperior{"上级医师", "a superior physician"};
constexpr Bilingual kDirector{"科室主任", "the head of the department"};
constexpr Bilingual kOffice{"医务部门", "the medical administration"};

// All blood of one day.
struct BloodOfDay {
  double millilitres = 0;
  bool unknown = false;  // Of something the amount is not told.
  std::size_t first = 0;
};

std::optional<double> amount(const Transfusion& one, int unit_ml) {
  // Platelets and cryoprecipitate are counted in units of their own.
  if (holds_any(one.product.value, {"血小板|冷沉淀|粒细胞"})) return 0.0;
  const std::optional<double> number = number_in(one.volume.value);
  if (!number || *number < 0) return std::nullopt;
  const std::string_view unit = one.unit.value;
  if (lists({"ml|mL|ML|毫升"}, unit)) return number;
  if (lists({"U|u|单位"}, unit)) return *number * unit_ml;
  return std::nullopt;
}

bool asked_on(const Document& request, std::chrono::sys_days day) {
  const auto on = day_of(written(request));
  return !on || (*on <= day && *on + std::chrono::days(3) >= day);
}

// The first who has to approve so much and did not sign.
std::optional<Bilingual> lacking(const Document& request, double millilitres) {
  const auto& all = request.signatures;
  const auto signed_by = [&](std::initializer_list<Role> roles, WordList words) {
    return std::any_of(all.begin(), all.end(), [&](const Signature& one) {
      return std::find(roles.begin(), roles.end(), one.role) != roles.end() ||
             holds_any(one.role_text.value, words);
    });
  };
  const bool director = signed_by({Role::kDirector}, {"主任"});
  const bool superior = director || signed_by({Role::kSuperior, Role::kChief, Role::kReviewer},
                                              {"上级|核准|审核|审批|签发"});
  const bool office =
      signed_by({}, {"医务|医教|院总|院领导"}) ||
      tells_any(request, {"医务处批准|医务科批准|医务部批准|医务部门批准|医务处同意"});
  if (!superior) return kSuperior;
  if (millilitres >= 800 && !director) return kDirector;
  if (millilitres >= 1600 && !office) return kOffice;
  return std::nullopt;
}

void judge(const Chart& chart, std::chrono::sys_days day, const BloodOfDay& blood, Report& report) {
  const Subject subject = of_transfusion(blood.first);
  const Span where = chart.transfusions[blood.first].span;
  const Document* asked = nullptr;
  for (const Document* request : chart.of_type(DocType::kTransfusionRequest)) {
    if (!asked_on(*request, day)) continue;
    if (tells_any(*request, {"急救|紧急|抢救"})) return;
    const bool enough = !lacking(*request, blood.millilitres);
    if (asked == nullptr || enough) asked = request;
  }
  if (asked == nullptr) return report.undecided(subject, kRequest, where);
  if (blood.unknown) return report.undecided(subject, kVolume, where);
  if (asked->broken) return report.undecided(subject, missing::kRestOfDocument, asked->span);
  const std::optional<Bilingual> who = lacking(*asked, blood.millilitres);
  if (!who) return report.pass(subject);
  report.fail(kLacking, subject, asked->span, static_cast<int>(blood.millilitres), *who);
}

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  std::map<std::chrono::sys_days, BloodOfDay> by_day;
  for (std::size_t i = 0; i < chart.transfusions.size(); ++i) {
    if (!of_donor(chart.transfusions[i])) continue;
    const auto day = day_of(chart.transfusions[i].start);
    if (!day) continue;
    const auto [place, first] = by_day.try_emplace(*day);
    if (first) place->second.first = i;
    const auto volume = amount(chart.transfusions[i], options[kMillilitres]);
    place->second.millilitres += volume.value_or(0);
    place->second.unknown = place->second.unknown || !volume;
  }
  for (const auto& one : by_day) {
    const BloodOfDay& blood = one.second;
    if (blood.millilitres > 0 || blood.unknown) judge(chart, one.first, blood, report);
  }
}

}  // namespace

extern constinit const Check transfusion_approval_800_1600{
    {.id = "transfusion-approval-800-1600",
     .severity = Severity::kWarning,
     .title = {"用血申请应按用血量分级核准",
               "The request for blood is approved according to its amount"},
     .judged =
         {"已出院或归档的住院病历，每日用血：少于800毫升的申请单有上级医师核准，800至1600毫升的另有"
          "科室主任核准"
          "，1600毫升及以上的另报医务部门批准。1单位按200毫升（可调），血小板、冷沉淀不折算。该条只"
          "见于他人引用，未读到原"
          "文，不在全国"
          "方案内。",
          "Stays that ended, the blood of each day: below 800 mL the request is approved by a "
          "superior physician, from 800 mL also by the head of the department, from 1600 mL also "
          "by "
          "the medical administration. One unit counts as 200 mL (an option); platelets and "
          "cryoprecipitate are not counted. The article was only "
          "seen as others quote it, and is not in the national profile."},
     .exceptions = {"急救用血、自体血回输不评价。申请单未载入、用血量或单位不明的无法判定。以实际用"
                    "血量代替申请量。",
                    "Not for emergencies and the patient's own blood. Undecided where the request "
                    "was not loaded or an amount is not "
                    "told. "
                    "The amount given stands for the amount asked for."},
     .advice = {"按用血量补齐审核、核准手续。", "Have the request approved as its amount asks."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
