// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_MODEL_FACT_H_
#define EMRLINT_MODEL_FACT_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/span.h"
#include "base/time.h"

namespace emrlint {

// Where a time was stated, best source first. The rank decides which of several statements counts;
// all of them are kept, so that a disagreement can be reported.
enum class Origin : std::uint8_t {
  kChartData,         // Its own field: chart JSON, FHIR Encounter.period, Procedure.performed
  kFrontPage,         // C0032 / C0033
  kAdmissionRecord,   // C0034-C0036
  kEventDocument,     // The record of the event itself: C0009, C0044, C0045, C0050 ...
  kDischargeRecord,   // C0049, C0053
  kAnesthesiaRecord,  // C0011
  kOrders,            // C0052
  kHeader,            // encompassingEncounter of any other document
  kOtherDocument,
};

struct TimeClaim {
  Time value;
  Span span;
  Origin origin = Origin::kOtherDocument;
};

// A time of the chart (admission, incision, death ...) with every statement of it.
class TimeFact {
 public:
  bool known() const { return !claims_.empty(); }
  explicit operator bool() const { return known(); }

  // The statement that counts: best origin, then finest precision, then first read.
  const TimeClaim* best() const { return claims_.empty() ? nullptr : &claims_.front(); }
  const Time& value() const { return claims_.front().value; }
  const Span& span() const { return claims_.front().span; }
  const std::vector<TimeClaim>& claims() const { return claims_; }

  void add(const TimeClaim& claim) {
    const auto better = [](const TimeClaim& a, const TimeClaim& b) {
      if (a.origin != b.origin) return a.origin < b.origin;
      return a.value.precision > b.value.precision;
    };
    claims_.insert(std::upper_bound(claims_.begin(), claims_.end(), claim, better), claim);
  }
  void merge(const TimeFact& other) {
    for (const TimeClaim& claim : other.claims_) add(claim);
  }

 private:
  std::vector<TimeClaim> claims_;
};

}  // namespace emrlint

#endif  // EMRLINT_MODEL_FACT_H_
