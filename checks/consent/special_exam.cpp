// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "check/procedure_record.h"
#include "check/report.h"
#include "check/words.h"
#include "text/find_word.h"

namespace emrlint::checks {
namespace {

constexpr Message<std::string_view> kMissing{
    "missing", "操作或医嘱有“{0}”，病历中未见特殊检查（特殊治疗）同意书。",
    "“{0}” was done or ordered; the chart holds no consent for a special examination or "
    "treatment."};

constexpr Option<WordList> kItems{
    "items",
    {"胃镜|肠镜|支气管镜|纤支镜|十二指肠镜|膀胱镜|宫腔镜检查|造影|穿刺|活检|介入|血液透析|血液净化|"
     "血浆置换|化疗|"
     "PICC|深静脉置管|中心静脉置管|电复律|无抽搐电休克"},
    "作为特殊检查、特殊治疗的项目（目录由医疗机构定）",
    "what counts as a special examination or treatment; the list is the hospital's"};
constexpr Option<WordList> kOthers{
    "not",
    {"护理|会诊|备皮|预约|术前|术后|拔除|维护|换药|穿刺包|采血|"
     "动脉采血|血气|血糖|指尖|末梢|足跟|皮下|取消|宣教|穿刺点|穿刺部位|镜前|镜后|检查前|检查后|"
     "造影前|造影后|透析前|透析后|化疗前|化疗后|造影剂|对比剂|穿刺针|活检针|留置针|活检钳|化疗泵|"
     "换膜|敷贴|"
     "封管|冲管|介入科|透析室|化疗科"},
    "含有这些用语的医嘱不作为该项目",
    "orders with one of these are something else"};

// A puncture of a peripheral vein is none; of a deep one it is.
constexpr WordList kVein{"静脉穿刺"};
constexpr WordList kDeep{"深静脉|中心静脉|颈内|锁骨下|股静脉"};

// What consents call the same thing.
struct Synonyms {
  std::string_view item;
  WordList words;
};
constexpr Synonyms kSynonyms[] = {
    {"胃镜", {"胃十二指肠镜|胃肠镜|内镜|内窥镜"}},
    {"肠镜", {"胃肠镜|内镜|内窥镜"}},
    {"支气管镜", {"纤支镜|气管镜"}},
    {"纤支镜", {"支气管镜|气管镜"}},
    {"造影", {"对比剂|造影剂|增强|介入"}},
    {"介入", {"造影|栓塞|支架|球囊"}},
    {"活检", {"穿刺|内镜|胃镜|肠镜"}},
    {"血液透析", {"血液净化|透析"}},
    {"血液净化", {"透析|血液滤过|血液灌流|CRRT|血浆置换"}},
    {"血浆置换", {"血液净化"}},
    {"化疗", {"化学治疗|化学药物治疗|抗肿瘤"}},
    {"PICC", {"中心静脉|置管"}},
    {"深静脉置管", {"深静脉|中心静脉"}},
    {"中心静脉置管", {"深静脉|中心静脉"}},
};

constexpr Missing kWhich{"consent-item", "同意书所述的项目", "what the consent is for"};

constexpr Citation kBasis[] = {{"BL", "26"}, {"BL", "35"}, {"BL", "10"}};
constexpr int kCore[] = {15};
constexpr Source kNeeds[] = {Source::kDocuments};
constexpr MessageInfo kMessages[] = {kMissing};
constexpr OptionInfo kOptions[] = {kItems, kOthers};

// Kinds of orders that are no examination or treatment.
constexpr WordList kNoExam{
    "drug|lab|surgery|diet|material|pathology|nursing|nursing-level|consultation|transfer"};

bool is_consent(DocType type) {
  return type == DocType::kSpecialProcedureConsent || type == DocType::kOtherConsent ||
         type == DocType::kOperationConsent || type == DocType::kAnesthesiaConsent ||
         type == DocType::kCommunicationRecord;
}

std::string_view item_in(std::string_view text, WordList items) {
  std::string_view found;
  any_word(items, [&](std::string_view word) {
    if (holds(text, word)) found = word;
    return !found.empty();
  });
  return found;
}

class Judge {
 public:
  Judge(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), items_(options[kItems]), others_(options[kOthers]), report_(report) {}

