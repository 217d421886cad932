// SPDX-License-Identifier: Apache-2.0
// The steps of build_charts, each on one chart in place. Internal to the reader; in this order.
#ifndef EMRLINT_READER_BUILD_H_
#define EMRLINT_READER_BUILD_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/chart.h"

namespace emrlint {

// What a document or fragment says of whose stay it belongs to. Empty where it says nothing.
struct StayClaim {
  std::string_view stay;        // 住院号, encounter id
  std::string_view name;        // A second name of the stay: the key of a chart file.
  std::string_view patient;
  std::optional<Time> admitted;
};

// The number of the stay of each claim, counted from 0 by first appearance. The same stay id is
// the same stay; a claim without one joins the only stay of its patient (with several, the one
// admitted on that day); one that names nobody joins the only stay of its `folder`, else it stays
// alone.
std::vector<std::uint32_t> group_stays(std::span<const StayClaim> claims, bool folder);

// One chart out of fragments of the same stay; documents stay in order as read.
Chart merge_fragments(std::vector<Chart> fragments);

// Names, titles and departments of persons by the staff table of the chart.
void resolve_staff(Chart& chart);

// Document::completed, and documents in order of time.
void complete_documents(Chart& chart);
// The latest signature that the regulation asks of such a document; patient-side ones count for
// consents only. Empty when a required signer is there without a time.
std::optional<Located<Time>> completion_of(const Document& document);

// Claims of admission, discharge and death, kind of stay and disposition out of data elements.
void resolve_stay(Chart& chart);

// Surgeries of several sources made one each, missing ones made from operation records, documents
// and checklists linked to them, anaesthesia and planned surgeon filled in.
void resolve_surgeries(Chart& chart);

// Adds the surgeries that only orders tell of, as such (model/ordered.h): an order of
// surgery, or one whose words plan an operation, of an inpatient, neither cancelled nor stopped,
// where no surgery or procedure around its day, nor a later one of its name, may be the one.
void derive_from_orders(Chart& chart);
// Those of them that a linked record of the operation, the anaesthesia or what follows tells of
// have taken place. Whether there was one: their order has to be found anew.
bool confirm_ordered(Chart& chart);

// Conditions, rescues, consultations, transfers and handovers that only documents or orders tell.
void derive_events(Chart& chart);

// The items of the front page, those of its documents too, and which item each is.
void resolve_front_page(Chart& chart);
FrontPageField front_page_field(const Element& element);

// Key, realm, stage, sources, completeness.
void finish_chart(Chart& chart, bool folder);

inline constexpr std::uint32_t kNoSurgery = 0xffffffff;

// What a record says of the surgery that it speaks of, to find that surgery in the chart.
struct SurgeryHint {
  std::string_view code, name;
  std::optional<Time> day;  // Of the surgery, done or planned.
};
SurgeryHint hint_of(const Surgery& surgery);
SurgeryHint hint_of(const Document& document);
// The one surgery that fits: same day and code or name; else the only one of that code or name, or
// of that day; with `or_only` the only one of the stay, if nothing speaks against it. `except`
// is passed over.
std::optional<std::uint32_t> find_surgery(const Chart& chart, const SurgeryHint& hint,
                                          bool or_only, std::uint32_t except = kNoSurgery);
// Whether a record may speak of one of the chart's surgeries: nothing of it speaks against.
bool may_be_known(const Chart& chart, const SurgeryHint& hint);
bool is_operation_record(DocType type);
// Operation records, then all documents and checklists, to the surgeries that they speak of.
void link_operation_records(Chart& chart);
void link_surgeries(Chart& chart);

bool is_cda(Format format);
// A time of a data element, however it is written.
std::optional<Located<Time>> time_of(const Element& element);
// The first data element with that id and a possible time.
std::optional<Located<Time>> element_time(const Document& document, std::string_view id);
// The first data element with that id that has a value: the display of a code, else the value.
Text element_text(const Document& document, std::string_view id);
// The claim counts once for each place that makes it.
void add_claim(TimeFact& fact, const Located<Time>& time, Origin origin);

}  // namespace emrlint

#endif  // EMRLINT_READER_BUILD_H_
