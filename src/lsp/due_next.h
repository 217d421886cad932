// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_DUE_NEXT_H_
#define EMRLINT_LSP_DUE_NEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/diagnostics.h"
#include "lsp/group_view.h"

namespace emrlint::lsp {

// The command that shows what is due next over all charts of the workspace.
inline constexpr const char* kDueNext = "emrlint.dueNext";

// Something that is to be written or done, until when, and where its clock began to run.
struct DueItem {
  Instant at;              // The last moment.
  std::int64_t left = 0;   // Minutes; negative: overdue.
  std::string time_left;   // "还剩5小时", "5 h overdue"
  std::string deadline;    // RFC 3339, as precise as it is.
  std::string until;       // The same for people.
  std::string chart, patient;
  std::string check, title, message;
  std::string uri;
  TextRange range;
};

// What is due next over charts that are added one by one, the soonest first, which is to say what
// is overdue first. Charts without a clock, which are judged as finished ones, have nothing due.
class DueNext {
 public:
  DueNext(const DiagnosticStyle& style, PositionEncoding encoding)
      : style_(style), encoding_(encoding) {}

  void add(const ChartFolder& folder);
  void add(const GroupView& group, const ChartReport& report);

  // In order.
  const std::vector<DueItem>& items();
  std::size_t charts() const { return charts_; }
  // The answer to emrlint/dueNext.
  std::string json(bool cut_off);
  // The same for a message: a line for each of the first.
  std::string lines();

 private:
  const DiagnosticStyle& style_;
  PositionEncoding encoding_;
  std::vector<DueItem> items_;
  std::size_t charts_ = 0;
  bool sorted_ = true;
};

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_DUE_NEXT_H_
