// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <utility>

#include "checks/consistency/side_reader.h"
#include "model/ordered.h"

namespace emrlint::checks {
namespace {

enum : std::uint32_t {
  kSurgeryNames = 1,
  kSurgerySides,
  kSurgicalOrders,
  kFrontPageRows,
  kChecklists,
};

class DataReader {
 public:
  DataReader(const Chart& chart, std::vector<SideStatement>& found)
      : chart_(chart), found_(found) {}

  void surgeries() {
    for (std::size_t i = 0; i < told_surgeries(chart_).size(); ++i) {
      const Surgery& surgery = chart_.surgeries[i];
      SideList list{SideSource::kProcedure,
                    kSurgeryNames,
                    static_cast<std::int32_t>(i),
                    true,
                    false,
                    {"手术资料", "the data of the surgery"},
                    {"手术名称", "name"}};
      add_sides(found_, list, surgery.name, false);
      list.number = kSurgerySides;
      list.what = {"手术部位", "site and side"};
      add_sides(found_, list, surgery.site, false);
      const Side side = surgery.side.value;
      if (side != Side::kLeft && side != Side::kRight && side != Side::kBoth) continue;
      BodyPart part = part_in(surgery.site.value);
      if (part == kNoPart) part = part_in(surgery.name.value);
      if (part == kNoPart) continue;
      const Bilingual said = name(part);
      const std::string_view word = side == Side::kLeft    ? "左侧"
                                    : side == Side::kRight ? "右侧"
                                                           : "双侧";
      const Text at{{}, surgery.side.span};
      found_.push_back({list,
                        {0, 0, part, side, 0},
                        true,
                        false,
                        {at, 0, 0},
                        std::string(word) + std::string(said.zh)});
    }
  }

  // Which role of diagnoses stand in one list.
  static std::uint32_t rank(DiagnosisRole role) {
    const bool discharge = role == DiagnosisRole::kDischargePrincipal ||
                           role == DiagnosisRole::kDischargeOther ||
                           role == DiagnosisRole::kDischarge;
    return static_cast<std::uint32_t>(discharge ? DiagnosisRole::kDischarge : role);
  }
  void diagnoses() {
    std::map<std::uint32_t, int> seen;
    for (const Diagnosis& one : chart_.diagnoses) {
      if (one.role == DiagnosisRole::kPathology || one.role == DiagnosisRole::kExternalCause) {
        continue;
      }
      const bool late = rank(one.role) == static_cast<std::uint32_t>(DiagnosisRole::kDischarge) ||
                        one.role == DiagnosisRole::kPostop || one.role == DiagnosisRole::kIntraop;
      const std::uint32_t number = (one.document + 1) * 32 + rank(one.role);
      const bool known = one.document < chart_.documents.size();
      const SideList list{SideSource::kDiagnosis,
                          number,
                          -1,
                          late,
                          one.role == DiagnosisRole::kRevised,
                          known ? name_of(chart_.documents[one.document].type)
                                : Bilingual{"诊断资料", "the data of the diagnoses"},
                          {"诊断", "diagnosis"}};
      const bool first = seen[number]++ == 0;
      const bool outpatient = one.role == DiagnosisRole::kOutpatient;
      add_sides(found_, list, one.name, first, !outpatient);
    }
  }

  void front_page_rows() {
    for (const Procedure& row : chart_.procedures) {
      if (row.document >= chart_.documents.size()) continue;
      const DocType type = chart_.documents[row.document].type;
      if (type != DocType::kFrontPage && type != DocType::kTcmFrontPage) continue;
      add_sides(found_,
                {SideSource::kProcedure,
                 kFrontPageRows,
                 only_surgery(chart_),
                 true,
                 false,
                 name_of(type),
                 {"手术操作名称", "name of the procedure"}},
                row.name, false);
    }
  }
  void orders() {
    for (const Order& order : chart_.orders) {
      if (order.kind.value != "surgery" || order.cancelled) continue;
      add_sides(found_,
                {SideSource::kProcedure,
                 kSurgicalOrders,
                 only_surgery(chart_),
                 false,
                 false,
                 {"医嘱", "the orders"},
                 {"手术", "surgery"}},
                order.content, false);
    }
  }
  void checklists() {
    for (const Checklist& checklist : chart_.checklists) {
      const std::int32_t surgery = checklist.surgeries.size() == 1
                                       ? static_cast<std::int32_t>(checklist.surgeries.front())
                                       : only_surgery(chart_);
      SideList list{SideSource::kProcedure,      kChecklists,         surgery, true, false,
                    {"核查表", "the checklist"}, {"核查内容", "item"}};
      for (const ResultItem& item : checklist.items) add_sides(found_, list, item.value, false);
      for (const ChecklistPhase& phase : checklist.phases) {
        ++list.number;
        for (const Text& item : phase.items) add_sides(found_, list, item, false);
      }
    }
  }

 private:
  const Chart& chart_;
  std::vector<SideStatement>& found_;
};

}  // namespace

void add_side_data(std::vector<SideStatement>& found, const Chart& chart) {
  DataReader reader(chart, found);
  reader.surgeries();
  reader.diagnoses();
  reader.front_page_rows();
  reader.orders();
  reader.checklists();
}

}  // namespace emrlint::checks
