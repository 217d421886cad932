// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_CHECKS_FRONTPAGE_PAGE_H_
#define EMRLINT_CHECKS_FRONTPAGE_PAGE_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "check/report.h"
#include "model/chart.h"

// What the checks of the front page share: its items, in whatever form it came.
namespace emrlint::checks {

// The front page of a chart: its document, the data of its items, or both.
class FrontPage {
 public:
  explicit FrontPage(const Chart& chart);

  // Whether the chart has one whose items are known.
  explicit operator bool() const { return !chart_.front_page.empty(); }
  bool tcm() const { return tcm_; }
  bool is_page(std::uint32_t document) const;

  // The item as stated; of several the first that is filled in. Null where it does not appear.
  const FrontPageField* find(FrontPageItem item) const;
  // The same, unless it was left empty or crossed out.
  const FrontPageField* filled(FrontPageItem item) const;

  // Where a finding about an item that is not filled in points: the item, else the page.
  Span place_of(FrontPageItem item) const;
  // Why it cannot be said that an item is empty: the page was not read whole, or its data bring no
  // such item. What a document does not hold was not filled in.
  std::optional<Missing> doubt(FrontPageItem item) const;

 private:
  const Chart& chart_;
  const Document* document_ = nullptr;
  bool tcm_ = false;
};

// Whether a page that is not filled in yet is to be left alone: the patient is still there.
bool still_there(const Report& report);

// Empty, or a dash or stroke as the form is crossed out.
bool blank_item(std::string_view value);

// What a flag says: 有, 是, true, yes; 无, 否, false, no. The codes 1 and 2 have opposite meanings
// in different forms, so that they say nothing.
std::optional<bool> yes_or_no(std::string_view value);

// A decimal number, all of the text but blanks around it.
std::optional<double> number_in(std::string_view text);

Disposition disposition_in(std::string_view value);

}  // namespace emrlint::checks

#endif  // EMRLINT_CHECKS_FRONTPAGE_PAGE_H_
