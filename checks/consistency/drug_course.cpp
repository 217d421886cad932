// SPDX-License-Identifier: Apache-2.0
#include <bitset>

#include "check/report.h"
#include "checks/consistency/pieces.h"
#include "checks/consistency/told_drugs.h"
#include "checks/signature/people.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, std::string_view, Bilingual> kNoOrder{
    "no-order", "{0}写明已用“{1}”，而本次住院的医嘱中没有{2}。",
    "{0} tells that “{1}” was given; the orders of this stay have no {2}."};
constexpr Message<int> kOrders{"orders", "药品医嘱共{0}条，自此起",
                               "the orders of drugs, {0} in all, begin here"};
constexpr Message<std::string_view, Bilingual> kUntold{
    "untold", "医嘱有“{0}”，而病程和出院记录均未提及{1}。",
    "“{0}” was ordered; neither course nor discharge record mentions {1}."};

constexpr Option<WordList> kOther{
    "other_words",
    {"建议|拟|必要时|停|过敏|皮试|敏感|耐药|药敏|出院|带药|院外|外院|门诊|急诊|既往|家中|自服|"
     "自备|入院前|来院前|术中|麻醉|抢救|嘱|可予|可用|备|避免|慎用|未用|会诊|考虑|封管|冲管|长期"
     "|平素|当地|指示|意见|计划|更换|若|如|转入|灌肠|自带|自行|担心|副作用|注意事项|有效率|风险|"
     "家属|说明|获益|指征|适应证|指南|共识|下一步|今后|后续|发病前|病前"},
    "同句中有这些用语的不作为已用药",
    "a sentence with one of these does not tell that a drug was given"};
constexpr Option<WordList> kKeyDrugs{
    "key_drugs",
    {""},
    "医嘱有而病程应当提及的药品，如万古霉素|华法林；默认不查",
    "drugs which notes must mention when they were ordered; none by default"};

constexpr Missing kDrugOrders{"drug-orders", "药品医嘱", "the orders of drugs"};

constexpr Citation kBasis[] = {{"BL", "3"}};
constexpr int kCore[] = {10, 15};
constexpr MessageInfo kMessages[] = {kNoOrder, kOrders, kUntold};
constexpr OptionInfo kOptions[] = {kOther, kKeyDrugs};

using Drugs = std::bitset<kMostDrugs>;

constexpr std::size_t number(Drug drug) { return static_cast<std::size_t>(drug); }

struct Ordered {
  Drugs drugs;
  int count = 0;  // Orders of drugs.
  Span first;
};

Ordered ordered(const Chart& chart) {
  Ordered all;
  for (const Order& order : chart.orders) {
    for (const DrugMention& one : drugs_in(order.content.value)) all.drugs.set(number(one.drug));
    if (order.kind.value != "drug") continue;
    if (all.count++ == 0) all.first = order.content.span;
  }
  return all;
}

// The course as it went; not rescue, anaesthesia and operation, whose drugs are ordered by word of
// mouth, nor opinions.
bool tells_course(DocType document, SectionType section) {
  if (section == SectionType::kTreatmentCourse) {
    return document == DocType::kDischargeRecord || document == DocType::kStageSummary ||
           document == DocType::kDischargeSummary;
  }
  return section == SectionType::kCourse && document == DocType::kProgressNote;
}

class Judge {
 public:
  Judge(const Chart& chart, const Options& options, Report& report)
      : chart_(chart), options_(options), report_(report), ordered_(ordered(chart)) {}

  void read(const Document& document) {
    Drugs failed;
    bool agreed = false;
    for (const Piece& piece : pieces_of(document)) {
      if (!tells_course(document.type, piece.section)) continue;
      for (const DrugMention& one : given_drugs(piece.text.value, options_[kOther])) {
        if (const auto lacks = missing()) return report_.undecided(of(chart_, document), *lacks);
        agreed |= ordered_.drugs.test(number(one.drug));
        if (ordered_.drugs.test(number(one.drug)) || failed.test(number(one.drug))) continue;
        failed.set(number(one.drug));
        tell(document, piece, one);
      }
    }
    if (agreed) report_.pass(of(chart_, document));
  }

