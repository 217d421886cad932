// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "check/report.h"

namespace emrlint::checks {
namespace {

constexpr Message<DocType, DocType> kOrder{
    "order", "归档病案中{0}排在{1}之后，按规定应在其前。",
    "in the bound chart the {0} comes behind the {1}; it belongs before it."};
constexpr Message<DocType> kBefore{"before", "排在前面的{0}", "the {0} that comes before"};

constexpr Citation kBasis[] = {{"GL", "9"}, {"ZJ", "书写基本要求4"}};
constexpr int kCore[] = {15};
constexpr MessageInfo kMessages[] = {kOrder, kBefore};

struct Place {
  DocType type;
  int first, last;
};
constexpr Place kPlaces[] = {
#define EMRLINT_FILING(type, first, last) {DocType::type, first, last},
#include "checks/document/filing_order.def"
#undef EMRLINT_FILING
};
// The records of one surgery; those of the next begin anew.
constexpr int kSurgeryFirst = 3, kSurgeryLast = 13;

const Place* place_of(DocType type) {
  const auto found = std::find_if(std::begin(kPlaces), std::end(kPlaces),
                                  [type](const Place& place) { return place.type == type; });
  return found == std::end(kPlaces) ? nullptr : found;
}

struct Filed {
  DocType type;
  Place place;
  Span span;
};

std::vector<Filed> filed_in(const Chart& chart) {
  std::vector<Filed> filed;
  const bool several = chart.surgeries.size() > 1;
  for (const Text& entry : chart.filing) {
    const auto document =
        std::find_if(chart.documents.begin(), chart.documents.end(),
                     [&](const Document& d) { return d.id.value == entry.value; });
    if (document == chart.documents.end()) continue;
    const Place* place = place_of(document->type);
    if (place == nullptr) continue;
    Place here = *place;
    if (several && here.first >= kSurgeryFirst && here.last <= kSurgeryLast) {
      here.first = kSurgeryFirst;
      here.last = kSurgeryLast;
    }
    filed.push_back({document->type, here, entry.span});
  }
  return filed;
}

void run(const Chart& chart, const Options&, Report& report) {
  if (!chart.inpatient() || report.clock().stage != Stage::kArchived) return;
  const std::vector<Filed> filed = filed_in(chart);
  if (filed.size() < 2) return;
  const Filed* furthest = &filed.front();  // The one that leaves least room for what follows.
  for (const Filed& here : filed) {
    if (here.place.last < furthest->place.first) {
      report.fail(kOrder, of_chart(), here.span, here.type, furthest->type)
          .note(kBefore, furthest->span, furthest->type);
      return;
    }
    if (here.place.first > furthest->place.first) furthest = &here;
  }
  report.pass(of_chart());
}

}  // namespace

extern constinit const Check document_filing_order{
    {.id = "document-filing-order",
     .severity = Severity::kNote,
     .title = {"归档病案应按规定的顺序排列", "A bound chart is in the order of the rules"},
     .judged =
         {"病历数据给出归档排列顺序（filing）的住院病案：住院病案首页、入院记录、病程记录、术前至术"
          "后的各项手术文书、出院或死亡记录、同意书、会诊、报告单、体温单、医嘱单、病重（病危）护理"
          "记录依次排列。指出第一处。",
          "Archived stays whose data give the order of the bound chart (filing): front page, "
          "admission "
          "record, progress notes, the records of a surgery, discharge or death record, consents, "
          "consultations, reports, temperature chart, orders, critical nursing record; the first "
          "place."},
     .exceptions = {"没有排列顺序数据的、未归档的不评价；病程记录可在手术前后；有几次手术的，手术文"
                    "书之间的顺序不评价；规定未列出的文书不限位置。",
                    "Not without such data, nor before archiving; progress notes may come before "
                    "and after the "
                    "surgery; with several surgeries the order of their records is not judged; "
                    "what the rules "
                    "do not name may stand anywhere."},
     .advice = {"按规定的顺序重新排列。", "Put the chart in the order of the rules."},
     .basis = kBasis,
     .core_systems = kCore,
     .messages = kMessages},
    &run};

}  // namespace emrlint::checks