  // One subject for each item: the first procedure or order that names it.
  void take(const Subject& subject, const Text& name) {
    const std::string_view item = item_in(name.value, items_);
    if (item.empty() || holds_any(name.value, others_)) return;
    if (holds_any(name.value, kVein) && !holds_any(name.value, kDeep)) return;
    if (!seen_.insert(item).second) return;
    if (consented(item)) {
      report_.pass(subject);
    } else if (!chart_.complete || chart_.cut_off) {
      report_.undecided(subject, missing::kRestOfChart, name.span);
    } else if (chart_.has(DocType::kSpecialProcedureConsent)) {
      report_.undecided(subject, kWhich, name.span);
    } else {
      report_.fail(kMissing, subject, name.span, name.value);
    }
  }

 private:
  bool consented(std::string_view item) const {
    const auto same = std::find_if(std::begin(kSynonyms), std::end(kSynonyms),
                                   [&](const Synonyms& one) { return one.item == item; });
    const WordList others = same == std::end(kSynonyms) ? WordList{} : same->words;
    const auto names = [&](const Document& it, WordList words) {
      return holds_any(it.title.value, words) || tells_any(it, words);
    };
    return std::any_of(chart_.documents.begin(), chart_.documents.end(), [&](const Document& it) {
      return is_consent(it.type) && (names(it, WordList{item}) || names(it, others));
    });
  }

  const Chart& chart_;
  WordList items_, others_;
  Report& report_;
  std::set<std::string_view> seen_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient() || report.clock().stage < Stage::kDischarged) return;
  Judge judge(chart, options, report);
  for (std::size_t i = 0; i < chart.procedures.size(); ++i) {
    const Procedure& procedure = chart.procedures[i];
    if (in_operating_room(chart, procedure)) continue;
    judge.take({SubjectKind::kProcedure, static_cast<std::uint32_t>(i)}, procedure.name);
  }
  for (std::size_t i = 0; i < chart.orders.size(); ++i) {
    const Order& order = chart.orders[i];
    const std::string_view kind = order.kind.value;
    if (order.cancelled || lists(kNoExam, kind)) continue;
    judge.take({SubjectKind::kOrder, static_cast<std::uint32_t>(i)}, order.content);
  }
}

}  // namespace

extern constinit const Check consent_special_exam{
    {.id = "consent-special-exam",
     .severity = Severity::kWarning,
     .title = {"特殊检查、特殊治疗应有同意书",
               "A special examination or treatment has its consent"},
     .judged =
         {"已出院或归档的住院病历：手术室以外的操作和检查、治疗医嘱中属于特殊检查、特殊治疗的（内镜"
          "、造影、穿刺、活检、"
          "介入、血液净化等，目录可调），每种有一份写明该项目的同意书。条文由细则定范围，目录由医疗"
          "机构定，因此按建议"
          "处理。",
          "Stays that ended: for each kind of special examination or treatment among procedures "
          "outside the operating room and orders (endoscopy, contrast studies, punctures, "
          "biopsies, "
          "interventions, dialysis; the list is an option) there is a consent that names it. Which "
          "these are is the hospital's to say, so this is a warning."},
     .exceptions =
         {"取消的医嘱，药品、检验、材料、护理、会诊、预约、检查前后准备等医嘱，外周静脉穿刺不评价；"
          "手术同意书、麻醉同意书、沟通记录写明"
          "该项目（或其常用同义词）的也算。有同意"
          "书而未写明项目、单份文书无法判定。",
          "Not for cancelled orders, nor for drugs, tests, material, nursing, consultations, "
          "bookings, "
          "what goes before and after, and punctures of peripheral veins; an "
          "operation or anaesthesia consent or a talk that names the item counts. Undecided where "
          "a "
          "consent does not tell what it is for, and for a lone document."},
     .advice = {"补归已签署的同意书；本院不要求同意书的项目，请管理员在配置（items）中去掉。",
                "File the consent that was signed; what needs none in the hospital, the "
                "administrator takes out of the configuration (items)."},
     .basis = kBasis,
     .core_systems = kCore,
     .needs = kNeeds,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