  // The other way round, for the drugs of the option.
  void key_drugs() {
    if (missing()) return;
    any_word(options_[kKeyDrugs], [&](std::string_view word) {
      for (const DrugMention& key : drugs_in(word)) untold(key.drug);
      return false;
    });
  }

 private:
  std::optional<Missing> missing() const {
    if (!chart_.sources.has(Source::kOrders)) return missing_source(Source::kOrders);
    if (!chart_.complete || chart_.cut_off) return missing::kRestOfChart;
    if (ordered_.count == 0) return kDrugOrders;
    return std::nullopt;
  }
  void tell(const Document& document, const Piece& piece, const DrugMention& one) {
    const Part part = part_of_piece(piece, one.from, one.to);
    report_
        .fail(kNoOrder, of(chart_, document, id(one.drug)), span_of(part), document.type,
              piece.text.value.substr(one.from, one.to - one.from), name(one.drug))
        .at(part)
        .note(kOrders, ordered_.first, ordered_.count);
  }
  bool mentioned(Drug drug) const {
    for (const Document& document : chart_.documents) {
      if (document.broken) return true;  // It may stand in what was not read.
      if (document.type == DocType::kInpatientOrders) continue;
      for (const Text& text : document.texts) {
        for (const DrugMention& one : drugs_in(text.value)) {
          if (one.drug == drug) return true;
        }
      }
    }
    return false;
  }
  void untold(Drug drug) {
    for (std::size_t i = 0; i < chart_.orders.size(); ++i) {
      const Order& order = chart_.orders[i];
      if (order.cancelled || order.kind.value != "drug") continue;
      for (const DrugMention& one : drugs_in(order.content.value)) {
        if (one.drug != drug) continue;
        const Subject subject{SubjectKind::kOrder, static_cast<std::uint32_t>(i), id(drug)};
        if (mentioned(drug)) return report_.pass(subject);
        report_.fail(kUntold, subject, order.content.span, order.content.value, name(drug));
        return;
      }
    }
  }

  const Chart& chart_;
  const Options& options_;
  Report& report_;
  Ordered ordered_;
};

void run(const Chart& chart, const Options& options, Report& report) {
  if (!chart.inpatient()) return;
  Judge judge(chart, options, report);
  for (const Document* document : current_documents(chart)) {
    if (!of_other_person(chart, *document)) judge.read(*document);
  }
  judge.key_drugs();
}

}  // namespace

extern constinit const Check drug_course{
    {.id = "consistency-drug-course",
     .severity = Severity::kWarning,
     .title = {"病程所写已用的药品应有医嘱",
               "Drugs that notes tell to have been given were ordered"},
     .judged =
         {"日常病程、阶段小结和出院记录诊疗经过中写明已用（予、静滴、继续等）的常用药品：本次住"
          "院的医嘱中有同一药品；商品名、盐和剂型按通用名对应。选项 key_drugs 另查医嘱有而病历未"
          "提及的重点药品。",
          "Common drugs that progress notes, stage summaries and the course in the discharge "
          "record tell to have been given (予, 静滴, 继续 ...): the orders of the stay have "
          "the drug; brands, salts and forms count as the generic name. The option key_drugs "
          "asks for ordered drugs which no record mentions."},
     .exceptions =
         {"入院前、院外、术中、麻醉、抢救、会诊、带药、过敏、皮试、药敏、停用、建议、计划等（用"
          "语可调）以及否定、既往、假设的叙述不算；同句中有这些用语的都不判；不在药名表中的药品、"
          "查房意见和抢救记录不判；没有医嘱、没有药品医嘱或病历不全时无法判定。",
          "Not for drugs before admission, from elsewhere, in surgery, anaesthesia or rescue, "
          "of consultations, to take home, of allergies and tests, stopped, advised or planned "
          "(the words are an option, and one in the sentence is enough), nor what is denied, "
          "past or supposed; not for drugs outside the list, round opinions and rescue "
          "records. Undecided without orders, without orders of drugs, or with a part of the "
          "chart missing."},
     .advice = {"核对医嘱：漏开的按规定处理，病程写错药名的予以改正。",
                "Check the orders: deal with a forgotten order, or correct the name in the note."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages,
     .options = kOptions},
    &run};

}  // namespace emrlint::checks
